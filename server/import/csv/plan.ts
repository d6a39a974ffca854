/** What the rows of a file would record, and why some can't be: the same for the preview and for recording. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Deed } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import { csvItem } from '../../db/csv.ts';
import type { Db, Tx } from '../../db/db.ts';
import type * as schema from '../../db/schema.ts';
import { LEAST_GIVERS } from '../../domain/accept-together.ts';
import { CSV_FIELDS, type CsvKind } from '../../domain/csv-fields.ts';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { parse } from '../../http/parse.ts';
import { line } from '../../http/text.ts';
import type { PledgeRow } from '../../pledges/pledge-row.ts';
import type { Progress } from '../job.ts';
import type { FileBatch } from '../pledges.ts';
import { attemptRow, readRow, type HowToRead, type ReadRow, type Said } from './cells.ts';
import type { CsvFile, CsvRow } from './read.ts';

export interface Planning {
  ctx: Pick<Context, 'now' | 'randomBytes'>;
  reader: Db | Tx;
  /** A transaction locks what it plans to change; a preview only looks. */
  tx: Tx | null;
  kind: CsvKind;
  file: CsvFile;
  how: HowToRead;
  progress: Progress;
}

/** A row of which nothing is wrong so far, and that was never recorded. */
export interface FreshRow extends ReadRow {
  /** A later file's row with the same key is the same row. */
  key: string;
}

/** What a row makes. Entries get their place in the ledger later. */
export interface Made {
  /** The signatory's id, the pledge's reference, or the batch of movements. */
  made: string;
  signatory?: typeof schema.signatory.$inferInsert & { id: string; name: string };
  pledge?: PledgeRow;
  evidence?: (typeof schema.evidence.$inferInsert)[];
  batch: FileBatch;
  deed: Deed;
  /** In minor units of a currency, or GPU-seconds of a model. */
  sum?: { asset: string; quantity: bigint };
}

const digest = (...parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The hash keeps personal ids, such as addresses, out of the table. */
const keyOfId = (kind: CsvKind, id: string): string => digest(kind, 'id', id);

/**
 * Without an id a row is known by what was read, not by its cells: the header and the answers decide what these say.
 * The 1 is part of all keys in the table.
 */
const keyOfContent = (kind: CsvKind, said: Said): string => digest(digest(kind, 'row', said), 1);

const ROWS_PER_TURN = 500;

/** Lets other requests have their turn between rows, which take a processor for seconds. */
export async function* inTurns<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const [index, item] of items.entries()) {
    // oxlint-disable-next-line no-await-in-loop -- a turn for others
    if (index % ROWS_PER_TURN === 0) await setImmediate();
    yield item;
  }
}

const externalId = line(200);

/** In the first cell of a row that adds the others up. */
const TOTAL = /^(?:grand |sub-?)?(?:totals?|summe|gesamt|insgesamt|합계|총계)\s*:?$/i;

/** No other column of such a row is looked at. */
function readOne({ kind, file, how }: Planning, row: CsvRow): ReadRow {
  const isTotal = TOTAL.test(row.cells.find((cell) => cell !== '') ?? '');
  if (!isTotal) return readRow(CSV_FIELDS[kind], file, row, how);
  return { ...row, said: {}, errors: [{ field: 'row', message: say().csv.total }] };
}

type ReadRows = Awaited<ReturnType<typeof readRows>>;

/** Refuses an external id that is there twice, and equal rows without one. */
export async function readRows(planning: Planning) {
  const { reader, kind, file, progress } = planning;
  const all: ReadRow[] = [];
  const good: FreshRow[] = [];
  const rowOfKey = new Map<string, number>();
  for await (const row of inTurns(file.rows)) {
    const read = readOne(planning, row);
    all.push(read);
    if (all.length % ROWS_PER_TURN === 0) progress('rows', all.length, file.rows.length);
    if (read.errors.length > 0) continue;
    const key = attemptRow(read, () => {
      const { externalId: id } = read.said;
      const own =
        id === undefined
          ? keyOfContent(kind, read.said)
          : keyOfId(kind, parse(externalId, id, ['externalId']));
      const before = rowOfKey.get(own);
      if (before !== undefined && id === undefined)
        throw fieldError('row', say().csv.sameRow(before));
      if (before !== undefined) throw fieldError('externalId', say().csv.twice(before));
      rowOfKey.set(own, row.n);
      return own;
    });
    if (key !== undefined) good.push(Object.assign(read, { key }));
  }
  const made = await madeByKeys(
    reader,
    good.map(({ key }) => key),
  );
  const fresh = good.filter(({ key }) => !made.has(key));
  // `known`: how many an earlier import recorded.
  return { all, fresh, known: good.length - fresh.length };
}

async function madeByKeys(reader: Db | Tx, keys: readonly string[]): Promise<Map<string, string>> {
  const isOne = sql`${csvItem.key} = ANY(${sql.param(keys)}::text[])`;
  const found = await reader.select().from(csvItem).where(isOne);
  return new Map(found.map(({ key, made }) => [key, made]));
}

/** What earlier imports made of these external ids; other texts stay as they are. */
export async function madeOf(
  reader: Db | Tx,
  kind: CsvKind,
  ids: readonly string[],
): Promise<(id: string) => string> {
  const made = await madeByKeys(
    reader,
    ids.map((id) => keyOfId(kind, id)),
  );
  return (id) => made.get(keyOfId(kind, id)) ?? id;
}

export type Plan = Awaited<ReturnType<typeof planEach>>;

const SAMPLE = 5;

/** Plans one row after the other; what refuses a row becomes its error. A preview keeps nothing of what they make. */
export async function planEach<T extends { fresh: FreshRow }>(
  { tx }: Planning,
  { all, fresh, known }: ReadRows,
  items: readonly T[],
  plan: (item: T) => Made,
) {
  const works: (Made & { key: string })[] = [];
  const sums = new Map<string, bigint>();
  const hidden = new Set<string>();
  let good = 0;
  for await (const item of inTurns(items)) {
    const made = attemptRow(item.fresh, () => plan(item));
    if (made === undefined) continue;
    good += 1;
    if (tx) works.push({ ...made, key: item.fresh.key });
    const { pledge } = made;
    if (pledge?.visibility === 'anonymous') hidden.add(pledge.signatoryId);
    const { asset, quantity } = made.sum ?? { asset: '', quantity: 0n };
    if (quantity > 0n) sums.set(asset, (sums.get(asset) ?? 0n) + quantity);
  }
  return {
    good,
    sums,
    /** Accepted with few others, an anonymous pledge's place in the ledger could identify its giver. */
    identifies: hidden.size > 0 && hidden.size < LEAST_GIVERS,
    known,
    wrong: all.filter(({ errors }) => errors.length > 0),
    /** To see a column that is in the wrong place. */
    sample: fresh.filter(({ errors }) => errors.length === 0).slice(0, SAMPLE),
    works,
  };
}
