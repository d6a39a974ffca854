import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/db.ts';
import { statement } from '../../db/prepared.ts';
import * as schema from '../../db/schema.ts';
import { together } from '../../db/sql.ts';
import type { Moved } from '../../domain/move.ts';
import { lockPledgeById, movementsOf, type LockedPledge } from '../../pledges/open-pledge.ts';

const giverAndRecipient = statement((tx) => {
  const { pledge, signatory, initiative } = schema;
  return tx
    .select({ status: signatory.status, recipient: initiative.recipient })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .innerJoin(initiative, eq(initiative.id, 1))
    .where(eq(pledge.id, sql.placeholder('pledgeId')));
});

/** What flags depend on besides the payment. */
export type GiverAndRecipient = Awaited<ReturnType<typeof giverAndRecipient>>[number];

export const readGiver = async (tx: Tx, pledgeId: string): Promise<GiverAndRecipient> =>
  (await giverAndRecipient(tx, { pledgeId }))[0]!;

/** The pledge of a payment, with all that is read of it. */
export interface PledgeOfPayment {
  locked: LockedPledge;
  history: Moved[];
  giver: GiverAndRecipient;
}

/**
 * Locks a payment's pledge and reads it. All is sent together: Postgres runs it in turn, and each statement sees what was
 * committed before it began, so the two that read see what the pledge's last writer left.
 */
export async function lockPledgeOf(tx: Tx, pledgeId: string): Promise<PledgeOfPayment> {
  const [locked, history, giver] = await together([
    lockPledgeById(tx, pledgeId),
    movementsOf(tx, pledgeId),
    readGiver(tx, pledgeId),
  ]);
  return { locked, history, giver };
}
