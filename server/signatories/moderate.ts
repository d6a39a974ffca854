import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { auditEach, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import { namesChanged } from '../db/names.ts';
import { updateOne } from '../db/prepared.ts';
import { movement, pledge, signatory, type Signatory } from '../db/schema.ts';
import { rowsFrom } from '../db/sql.ts';
import { OUTSTANDING } from '../db/standing.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { today } from '../domain/day.ts';
import { conflict, notFound } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { hasSigned } from '../domain/signatory.ts';
import type { Stage } from '../domain/stage.ts';
import { lockInitiative } from '../initiative/read.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { queueQuestion, queueToSignatories } from '../mail/queue.ts';
import { queueOnce, type Told } from '../mail/once.ts';
import { cancelRequests } from '../pledges/change-checks.ts';
import type { UseCaseOn } from '../use-case.ts';
import { MOST_FIRST } from './list.ts';

/** Throws `not-found`, also for somebody who only gave. */
export async function lockSignatory(tx: Tx, id: string): Promise<Signatory> {
  const [row] = await tx.select().from(signatory).where(eq(signatory.id, id)).for('update');
  if (!row || !hasSigned(row)) throw notFound(say().signatories.noSuchSignatory);
  return row;
}

export async function lockSignatories(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    SELECT FROM signatory WHERE id = ANY(${sql.param(ids)}::uuid[]) ORDER BY id FOR UPDATE`);
}

export async function standsIn(tx: Tx, signatoryId: string, stages: readonly Stage[]) {
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

export const STANDING: readonly Stage[] = [...OUTSTANDING, 'received', 'disputed'];

export const signatureEntry = (
  ctx: Pick<Context, 'now'>,
  row: Pick<Signatory, 'id' | 'name' | 'code' | 'kind'>,
  act: 'sign' | 'withdraw' | 'reject',
  on = today(ctx.now()),
): NewEntry => ({
  kind: 'signature',
  signatoryId: row.id,
  name: row.name,
  signer: row.code,
  type: row.kind,
  act,
  on,
});

/** Tells signatories that an admin has published them; once a day, however often it is undone and done again. */
export const tellPublished = (tx: Tx, ctx: Pick<Context, 'now'>, ids: readonly string[]) => {
  const occasion = today(ctx.now());
  const told = (id: string): Told => ({
    to: { signatoryId: id },
    mail: { kind: 'published' },
    object: id,
    occasion,
  });
  return queueOnce(tx, ctx, ids.map(told));
};

function checkPending({ status }: Signatory): void {
  if (status !== 'pending') throw conflict(say().signatories.alreadyDecided(status));
}

function checkStatement({ statementWaitsSince }: Signatory, seen: string): void {
  if (statementWaitsSince === null || statementWaitsSince.toISOString() === seen) return;
  throw conflict(say().signatories.statementChanged);
}

/** Shows the statement too. Throws `conflict` if that isn't the one that was `seen`. */
export const publishSignatory = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  seen?: string,
): Promise<Answer> => {
  const deed = { right: 'decide', act: 'signatory.publish', object: id } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const row = await lockSignatory(tx, id);
    checkPending(row);
    if (seen !== undefined) checkStatement(row, seen);
    const published = { status: 'published', publishedAt: ctx.now() } as const;
    const reviewed = { statementWaitsSince: null, ...ANSWERED };
    await updateOne(tx, signatory, id, { ...published, ...reviewed });
    await tellPublished(tx, ctx, [id]);
    const seq = await append(tx, [signatureEntry(ctx, row, 'sign')], ctx);
    return { status: 201, body: { id, status: 'published', seq: Number(seq) } };
  });
};

/** Throws `conflict` while anything is expected or received. Without a reason there is no email. */
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
    if (row.status === 'rejected') throw conflict(say().signatories.alreadyDecided(row.status));
    if (await standsIn(tx, id, STANDING)) throw conflict(say().signatories.hasPledges);
    await rejectAll(ctx, tx, actor, [id], reason);
    if (row.status === 'published') {
      await append(tx, [signatureEntry(ctx, row, 'reject')], ctx);
    }
    return { status: 201, body: { id, status: 'rejected' } };
  });

/** Pledges before their givers, as accepting does. */
export async function lockPledgesOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const locked = await rowsFrom(tx, z.strictObject({ id: z.string() }))`
    SELECT id FROM pledge WHERE signatory_id = ANY(${sql.param(ids)}::uuid[])
    ORDER BY ref FOR UPDATE`;
  return locked.map(({ id }) => id);
}

/** Of locked signatories, with their pending pledges, whose ids it returns. Emails the reason if there is one. */
export async function rejectAll(
  ctx: Pick<Context, 'now'>,
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  reason: string | null,
): Promise<string[]> {
  const all = sql`ANY(${sql.param(ids)}::uuid[])`;
  await tx
    .update(signatory)
    .set({ status: 'rejected', reason, firstAt: null, ...ANSWERED })
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
  const mail = reason === null ? null : ({ kind: 'signature-rejected', reason } as const);
  if (mail) await queueToSignatories(tx, ctx, ids, mail);
  return pledges.map(({ id }) => id);
}

export const askSignatory: UseCaseOn<{ question: string }> = (ctx, actor, key, id, { question }) =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'signatory.ask', object: id }, async (tx) => {
    const row = await lockSignatory(tx, id);
    checkPending(row);
    await queueQuestion(tx, ctx, row, { ref: null, question });
    await updateOne(tx, signatory, id, { question, askedAt: ctx.now() });
    return { status: 201, body: { id, status: 'pending' } };
  });

/** A new statement waits for an admin, even if the signature is published. */
export const heldStatement = (
  { now }: Pick<Context, 'now'>,
  statement: string | null | undefined,
) => ({ statementWaitsSince: statement ? now() : null, statementHidden: null });

interface StatementDecision {
  decision: 'show' | 'hide';
  seen: string;
}

export const decideStatement: UseCaseOn<StatementDecision> = (ctx, actor, key, id, input) => {
  const { decision, seen } = input;
  const deed = { right: 'decide', act: `signatory.${decision}-statement`, object: id } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const row = await lockSignatory(tx, id);
    if (row.statementWaitsSince === null) throw conflict(say().signatories.statementReviewed);
    checkStatement(row, seen);
    const statementHidden = decision === 'hide' ? true : null;
    await updateOne(tx, signatory, id, { statementWaitsSince: null, statementHidden });
    await namesChanged(tx);
    return { status: 201, body: { id } };
  });
};

/** Public pages show it before all others, or no longer. Throws `conflict`. */
export const showFirst: UseCaseOn<boolean> = (ctx, actor, key, id, first) => {
  const deed = { right: 'decide', act: 'signatory.first', object: id, facts: { first } } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    // One at a time: two at once could make thirteen.
    await lockInitiative(tx);
    const { status, public: isPublic, firstAt } = await lockSignatory(tx, id);
    if (first && !(status === 'published' && isPublic)) throw conflict(say().signatories.notShown);
    if (first && firstAt === null) {
      const shown = and(
        isNotNull(signatory.firstAt),
        eq(signatory.status, 'published'),
        eq(signatory.public, true),
      );
      const count = await tx.$count(signatory, shown);
      if (count >= MOST_FIRST) throw conflict(say().signatories.enoughFirst(MOST_FIRST));
    }
    await updateOne(tx, signatory, id, {
      // Sent again, it keeps its place.
      firstAt: first ? (firstAt ?? ctx.now()) : null,
    });
    await namesChanged(tx);
    return { status: 201, body: { id, first } };
  });
};
