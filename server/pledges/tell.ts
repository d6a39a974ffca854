import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { provedAddress, queueMails, type Mail } from '../mail/queue.ts';
import type { LockedGiver } from './acceptance.ts';
import type { PledgeRow } from './terms.ts';

type Decided = Pick<Extract<Mail, { kind: 'decided' }>, 'decision' | 'reason'>;

/** The mail that tells a giver what was decided on a pledge; none where no address is proved. */
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

/** Tells a giver who has proved its address what an admin has decided on a pledge of it. */
export const tellGiver = (
  ctx: Context,
  tx: Tx,
  giver: LockedGiver,
  row: PledgeRow,
  decided: Decided,
): Promise<void> => queueMails(tx, ctx, decidedMails(giver, row, decided));
