/** Recording an import and undoing it: all in one transaction each, so a crash leaves nothing of it. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Actor, Admin } from '../../actor.ts';
import { auditAll, type Deed } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import { csvImport, csvItem } from '../../db/csv.ts';
import type { Tx } from '../../db/db.ts';
import { ANSWERED, UNREADY } from '../../db/desk.ts';
import { insertRows } from '../../db/prepared.ts';
import * as schema from '../../db/schema.ts';
import { isTaken } from '../../db/sql.ts';
import { write } from '../../db/write.ts';
import type { CsvKind } from '../../domain/csv-fields.ts';
import { today } from '../../domain/day.ts';
import { conflict, DomainError, notFound } from '../../domain/errors.ts';
import { planReversal } from '../../domain/move.ts';
import { applyMove, outstanding, type Book } from '../../domain/pledge-book.ts';
import { say } from '../../domain/say.ts';
import { findInitiative } from '../../initiative/read.ts';
import { append, type NewEntry } from '../../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../../ledger/codes.ts';
import { isGone, lockGivers } from '../../pledges/acceptance.ts';
import { cancelRequests } from '../../pledges/change-checks.ts';
import { evidenceRow, movementEntries } from '../../pledges/record.ts';
import {
  lockPledgesOf,
  lockSignatories,
  rejectAll,
  signatureEntry,
} from '../../signatories/moderate.ts';
import { keepLookKeys } from '../../signatories/sign.ts';
import { openBooks, type OpenBook } from '../books.ts';
import { lockImports, type Progress } from '../job.ts';
import { inLedgerOrder } from '../pledges.ts';
import { inTurns } from './plan.ts';
import { planCsv, requireImporter, type CsvImport } from './stage.ts';

/** Of two who record or undo it, the second finds it done. Throws `not-found`. */
export async function lockCsv(tx: Tx, id: string): Promise<CsvImport> {
  await lockImports(tx);
  const [row] = await tx.select().from(csvImport).where(eq(csvImport.id, id)).for('update');
  if (!row) throw notFound(say().csv.noImport);
  return row;
}

/**
 * Records the rows without errors. Nobody gets an email: it is past. Throws `conflict` if the rows come to something
 * else than was `seen`, and for anonymous pledges of too few givers unless the admin accepts them `alone`.
 */
export async function recordCsv(
  ctx: Context,
  actor: Actor,
  id: string,
  seen: string | undefined,
  { alone = false, progress = () => {} }: { alone?: boolean; progress?: Progress } = {},
): Promise<void> {
  requireImporter(actor);
  await write(ctx, null, async (tx) => {
    const row = await lockCsv(tx, id);
    const plan = await planCsv(ctx, row, tx, progress);
    const { works, good } = plan;
    if (plan.blocked !== null) throw conflict(plan.blocked);
    if (seen !== plan.seen || good === 0) throw conflict(say().csv.changedSince);
    if (plan.identifies && !alone) throw conflict(say().csv.identifies);
    const signatories = works.flatMap(({ signatory }) => signatory ?? []);
    await insertRows(tx, schema.signatory, signatories);
    await keepLookKeys(tx, signatories);
    const pledges = works.flatMap(({ pledge }) => pledge ?? []);
    await insertRows(tx, schema.pledge, pledges);
    const evidence = works.flatMap((work) => work.evidence ?? []);
    await insertRows(tx, schema.evidence, evidence);
    const items = works.map(({ key, made }) => ({ key, made, importId: id }));
    await insertRows(tx, csvItem, items);
    const recorded = { file: null, recorded: good, recordedAt: ctx.now() };
    await tx.update(csvImport).set(recorded).where(eq(csvImport.id, id));
    const facts = { kind: row.kind, count: good, ...(plan.identifies && { alone }) };
    const deeds = works.map(({ deed }) => deed);
    await auditAll(tx, ctx, actor, [{ act: 'csv.record', object: id, facts }, ...deeds]);
    const entries = inLedgerOrder(works.map(({ batch }) => batch));
    await append(tx, entries, ctx, (done) => progress('entries', done, entries.length));
    return { status: 201, body: { id } };
  }).catch((error: unknown) => {
    // Somebody has signed with an address of the file since it was planned.
    throw isTaken(error) ? conflict(say().csv.changedSince) : error;
  });
}

interface Undoing {
  ctx: Context;
  tx: Tx;
  actor: Admin;
  kind: CsvKind;
  /** What the import made. */
  made: string[];
  entries: NewEntry[];
  evidence: (typeof schema.evidence.$inferInsert)[];
  deeds: Deed[];
  /** What keeps the whole from being undone, in words. */
  blocked: Set<string>;
}

/**
 * Throws `conflict`, with names or references, if amounts have moved on or signatories have pledged since. Who has
 * confirmed the signature by email stays: it is theirs by now.
 */
