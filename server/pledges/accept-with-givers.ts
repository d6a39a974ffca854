import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Admin } from '../actor.ts';
import { auditEach } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { isCurrency } from '../domain/asset.ts';
import { findInitiative } from '../initiative/read.ts';
import type { NewEntry } from '../ledger/append.ts';
import { acceptPlanned, planAll } from './accept-together.ts';
import { isHeldBack } from './ready.ts';

/**
 * Accepts the pledges that waited for nothing but their givers, whom an admin has just published: those that
 * the policy would have accepted with a published giver. Anonymous ones become ready. The rest waits on.
 * The pledges are locked; answers the entries to be appended.
 */
export async function acceptWithGivers(
  ctx: Context,
  tx: Tx,
  actor: Admin,
  signatoryIds: string[],
  lockedPledges: string[],
): Promise<NewEntry[]> {
  const { pledge } = schema;
  const initiative = await findInitiative(tx);
  if (!initiative || initiative.closed || lockedPledges.length === 0) return [];
  const rows = await tx
    .select()
    .from(pledge)
    .where(
      and(
        inArray(pledge.id, lockedPledges),
        inArray(pledge.signatoryId, signatoryIds),
        eq(pledge.status, 'pending'),
        isNull(pledge.readyAt),
      ),
    )
    .orderBy(pledge.ref);
  const money = rows.filter(({ asset }) => isCurrency(asset));
  if (money.length === 0) return [];
  const { fit } = await planAll(ctx, tx, money, initiative.currency);
  const ready = fit.filter(({ row }) => isHeldBack(row)).map(({ row }) => row);
  await auditEach(
    tx,
    ctx,
    actor,
    'pledge.ready',
    ready.map(({ ref }) => ref),
  );
  await tx
    .update(pledge)
    .set({ readyAt: ctx.now(), readyBy: 'admin', ...ANSWERED })
    .where(sql`${pledge.id} = ANY(${sql.param(ready.map(({ id }) => id))}::uuid[])`);
  return acceptPlanned(
    ctx,
    tx,
    actor,
    fit.filter(({ row }) => !isHeldBack(row)),
  );
}
