import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { provedAddress, queueMails, queueToAdmins, type Mail } from '../mail/queue.ts';
import type { LockedGiver } from './acceptance.ts';
import { instalmentOf } from '../ledger/terms.ts';
import { isLater, termsDifference, type ScheduleChange } from '../domain/terms-change.ts';
import type { OpenPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';

type Decided = Pick<Extract<Mail, { kind: 'decided' }>, 'decision' | 'reason'>;

export function decidedMails(
  giver: LockedGiver,
  { ref, asset, quantity, asked }: PledgeRow,
  decided: Decided,
): { address: string; mail: Mail }[] {
  const address = provedAddress(giver);
  if (address === null) return [];
  const mail: Mail = {
    kind: 'decided',
    ref,
    ...decided,
    asset,
    quantity: String(asked ? BigInt(asked.quantity) - quantity : quantity),
    isMore: asked !== null,
  };
  return [{ address, mail }];
}

export const tellGiver = (
  ctx: Context,
  tx: Tx,
  giver: LockedGiver,
  row: PledgeRow,
  decided: Decided,
): Promise<void> => queueMails(tx, ctx, decidedMails(giver, row, decided));

/** Tells the admins that a giver withdrew a promise, or will pay later, by `schedule`. */
export const tellStepBack = (
  ctx: Context,
  tx: Tx,
  { ref, asset }: PledgeRow,
  { quantity, schedule }: { quantity: bigint; schedule: ScheduleChange | null },
): Promise<void> =>
  queueToAdmins(tx, ctx, { kind: 'step-back', ref, asset, quantity: `${quantity}`, schedule });

/** Only if less is due by some day than before. */
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
