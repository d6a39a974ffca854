import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Db } from '../db/db.ts';
import { rowsFrom } from '../db/sql.ts';
import { today } from '../domain/day.ts';
import { say } from '../domain/say.ts';
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
  const words = say().warnings;
  // Nothing real is converted in a demonstration, whose rates end with the bundled ones.
  const needsRates = !(await findInitiative(db))?.demonstration;
  return [
    log.stopped,
    engine === 'embedded' && words.trial,
    engine === 'postgres' && (await couldBeOwner(db)) && words.owner,
    engine === 'postgres' && config.smtpUrl === null && words.noMail,
    needsRates && ratedOn === null && words.noRates,
    needsRates && ratedOn !== null && isStale(ratedOn, today(now())) && words.oldRates(ratedOn),
    failed.rates !== null && words.ratesFailed(failed.rates),
    failed.comparison !== null && words.comparisonFailed(failed.comparison),
    failed.acceptance !== null && words.acceptanceFailed(failed.acceptance),
    stripe?.livemode === true && (await hasTestMoney(db)) && words.testMoney,
    stripe !== null && stripe.refusedKey() !== null && words.stripeKeyRefused,
  ].filter((warning) => typeof warning === 'string');
}
