/** A file that an admin brings: kept until it is recorded or left, planned anew at each look. */
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { and, desc, eq, getTableColumns, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireRight, type Actor, type Admin } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { csvImport } from '../../db/csv.ts';
import type { Db, Tx } from '../../db/db.ts';
import { admin } from '../../db/desk.ts';
import {
  CSV_FIELDS,
  guessColumns,
  type CsvAnswers,
  type CsvKind,
} from '../../domain/csv-fields.ts';
import type { Closing } from '../../domain/closing.ts';
import { today } from '../../domain/day.ts';
import { conflict, fieldError, notFound } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { findInitiative, noInitiative, versionOf } from '../../initiative/read.ts';
import type { Progress } from '../job.ts';
import { findOut } from './cells.ts';
import { planPledges, planSignatories } from './kinds.ts';
import { planMovements } from './moves.ts';
import type { Plan, Planning } from './plan.ts';
import { MAX_CSV_MIB, readCsv } from './read.ts';
import { blockedBy, missingFields, unreadColumns } from './unread.ts';

export const MAX_CSV_BYTES = MAX_CSV_MIB * 2 ** 20;
export const tooLargeCsv = () => fieldError('file', say().csv.overMib(MAX_CSV_MIB));

export type CsvImport = typeof csvImport.$inferSelect;

/** Signatures and pledges take the right to decide, agreements and receipts that to record: an import may hold any. */
export function requireImporter(actor: Actor): asserts actor is Admin {
  requireRight(actor, 'decide');
  requireRight(actor, 'record');
}

const isClosedFor = (kind: CsvKind, { closed }: Closing): boolean =>
  closed && (kind === 'signatories' || kind === 'pledges');

/** Returns the import's id. Throws `invalid-input` on `file` for what can't be read, and `conflict` once closed. */
export async function stageCsv(
  { db, now }: Context,
  actor: Actor,
  kind: CsvKind,
  bytes: Buffer,
): Promise<string> {
  requireImporter(actor);
  const initiative = await findInitiative(db);
  if (initiative && isClosedFor(kind, initiative)) throw conflict(say().csv.closed);
  const { header } = await readCsv(bytes, kind);
  const answers = {
    columns: guessColumns(CSV_FIELDS[kind], header),
    dayOrder: null,
    // Nothing is published that nobody has agreed to.
    shown: false,
    header: versionOf(header),
    ...(await earlierColumns(db, actor, kind, versionOf(header))),
  };
  const id = uuidv7();
  const file = await promisify(gzip)(bytes);
  const row = { id, kind, adminId: actor.adminId!, file, answers, createdAt: now() };
  await db.insert(csvImport).values(row);
  return id;
}

/**
 * Of the newest file with these headers that is recorded, or that this admin has answered: rows with errors come again,
 * mended. Only the columns: which to leave out and how days are written is asked of each file.
 */
async function earlierColumns(db: Db, { adminId }: Admin, kind: CsvKind, header: string) {
  const { answers, adminId: bringer, recordedAt, undoneAt, createdAt } = csvImport;
  const isRecorded = and(isNotNull(recordedAt), isNull(undoneAt));
  const [earlier] = await db
    .select({ answers, bringer, createdAt })
    .from(csvImport)
    .where(
      and(
        eq(csvImport.kind, kind),
        sql`${answers} ->> 'header' = ${header}`,
        or(isRecorded, sql`${answers} ->> 'by' = ${adminId}`),
      ),
    )
    .orderBy(desc(createdAt))
    .limit(1);
  if (!earlier?.answers) return null;
  const { columns, by = earlier.bringer } = earlier.answers;
  return { columns, like: { by, on: today(earlier.createdAt) } };
}

/** `likeWhom`: the name of the admin whose columns it has. Throws `not-found`. */
export async function findCsv(reader: Db | Tx, id: string) {
  const [row] = await reader
    .select({ ...getTableColumns(csvImport), likeWhom: admin.name })
    .from(csvImport)
    .leftJoin(admin, sql`${admin.id}::text = ${csvImport.answers} #>> '{like,by}'`)
    .where(eq(csvImport.id, id));
  if (!row) throw notFound(say().csv.noImport);
  return row;
}

export async function answerCsv(
  { db }: Context,
  actor: Actor,
  id: string,
  answers: CsvAnswers,
): Promise<void> {
  requireImporter(actor);
  const given = JSON.stringify({ ...answers, by: actor.adminId, like: null });
  await db
    .update(csvImport)
    .set({ answers: sql`${csvImport.answers} || ${given}::jsonb` })
    .where(and(eq(csvImport.id, id), isNull(csvImport.recordedAt)));
}

const PLANS: Record<CsvKind, (planning: Planning) => Promise<Plan>> = {
  signatories: planSignatories,
  pledges: planPledges,
  agreements: planMovements,
  receipts: planMovements,
};

/** Without a column that every row needs. */
const UNPLANNED: Plan = {
  good: 0,
  sums: new Map(),
  identifies: false,
  known: 0,
  wrong: [],
  sample: [],
  works: [],
};

/** Throws `conflict` once it is recorded. `blocked`: why nothing of it may be. */
export async function planCsv(
  ctx: Context,
  row: CsvImport,
  tx: Tx | null,
  progress: Progress = () => {},
) {
  if (row.file === null) throw conflict(say().csv.over);
  const reader = tx ?? ctx.db;
  const { kind, answers } = row;
  const initiative = await findInitiative(reader);
  if (!initiative) throw noInitiative();
  const bytes = await promisify(gunzip)(row.file, { maxOutputLength: MAX_CSV_BYTES });
  const file = await readCsv(bytes, kind);
  const { currency } = initiative;
  const { unclearDay, ...found } = findOut(CSV_FIELDS[kind], file, answers!, currency);
  const how = { ...answers!, ...found, currency };
  const planning = { ctx, reader, tx, kind, file, how, progress };
  const { columns } = how;
  const missing = missingFields(kind, file, columns);
  const unread = unreadColumns(file, columns);
  const blocked = isClosedFor(kind, initiative) ? say().csv.closed : blockedBy(unread, how);
  const plan = missing.length > 0 ? UNPLANNED : await PLANS[kind](planning);
  const { good, known, wrong, sums } = plan;
  const result = [answers, good, known, wrong.length, [...sums].map(String)];
  return { ...plan, unclearDay, missing, unread, blocked, file, seen: versionOf(result) };
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
