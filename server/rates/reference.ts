import { eq, max, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import * as rateTables from '../db/rates.ts';
import { rowsFrom } from '../db/sql.ts';
import { assetOf, GPUS } from '../domain/asset.ts';
import type { Day } from '../domain/day.ts';
import { fieldError } from '../domain/errors.ts';
import { h100Rate, PAR, type Rate } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { OLD_AFTER_DAYS, rateAge, type RateAge } from '../domain/rate-age.ts';

/** Codes in leaves. */
export const SOURCES = { par: 'PAR', ecb: 'ECB', h100: 'BF16', admin: 'ADMIN' } as const;

export interface ReferenceRate {
  rate: Rate;
  rateOn: Day | null;
  rateSource: string;
}

export const isStale = (rateOn: Day, usedOn: Day): boolean =>
  rateAge(rateOn, usedOn).is !== 'fresh';

export interface Aged {
  rateOn: Day | null;
  rateSource: string | null;
}

/** Null for the initiative's own currency, and for factors of GPU models, which hold until the next. */
export const ageOf = ({ rateOn, rateSource }: Aged, usedOn: Day): RateAge | null =>
  rateOn === null || rateSource === SOURCES.h100 ? null : rateAge(rateOn, usedOn);

export const isStaleIn = (rate: Aged, acceptedOn: Day): boolean =>
  (ageOf(rate, acceptedOn)?.is ?? 'fresh') !== 'fresh';

/** Each day has the euro. */
export async function newestRateOn(reader: Db | Tx): Promise<Day | null> {
  const [row] = await reader
    .select({ on: max(rateTables.referenceRate.ratedOn) })
    .from(rateTables.referenceRate)
    .where(eq(rateTables.referenceRate.currency, 'EUR'));
  return row?.on ?? null;
}

const wantedRow = z.strictObject({ asset: z.string(), on: z.string() });
type Wanted = z.infer<typeof wantedRow>;

export const rateKey = (asset: string, on: Day): string => `${asset} ${on}`;

/** By `rateKey`, through the euro. Where the ECB's last is stale or missing, an admin's newer rate counts. */
export async function referenceRates(reader: Db | Tx, currency: string, wanted: readonly Wanted[]) {
  const found = new Map<string, ReferenceRate>();
  const foreign = new Map<string, Wanted>();
  const gpus = new Map<string, Wanted>();
  for (const { asset: code, on } of wanted) {
    const asset = assetOf(code);
    const key = rateKey(code, on);
    if (asset.kind === 'compute') gpus.set(key, { asset: code, on });
    else if (code === currency) {
      found.set(key, { rate: PAR, rateOn: null, rateSource: SOURCES.par });
    } else foreign.set(key, { asset: code, on });
  }
  if (gpus.size > 0) await findFactors(reader, [...gpus.values()], found);
  if (foreign.size > 0) await findRates(reader, currency, [...foreign.values()], found);
  return found;
}

export async function h100RatesOn(reader: Db | Tx, on: Day): Promise<Map<string, Rate>> {
  const gpus = GPUS.map(({ code: asset }) => ({ asset, on }));
  const found = await referenceRates(reader, '', gpus);
  return new Map(gpus.map(({ asset }) => [asset, found.get(rateKey(asset, on))!.rate]));
}

const relation = (pairs: readonly Wanted[]) => sql`
  unnest(${sql.param(pairs.map(({ asset }) => asset))}::text[],
         ${sql.param(pairs.map(({ on }) => on))}::date[]) AS wanted (asset, "on")`;

/** Factors that came with the software have no day. */
async function findFactors(
  reader: Db | Tx,
  pairs: readonly Wanted[],
  found: Map<string, ReferenceRate>,
): Promise<void> {
  const factorRow = wantedRow.extend({ tflops: z.string(), givenFrom: z.string().nullable() });
  const rows = await rowsFrom(reader, factorRow)`
    SELECT wanted.asset, wanted.on::text AS "on", factor.tflops,
           CASE WHEN factor.created_at IS NOT NULL THEN factor.holds_from::text END AS "givenFrom"
    FROM ${relation(pairs)}
    CROSS JOIN LATERAL (
      SELECT * FROM gpu_factor WHERE model = wanted.asset AND holds_from <= wanted.on
      ORDER BY holds_from DESC LIMIT 1) factor`;
  for (const { asset, on, tflops, givenFrom } of rows) {
    const rate = h100Rate({ tflops });
    found.set(rateKey(asset, on), { rate, rateOn: givenFrom, rateSource: SOURCES.h100 });
  }
}

async function findRates(
  reader: Db | Tx,
  currency: string,
  pairs: readonly Wanted[],
  found: Map<string, ReferenceRate>,
): Promise<void> {
  const rows = await rowsFrom(
    reader,
    wantedRow.extend({
      ratedOn: z.string(),
      source: z.string(),
      num: z.string(),
      den: z.string(),
    }),
  )`
    SELECT wanted.asset, wanted.on::text AS "on", rate.rated_on::text AS "ratedOn", rate.source,
           rate.num, rate.den
    FROM ${relation(pairs)}
    CROSS JOIN LATERAL (
      SELECT * FROM (
        (SELECT own.rated_on, own.source, base.per_euro AS num, own.per_euro AS den
         FROM reference_rate own
         JOIN reference_rate base ON base.rated_on = own.rated_on AND base.currency = ${currency}
         WHERE own.currency = wanted.asset AND own.rated_on <= wanted.on
         ORDER BY own.rated_on DESC LIMIT 1)
        UNION ALL
        (SELECT rated_on, ${SOURCES.admin}, num, den FROM admin_rate
         WHERE currency = wanted.asset AND rated_on <= wanted.on
         ORDER BY rated_on DESC LIMIT 1)) known
      ORDER BY known.source = ${SOURCES.ecb}
               AND wanted.on - known.rated_on <= ${OLD_AFTER_DAYS}::integer DESC,
               known.rated_on DESC, known.source = ${SOURCES.ecb} DESC
      LIMIT 1) rate`;
  for (const { asset, on, ratedOn, source, num, den } of rows) {
    found.set(rateKey(asset, on), { rate: { num, den }, rateOn: ratedOn, rateSource: source });
  }
}

export const noRate = (asset: string, currency: string, on: Day) =>
  fieldError('asset', say().rates.noRate(asset, currency, on));
