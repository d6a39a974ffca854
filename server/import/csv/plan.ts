/** What the rows of a file would record, and why some can't be: the same for the preview and for recording. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Deed } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Db, Tx } from '../../db/db.ts';
import type * as schema from '../../db/schema.ts';
import { rowsOf } from '../../db/sql.ts';
import { CSV_FIELDS, type CsvAnswers, type CsvKind } from '../../domain/csv-fields.ts';
import type { FieldError } from '../../domain/errors.ts';
import type { Move } from '../../domain/pledge-book.ts';
import { say } from '../../domain/say.ts';
import { parse } from '../../http/parse.ts';
import type { PledgeRow } from '../../pledges/pledge-row.ts';
import type { Progress } from '../job.ts';
import type { FileBatch } from '../pledges.ts';
import { readRow, type ReadRow } from './cells.ts';
import type { CsvFile } from './read.ts';
import { attemptRow, externalId, readTyped, type Typed } from './typed.ts';

export interface Planning {
  ctx: Pick<Context, 'now' | 'randomBytes'>;
  reader: Db | Tx;
  /** A transaction locks what it plans to change; a preview only looks. */
  tx: Tx | null;
  file: CsvFile;
  answers: CsvAnswers;
  progress?: Progress;
}

/** A row of which nothing is wrong so far, and that was never recorded. */
export interface FreshRow<K extends CsvKind> {
  key: string;
  read: ReadRow;
  typed: Typed[K];
}

/** What recording writes, apart from the entries' place in the ledger. */
export interface Work {
  signatories: (typeof schema.signatory.$inferInsert & { id: string; name: string })[];
  pledges: PledgeRow[];
  evidence: (typeof schema.evidence.$inferInsert)[];
  batches: FileBatch[];
  items: { key: string; made: string }[];
  deeds: Deed[];
  /** Money received for pledges whose givers ask for more. */
  increases: { pledge: PledgeRow; moves: Move[] }[];
  sums: Map<string, bigint>;
}

export interface Plan {
  good: number;
  /** What the good rows add up to, by currency and GPU model. */
  sums: ReadonlyMap<string, bigint>;
  /** Some good rows as they are read, to look at: days, amounts and the rest by their fields. */
  sample: { n: number; said: Record<string, string> }[];
  /** Recorded by an earlier import. */
  known: number;
  wrong: { n: number; cells: readonly string[]; errors: FieldError[] }[];
  work: Work;
}

export const emptyWork = (): Work => ({
  signatories: [],
  pledges: [],
  evidence: [],
  batches: [],
  items: [],
  deeds: [],
  increases: [],
  sums: new Map(),
});

export const addUp = ({ sums }: Work, asset: string, quantity: bigint): void =>
  void sums.set(asset, (sums.get(asset) ?? 0n) + quantity);

const digest = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The hash keeps personal ids, such as addresses, out of the table. */
export const keyOf = (kind: CsvKind, id: string): string => digest(kind, 'id', id);

const ROWS_PER_TURN = 500;

/** Lets other requests have their turn between rows, which take a processor for seconds. */
export async function* inTurns<T>(
  items: readonly T[],
  progress: (done: number) => void = () => {},
): AsyncGenerator<T> {
  for (const [index, item] of items.entries()) {
    if (index % ROWS_PER_TURN === 0) {
      progress(index);
      // oxlint-disable-next-line no-await-in-loop -- a turn for others
      await setImmediate();
    }
    yield item;
  }
}

/** Reads every row, tells known ones by their keys, and refuses what is there twice. */
export async function readRows<K extends CsvKind>(
  kind: K,
  { ctx, reader, file, answers, progress }: Planning,
) {
  const now = ctx.now();
  const reads: ReadRow[] = [];
  const fresh: FreshRow<K>[] = [];
  const rowOfKey = new Map<string, number>();
  const alike = new Map<string, number>();
  const told = (done: number): void => progress?.('rows', done, file.rows.length);
  for await (const row of inTurns(file.rows, told)) {
    const read = readRow(row, file.header, answers);
    reads.push(read);
    const typed = readTyped(kind, read, answers, now);
    const given = read.text('external_id');
    const id = given && attemptRow(read, {}, () => parse(externalId, given, ['external_id']));
    if (typed === undefined || read.errors.length > 0) continue;
    const content = digest(kind, 'row', JSON.stringify(typed));
    const ordinal = (alike.get(content) ?? 0) + 1;
    alike.set(content, ordinal);
    const key = id ? keyOf(kind, id) : digest(content, String(ordinal));
    const before = rowOfKey.get(key);
    if (before !== undefined) {
      read.errors.push({ field: 'external_id', message: say().csv.twice(before) });
    } else {
      rowOfKey.set(key, row.n);
      fresh.push({ key, read, typed });
    }
  }
  const known = await madeBy(
    reader,
    fresh.map(({ key }) => key),
  );
  return { reads, fresh: fresh.filter(({ key }) => !known.has(key)), known: known.size };
}

/** What earlier imports made, by the keys of their rows. */
export async function madeBy(
  reader: Db | Tx,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const found = await reader.execute(sql`
    SELECT key, made FROM csv_item WHERE key = ANY(${sql.param(keys)}::text[])`);
  const shape = z.strictObject({ key: z.string(), made: z.string() });
  return new Map(rowsOf(found, shape).map(({ key, made }) => [key, made]));
}

/** Runs a row's part of the plan; what refuses it becomes its error. */
export function planRow(read: ReadRow, fields: Record<string, string>, plan: () => void): void {
  attemptRow(read, fields, plan);
}

const SAMPLE = 5;

function saidBy(kind: CsvKind, read: ReadRow): Record<string, string> {
  const said = CSV_FIELDS[kind].map(({ at, as }) => {
    const sum = as === 'amount' ? read.amount(at) : undefined;
    if (as === 'amount') return [at, sum && `${sum.decimal} ${sum.currency}`];
    return [at, as === 'day' ? read.day(at) : as === 'hours' ? read.hours(at) : read.text(at)];
  });
  return Object.fromEntries(said.filter(([, text]) => text !== undefined));
}

export function planOf<K extends CsvKind>(
  kind: K,
  { reads, fresh, known }: Awaited<ReturnType<typeof readRows<K>>>,
  work: Work,
): Plan {
  const good = fresh.filter(({ read }) => read.errors.length === 0).slice(0, SAMPLE);
  return {
    good: work.items.length,
    sums: work.sums,
    sample: good.map(({ read }) => ({ n: read.row.n, said: saidBy(kind, read) })),
    known,
    wrong: reads
      .filter(({ errors }) => errors.length > 0)
      .map(({ row, errors }) => ({ ...row, errors })),
    work,
  };
}
