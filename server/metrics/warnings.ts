import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Db } from '../db/db.ts';
import { rowsFrom } from '../db/sql.ts';
import { today } from '../domain/day.ts';
import { findInitiative } from '../initiative/read.ts';
import { isStale, newestRateOn } from '../rates/reference.ts';

async function couldBeOwner(db: Db): Promise<boolean> {
  const [row] = await rowsFrom(db, z.strictObject({ could: z.boolean() }))`
    SELECT pg_has_role(session_user, relowner, 'MEMBER') AS could
    FROM pg_class WHERE oid = 'ledger_entry'::regclass`;
  return row!.could;
}

/** Also one recorded by hand. */
async function hasTestMoney(db: Db): Promise<boolean> {
  const [row] = await rowsFrom(db, z.strictObject({ has: z.boolean() }))`
    SELECT EXISTS (
      SELECT FROM payment
      CROSS JOIN LATERAL (
        SELECT FROM evidence JOIN movement USING (batch)
        WHERE evidence.reference IN (payment.intent, payment.charge, payment.object)
          AND movement.verb = 'receive' AND NOT EXISTS (
            SELECT FROM movement undoing
            WHERE undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq)
        LIMIT 1) AS standing
      WHERE NOT payment.livemode) AS has`;
  return row!.has;
}

/** For the desk and for alerts. */
export async function warningsOf(
  { config, engine, db, now, stripe, log }: Context,
  failed: Record<'rates' | 'comparison' | 'acceptance', string | null>,
): Promise<string[]> {
  const ratedOn = await newestRateOn(db);
  // Nothing real is converted in a demonstration, whose rates end with the bundled ones.
  const needsRates = !(await findInitiative(db))?.demonstration;
  return [
    log.stopped,
    engine === 'embedded' && 'trial database: it does not survive a power loss; set DATABASE_URL',
    engine === 'postgres' &&
      (await couldBeOwner(db)) &&
      'the login of DATABASE_URL could change the ledger: give MIGRATE_DATABASE_URL another one',
    engine === 'postgres' &&
      config.smtpUrl === null &&
      'mail is written to DATA_DIR/outbox and reaches nobody; set SMTP_URL',
    needsRates &&
      (ratedOn === null || isStale(ratedOn, today(now()))) &&
      `the newest reference rates are of ${ratedOn ?? 'no day'}`,
    failed.rates !== null && `the reference rates could not be fetched: ${failed.rates}`,
    failed.comparison !== null &&
      `payments could not be compared with Stripe: ${failed.comparison}`,
    failed.acceptance !== null &&
      `anonymous pledges could not be accepted together: ${failed.acceptance}`,
    stripe?.livemode === true &&
      (await hasTestMoney(db)) &&
      'what was paid in Stripe’s test mode is in the figures: take those receipts back at the desk',
    stripe !== null &&
      stripe.refusedKey() !== null &&
      'Stripe refuses STRIPE_SECRET_KEY, or something that we ask with it. See the log',
  ].filter((warning) => typeof warning === 'string');
}
