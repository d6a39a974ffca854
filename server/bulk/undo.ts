import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { requireRight, type Admin } from '../actor.ts';
import { audit, auditEach } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { namesChanged } from '../db/names.ts';
import { bulkAct, bulkBatch } from '../db/review.ts';
import * as schema from '../db/schema.ts';
import { write, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import type { Act } from '../domain/audit-trail.ts';
import type { BulkKind } from '../domain/signatory.ts';
import { say } from '../domain/say.ts';
import { append } from '../ledger/append.ts';
import { lockPledgesOf, lockSignatories, signatureEntry } from '../signatories/moderate.ts';
import { lockBulk } from './decide.ts';
import { isFree } from './selection.ts';

const { signatory, pledge } = schema;

export async function beginUndo(
  ctx: Context,
  actor: Admin,
  key: RequestKey,
  id: string,
): Promise<void> {
  requireRight(actor, 'decide');
  await write(ctx, key, async (tx) => {
    const bulk = await lockBulk(tx, id);
    if (bulk.undoneAt !== null) throw new DomainError('conflict', say().bulk.alreadyUndone);
    await audit(tx, ctx, actor, { act: 'signatory.undo-many', object: id });
    await tx.update(bulkAct).set({ undoneAt: ctx.now() }).where(eq(bulkAct.id, id));
    return { status: 201, body: {} };
  });
}

/** An address has one signature. */
const hasSignedAgain = sql`EXISTS (
  SELECT FROM signatory other
  WHERE other.email_key = signatory.email_key AND other.id <> signatory.id AND other.status <> 'rejected')`;

/** Who was accepted and has given since stays. */
const UNDOING: Record<
  BulkKind,
  {
    from: 'published' | 'rejected';
    to: 'pending' | 'published';
    may: SQL;
    entry: 'sign' | 'reject' | null;
    did: Act;
  }
> = {
  accept: { from: 'published', to: 'pending', may: isFree, entry: 'reject', did: 'signatory.wait' },
  reject: {
    from: 'rejected',
    to: 'pending',
    may: sql`NOT ${hasSignedAgain}`,
    entry: null,
    did: 'signatory.wait',
  },
  show: {
    from: 'published',
    to: 'published',
    may: sql`${signatory.statement} IS NOT NULL AND ${signatory.statementWaitsSince} IS NULL
      AND ${signatory.statementHidden} IS NOT TRUE`,
    entry: null,
    did: 'signatory.hide-statement',
  },
  hide: {
    from: 'rejected',
    to: 'published',
    may: sql`NOT ${hasSignedAgain}`,
    entry: 'sign',
    did: 'signatory.publish',
  },
};

/** In one append. Returns whether there are more. */
export async function undoBatch(ctx: Context, actor: Admin, id: string): Promise<boolean> {
  requireRight(actor, 'decide');
  const { body } = await write(ctx, null, async (tx) => {
    const { kind, undoneAt } = await lockBulk(tx, id);
    const isOpen = and(eq(bulkBatch.bulkId, id), isNull(bulkBatch.undone));
    const [batch, next] =
      undoneAt === null
        ? []
        : await tx.select().from(bulkBatch).where(isOpen).orderBy(asc(bulkBatch.n)).limit(2);
    if (!batch) return { status: 201, body: { more: false } };
    const { entry, did } = UNDOING[kind];
    await lockPledgesOf(tx, batch.signatoryIds);
    const rows = await restore(ctx, tx, kind, batch.signatoryIds);
    const ids = rows.map((row) => row.id);
    await restorePledges(tx, ids, batch.pledgeIds);
    await auditEach(tx, ctx, actor, did, ids);
    if (kind === 'show') await namesChanged(tx);
    await tx
      .update(bulkBatch)
      .set({ undone: ids.length })
      .where(and(eq(bulkBatch.bulkId, id), eq(bulkBatch.n, batch.n)));
    if (entry !== null && rows.length > 0) {
      const entries = rows.map((row) => signatureEntry(ctx, row, entry));
      await append(tx, entries, ctx);
    }
    return { status: 201, body: { more: next !== undefined } };
  });
  return Boolean(body['more']);
}

async function restore(ctx: Context, tx: Tx, kind: BulkKind, ids: string[]) {
  const { from, to, may } = UNDOING[kind];
  await lockSignatories(tx, ids);
  const own = sql`${signatory.id} = ANY(${sql.param(ids)}::uuid[])`;
  return tx
    .update(signatory)
    .set({
      status: to,
      reason: null,
      ...(kind === 'accept' && { publishedAt: null }),
      ...(kind === 'show' && { statementWaitsSince: ctx.now() }),
    })
    .where(and(own, eq(signatory.status, from), may))
    .returning();
}

const restorePledges = (tx: Tx, givers: string[], pledgeIds: string[]) =>
  tx
    .update(pledge)
    .set({ status: 'pending', decidedAt: null, reason: null })
    .where(
      and(
        sql`${pledge.id} = ANY(${sql.param(pledgeIds)}::uuid[])`,
        sql`${pledge.signatoryId} = ANY(${sql.param(givers)}::uuid[])`,
        eq(pledge.status, 'rejected'),
      ),
    );
