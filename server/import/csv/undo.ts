/** Undo of an import: all of it, unless more has happened since. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor, Admin } from '../../actor.ts';
import { audit, type Deed } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import { csvImport, csvItem } from '../../db/csv.ts';
import type { Tx } from '../../db/db.ts';
import { ANSWERED, UNREADY } from '../../db/desk.ts';
import { namesChanged } from '../../db/names.ts';
import { insertRows } from '../../db/prepared.ts';
import * as schema from '../../db/schema.ts';
import { rowsOf } from '../../db/sql.ts';
import { write } from '../../db/write.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { planReversal } from '../../domain/move.ts';
import { applyMove, outstanding } from '../../domain/pledge-book.ts';
import { say } from '../../domain/say.ts';
import { append, type NewEntry } from '../../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../../ledger/codes.ts';
import { isGone, lockGivers } from '../../pledges/acceptance.ts';
import { cancelRequests } from '../../pledges/change-checks.ts';
import { countTowardsIncrease, evidenceRow, movementEntries } from '../../pledges/record.ts';
import type { ReasonInput } from '../../pledges/schemas.ts';
import { lockPledgesOf, lockSignatories, signatureEntry } from '../../signatories/moderate.ts';
import { openBooks, type OpenBook } from './books.ts';
import { inTurns } from './plan.ts';
import { auditRows, lockCsv } from './record.ts';
import { requireImporter } from './stage.ts';

interface Undoing {
  ctx: Context;
  tx: Tx;
  actor: Admin;
  reason: string;
  /** What the import made and has not been taken back by hand. */
  entries: NewEntry[];
  evidence: (typeof schema.evidence.$inferInsert)[];
  deeds: Deed[];
  /** What keeps the whole from being undone, in words. */
  blocked: string[];
}

/**
 * Throws `conflict`, with names or references, if amounts have moved on or signatories have pledged since. Who has
 * confirmed the signature by email stays: it is theirs by now.
 */
export async function undoCsv(
  ctx: Context,
  actor: Actor,
  id: string,
  { reason }: ReasonInput,
): Promise<void> {
  requireImporter(actor);
  await write(ctx, null, async (tx) => {
    const { kind, recordedAt, undoneAt } = await lockCsv(tx, id);
    if (recordedAt === null) throw new DomainError('conflict', say().csv.notRecorded);
    if (undoneAt !== null) throw new DomainError('conflict', say().csv.undone);
    const items = await tx.select().from(csvItem).where(eq(csvItem.importId, id));
    const made = items.map((item) => item.made);
    const undoing: Undoing = {
      ctx,
      tx,
      actor,
      reason,
      entries: [],
      evidence: [],
      deeds: [],
      blocked: [],
    };
    const stay = await (kind === 'signatories'
      ? undoSignatures(undoing, made)
      : undoMovements(undoing, made, kind === 'pledges'));
    const { blocked, entries, evidence, deeds } = undoing;
    if (blocked.length > 0)
      throw new DomainError('conflict', say().csv.movedOn([...new Set(blocked)]));
    const gone = items.filter((item) => !stay.has(item.made)).map(({ key }) => key);
    await tx.delete(csvItem).where(sql`${csvItem.key} = ANY(${sql.param(gone)}::text[])`);
    await insertRows(tx, schema.evidence, evidence);
    await tx.update(csvImport).set({ undoneAt: ctx.now() }).where(eq(csvImport.id, id));
    const facts = { kind, count: gone.length };
    await audit(tx, ctx, actor, { act: 'csv.undo', object: id, facts });
    await auditRows(tx, ctx, actor, deeds);
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { id } };
  });
}

/** Withdraws the signatures and forgets their addresses, so that they can sign themselves. Returns who stays. */
async function undoSignatures(undoing: Undoing, ids: string[]): Promise<Set<string>> {
  const { ctx, tx, entries, deeds, blocked } = undoing;
  await lockPledgesOf(tx, ids);
  await lockSignatories(tx, ids);
  const { signatory } = schema;
  const all = sql`${signatory.id} = ANY(${sql.param(ids)}::uuid[])`;
  const pledged = await tx.execute(sql`
    SELECT name FROM signatory WHERE ${all} AND confirmed_at IS NULL AND EXISTS (
      SELECT FROM pledge WHERE signatory_id = signatory.id AND pledge.status IN ('pending', 'accepted'))
    ORDER BY name`);
  const names = rowsOf(pledged, z.strictObject({ name: z.string() })).map(({ name }) => name);
  for (const name of names) blocked.push(name);
  const rows = await tx
    .select()
    .from(signatory)
    .where(and(all, eq(signatory.status, 'published'), isNull(signatory.confirmedAt)))
    .orderBy(asc(signatory.id));
  const own = rows.map(({ id }) => id);
  await tx
    .update(signatory)
    .set({ status: 'withdrawn', email: null, emailKey: null, ...ANSWERED })
    .where(sql`${signatory.id} = ANY(${sql.param(own)}::uuid[])`);
  await namesChanged(tx);
  for (const row of rows) {
    entries.push(signatureEntry(ctx, row, 'withdraw'));
    deeds.push({ act: 'signatory.withdraw', object: row.id });
  }
  const confirmed = await tx
    .select({ id: signatory.id })
    .from(signatory)
    .where(and(all, sql`${signatory.confirmedAt} IS NOT NULL`));
  return new Set(confirmed.map(({ id }) => id));
}

