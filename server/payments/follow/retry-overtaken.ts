import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import { statement, updateOne } from '../../db/prepared.ts';
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

const said = statement((db) => {
  const { payment } = payments;
  return db
    .select({ said: payment.said })
    .from(payment)
    .where(eq(payment.object, sql.placeholder('object')));
});

/** What the last recorded look said, read before the next one starts. */
export const saidOf = async (db: Db, object: string): Promise<Buffer | null> =>
  (await said(db, { object }))[0]?.said ?? null;

/**
 * Keeps what a look says as the last word on a locked payment. Throws, for a rollback, if another look was recorded
 * since this one began: nobody knows which is newer. What Stripe says never returns to what it was, so a digest tells
 * looks apart without a clock.
 */
export async function keepSaid(
  tx: Tx,
  { id, said: last, intent, charge }: PaymentRow,
  { asOf: _asOf, before, ...truth }: Look,
): Promise<void> {
  const now = digestOf(truth);
  if (last?.equals(now)) return;
  if (last !== null && !(before?.equals(last) ?? false)) throw new Overtaken();
  await updateOne(tx, payments.payment, id, {
    said: now,
    object: truth.object,
    intent: intent ?? truth.intent,
    charge: charge ?? truth.charge,
  });
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
