import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { BankEntry } from '../../web/data/bank.ts';
import { requireRight, type Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { bankEntry } from '../db/bank.ts';
import type { Tx } from '../db/db.ts';
import type { RequestKey } from '../db/write.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { formatAmount } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { lines } from '../http/text.ts';
import { BATCH_LENGTH, randomCode, typedRef } from '../ledger/codes.ts';
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
    .pipe(z.string().regex(/^[0-9A-Z]{1,20}$/, { error: () => say().desk.notAReference })),
  /** More than is outstanding, on purpose. */
  excess: z.boolean().optional(),
  /** Not the entry that another file may have brought. */
  another: z.boolean().optional(),
});
export type RecordEntryInput = z.infer<typeof recordEntryInput>;

export const entryAsideInput = z.strictObject({ note: lines(1000) });

const noEntry = () => new DomainError('not-found', say().bank.noEntry);

/** Of two admins, the second one waits here and finds what the first has done. Throws `not-found`. */
async function lockEntry(tx: Tx, id: string): Promise<BankEntry> {
  await tx.execute(sql`SELECT FROM bank_entry WHERE id = ${id}::bigint FOR UPDATE`);
  const found = await findEntry(tx, id);
  if (found) return found;
  throw noEntry();
}

/** Throws `conflict` unless an entry is a credit that waits for its receipt. */
function checkOpen({ state, amountMinor }: BankEntry): void {
  const { bank } = say();
  if (state === 'recorded') throw new DomainError('conflict', bank.isRecorded);
  if (state === 'aside') throw new DomainError('conflict', bank.isAside);
  if (amountMinor < 0n) throw new DomainError('conflict', bank.isTakenBack);
}

/**
 * Records the receipt of an entry for a pledge, on the day on which it was booked and under the bank's reference. Throws
 * as recordMovement does, `conflict` for a pledge in another currency, and `invalid-input` on `another`.
 */
export const recordEntry = async (
  ctx: Context,
  actor: Actor,
  key: RequestKey | null,
  id: string,
  { ref, excess, another }: RecordEntryInput,
) => {
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const facts = { batch, bankEntry: id };
  const deed = { right: 'record', act: 'pledge.receive', object: ref, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const entry = await lockEntry(tx, id);
    checkOpen(entry);
    if (entry.mayBeTwin && !another) throw fieldError('another', say().bank.mayBeTwin);
    const { currency, amountMinor, bookedOn, reference } = entry;
    const { asset } = (await lockPledge(tx, ref)).row;
    if (asset !== currency) {
      throw new DomainError('conflict', say().bank.otherCurrency(ref, asset, currency));
    }
    await tx
      .update(bankEntry)
      .set({ batch })
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
 * so if a later one is refused. Nothing is recorded twice, however often this is asked for.
 */
export async function recordSure(
  ctx: Context,
  actor: Actor,
  ids: readonly string[],
): Promise<{ recorded: number; left: number }> {
  requireRight(actor, 'record');
  const given = sql.param(ids.slice(0, MOST_AT_ONCE));
  const where = sql`entry.state = 'open' AND entry.id = ANY(${given}::bigint[])`;
  const entries = await readEntries(ctx.db, { where, limit: MOST_AT_ONCE });
  let recorded = 0;
  for (const { id, sure } of await matchEntries(ctx.db, entries)) {
    if (sure !== null && (await tryRecord(ctx, actor, id, sure))) recorded += 1;
  }
  return { recorded, left: ids.length - recorded };
}

/** False where the entry needs a look: the pledge was paid meanwhile, say. */
async function tryRecord(ctx: Context, actor: Actor, id: string, ref: string): Promise<boolean> {
  try {
    await recordEntry(ctx, actor, null, id, { ref });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

export const putEntryAside: UseCaseOn<z.infer<typeof entryAsideInput>> = (
  ctx,
  actor,
  key,
  id,
  { note },
) => setAside(ctx, actor, key, { id, act: 'bank.put-aside', note });

export const takeEntryBack = (ctx: Context, actor: Actor, key: RequestKey, id: string) =>
  setAside(ctx, actor, key, { id, act: 'bank.take-back', note: null });

interface Aside {
  id: string;
  act: 'bank.put-aside' | 'bank.take-back';
  note: string | null;
}

const setAside = (ctx: Context, actor: Actor, key: RequestKey, { id, act, note }: Aside) =>
  writeAs(ctx, actor, key, { right: 'record', act, object: id }, async (tx) => {
    const { state } = await lockEntry(tx, id);
    if (state === 'recorded') throw new DomainError('conflict', say().bank.isRecorded);
    await tx
      .update(bankEntry)
      .set({ asideNote: note })
      .where(eq(bankEntry.id, BigInt(id)));
    return { status: 200, body: { aside: note !== null } };
  });
