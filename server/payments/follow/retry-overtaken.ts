import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/db.ts';
import { payment } from '../../db/payments.ts';
import { statement } from '../../db/prepared.ts';
import { DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { PaymentRow } from '../payment.ts';
import type { Look, StripePayment } from '../stripe/stripe-state.ts';

class Overtaken extends DomainError {
  constructor() {
    super('busy', say().payments.beingUpdated);
  }
}

/** Leaves out the payer, on whom nothing depends. */
function digestOf({ payer: _payer, ...atStripe }: StripePayment): Buffer {
  const text = JSON.stringify(atStripe, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest();
}

const saidOf = statement((db) => {
  return db
    .select({ said: payment.said })
    .from(payment)
    .where(eq(payment.object, sql.placeholder('object')));
});

/** The digest of the last look that was recorded. Read it before the next look starts. */
export const lastLook = async (db: Db, object: string): Promise<Buffer | null> =>
  (await saidOf(db, { object }))[0]?.said ?? null;

/** Rolls back what another transaction did meanwhile, so that it is looked at again. */
export const overtaken = (): DomainError => new Overtaken();

/**
 * What to keep of a look at a locked payment. Throws, for a rollback, if another look was recorded meanwhile: nobody knows which
 * is newer. Stripe never returns to an earlier state, so digests tell looks apart without a clock.
 */
export function lookToKeep(
  { said: last, intent, charge }: PaymentRow,
  { before, ...atStripe }: Look,
): Partial<Pick<PaymentRow, 'said' | 'object' | 'intent' | 'charge'>> {
  const now = digestOf(atStripe);
  if (last?.equals(now)) return {};
  if (last !== null && !(before?.equals(last) ?? false)) throw new Overtaken();
  return {
    said: now,
    object: atStripe.object,
    intent: intent ?? atStripe.intent,
    charge: charge ?? atStripe.charge,
  };
}

const MOST_TIMES = 20;

export async function retryOvertaken<T>(
  lookAndRecord: () => Promise<T>,
  times = MOST_TIMES,
): Promise<T> {
  try {
    return await lookAndRecord();
  } catch (error) {
    if (!(error instanceof Overtaken) || times === 1) throw error;
    return retryOvertaken(lookAndRecord, times - 1);
  }
}
