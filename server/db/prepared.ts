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

/** The types of columns, by the names of what goes there. */
type Types = Record<string, string>;

const isJson = (type: string): boolean => type === 'json' || type === 'jsonb';
const isList = (type: string): boolean => type.endsWith('[]');

/** Most texts have nothing to escape, and looking is cheaper than replacing. */
const quoted = (text: string): string =>
  `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, String.raw`\$&`) : text}"`;

function elementText(value: unknown, type: string): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'string' && !isJson(type)) return quoted(value);
  // JSON escapes as an array's text does, and JSON has no line breaks to escape.
  if (isJson(type)) return JSON.stringify(JSON.stringify(value));
  if (Array.isArray(value)) return quoted(listText(value, ''));
  // JSON writes dates, numbers and booleans as an array's text has them.
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}

/** An array as Postgres reads it. */
const listText = (values: readonly unknown[], type: string): string =>
  `{${values.map((value) => elementText(value, type)).join()}}`;

/** Types that go as bytes, by their numbers in Postgres: as text they are twice as long, and slow to read. */
const AS_BYTES: Record<string, number> = { bytea: 17, uuid: 2950 };
const HEAD_BYTES = 5 * 4;

const bytesOf = (value: unknown): Uint8Array | null => {
  if (value === null || value === undefined) return null;
  return value instanceof Uint8Array ? value : uuidBytes(value as string);
};

function uuidBytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll('-', '');
  if (!/^[\da-f]{32}$/i.test(hex)) throw new Error('not a UUID');
  return Buffer.from(hex, 'hex');
}

/** An array as Postgres receives it in binary: its head, and each element behind its length. */
function listBytes(values: readonly unknown[], type: string): Buffer {
  const elements = values.map(bytesOf);
  const size = elements.reduce((sum, element) => sum + 4 + (element?.length ?? 0), 0);
  const list = Buffer.alloc(HEAD_BYTES + size);
  const dimensions = 1;
  const hasNull = elements.includes(null) ? 1 : 0;
  const firstIndex = 1;
  let at = 0;
  for (const each of [dimensions, hasNull, AS_BYTES[type]!, elements.length, firstIndex]) {
    at = list.writeInt32BE(each, at);
  }
  for (const element of elements) {
    at = list.writeInt32BE(element?.length ?? -1, at);
    if (!element) continue;
    list.set(element, at);
    at += element.length;
  }
  return list;
}

const listOf = (values: readonly unknown[], type: string): Buffer | string =>
  type in AS_BYTES ? listBytes(values, type) : listText(values, type);

/** Rows by column: Postgres reads them faster than JSON. */
export const listsOf = (types: Types, rows: readonly Values[]): Values =>
  Object.fromEntries(
    Object.entries(types).map(([name, type], index) => {
      const values = rows.map((row) => row[name]);
      // unnest fills a shorter list with nulls.
      const isEmpty = index > 0 && values.every((value) => (value ?? null) === null);
      return [name, isEmpty ? '{}' : listOf(values, type)];
    }),
  );

/**
 * The rows of `listsOf`, in their order. Lists of lists are texts still. Postgres plans a statement anew for each length
 * of a list that it sees, so it sees none.
 */
export const fromLists = (types: Types): SQL => {
  const lists = Object.entries(types).map(([name, type]) => {
    const read = sql.raw(isList(type) ? 'text[]' : `${type}[]`);
    return sql`(SELECT ${sql.placeholder(name)}::${read})`;
  });
  return sql`unnest(${sql.join(lists, sql`, `)})`;
};

const givenBy = (rows: readonly Values[], columns: Record<string, PgColumn>): Types =>
  Object.fromEntries(
    Object.entries(columns)
      .filter(([name]) => rows.some((row) => row[name] !== undefined))
      .map(([name, column]) => [name, column.getSQLType()]),
  );

/** Some megabytes in one statement. */
const MOST_ROWS = 4_000;

/** One prepared statement serves any number. A column that a row lacks is null. */
export async function insertRows<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = getTableColumns(table);
  const types = givenBy(rows, columns);
  const make = (): Prepared<unknown> => {
    const given = Object.entries(types).map(([name, type]) => {
      const column = sql.identifier(columns[name]!.name);
      return { column, read: isList(type) ? sql`${column}::${sql.raw(type)}` : column };
    });
    const names = sql.join(
      given.map(({ column }) => column),
      sql`, `,
    );
    const reads = sql.join(
      given.map(({ read }) => read),
      sql`, `,
    );
    const insert = sql`
      INSERT INTO ${table} (${names}) SELECT ${reads} FROM ${fromLists(types)} AS given (${names})`;
    return tx._.session.prepareQuery(dialect.sqlToQuery(insert), undefined, undefined, false);
  };
  const key = `insert ${getTableName(table)} ${Object.keys(types).join()}`;
  const insert = preparedOnce(tx, key, make);
  for (let start = 0; start < rows.length; start += MOST_ROWS) {
    // oxlint-disable-next-line no-await-in-loop -- as many as fit into a statement
    await insert.execute(listsOf(types, rows.slice(start, start + MOST_ROWS)));
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
