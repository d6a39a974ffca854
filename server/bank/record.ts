import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { BankEntry } from '../../web/data/bank.ts';
import { requireRight, type Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { bankEntry } from '../db/bank.ts';
import type { Tx } from '../db/db.ts';
import type { RequestKey } from '../db/write.ts';
import { conflict, DomainError } from '../domain/errors.ts';
import { formatAmount } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { BATCH_LENGTH, isCode, randomCode, typedRef } from '../ledger/codes.ts';
import type { asideInput } from '../payments/schemas.ts';
import { recordMovement } from '../pledges/move.ts';
import { lockPledge } from '../pledges/open-pledge.ts';
import type { UseCaseOn } from '../use-case.ts';
import { findEntry, readEntries } from './entries.ts';
import { matchEntries } from './match.ts';

export const recordEntryInput = z.strictObject({
  ref: z
    .string()
    .max(40)
    .transform(typedRef)
    .refine(isCode, { error: () => say().desk.notAReference }),
  /** More than is outstanding, on purpose. */
  excess: z.boolean().optional(),
});

/** Throws `not-found` and `conflict`. */
async function lockEntry(tx: Tx, id: string): Promise<BankEntry> {
  const found = await findEntry(tx, id, true);
  if (found.state === 'recorded') throw conflict(say().bank.isRecorded);
  return found;
}

/**
 * Records the receipt of an entry for a pledge, on the day on which it was booked and under the bank's reference. Throws
 * as recordMovement does, and `conflict` for a pledge in another currency.
 */
export const recordEntry = async (
  ctx: Context,
  actor: Actor,
  key: RequestKey | null,
  id: string,
  { ref, excess }: z.infer<typeof recordEntryInput>,
) => {
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const facts = { batch, bankEntry: id };
  const deed = { right: 'record', act: 'pledge.receive', object: ref, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    // The pledge first: a receipt that is recorded by hand at the same moment makes this entry a recorded one.
    const { asset } = (await lockPledge(tx, ref)).row;
    const { currency, amountMinor, bookedOn, reference } = await lockEntry(tx, id);
    if (amountMinor < 0n) throw conflict(say().bank.isTakenBack);
    if (asset !== currency) throw conflict(say().bank.otherCurrency(ref, asset, currency));
    await tx
      .update(bankEntry)
      .set({ batch, asideNote: null })
      .where(eq(bankEntry.id, BigInt(id)));
    const input = {
      amount: formatAmount(amountMinor, currency),
      occurredOn: bookedOn,
      excess,
      evidence: { grade: 'payment' as const, reference: reference ?? undefined },
    };
    return recordMovement(ctx, tx, { verb: 'receive', ref, input, batch });
  });
};

/** Enough for a page of the desk. */
export const MOST_AT_ONCE = 100;

/**
 * Records each of the entries whose payer wrote the reference of one pledge, one after another: what was recorded stays
 * so. Nothing is recorded twice, however often this is asked for. False if one needs a look: its pledge was paid
 * meanwhile, say.
 */
export async function recordSure(
  ctx: Context,
  actor: Actor,
  ids: readonly string[],
): Promise<boolean> {
  requireRight(actor, 'record');
  const some = ids.slice(0, MOST_AT_ONCE);
  const entries = await readEntries(ctx.db, sql`entry.state = 'open'`, MOST_AT_ONCE, some);
  let isAll = true;
  for (const { id, sure } of await matchEntries(ctx.db, entries)) {
    if (sure === null) continue;
    await recordEntry(ctx, actor, null, id, { ref: sure }).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      isAll = false;
    });
  }
  return isAll;
}

export const putEntryAside: UseCaseOn<z.infer<typeof asideInput>> = (
  ctx,
  actor,
  key,
  id,
  { note },
) =>
  writeAs(ctx, actor, key, { right: 'record', act: 'bank.put-aside', object: id }, async (tx) => {
    await lockEntry(tx, id);
    await tx
      .update(bankEntry)
      .set({ asideNote: note })
      .where(eq(bankEntry.id, BigInt(id)));
    return { status: 200, body: { aside: true } };
  });
