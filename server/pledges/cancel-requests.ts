import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import { auditEach } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { pledgeRequest } from '../db/pledges.ts';
import * as schema from '../db/schema.ts';

/** Cancels what is waiting about locked pledges: they are withdrawn or rejected, or its giver asks no more. */
export async function cancelRequests(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  actor: Actor,
  pledgeIds: readonly string[],
): Promise<void> {
  const { pledge } = schema;
  const refs = await tx
    .update(pledgeRequest)
    .set({ status: 'cancelled', decidedAt: ctx.now() })
    .from(pledge)
    .where(
      and(
        eq(pledge.id, pledgeRequest.pledgeId),
        sql`${pledge.id} = ANY(${sql.param(pledgeIds)}::uuid[])`,
        eq(pledgeRequest.status, 'waiting'),
      ),
    )
    .returning({ ref: pledge.ref });
  const cancelled = refs.map(({ ref }) => ref);
  await auditEach(tx, ctx, actor, 'pledge.cancel-request', cancelled);
}
