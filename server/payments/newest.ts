import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';
import * as payments from '../db/payments.ts';
import { statement, updateOne } from '../db/prepared.ts';
import { DomainError } from '../domain/errors.ts';
import type { PaymentRow } from './opened.ts';
import type { Look, Truth } from './truth.ts';

/** A look was overtaken: another one of the same payment was recorded while it was under way. */
class Overtaken extends DomainError {
  constructor() {
    super('busy', 'This payment changes just now. Try again in a moment.');
  }
}

/** A digest of what Stripe says. The payer is not in it: it says nothing of them, and nothing rests on them. */
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

/** What was said at the last look that was recorded, of what was given to a payer: before another begins. */
export const saidOf = async (db: Db, object: string): Promise<Buffer | null> =>
  (await said(db, { object }))[0]?.said ?? null;

/**
 * Keeps what a look says of a locked payment as what was said last, with the names that it has over there. Throws,
 * and leaves the transaction to be rolled back, where another look was recorded since this one began and said
 * something else: of the two nobody knows which is the newer, so this one says nothing. What Stripe says of a
 * payment goes on and never comes back to what it was, so what was said tells the looks apart without a clock.
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

/**
 * Looks and records, all of it again each time that it was overtaken: each time another one was recorded,
 * so that of many at once all come to an end. Throws `busy` after twenty times.
 */
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
