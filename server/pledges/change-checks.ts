import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import { auditEach } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { ANSWERED } from '../db/desk.ts';
import { pledgeRequest } from '../db/pledges.ts';
import { pledge } from '../db/schema.ts';
import { askFirst } from '../domain/agreed.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import type { PledgeRow } from './pledge-row.ts';

export function checkAgreedChange(actor: Actor, reason: string | undefined): void {
  if (actor.kind !== 'admin') throw askFirst();
  if (reason === undefined) throw fieldError('reason', say().pledges.reasonMissing);
}

export function checkNoReason(reason: string | undefined): void {
  if (reason !== undefined) throw fieldError('reason', say().pledges.reasonForAdmins);
}

export function checkNoIncrease({ asked }: PledgeRow): void {
  if (asked) throw conflict(say().pledges.increaseWaits);
}

/** Whoever has looked at the pledge must look again. */
export const cancelledIncrease = ({ asked, revision }: PledgeRow) =>
  asked ? { asked: null, ...ANSWERED, revision: revision + 1 } : {};

export async function waitingRequest(reader: Db | Tx, pledgeId: string) {
  const isWaiting = eq(pledgeRequest.status, 'waiting');
  const [row = null] = await reader
    .select()
    .from(pledgeRequest)
    .where(and(eq(pledgeRequest.pledgeId, pledgeId), isWaiting));
  return row;
}

export async function checkNoRequest(tx: Tx, pledgeId: string): Promise<void> {
  if (await waitingRequest(tx, pledgeId)) throw conflict(say().pledges.requestWaits);
}

export async function cancelRequests(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  actor: Actor,
  pledgeIds: readonly string[],
): Promise<void> {
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
