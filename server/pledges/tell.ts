import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { provedAddress, queueMail, queueToAdmins } from '../mail/queue.ts';
import type { LockedGiver } from './acceptance.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { isLater, termsDifference, type ScheduleChange } from '../domain/terms-change.ts';
import type { OpenPledge, PledgeRow } from './terms.ts';

/** Tells a giver who has proved its address what an admin has decided on a pledge of it. */
export async function tellGiver(
  ctx: Context,
  tx: Tx,
  giver: LockedGiver,
  { ref, asset, quantity, asked }: PledgeRow,
  decided: { decision: 'accepted' | 'rejected'; reason: string | null },
): Promise<void> {
  const address = provedAddress(giver);
  if (address === null) return;
  await queueMail(tx, ctx, address, {
    kind: 'decided',
    ref,
    ...decided,
    asset,
    quantity: String(asked ? BigInt(asked.quantity) - quantity : quantity),
    isMore: asked !== null,
  });
}

/** Tells the admins that a giver has taken back what it promised, or will pay it later by `schedule`. */
export const tellStepBack = (
  ctx: Context,
  tx: Tx,
  { ref, asset }: PledgeRow,
  { quantity, schedule }: { quantity: bigint; schedule: ScheduleChange | null },
): Promise<void> =>
  queueToAdmins(tx, ctx, {
    kind: 'step-back',
    ref,
    asset,
    quantity: quantity.toString(),
    schedule,
  });

/** The same of other instalments, where less is due by some day than was. */
export async function tellPutOff(
  ctx: Context,
  tx: Tx,
  { row, book }: OpenPledge,
  instalments: PledgeRow['instalments'],
): Promise<void> {
  const before = book.terms;
  const after = { quantity: before.quantity, instalments: instalments.map(instalmentOf) };
  const difference = termsDifference(before, after);
  if (!difference?.schedule || !isLater(before.instalments, after.instalments)) return;
  const { changed: quantity, schedule } = difference;
  await tellStepBack(ctx, tx, row, { quantity, schedule });
}