export async function undoCsv(ctx: Context, actor: Actor, id: string): Promise<void> {
  requireImporter(actor);
  await write(ctx, null, async (tx) => {
    const { kind, recordedAt, undoneAt } = await lockCsv(tx, id);
    if (recordedAt === null || undoneAt !== null) throw conflict(say().csv.over);
    const items = await tx.select().from(csvItem).where(eq(csvItem.importId, id));
    const made = [...new Set(items.map((item) => item.made))];
    const does = { entries: [], evidence: [], deeds: [], blocked: new Set<string>() };
    const undoing: Undoing = { ctx, tx, actor, kind, made, ...does };
    await (kind === 'signatories' ? undoSignatures(undoing) : undoMovements(undoing));
    const { blocked, entries, evidence, deeds } = undoing;
    if (blocked.size > 0) throw conflict(say().csv.movedOn([...blocked]));
    await insertRows(tx, schema.evidence, evidence);
    // Whoever stays isn't imported again.
    await tx.execute(sql`
      DELETE FROM csv_item WHERE import_id = ${id} AND NOT EXISTS (
        SELECT FROM signatory WHERE signatory.id::text = made AND confirmed_at IS NOT NULL)`);
    await tx.update(csvImport).set({ undoneAt: ctx.now() }).where(eq(csvImport.id, id));
    const facts = { kind, count: made.length };
    await auditAll(tx, ctx, actor, [{ act: 'csv.undo', object: id, facts }, ...deeds]);
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { id } };
  });
}

async function undoSignatures(undoing: Undoing): Promise<void> {
  const { ctx, tx, actor, made, entries, deeds, blocked } = undoing;
  const { signatory } = schema;
  await lockPledgesOf(tx, made);
  await lockSignatories(tx, made);
  const isOwn = sql`${signatory.id} = ANY(${sql.param(made)}::uuid[])
    AND ${signatory.status} = 'published' AND ${signatory.confirmedAt} IS NULL`;
  const rows = await tx.select().from(signatory).where(isOwn).orderBy(signatory.id);
  const pledged = await tx
    .selectDistinct({ name: signatory.name })
    .from(signatory)
    .innerJoin(schema.pledge, eq(schema.pledge.signatoryId, signatory.id))
    .where(and(isOwn, inArray(schema.pledge.status, ['pending', 'accepted'])));
  for (const { name } of pledged) blocked.add(name);
  const ids = rows.map((row) => row.id);
  await rejectAll(ctx, tx, actor, ids, null);
  for (const row of rows) {
    entries.push(signatureEntry(ctx, row, 'reject'));
    deeds.push({ act: 'signatory.reject', object: row.id });
  }
}

/** Reverses batches; of pledges their acceptance, and rejects them. What was reversed by hand stays so. */
async function undoMovements(undoing: Undoing): Promise<void> {
  const { tx, kind, made, blocked } = undoing;
  const arePledges = kind === 'pledges';
  const refs = arePledges ? made : await refsOfBatches(tx, made);
  const { currency } = (await findInitiative(tx))!;
  const books = [...(await openBooks(tx, refs, currency, true)).values()];
  const ids = books.map(({ row }) => row.signatoryId);
  const givers = await lockGivers(tx, ids, 'shared');
  const batches = new Set(made);
  for await (const opened of inTurns(books)) {
    const { row, book, history } = opened;
    if (!book) continue;
    const own = arePledges
      ? history.slice(0, 1)
      : history.filter(({ batch }) => batches.has(batch)).toReversed();
    for (const batch of new Set(own.map((moved) => moved.batch))) {
      undoBatch(undoing, opened, book, batch);
    }
    const isEmpty = Object.values(book.stages).every(({ quantity }) => quantity === 0n);
    const expects = isGone(givers.get(row.signatoryId)!) && outstanding(book) > 0n;
    if (arePledges ? !isEmpty : expects) blocked.add(row.ref);
  }
  if (arePledges) await rejectPledges(undoing, books);
}

async function refsOfBatches(tx: Tx, batches: readonly string[]): Promise<string[]> {
  const { pledge, movement } = schema;
  const found = await tx
    .selectDistinct({ ref: pledge.ref })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .where(sql`${movement.batch} = ANY(${sql.param(batches)}::text[])`);
  return found.map(({ ref }) => ref);
}

function undoBatch(undoing: Undoing, { row, history }: OpenBook, book: Book, undone: string): void {
  const { ctx, entries, evidence, deeds, blocked } = undoing;
  try {
    const moves = planReversal(book.terms, history, undone);
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    for (const move of moves) {
      applyMove(book, move);
      history.push({ ...move, batch, seq: history.at(-1)!.seq + 1n });
    }
    const on = today(ctx.now());
    entries.push(...movementEntries(row, { batch, moves, on, grade: 'self-asserted' }));
    evidence.push(...evidenceRow(batch, { note: say().csv.wasUndone }, row.asset));
    deeds.push({ act: 'batch.reverse', object: undone, facts: { batch } });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code !== 'already-reversed') blocked.add(row.ref);
  }
}

async function rejectPledges({ ctx, tx, actor, deeds }: Undoing, books: readonly OpenBook[]) {
  const open = books.filter(({ row: { status } }) => status === 'pending' || status === 'accepted');
  const ids = open.map(({ row }) => row.id);
  const revision = sql`${schema.pledge.revision} + 1`;
  const rejected = { status: 'rejected', decidedAt: ctx.now(), asked: null, revision } as const;
  await tx
    .update(schema.pledge)
    .set({ ...rejected, ...ANSWERED, ...UNREADY })
    .where(sql`${schema.pledge.id} = ANY(${sql.param(ids)}::uuid[])`);
  await cancelRequests(tx, ctx, actor, ids);
  for (const { row } of open) deeds.push({ act: 'pledge.reject', object: row.ref });
}
