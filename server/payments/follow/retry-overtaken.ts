import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '../../db/client.ts';
import * as payments from '../../db/payments.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PaymentRow } from '../payment.ts';
import type { Look, Truth } from '../stripe/stripe-state.ts';

class Overtaken extends DomainError {
  constructor() {
    super('busy', 'This payment is being updated. Try again in a moment.');
  }
}

/** Without the payer: nothing depends on them. */
function digestOf({ payer: _payer, ...truth }: Truth): Buffer {
  const text = JSON.stringify(truth, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest();
}

/** What the last recorded look said, read before the next one starts. */
export async function saidOf(db: Db, object: string): Promise<Buffer | null> {
  const { payment } = payments;
  const [row] = await db
    .select({ said: payment.said })
    .from(payment)
    .where(eq(payment.object, object));
  return row?.said ?? null;
}

/**
 * Keeps what a look says as the last word on a locked payment. Throws, for a rollback, if another look was recorded
 * since this one began: nobody knows which is newer. What Stripe says never returns to what it was, so a digest tells
 * looks apart without a clock.
 */
export async function keepSaid(
  tx: Tx,
  { id, said, intent, charge }: PaymentRow,
  { asOf: _asOf, before, ...truth }: Look,
): Promise<void> {
  const now = digestOf(truth);
  if (said?.equals(now)) return;
  if (said !== null && !(before?.equals(said) ?? false)) throw new Overtaken();
  const { payment } = payments;
  await tx
    .update(payment)
    .set({
      said: now,
      object: truth.object,
      intent: intent ?? truth.intent,
      charge: charge ?? truth.charge,
    })
    .where(eq(payment.id, id));
}

/** More looks than ever overlap. */
const MOST_TIMES = 20;

/** Looks and records again each time it was overtaken. Throws `busy` after twenty times. */
export async function untilNewest<T>(
  lookAndRecord: () => Promise<T>,
  times = MOST_TIMES,
): Promise<T> {
  try {
    return await lookAndRecord();
  } catch (error) {
    if (!(error instanceof Overtaken) || times === 1) throw error;
    return untilNewest(lookAndRecord, times - 1);
  }
}
