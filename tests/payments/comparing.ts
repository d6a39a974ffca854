import { eq } from 'drizzle-orm';
import { beforeEach } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import * as payments from '../../server/db/payments.ts';
import type { ProviderVerb } from '../../server/domain/payment.ts';
import { compareWithStripe } from '../../server/payments/compare/compare.ts';
import { recordDifference } from '../../server/payments/compare/differences.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { useTill } from '../support/pay.ts';
import { newKey } from '../support/signed-in.ts';

/** A till, and what the tests of comparing do with it. */
export function useComparison() {
  const till = useTill();
  /** Each test has days of its own, so that what it leaves is of no other's. */
  let month = 2;
  beforeEach(() => {
    month += 1;
    on(5);
  });
  const nextMonth = () => {
    month += 1;
  };
  const on = (day: number, hour = 12) => {
    till.stripe.clock.now = new Date(Date.UTC(2026, month - 1, day, hour));
  };
  const dayOf = (day: number) =>
    new Date(Date.UTC(2026, month - 1, day)).toISOString().slice(0, 10);
  const days = (from = 1, to = 20) => ({ from: dayOf(from), to: dayOf(to) });

  const compare = async (period = days()) => {
    on(20);
    return (await compareWithStripe(till.app.ctx, MACHINE, null, period)).body;
  };
  type Compared = Awaited<ReturnType<typeof compare>>;
  const named = ({ named: each }: Compared): string[] =>
    each
      .map(
        ({ kind, verb, theirs, ours, currency }) => `${kind} ${verb} ${theirs}/${ours} ${currency}`,
      )
      .toSorted();
  /** Stripe's own, of which nothing is told here yet. */
  const intentOf = async (code: string): Promise<string> => {
    const session = await till.app.ctx.stripe!.api.checkout.sessions.retrieve(
      await till.objectOf(code),
    );
    return session.payment_intent as string;
  };
  const byHand = (ref: string, amount: string, intent: string) =>
    move(till.app, ref, 'receive', {
      amount,
      evidence: { ...PAYMENT, reference: intent },
      occurredOn: dayOf(5),
    });
  /** Paid by card; nothing is told of it until it is delivered. */
  const paid = async (amount = '500.00', facts: object = {}) => {
    const ref = await till.pledge({ amount: '2000.00', ...facts });
    const { code } = await till.pay(ref, amount);
    await till.stripe.payByCard(await till.objectOf(code));
    return { ref, code, intent: await intentOf(code) };
  };
  const toldOf = async (...args: Parameters<typeof paid>) => {
    const made = await paid(...args);
    await till.deliver();
    return made;
  };
  /** What Stripe has told since is lost. */
  const lose = () => void till.stripe.events.splice(0);
  const record = async (object: string, verb: ProviderVerb) =>
    (await recordDifference(till.app.ctx, MACHINE, newKey(), { object, verb })).body;
  const rows = () => till.app.ctx.db.select().from(payments.difference);
  const batchesOf = async (code: string) =>
    till.app.ctx.db
      .select()
      .from(payments.providerBatch)
      .where(eq(payments.providerBatch.paymentId, (await till.paymentOf(code)).id));

  return {
    till,
    on,
    nextMonth,
    dayOf,
    days,
    compare,
    named,
    paid,
    toldOf,
    lose,
    record,
    rows,
    batchesOf,
    byHand,
    intentOf,
  };
}
