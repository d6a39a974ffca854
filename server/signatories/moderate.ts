import { eq, sql } from 'drizzle-orm';
import { requireAdmin, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { append, type NewEntry } from '../ledger/append.ts';

type Signatory = typeof schema.signatory.$inferSelect;

export async function lockSignatory(tx: Tx, id: string): Promise<Signatory> {
  const [row] = await tx
    .select()
    .from(schema.signatory)
    .where(eq(schema.signatory.id, id))
    .for('update');
  if (!row) throw new DomainError('not-found', 'There is no such signatory.');
  return row;
}

/** Whether anything of a signatory's pledges is expected, has come, or is contested. */
async function hasStandingPledge(tx: Tx, signatoryId: string): Promise<boolean> {
  const { pledge, movement } = schema;
  const standing = sql`('pledged', 'waiting', 'committed', 'received', 'disputed')`;
  const [found] = await tx
    .select({ id: pledge.id })
    .from(pledge)
    .innerJoin(movement, eq(movement.pledgeId, pledge.id))
    .where(eq(pledge.signatoryId, signatoryId))
    .groupBy(pledge.id)
    .having(
      sql`sum(CASE WHEN ${movement.toStage} IN ${standing} THEN ${movement.quantity} ELSE 0 END)
        > sum(CASE WHEN ${movement.fromStage} IN ${standing} THEN ${movement.quantity} ELSE 0 END)`,
    )
    .limit(1);
  return found !== undefined;
}

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

/** Publishes a pending signature: from then on it counts, and shows its name if it is public. */
export const publishSignatory = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
): Promise<Answer> => {
  requireAdmin(actor);
  return write(ctx, key, async (tx) => {
    const row = await lockSignatory(tx, id);
    if (row.status !== 'pending') {
      throw new DomainError('conflict', `This signature is ${row.status} already.`);
    }
    await tx
      .update(schema.signatory)
      .set({ status: 'published', publishedAt: ctx.now() })
      .where(eq(schema.signatory.id, id));
    const seq = await append(tx, [signatureEntry(ctx, row, 'sign')], ctx);
    return { status: 201, body: { id, status: 'published', seq: Number(seq) } };
  });
};

/**
 * Rejects a signature. A published one is taken out of the count by an entry of its own; while
 * anything of its pledges is expected or has come that is refused, for it would stand without its
 * giver.
 */
export const rejectSignatory = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
): Promise<Answer> => {
  requireAdmin(actor);
  return write(ctx, key, async (tx) => {
    const row = await lockSignatory(tx, id);
    if (row.status === 'rejected') {
      throw new DomainError('conflict', 'This signature is rejected already.');
    }
    if (await hasStandingPledge(tx, id)) {
      throw new DomainError('conflict', 'This signatory has pledges that stand; lapse them first.');
    }
    await tx
      .update(schema.signatory)
      .set({ status: 'rejected' })
      .where(eq(schema.signatory.id, id));
    if (row.status === 'published') {
      await append(tx, [signatureEntry(ctx, row, 'reject')], ctx);
    }
    return { status: 201, body: { id, status: 'rejected' } };
  });
};
