/** A file that an admin brings: kept until it is recorded or left, planned anew at each look. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { desc, eq, isNull, and } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireRight, type Actor, type Admin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { csvImport } from '../../db/csv.ts';
import type { Db, Tx } from '../../db/db.ts';
import { admin } from '../../db/desk.ts';
import { isCurrency } from '../../domain/asset.ts';
import { collector } from '../../domain/collect-errors.ts';
import { CSV_FIELDS, type CsvAnswers, type CsvKind } from '../../domain/csv-fields.ts';
import { DomainError, fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { findOut } from './cells.ts';
import { planPledges, planSignatories } from './kinds.ts';
import { planMovements } from './moves.ts';
import type { Plan, Planning } from './plan.ts';
import { MAX_CSV_MIB, readCsv, type CsvFile } from './read.ts';

export const MAX_CSV_BYTES = MAX_CSV_MIB * 2 ** 20;

const zip = promisify(gzip);
const unzip = promisify(gunzip);

export type CsvImport = typeof csvImport.$inferSelect;

/** Signatures and pledges take the right to decide, agreements and receipts that to record: an import may hold any. */
export function requireImporter(actor: Actor): asserts actor is Admin {
  requireRight(actor, 'decide');
  requireRight(actor, 'record');
}

/** Returns the import's id. Throws `invalid-input` on `file` for what can't be read. */
export async function stageCsv(
  { db, now }: Context,
  actor: Actor,
  kind: CsvKind,
  bytes: Buffer,
): Promise<string> {
  requireImporter(actor);
  if (bytes.length > MAX_CSV_BYTES) throw fieldError('file', say().csv.overMib(MAX_CSV_MIB));
  await readCsv(bytes);
  const id = uuidv7();
  const file = await zip(bytes);
  await db.insert(csvImport).values({ id, kind, adminId: actor.adminId!, file, createdAt: now() });
  return id;
}

/** Throws `not-found`. */
export async function findCsv(reader: Db | Tx, id: string): Promise<CsvImport> {
  const [row] = await reader.select().from(csvImport).where(eq(csvImport.id, id));
  if (!row) throw noCsv();
  return row;
}

export const noCsv = (): DomainError => new DomainError('not-found', say().csv.noImport);

/** Throws `conflict` once it is recorded. */
export async function fileOf({ file }: CsvImport): Promise<CsvFile> {
  if (file === null) throw new DomainError('conflict', say().csv.recorded);
  return readCsv(await unzip(file, { maxOutputLength: MAX_CSV_BYTES }));
}

/** Fields without which no row says anything; of several one is enough. */
const NEEDED: Record<CsvKind, readonly (readonly string[])[]> = {
  signatories: [['name', 'first_name', 'last_name']],
  pledges: [
    ['email', 'giver_id', 'giver'],
    ['amount', 'gpu_hours', 'gpus'],
  ],
  agreements: [['pledge', 'email', 'giver_id', 'giver'], ['agreed_on']],
  receipts: [['pledge', 'email', 'giver_id', 'giver'], ['amount', 'gpu_hours'], ['received_on']],
};

/** Keeps which columns the fields are in, and the answers. Throws `invalid-input` with what is missing. */
export async function answerCsv(
  { db }: Context,
  actor: Actor,
  id: string,
  answers: CsvAnswers,
): Promise<void> {
  requireImporter(actor);
  const row = await findCsv(db, id);
  const file = await fileOf(row);
  const check = collector();
  const { columns, currency } = answers;
  const takenBy = new Map<number, string>();
  for (const [at, column] of Object.entries(columns)) {
    const isKnown = CSV_FIELDS[row.kind].some((field) => field.at === at);
    if (!isKnown || file.header[column] === undefined) check.refuse(at, say().csv.notColumn);
    else if (takenBy.has(column)) check.refuse(at, say().csv.columnTwice);
    takenBy.set(column, at);
  }
  for (const some of NEEDED[row.kind]) {
    if (!some.some((at) => columns[at] !== undefined)) {
      check.refuse(some[0]!, say().csv.columnMissing);
    }
  }
  if (!isCurrency(currency)) check.refuse('currency_else', say().csv.notCurrency(currency));
  const found = findOut(row.kind, file, answers);
  const dayOrder = found.dayOrder ?? answers.dayOrder;
  const mark = found.mark ?? answers.mark;
  if (found.asksOrder && !dayOrder) check.refuse('dayOrder', say().csv.answerMissing);
  if (found.asksMark && !mark) check.refuse('mark', say().csv.answerMissing);
  check.done();
  const set = { answers: { ...answers, dayOrder, mark } };
  await db
    .update(csvImport)
    .set(set)
    .where(and(eq(csvImport.id, id), isNull(csvImport.recordedAt)));
}

export const planCsv = (kind: CsvKind, planning: Planning): Promise<Plan> =>
  kind === 'signatories'
    ? planSignatories(planning)
    : kind === 'pledges'
      ? planPledges(planning)
      : planMovements(kind, planning);

interface CsvPreview {
  row: CsvImport;
  file: CsvFile;
  /** Null before the columns are matched. */
  plan: Plan | null;
}

export async function previewCsv(ctx: Context, actor: Actor, id: string): Promise<CsvPreview> {
  requireImporter(actor);
  const row = await findCsv(ctx.db, id);
  const file = await fileOf(row);
  const { answers, kind } = row;
  const planning = answers && { ctx, reader: ctx.db, tx: null, file, answers };
  return { row, file, plan: planning && (await planCsv(kind, planning)) };
}

/** What tells a preview's result from another. */
export const seenOf = ({ good, known, wrong }: Plan): string => `${good}.${known}.${wrong.length}`;

/** Deletes a file that nobody will record. */
export async function leaveCsv({ db }: Context, actor: Actor, id: string): Promise<void> {
  requireImporter(actor);
  await db.delete(csvImport).where(and(eq(csvImport.id, id), isNull(csvImport.recordedAt)));
}

const RECENT = 10;

export const recentCsv = (db: Db) =>
  db
    .select({
      id: csvImport.id,
      kind: csvImport.kind,
      recorded: csvImport.recorded,
      at: csvImport.createdAt,
      undoneAt: csvImport.undoneAt,
      who: admin.name,
    })
    .from(csvImport)
    .innerJoin(admin, eq(admin.id, csvImport.adminId))
    .orderBy(desc(csvImport.createdAt), desc(csvImport.id))
    .limit(RECENT);
