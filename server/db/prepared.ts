import {
  eq,
  getTableColumns,
  getTableName,
  sql,
  type InferInsertModel,
  type SQL,
} from 'drizzle-orm';
import { PgDialect, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { Db, Tx } from './db.ts';
import { rowsOf } from './sql.ts';

type Reader = Db | Tx;
type Values = Record<string, unknown>;

interface Prepared<T> {
  execute: (values: Values) => Promise<T>;
}

/** By connection, to which drizzle ties a prepared statement. */
const known = new WeakMap<object, Map<unknown, Prepared<unknown>>>();

function preparedOnce<T>({ _: { session } }: Reader, key: unknown, make: () => Prepared<T>) {
  const own = known.get(session) ?? new Map<unknown, Prepared<unknown>>();
  known.set(session, own);
  const prepared = (own.get(key) as Prepared<T> | undefined) ?? make();
  own.set(key, prepared);
  return prepared;
}

/** Built once for each connection: building takes longer than running. `sql.placeholder` for what differs. */
export const statement =
  <T>(query: (reader: Reader) => { prepare: (name: string) => Prepared<T> }) =>
  (reader: Reader, values: Values = {}): Promise<T> =>
    preparedOnce(reader, query, () => query(reader).prepare('')).execute(values);

const dialect = new PgDialect();

/** Returns the rows, which tests hold to the shape. */
export const rawStatement =
  <T>(query: SQL, shape?: z.ZodType<T>) =>
  async (reader: Reader, values: Values): Promise<T[]> => {
    const make = () =>
      reader._.session.prepareQuery(dialect.sqlToQuery(query), undefined, undefined, false);
    return rowsOf(await preparedOnce(reader, query, make).execute(values), shape);
  };

function cell(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return typeof value === 'bigint' ? value.toString() : value;
}

const givenBy = (rows: readonly Values[], columns: Record<string, PgColumn>): string[] =>
  Object.keys(columns).filter((name) => rows.some((row) => row[name] !== undefined));

/** Some megabytes in one statement. */
const MOST_ROWS = 4_000;

/** As JSON, so that one prepared statement serves any number. A column that a row lacks is null. */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = getTableColumns(table);
  const given = givenBy(rows, columns);
  const nameOf = (name: string): string => columns[name]!.name;
  const make = (): Prepared<unknown> => {
    const names = sql.join(
      given.map((name) => sql.identifier(nameOf(name))),
      sql`, `,
    );
    const insert = sql`
      INSERT INTO ${table} (${names})
      SELECT ${names} FROM json_populate_recordset(NULL::${table}, ${sql.placeholder('rows')}::json)`;
    return tx._.session.prepareQuery(dialect.sqlToQuery(insert), undefined, undefined, false);
  };
  const insert = preparedOnce(tx, `insert ${getTableName(table)} ${given.join()}`, make);
  const inJson = (row: Values) =>
    Object.fromEntries(given.map((name) => [nameOf(name), cell(row[name])]));
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    const some = rows.slice(start, start + MOST_ROWS).map(inJson);
    // oxlint-disable-next-line no-await-in-loop -- as many as fit into a statement
    await insert.execute({ rows: JSON.stringify(some) });
  }
}

/** drizzle's placeholders don't encode null. */
const encode = (column: PgColumn, value: unknown): unknown =>
  value === null ? null : column.mapToDriverValue(value);

/** What Postgres works out: always the same SQL for a column, with placeholders for the values and perhaps for the row's `id`. */
export interface Computed {
  sql: SQL;
  values: Values;
}

/** Prepared once for each set of columns. */
export async function updateOne<T extends PgTable & { id: PgColumn }>(
  tx: Tx,
  table: T,
  id: string,
  set: Partial<InferInsertModel<T>>,
  computed: Record<string, Computed> = {},
): Promise<void> {
  const columns = getTableColumns(table);
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const names = [...given.map(([name]) => name), ...Object.keys(computed)];
  if (names.length === 0) return;
  const key = `update ${getTableName(table)} ${names.join()}`;
  const make = (): Prepared<unknown> => {
    const values = names.map((name) => [
      name,
      computed[name]?.sql ?? sql`${sql.placeholder(name)}`,
    ]);
    return tx
      .update(table)
      .set(Object.fromEntries(values) as never)
      .where(eq(table.id, sql.placeholder('id')))
      .prepare('');
  };
  const values = given.map(([name, value]) => [name, encode(columns[name]!, value)]);
  for (const each of Object.values(computed)) values.push(...Object.entries(each.values));
  await preparedOnce(tx, key, make).execute({ ...Object.fromEntries(values), id });
}
