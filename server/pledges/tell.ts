import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { provedAddress, queueMail } from '../mail/queue.ts';
import type { LockedGiver } from './acceptance.ts';
import type { PledgeRow } from './terms.ts';

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
