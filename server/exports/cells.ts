import { SQL, sql } from 'drizzle-orm';
import { CURRENCIES, digitsOf, GPUS } from '../domain/asset.ts';

/**
 * How a row's values become cells, in SQL, so that both engines write the same bytes and a million
 * rows cost this process nothing. None of it uses floating point, and none depends on a collation.
 */

/** The columns of a file in their order, by the names that its header has. */
export type Columns = Record<string, SQL>;

export const selectList = (columns: Columns): SQL =>
  sql.join(
    Object.entries(columns).map(([name, cell]) => sql`${cell} AS ${sql.identifier(name)}`),
    sql`, `,
  );

/** All of the conditions that are asked for. */
export const whereAll = (...conditions: (SQL | undefined | '' | false)[]): SQL =>
  sql.join([sql`true`, ...conditions.filter((condition) => condition instanceof SQL)], sql` AND `);

/**
 * What people wrote, safe to be opened as a spreadsheet: a cell that begins as a formula does (with
 * = + - @, their full-width forms, a tab or a carriage return) gets a leading apostrophe. So does
 * the rest of a cell after a semicolon, a tab or a line break, for a spreadsheet that expects another
 * separator than the comma begins a cell there, and some read past quotes and blanks before it.
 */
export const guarded = (text: SQL): SQL =>
  sql`regexp_replace(${text}, '(^|(?<=[;\t\r\n]))(?=[" \t\r\n]*[=+@＝＋－＠\t\r-])', '''', 'g')`;

/** The smallest figure that is printed with so many decimals: 0.01 for 2. */
const smallest = (decimals: number): string =>
  decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`;

/**
 * The domain's assets as a table `asset`: the code, whether it is funding or compute, and the minor
 * unit in major ones. A whole number times a decimal is exact and has the decimal's digits, so
 * 1250 × 0.01 is written 12.50.
 */
export const ASSETS: SQL = sql.raw(
  `(VALUES ${[...CURRENCIES, ...GPUS]
    .map(({ code, kind, digits }) => `('${code}', '${kind}', ${smallest(digits)})`)
    .join(', ')}) AS asset (code, kind, minor)`,
);

/**
 * GPU-hours of GPU-seconds, which are not negative, with two decimals, half to even: of a hundredth
 * (36 s), 18 s and less fall away, but 18 s after an odd hundredth make one (domain/quantity.ts).
 */
export const hours = (seconds: SQL): SQL =>
  sql`(${seconds} + 17 + ${seconds} / 36 % 2) / 36 * 0.01`;

/** Minor units of a currency in major ones. */
export const amount = (minor: SQL, currency: string): SQL =>
  sql`${minor} * ${sql.raw(smallest(digitsOf(currency)))}`;

/** A quantity of the row's asset in its unit: an amount, or GPU-hours. */
export const quantity = (minor: SQL): SQL =>
  sql`CASE asset.kind WHEN 'compute' THEN ${hours(minor)} ELSE ${minor} * asset.minor END`;

/** The same in base: in the initiative's currency, or in H100-equivalent GPU-hours. */
export const base = (minor: SQL, currency: string): SQL =>
  sql`CASE asset.kind WHEN 'compute' THEN ${hours(minor)} ELSE ${amount(minor, currency)} END`;

export const UNIT: SQL = sql`CASE asset.kind WHEN 'compute' THEN 'GPU-hours' ELSE asset.code END`;

export const baseUnit = (currency: string): SQL =>
  sql`CASE asset.kind WHEN 'compute' THEN 'H100e-hours' ELSE ${currency} END`;

/** An instant in UTC, to the millisecond: 2026-03-10T12:00:00.000Z. */
export const instant = (at: SQL): SQL =>
  sql`to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The day of an instant in UTC. */
export const dayOf = (at: SQL): SQL => sql`(${at} AT TIME ZONE 'UTC')::date`;

/** `true` or `false`, where COPY alone writes t or f. */
export const flag = (condition: SQL): SQL => sql`(${condition})::text`;
