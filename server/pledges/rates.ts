import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { max, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { assetOf } from '../domain/asset.ts';
import { dayNumber, type Day } from '../domain/day.ts';
import { fieldError } from '../domain/errors.ts';
import { h100Rate, PAR, type Rate } from '../domain/quantity.ts';
import { PROJECT_ROOT } from '../paths.ts';

/** Rates older than this many days at the day they are used for are flagged. */
export const STALE_AFTER_DAYS = 10;

/** The codes that leaves carry for where a rate is from. */
const SOURCES = { par: 'PAR', ecb: 'ECB', h100: 'BF16' } as const;

/**
 * The bundled snapshot: the European Central Bank's euro foreign exchange reference rates, free to
 * use with the source named. Units of each currency per euro; business days only.
 */
const SNAPSHOT = join(PROJECT_ROOT, 'server/pledges/ecb-rates.csv');

export interface ReferenceRate {
  rate: Rate;
  rateOn: Day | null;
  rateSource: string;
}

export const isStale = (rateOn: Day, usedOn: Day): boolean =>
  dayNumber(usedOn) - dayNumber(rateOn) > STALE_AFTER_DAYS;

/** The rows of a CSV as the ECB prints it: a Date column, one column a currency, N/A for none. */
export function parseEcbCsv(text: string): { ratedOn: Day; currency: string; perEuro: string }[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const currencies = head.split(',').map((cell) => cell.trim());
  return lines.flatMap((row) => {
    const [ratedOn = '', ...cells] = row.split(',').map((cell) => cell.trim());
    const rates = cells.flatMap((perEuro, index) => {
      const currency = currencies[index + 1] ?? '';
      const known = /^\d+(\.\d+)?$/.test(perEuro) && currency !== '';
      return known ? [{ ratedOn, currency, perEuro }] : [];
    });
    return [{ ratedOn, currency: 'EUR', perEuro: '1' }, ...rates];
  });
}

/** Fills the rates from the bundled snapshot where it is newer than what the database has. */
export async function loadSnapshot(db: Db): Promise<void> {
  const rows = parseEcbCsv(await readFile(SNAPSHOT, 'utf8'));
  await db.transaction(async (tx) => {
    const newest = await newestRateOn(tx);
    const fresh = rows.filter(({ ratedOn }) => newest === null || ratedOn > newest);
    for (let start = 0; start < fresh.length; start += 10_000) {
      await tx
        .insert(schema.referenceRate)
        .values(fresh.slice(start, start + 10_000).map((row) => ({ ...row, source: SOURCES.ecb })))
        .onConflictDoNothing();
    }
  });
}

/** The day of the newest rates; null while there are none. */
export async function newestRateOn(reader: Db | Tx): Promise<Day | null> {
  const [row] = await reader
    .select({ on: max(schema.referenceRate.ratedOn) })
    .from(schema.referenceRate);
  return row?.on ?? null;
}

export const rateKey = (asset: string, on: Day): string => `${asset} ${on}`;

/**
 * The reference rates of assets on days, by `rateKey`: H100-equivalence for GPUs, and for
 * currencies the initiative's currency per unit through the euro, both of the last business day up
 * to the day. One query, however many are asked for; a pair without a rate is left out.
 */
export async function referenceRates(
  reader: Db | Tx,
  currency: string,
  wanted: readonly { asset: string; on: Day }[],
): Promise<Map<string, ReferenceRate>> {
  const found = new Map<string, ReferenceRate>();
  const foreign = new Map<string, { asset: string; on: Day }>();
  for (const { asset: code, on } of wanted) {
    const asset = assetOf(code);
    const key = rateKey(code, on);
    if (asset.kind === 'compute') {
      found.set(key, { rate: h100Rate(asset), rateOn: null, rateSource: SOURCES.h100 });
    } else if (code === currency) {
      found.set(key, { rate: PAR, rateOn: null, rateSource: SOURCES.par });
    } else foreign.set(key, { asset: code, on });
  }
  if (foreign.size === 0) return found;
  const pairs = [...foreign.values()];
  const rows = rowsOf<{ asset: string; on: string; ratedOn: string; source: string } & Rate>(
    await reader.execute(sql`
      SELECT wanted.asset, wanted.on::text AS "on", rate.rated_on::text AS "ratedOn", rate.source,
             rate.num, rate.den
      FROM unnest(${sql.param(pairs.map(({ asset }) => asset))}::text[],
                  ${sql.param(pairs.map(({ on }) => on))}::date[]) AS wanted (asset, "on")
      CROSS JOIN LATERAL (
        SELECT own.rated_on, own.source, base.per_euro AS num, own.per_euro AS den
        FROM reference_rate own
        JOIN reference_rate base ON base.rated_on = own.rated_on AND base.currency = ${currency}
        WHERE own.currency = wanted.asset AND own.rated_on <= wanted.on
        ORDER BY own.rated_on DESC LIMIT 1) rate`),
  );
  for (const { asset, on, ratedOn, source, num, den } of rows) {
    found.set(rateKey(asset, on), { rate: { num, den }, rateOn: ratedOn, rateSource: source });
  }
  return found;
}

/** The refusal of a pledge whose currency has no rate on or before its day. */
export const noRate = (asset: string, currency: string, on: Day) =>
  fieldError('asset', `there is no reference rate from ${asset} to ${currency} on or before ${on}`);
