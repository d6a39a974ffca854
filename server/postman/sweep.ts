import { and, isNull, lt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { csvImport } from '../db/csv.ts';
import { challenge } from '../db/desk.ts';
import { payLink } from '../db/payments.ts';
import { knownNetwork, limitUse, link, session, signUp } from '../db/people.ts';
import { ANSWERS_KEPT_MS } from '../db/write.ts';

const DAY_MS = 24 * 3_600_000;
/** A spent link still explains itself for a day. */
const LINK_MS = DAY_MS;
const SIGN_UP_MS = 7 * DAY_MS;
/** A file of personal data that nobody has recorded. */
const CSV_MS = DAY_MS;
/** A giver may have to be asked what was meant. */
const PAYER_MS = 30 * DAY_MS;
/** Stripe's page expires after a day. */
const UNOPENED_MS = 7 * DAY_MS;
/** A bank's payer: longer than a year that is audited. */
const BANK_PAYER_MS = 400 * DAY_MS;
/** In one run. */
const PAYERS = 10_000;
const ANSWERS = 100_000;

export async function sweep({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  const at = now();
  const before = (ms: number): Date => new Date(at.getTime() - ms);
  await db.delete(link).where(lt(link.expiresAt, before(LINK_MS)));
  await db.delete(payLink).where(lt(payLink.expiresAt, before(LINK_MS)));
  await db.delete(signUp).where(lt(signUp.createdAt, before(SIGN_UP_MS)));
  await db
    .delete(csvImport)
    .where(and(isNull(csvImport.recordedAt), lt(csvImport.createdAt, before(CSV_MS))));
  await db.delete(session).where(lt(session.expiresAt, at));
  await db.delete(challenge).where(lt(challenge.expiresAt, at));
  await db.delete(limitUse).where(lt(limitUse.endsAt, at));
  await db.delete(knownNetwork).where(lt(knownNetwork.expiresAt, at));
  // The first run after an upgrade finds many.
  await db.execute(sql`
    DELETE FROM idempotency WHERE key IN (
      SELECT key FROM idempotency WHERE created_at < ${before(ANSWERS_KEPT_MS).toISOString()}::timestamptz
      ORDER BY created_at LIMIT ${ANSWERS})`);
  await db.execute(sql`
    UPDATE bank_entry SET name = NULL, text = NULL, payer_reference = NULL WHERE id IN (
      SELECT id FROM bank_entry
      WHERE booked_on < ${before(BANK_PAYER_MS).toISOString()}::date
        AND (name IS NOT NULL OR text IS NOT NULL OR payer_reference IS NOT NULL)
      LIMIT ${PAYERS})`);
  await db.execute(sql`
    UPDATE payment SET email = NULL WHERE id IN (
      SELECT id FROM payment
      WHERE email IS NOT NULL
        AND (status IN ('paid', 'failed', 'expired')
            AND coalesce(paid_at, checked_at, created_at) < ${before(PAYER_MS).toISOString()}::timestamptz
          OR object IS NULL AND created_at < ${before(UNOPENED_MS).toISOString()}::timestamptz)
      LIMIT ${PAYERS})`);
}
