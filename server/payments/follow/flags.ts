import { and, eq, sql } from 'drizzle-orm';
import { writeAs } from '../../audit/audit.ts';
import { payment } from '../../db/payments.ts';
import type { Move } from '../../domain/pledge-book.ts';
import { today } from '../../domain/day.ts';
import { conflict } from '../../domain/errors.ts';
import type { PaymentFlag } from '../../domain/payment.ts';
import { say } from '../../domain/say.ts';
import { ageOf } from '../../rates/reference.ts';
import type { UseCaseOn } from '../../use-case.ts';
import type { PaymentRow } from '../payment.ts';
import type { OpenedForPayment } from './record-steps.ts';
import type { ClearFlagInput } from '../schemas.ts';
import type { StripePayment } from '../stripe/stripe-state.ts';

/** What an admin should look at. We never refuse money that arrived: we receive and flag it. */
export function flagsOf(
  row: PaymentRow,
  { payer, state, receipt }: StripePayment,
  { opened, moves }: { opened: OpenedForPayment | null; moves: readonly Move[] },
): PaymentFlag[] {
  const flags = new Set(row.flags);
  if (state !== 'open') flags.delete('not-closed');
  // Only money that is received needs a flag.
  if (!opened || !moves.some(({ verb }) => verb === 'receive')) return [...flags];
  const { status, recipient } = opened.giver;
  if (moves.some(({ verb, from }) => verb === 'reinstate' && from !== 'refunded')) {
    flags.add('given-up');
  }
  if (status === 'rejected' || status === 'withdrawn') flags.add('giver-gone');
  if (isReceivedAtOldRate(opened, receipt)) flags.add('old-rate');
  if (payer.country !== null && recipient?.closedCountries?.includes(payer.country)) {
    flags.add('closed-country');
  }
  return [...flags];
}

/** Only for a gift, whose rate is fixed now: a pledge has its own. */
const isReceivedAtOldRate = (
  { book, before }: OpenedForPayment,
  receipt: StripePayment['receipt'],
): boolean =>
  receipt !== null && before.length > 0 && ageOf(book.terms, today(receipt.at))?.is === 'too-old';

/** Takes a flag off a payment, with a note. Throws `conflict` where there is none. */
export const clearFlag: UseCaseOn<ClearFlagInput> = (ctx, actor, key, code, { flag, note }) => {
  const deed = { right: 'record', act: 'payment.see-to', object: code } as const;
  return writeAs(ctx, actor, key, { ...deed, facts: { flag, note } }, async (tx) => {
    const done = await tx
      .update(payment)
      .set({ flags: sql`array_remove(${payment.flags}, ${flag})` })
      .where(and(eq(payment.code, code), sql`${flag} = ANY(${payment.flags})`))
      .returning({ code: payment.code });
    if (done.length > 0) return { status: 201, body: { code } };
    throw conflict(say().payments.alreadyHandled);
  });
};
