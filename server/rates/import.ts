import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { LOCKS } from '../db/locks.ts';
import { holdLock, rowsFrom } from '../db/sql.ts';
import { checkNotInFuture, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { PROJECT_ROOT } from '../paths.ts';
import { readEcbFile, type EcbRate } from './ecb.ts';
import { newestRateOn, SOURCES } from './reference.ts';

/** From the European Central Bank; free to use if the source is named. */
const SNAPSHOT = join(PROJECT_ROOT, 'server/rates/ecb-rates.csv');

const ROWS_PER_INSERT = 20_000;
const CONFLICTS_NAMED = 5;

export interface RatesAnswer {
  /** Days with a new rate, and without. */
  added: number;
  known: number;
  newest: Day;
}

/** A file may come again. Throws `conflict`: the ECB doesn't revise, and terms may depend on the first figure. */
export async function importRates(
  ctx: Pick<Context, 'db' | 'now' | 'appended' | 'log'>,
  actor: Actor,
  text: string,
): Promise<RatesAnswer> {
  requireRight(actor, 'record');
  const rates = readEcbFile(text);
  for (const { ratedOn } of rates) checkNotInFuture(ratedOn, ctx.now(), 'file');
  const deed = { right: 'record', act: 'rate.import', object: null } as const;
  const { body } = await writeAs(ctx, actor, null, deed, async (tx) => {
    const added = await insertRates(tx, rates, refuseConflicts);
    const days = new Set(rates.map(({ ratedOn }) => ratedOn)).size;
    const newest = await newestRateOn(tx);
    return { status: 201, body: { added, known: days - added, newest } };
  });
  return body as unknown as RatesAnswer;
}

/** Even if the clock is behind its days. */
export async function loadSnapshot(db: Db): Promise<void> {
  const rates = readEcbFile(await readFile(SNAPSHOT, 'utf8'));
  await db.transaction((tx) => insertRates(tx, rates));
}

type Given = ReturnType<typeof givenRates>;

const givenRates = (rates: readonly EcbRate[]) =>
  sql`unnest(${sql.param(rates.map(({ currency }) => currency))}::text[],
             ${sql.param(rates.map(({ ratedOn }) => ratedOn))}::date[],
             ${sql.param(rates.map(({ perEuro }) => perEuro))}::text[])
      AS given (currency, rated_on, per_euro)`;

/** Returns how many days gained a rate. */
async function insertRates(
  tx: Tx,
  rates: readonly EcbRate[],
  check: (tx: Tx, given: Given) => Promise<void> = async () => {},
): Promise<number> {
  // Nobody else inserts between looking for conflicts and inserting.
  await holdLock(tx, LOCKS.rates);
  const days = new Set<Day>();
  for (let start = 0; start < rates.length; start += ROWS_PER_INSERT) {
    const given = givenRates(rates.slice(start, start + ROWS_PER_INSERT));
    await check(tx, given);
    // At each start all are known: to find so takes half the time of as many conflicts.
    const added = await rowsFrom(tx, z.strictObject({ day: z.string() }))`
      WITH added AS (
        INSERT INTO reference_rate (currency, rated_on, per_euro, source)
        SELECT currency, rated_on, per_euro, ${SOURCES.ecb} FROM ${given}
        WHERE NOT EXISTS (SELECT FROM reference_rate known
          WHERE known.currency = given.currency AND known.rated_on = given.rated_on)
        ON CONFLICT DO NOTHING RETURNING rated_on)
      SELECT DISTINCT rated_on::text AS day FROM added`;
    for (const { day } of added) days.add(day);
  }
  return days.size;
}

async function refuseConflicts(tx: Tx, given: Given): Promise<void> {
  const conflicts = await rowsFrom(
    tx,
    z.strictObject({ currency: z.string(), day: z.string(), here: z.string(), there: z.string() }),
  )`
    SELECT currency, rated_on::text AS day, known.per_euro AS here, given.per_euro AS there
    FROM ${given} JOIN reference_rate known USING (currency, rated_on)
    WHERE known.per_euro::numeric <> given.per_euro::numeric
    ORDER BY rated_on DESC, currency LIMIT ${CONFLICTS_NAMED}`;
  if (conflicts.length === 0) return;
  const fields = conflicts.map((conflict) => ({
    field: 'file',
    message: say().rates.otherFigure(conflict),
  }));
  const places = fields.map(({ message }) => message).join('; ');
  throw new DomainError('conflict', say().rates.ratesDiffer(places), { fields });
}
