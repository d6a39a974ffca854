import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { queueMail } from '../mail/queue.ts';
import type { LockedGiver } from './acceptance.ts';

/** Tells a giver who has proved its address what an admin has decided on a pledge of it. */
export async function tellGiver(
  ctx: Context,
  tx: Tx,
  { email, confirmedAt }: LockedGiver,
  decided: { ref: string; decision: 'accepted' | 'rejected'; reason: string | null },
): Promise<void> {
  if (email === null || confirmedAt === null) return;
  await queueMail(tx, ctx, email, { kind: 'decided', ...decided });
}
