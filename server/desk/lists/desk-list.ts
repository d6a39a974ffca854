import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { rowsOf } from '../../db/sql.ts';
import { isDay, today, type Day } from '../../domain/day.ts';
import { fieldError, type DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { ASSETS, guarded, selectList } from '../../exports/cells.ts';
import {
  readAsOf,
  type AsOf,
  type Audience,
  type CsvFile,
  type Filters,
} from '../../exports/file.ts';
import { paged } from '../../http/paging.ts';
import { isStorable, lines } from '../../http/text.ts';

/** A list is one SELECT for page and file: same conditions, same order, as of the newest checkpoint. */

const ROWS = 50;

export interface Facts extends AsOf {
  today: Day;
  addresses: boolean;
  /** In a file for the desk's audience there are no names. */
  isFile: boolean;
}

/** Text that people wrote is guarded in a file and plain on a page. */
export type Cell = SQL | { text: SQL };

export type Dir = 'asc' | 'desc';

/** Whether a cursor's key is a text that the database takes. */
const KEYS: Record<'bigint' | 'date' | 'uuid' | 'text', (text: string) => boolean> = {
  bigint: (text) => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text),
  // The last day means none, and sorts last.
  date: (text) => isDay(text) || text === '9999-12-31',
  uuid: (text) => z.uuid().safeParse(text).success,
  text: (text) => text.length <= 1_000 && isStorable(text),
};

export interface Key {
  by: SQL;
  type: keyof typeof KEYS;
}

export type Sort = Key & { dir: Dir };

export interface Asked {
  sort: string;
  dir?: Dir | undefined;
  cursor?: string | undefined;
}

export interface DeskList<F extends Asked = Asked> {
  name: string;
  audience: Audience;
  filters: z.ZodType<F> & { shape: object };
  typed: readonly string[];
  cells: (facts: Facts, filters: F) => Record<string, Cell>;
  /** FROM …, with only what conditions and orders need, if that is less. Several, which share no row, can use indexes. */
  find?: (facts: Facts, filters: F) => readonly SQL[];
  /** The columns by which found rows are looked up, if they aren't `id`: those of an index. */
  key?: SQL;
  from: (facts: Facts, filters: F) => SQL;
  where: (facts: Facts, filters: F) => SQL;
  sorts: Record<string, Sort>;
  id: Key;
  /** Counts and sums of all rows, as a whole SELECT; null where one page has them all. */
  sums: ((facts: Facts, filters: F) => SQL) | null;
}

/** The query's schema. The first of `sorts` is the default. */
export const askedOf = <T extends z.ZodRawShape, S extends string>(
  sorts: readonly [S, ...S[]],
  shape: T,
) =>
  z.strictObject({
    ...shape,
    sort: z.enum(sorts).default(() => sorts[0] as never),
    dir: z.enum(['asc', 'desc']).optional(),
    cursor: z.string().max(3000).optional(),
  });

export const part = lines(100).optional();

/** Without empty fields and `done`, which is for the page's frame. */
export const queryOf = (query: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query as Record<string, unknown>).filter(
      ([name, value]) => value !== '' && name !== 'done',
    ),
  );

const sortOf = <F extends Asked>(list: DeskList<F>, { sort, dir }: F): Sort => {
  const found = list.sorts[sort]!;
  return { ...found, dir: dir ?? found.dir };
};

const orderOf = <F extends Asked>(list: DeskList<F>, filters: F): SQL => {
  const { by, dir } = sortOf(list, filters);
  const way = sql.raw(dir);
  return sql`ORDER BY ${by} ${way}, ${list.id.by} ${way}`;
};

const cursorOf = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url');

const cursorShape = z.tuple([z.string(), z.string()]);

const notACursor = (): DomainError => fieldError('cursor', say().desk.notACursor);

/** Only rows after the cursor's. Throws `invalid-input` for a wrong cursor. */
function after<F extends Asked>(list: DeskList<F>, filters: F): SQL {
  if (filters.cursor === undefined) return sql`true`;
  const sort = sortOf(list, filters);
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(filters.cursor, 'base64url').toString());
  } catch {
    throw notACursor();
  }
  const { data } = cursorShape.safeParse(read);
  if (!data || !KEYS[sort.type](data[0]) || !KEYS[list.id.type](data[1])) throw notACursor();
  const [key, id] = [sql.raw(sort.type), sql.raw(list.id.type)];
  return sql`(${sort.by}, ${list.id.by}) ${sql.raw(sort.dir === 'asc' ? '>' : '<')}
    (${data[0]}::${key}, ${data[1]}::${id})`;
}

const PLEDGED_ASSETS = sql`
  SELECT code AS asset FROM ${ASSETS}
  WHERE EXISTS (SELECT FROM pledge WHERE pledge.asset = asset.code) ORDER BY 1`;

