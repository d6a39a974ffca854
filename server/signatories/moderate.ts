import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import { auditEach, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { OUTSTANDING } from '../db/standing.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { hasSigned } from '../domain/signatory.ts';
import type { Stage } from '../domain/stage.ts';
import { queueQuestion, queueToSignatories } from '../mail/queue.ts';
import { cancelRequests } from '../pledges/cancel-requests.ts';
import { append, type NewEntry } from '../ledger/append.ts';

type Signatory = typeof schema.signatory.$inferSelect;

/** Locks somebody who has signed. Throws `not-found`, of who only gave as well. */
export async function lockSignatory(tx: Tx, id: string): Promise<Signatory> {
  const [row] = await tx
    .select()
    .from(schema.signatory)
    .where(eq(schema.signatory.id, id))
    .for('update');
  if (!row || !hasSigned(row)) {
    throw new DomainError('not-found', 'There is no such signatory.');
  }
  return row;
}

/** Locks several. What is then asked of their pledges sees what they promised until now. */
export async function lockSignatories(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    SELECT FROM signatory WHERE id = ANY(${sql.param(ids)}::uuid[]) ORDER BY id FOR UPDATE`);
}

/** Whether anything of a signatory's pledges stands in one of some stages. */
export async function standsIn(
  tx: Tx,
  signatoryId: string,
  stages: readonly Stage[],
): Promise<boolean> {
  const { pledge, movement } = schema;
  const listed = sql`ANY(${sql.param(stages)}::text[])`;
  const [found] = await tx
    .select({ id: pledge.id })
    .from(pledge)
    .innerJoin(movement, eq(movement.pledgeId, pledge.id))
    .where(eq(pledge.signatoryId, signatoryId))
    .groupBy(pledge.id)
    .having(
      sql`sum(CASE WHEN ${movement.toStage} = ${listed} THEN ${movement.quantity} ELSE 0 END)
        > sum(CASE WHEN ${movement.fromStage} = ${listed} THEN ${movement.quantity} ELSE 0 END)`,
    )
    .limit(1);
  return found !== undefined;
}

/** Where something of a pledge is expected, has come, or is contested. */
export const STANDING: readonly Stage[] = [...OUTSTANDING, 'received', 'disputed'];

/** The entry of a signature that begins or ends to count. */
export const signatureEntry = (
  ctx: Pick<Context, 'now'>,
  row: Pick<Signatory, 'id' | 'name' | 'code' | 'kind'>,
  act: 'sign' | 'withdraw' | 'reject',
): NewEntry => ({
  kind: 'signature',
  signatoryId: row.id,
  name: row.name,
  signer: row.code,
  type: row.kind,
  act,
  on: today(ctx.now()),
});

/** Throws `conflict` for a signature that has been decided on. */
function checkPending({ status }: Signatory): void {
  if (status === 'pending') return;
  throw new DomainError('conflict', `This signature is ${status} already.`);
}

/** Throws `conflict` where a statement waits that is another one than was `seen`, which is told by when it came. */
export function checkStatement({ statementWaitsSince }: Signatory, seen: string): void {
  if (statementWaitsSince === null || statementWaitsSince.toISOString() === seen) return;
  throw new DomainError('conflict', 'This statement has changed since you looked. Read it again.');
}

/**
 * Publishes a pending signature: from then on it counts, and shows its name if it is public, and its
 * statement. Throws `conflict` where that is another one than was `seen` at the desk.
 */
export const publishSignatory = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  seen?: string,
): Promise<Answer> =>
  writeAs(
    ctx,
    actor,
    key,
    { right: 'decide', act: 'signatory.publish', object: id },
    async (tx) => {
      const row = await lockSignatory(tx, id);
      checkPending(row);
      if (seen !== undefined) checkStatement(row, seen);
      await tx
        .update(schema.signatory)
        .set({
          status: 'published',
          publishedAt: ctx.now(),
          statementWaitsSince: null,
          ...ANSWERED,
        })
        .where(eq(schema.signatory.id, id));
      const seq = await append(tx, [signatureEntry(ctx, row, 'sign')], ctx);
      return { status: 201, body: { id, status: 'published', seq: Number(seq) } };
    },
  );

/**
 * Rejects a signature, and with it what waits of its pledges. A published one is taken out of the
 * count by an entry of its own; while anything of its pledges is expected or has come that is
 * refused, for it would stand without its giver. A reason is mailed; without one nothing is, for a
 * spammer need not know.
 */
export const rejectSignatory = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  { reason = null }: { reason?: string | null | undefined } = {},
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'signatory.reject', object: id }, async (tx) => {
    await lockPledgesOf(tx, [id]);
    const row = await lockSignatory(tx, id);
    if (row.status === 'rejected') {
      throw new DomainError('conflict', 'This signature is rejected already.');
    }
    if (await standsIn(tx, id, STANDING)) {
      throw new DomainError('conflict', 'This signatory has pledges that stand; lapse them first.');
    }
    await rejectAll(ctx, tx, actor, [id], reason);
    if (row.status === 'published') {
      await append(tx, [signatureEntry(ctx, row, 'reject')], ctx);
    }
    return { status: 201, body: { id, status: 'rejected' } };
  });

/** Pledges are locked before their givers, as whoever accepts one does. */
export async function lockPledgesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const locked = await tx.execute(sql`
    SELECT id FROM pledge WHERE signatory_id = ANY(${sql.param(ids)}::uuid[])
    ORDER BY ref FOR UPDATE`);
  return rowsOf<{ id: string }>(locked).map(({ id }) => id);
}

/**
 * Makes signatures rejected that are locked, and what waits of their pledges; those who have proved
 * their address are told the reason, if there is one. As many statements for one as for thousands. Answers those pledges.
 */
export async function rejectAll(
  ctx: Pick<Context, 'now'>,
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  reason: string | null,
): Promise<string[]> {
  const { signatory, pledge } = schema;
  const all = sql`ANY(${sql.param(ids)}::uuid[])`;
  await tx
    .update(signatory)
    .set({ status: 'rejected', reason, ...ANSWERED })
    .where(sql`${signatory.id} = ${all}`);
  const pledges = await tx
    .update(pledge)
    .set({ status: 'rejected', decidedAt: ctx.now(), reason, ...ANSWERED, ...UNREADY })
    .where(and(sql`${pledge.signatoryId} = ${all}`, eq(pledge.status, 'pending')))
    .returning({ id: pledge.id, ref: pledge.ref });
  const refs = pledges.map(({ ref }) => ref);
  await auditEach(tx, ctx, actor, 'pledge.reject', refs);
  const own = await tx
    .select({ id: pledge.id })
    .from(pledge)
    .where(sql`${pledge.signatoryId} = ${all}`);
  const pledgeIds = own.map(({ id }) => id);
  await cancelRequests(tx, ctx, actor, pledgeIds);
  if (reason !== null)
    await queueToSignatories(tx, ctx, ids, { kind: 'signature-rejected', reason });
  return pledges.map(({ id }) => id);
}

/** Asks a signatory whose signature waits, by mail. Throws `conflict` where none waits, or no mail goes. */
export const askSignatory = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  { question }: { question: string },
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'signatory.ask', object: id }, async (tx) => {
    const row = await lockSignatory(tx, id);
    checkPending(row);
    await queueQuestion(tx, ctx, row, { ref: null, question });
    await tx
      .update(schema.signatory)
      .set({ question, askedAt: ctx.now() })
      .where(eq(schema.signatory.id, id));
    return { status: 201, body: { id, status: 'pending' } };
  });
