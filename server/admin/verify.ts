import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { acknowledgement, checkAcks, type Acknowledgement } from '../ledger/acks.ts';
import { Breach } from '../ledger/breach.ts';
import { verifyLedger, type Verified } from '../ledger/verify.ts';

export const verifyInput = z.strictObject({ acks: z.array(acknowledgement).optional() });

/** What was checked, or the first breach by name. */
export type VerifyAnswer =
  | ({ holds: true; acknowledged: number } & Verified)
  | { holds: false; breach: string };

/** Verifies the ledger, and that every acknowledgement kept outside is in it, in one snapshot. */
export async function verifyAll(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  acks: Acknowledgement[],
  progress?: (entries: bigint) => void,
): Promise<VerifyAnswer> {
  requireRight(actor, 'view');
  try {
    return await db.transaction(
      async (tx) => {
        const verified = await verifyLedger(tx, progress);
        await checkAcks(tx, acks);
        return { holds: true, acknowledged: acks.length, ...verified };
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
  } catch (error) {
    if (error instanceof Breach) return { holds: false, breach: error.message };
    throw error;
  }
}
