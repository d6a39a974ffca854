import { SQL, sql } from 'drizzle-orm';
import { CURRENCIES, digitsOf, GPUS } from '../domain/asset.ts';

/** Both engines write the same bytes, and rows cost this process nothing. No floats and no collation. */

export type Columns = Record<string, SQL>;

export const selectList = (columns: Columns): SQL =>
  sql.join(
    Object.entries(columns).map(([name, cell]) => sql`${cell} AS ${sql.identifier(name)}`),
    sql`, `,
  );

export const whereAll = (...conditions: (SQL | undefined | '' | false)[]): SQL =>
  sql.join([sql`true`, ...conditions.filter((condition) => condition instanceof SQL)], sql` AND `);

/** Puts an apostrophe before what a spreadsheet takes for a formula, also after separators, quotes and blanks. */
export const guarded = (text: SQL): SQL =>
  sql`regexp_replace(${text}, '(^|(?<=[;\t\r\n]))(?=[" \t\r\n]*[=+@＝＋－＠\t\r-])', '''', 'g')`;

/** 0.01 for two decimals. */
const smallest = (decimals: number): string =>
  decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;

/** Postgres multiplies exactly and keeps the digits: 1250 × 0.01 is 12.50. */
export const ASSETS: SQL = sql.raw(
  `(VALUES ${[...CURRENCIES, ...GPUS]
    .map(({ code, kind, digits }) => `('${code}', '${kind}', ${smallest(digits)})`)
    .join(', ')}) AS asset (code, kind, minor)`,
);

/** Two decimals, half to even as in domain/quantity.ts: 36 s make 0.01. */
export const hours = (seconds: SQL): SQL =>
  sql`(${seconds} + 17 + ${seconds} / 36 % 2) / 36 * 0.01`;

/** In major units. */
export const amount = (minor: SQL, currency: string): SQL =>
  sql`${minor} * ${sql.raw(smallest(digitsOf(currency)))}`;

export const quantity = (minor: SQL): SQL =>
  sql`CASE asset.kind WHEN 'compute' THEN ${hours(minor)} ELSE ${minor} * asset.minor END`;

export const base = (minor: SQL, currency: string): SQL =>
  sql`CASE asset.kind WHEN 'compute' THEN ${hours(minor)} ELSE ${amount(minor, currency)} END`;

export const UNIT: SQL = sql`CASE asset.kind WHEN 'compute' THEN 'GPU-hours' ELSE asset.code END`;

export const baseUnit = (currency: string): SQL =>
  sql`CASE asset.kind WHEN 'compute' THEN 'H100e-hours' ELSE ${currency} END`;

/** In UTC: 2026-03-10T12:00:00.000Z. */
export const instant = (at: SQL): SQL =>
  sql`to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const dayOf = (at: SQL): SQL => sql`(${at} AT TIME ZONE 'UTC')::date`;

/** COPY would write t or f. */
export const flag = (condition: SQL): SQL => sql`(${condition})::text`;