const NOBODY: ReadonlySet<string> = new Set();

/** Reverses the acceptances of pledges, which are rejected then, or batches. */
async function undoMovements(undoing: Undoing, made: string[], arePledges: boolean) {
  const { tx, blocked } = undoing;
  const refs = arePledges ? made : await refsOfBatches(tx, made);
  const [initiative] = await tx
    .select({ currency: schema.initiative.currency })
    .from(schema.initiative);
  const books = await openBooks(tx, refs, initiative!.currency, true);
  const givers = await lockGivers(
    tx,
    [...new Set([...books.values()].map(({ row }) => row.signatoryId))],
    'shared',
  );
  const batches = new Set(arePledges ? [] : made);
  const ended: OpenBook[] = [];
  for await (const opened of inTurns([...books.values()])) {
    const { row, book, history } = opened;
    if (!book) {
      if (arePledges && row.status === 'pending') ended.push(opened);
      continue;
    }
    const own = arePledges
      ? history.slice(0, 1)
      : history.filter(({ batch }) => batches.has(batch)).toReversed();
    for (const batch of new Set(own.map((moved) => moved.batch))) {
      await undoBatch(undoing, opened, batch);
    }
    const isOver = Object.values(book.stages).every(({ quantity }) => quantity === 0n);
    if (arePledges && isOver) ended.push(opened);
    const expects = isGone(givers.get(row.signatoryId)!) && outstanding(book) > 0n;
    if (arePledges ? !isOver : expects) blocked.push(row.ref);
  }
  if (arePledges && blocked.length === 0) await rejectPledges(undoing, ended);
  return NOBODY;
}

async function refsOfBatches(tx: Tx, batches: readonly string[]): Promise<string[]> {
  const found = await tx.execute(sql`
    SELECT DISTINCT ref FROM movement JOIN pledge ON pledge.id = movement.pledge_id
    WHERE batch = ANY(${sql.param(batches)}::text[])`);
  return rowsOf(found, z.strictObject({ ref: z.string() })).map(({ ref }) => ref);
}

/** What was reversed by hand stays so. */
async function undoBatch(undoing: Undoing, opened: OpenBook, undone: string): Promise<void> {
  const { ctx, tx, reason, entries, deeds, blocked } = undoing;
  const { row, history } = opened;
  const book = opened.book!;
  try {
    const moves = planReversal(book.terms, history, undone);
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    for (const move of moves) {
      applyMove(book, move);
      history.push({ ...move, batch, seq: (history.at(-1)?.seq ?? 0n) + 1n });
    }
    undoing.evidence.push(...evidenceRow(batch, { note: reason }, row.asset));
    await countTowardsIncrease(tx, row, moves);
    const on = today(ctx.now());
    for (const entry of movementEntries(row, { batch, moves, on, grade: 'self-asserted' })) {
      entries.push(entry);
    }
    deeds.push({ act: 'batch.reverse', object: undone, facts: { batch } });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'already-reversed') return;
    if (error.code !== 'moved-on') throw error;
    blocked.push(row.ref);
  }
}

async function rejectPledges({ ctx, tx, actor, deeds }: Undoing, ended: readonly OpenBook[]) {
  const { pledge } = schema;
  const ids = ended.map(({ row }) => row.id);
  if (ids.length === 0) return;
  await tx
    .update(pledge)
    .set({
      status: 'rejected',
      decidedAt: ctx.now(),
      asked: null,
      revision: sql`${pledge.revision} + 1`,
      ...ANSWERED,
      ...UNREADY,
    })
    .where(sql`${pledge.id} = ANY(${sql.param(ids)}::uuid[])`);
  await cancelRequests(tx, ctx, actor, ids);
  for (const { row } of ended) deeds.push({ act: 'pledge.reject', object: row.ref });
}