const rowShape = z.record(z.string(), z.string().nullable());
export type Row = z.infer<typeof rowShape>;

export interface Seen {
  facts: Facts;
  rows: Row[];
  next: string | null;
  sums: Row[];
  assets: string[];
}

/** Throws `not-found` before the first checkpoint. */
export const readFacts = async (
  ctx: Pick<Context, 'db' | 'now'>,
  addresses: boolean,
): Promise<Facts> => ({
  ...(await readAsOf(ctx.db)),
  today: today(ctx.now()),
  addresses,
  isFile: false,
});

/** Finds the page's rows by `find` first, where there is one, so that cells are made for these alone. */
function stretch<F extends Asked>(list: DeskList<F>, facts: Facts, filters: F, most: number): SQL {
  const conditions = sql`${list.where(facts, filters)} AND ${after(list, filters)}`;
  if (!list.find) return conditions;
  const key = list.key ?? list.id.by;
  const first = list.find(facts, filters).map(
    (from) => sql`(
      SELECT ${key} FROM ${from} WHERE ${conditions} ${orderOf(list, filters)} LIMIT ${most})`,
  );
  return sql`(${key}) IN (${sql.join(first, sql` UNION ALL `)})`;
}

const cellsOf = <F extends Asked>(list: DeskList<F>, facts: Facts, filters: F): SQL =>
  sql.join(
    Object.entries(list.cells(facts, filters)).map(
      ([name, cell]) =>
        sql`(${'text' in cell ? cell.text : cell})::text AS ${sql.identifier(name)}`,
    ),
    sql`, `,
  );

/** The first rows, and how many rows there are: what makes a list slow, such as its sums, isn't asked for. */
export async function readFirst<F extends Asked>(
  db: Db,
  facts: Facts,
  list: DeskList<F>,
  filters: F,
  most: number,
): Promise<{ rows: Row[]; found: number }> {
  const counts = list
    .find?.(facts, filters)
    .map((from) => sql`(SELECT count(*) FROM ${from} WHERE ${list.where(facts, filters)})`);
  const found = counts ? sql.join(counts, sql` + `) : sql`count(*) OVER ()`;
  const rows = rowsOf(
    await db.execute(sql`
      SELECT ${cellsOf(list, facts, filters)}, (${found})::text AS found
      FROM ${list.from(facts, filters)} WHERE ${stretch(list, facts, filters, most)}
      ${orderOf(list, filters)} LIMIT ${most}`),
    rowShape,
  );
  return { rows, found: Number(rows[0]?.['found'] ?? 0) };
}

export async function readDeskList<F extends Asked>(
  ctx: Pick<Context, 'db' | 'now'>,
  list: DeskList<F>,
  filters: F,
  addresses: boolean,
): Promise<Seen> {
  const facts = await readFacts(ctx, addresses);
  const { by } = sortOf(list, filters);
  const { db } = ctx;
  const [found, sums, assets] = await Promise.all([
    db.execute(sql`
      SELECT ${cellsOf(list, facts, filters)}, (${by})::text AS sort_key,
        (${list.id.by})::text AS row_id
      FROM ${list.from(facts, filters)} WHERE ${stretch(list, facts, filters, ROWS + 1)}
      ${orderOf(list, filters)} LIMIT ${ROWS + 1}`),
    list.sums && db.execute(list.sums(facts, filters)),
    'asset' in list.filters.shape && db.execute(PLEDGED_ASSETS),
  ]);
  const { items: rows, next } = paged(rowsOf(found, rowShape), ROWS, ({ sort_key, row_id }) =>
    cursorOf(sort_key!, row_id!),
  );
  return {
    facts,
    rows,
    next,
    sums: sums ? rowsOf(sums, rowShape) : [],
    assets: assets
      ? rowsOf(assets, z.strictObject({ asset: z.string() })).map(({ asset }) => asset)
      : [],
  };
}

/** All rows as a file for spreadsheets, for whoever may see the addresses. */
export const fileOf = <F extends Asked>(list: DeskList<F>, day: Day): CsvFile<F & Filters> => ({
  name: `desk-${list.name}`,
  audience: list.audience,
  filters: list.filters.transform((filters) => {
    const { cursor: _cursor, ...rest } = filters;
    return { ...rest, bom: '1' as const };
  }) as unknown as z.ZodType<F & Filters>,
  typed: list.typed,
  select: (asOf, filters) => {
    const facts: Facts = { ...asOf, today: day, addresses: true, isFile: true };
    const cells = Object.entries(list.cells(facts, filters)).map(([name, cell]): [string, SQL] => [
      name,
      'text' in cell ? guarded(cell.text) : cell,
    ]);
    return sql`SELECT ${selectList(Object.fromEntries(cells))}
      FROM ${list.from(facts, filters)} WHERE ${list.where(facts, filters)}
      ${orderOf(list, filters)}`;
  },
});
