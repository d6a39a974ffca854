import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import type { EVENTS } from '../../server/payments/events/inbox.ts';
import { useTill } from '../support/pay.ts';

const till = useTill({ env: { CHECKOUT_LIMIT: '1000' } });

/** A payment of Ada's, and what Stripe has of it. */
interface Story {
  object: string;
  intent: () => Promise<string>;
}

const intentOf = async (object: string): Promise<string> => {
  const { checkout, invoicePayments } = till.app.ctx.stripe!.api;
  if (object.startsWith('cs_')) {
    return (await checkout.sessions.retrieve(object)).payment_intent as string;
  }
  const { data } = await invoicePayments.list({ invoice: object });
  return data[0]!.payment.payment_intent as string;
};

const card = ({ object }: Story) => till.stripe.payByCard(object);
const bank = async ({ object }: Story, end: 'bankSettles' | 'bankFails'): Promise<void> => {
  await till.stripe.payByBank(object);
  till.stripe[end](object);
};
const refund = async (story: Story): Promise<string> => {
  await card(story);
  return till.stripe.refund(await story.intent(), 10_000);
};
const dispute = async (story: Story): Promise<string> => {
  await card(story);
  return till.stripe.dispute(await story.intent());
};
const end = async (story: Story, how: 'won' | 'lost'): Promise<void> =>
  till.stripe.closeDispute(await dispute(story), how);
/** What the fake does not tell by itself, of a thing as it is. */
const tell = async (type: (typeof EVENTS)[number], story: Story): Promise<void> => {
  const { invoices, paymentIntents } = till.app.ctx.stripe!.api;
  const thing = type.startsWith('invoice')
    ? await invoices.retrieve(story.object)
    : await paymentIntents.retrieve(await story.intent());
  till.stripe.emit(type, thing);
};

const [RECEIVED, REFUNDED] = ['receive 500.00', 'refund 100.00'];
const [DISPUTED, BY_INVOICE] = ['dispute 500.00', 'receive 2000.00'];

/** By its type: what happens, what its event alone leads to, and how the payment stands then. */
const STORIES: Record<
  (typeof EVENTS)[number],
  [happens: (story: Story) => unknown, moves: string[], status: string, amount?: string]
> = {
  'checkout.session.completed': [card, [RECEIVED], 'paid'],
  'checkout.session.async_payment_succeeded': [
    (story) => bank(story, 'bankSettles'),
    [RECEIVED],
    'paid',
  ],
  'checkout.session.async_payment_failed': [(story) => bank(story, 'bankFails'), [], 'failed'],
  'checkout.session.expired': [({ object }) => till.stripe.expire(object), [], 'expired'],
  'payment_intent.succeeded': [card, [RECEIVED], 'paid'],
  'payment_intent.payment_failed': [(story) => bank(story, 'bankFails'), [], 'failed'],
  'payment_intent.partially_funded': [
    (story) => tell('payment_intent.partially_funded', story),
    [],
    'open',
    '2000.00',
  ],
  'invoice.paid': [({ object }) => till.stripe.payInvoice(object), [BY_INVOICE], 'paid', '2000.00'],
  'invoice.payment_failed': [
    (story) => tell('invoice.payment_failed', story),
    [],
    'open',
    '2000.00',
  ],
  'invoice.voided': [({ object }) => till.stripe.voidInvoice(object), [], 'expired', '2000.00'],
  'charge.refunded': [refund, [RECEIVED, REFUNDED], 'paid'],
  'refund.created': [refund, [RECEIVED, REFUNDED], 'paid'],
  'refund.updated': [
    async (story) => {
      await card(story);
      const pending = till.stripe.refund(await story.intent(), 10_000, { status: 'pending' });
      till.stripe.refundSettles(pending);
    },
    [RECEIVED, REFUNDED],
    'paid',
  ],
  'refund.failed': [
    async (story) => till.stripe.refundFails(await refund(story)),
    [RECEIVED],
    'paid',
  ],
  'charge.dispute.created': [dispute, [RECEIVED, DISPUTED], 'paid'],
  'charge.dispute.updated': [
    (story) => end(story, 'won'),
    [RECEIVED, DISPUTED, 'win 500.00'],
    'paid',
  ],
  'charge.dispute.closed': [
    (story) => end(story, 'lost'),
    [RECEIVED, DISPUTED, 'lose 500.00'],
    'paid',
  ],
  'charge.dispute.funds_withdrawn': [dispute, [RECEIVED, DISPUTED], 'paid'],
  'charge.dispute.funds_reinstated': [
    (story) => end(story, 'won'),
    [RECEIVED, DISPUTED, 'win 500.00'],
    'paid',
  ],
  // It moves nothing of a payment: the cash is listed.
  'customer_cash_balance_transaction.created': [
    async ({ object }) => {
      const { customer } = await till.app.ctx.stripe!.api.invoices.retrieve(object);
      till.stripe.fundCustomer(customer as string, 'usd', 10_000);
    },
    [],
    'open',
    '2000.00',
  ],
};

describe('one event by itself brings the ledger to where Stripe is', () => {
  test.each(Object.keys(STORIES) as (typeof EVENTS)[number][])('%s', async (type) => {
    const [happens, moves, status, amount = '500.00'] = STORIES[type];
    const ref = await till.pledge();
    const { code } = await till.pay(ref, amount);
    const object = await till.objectOf(code);
    till.stripe.events.length = 0;
    await happens({ object, intent: () => intentOf(object) });
    const event = till.stripe.events.findLast((each) => each.type === type)!;
    const reply = await till.stripe.deliver(event, { url: till.hook });
    expect(reply.status).toBe(200);
    expect((await till.moves(ref)).slice(1).map((move) => move.replace(/ \S+→\S+/, ''))).toEqual(
      moves,
    );
    expect((await till.paymentOf(code)).status).toBe(status);
    const { stripeEvent } = payments;
    const [kept] = await till.app.ctx.db
      .select()
      .from(stripeEvent)
      .where(eq(stripeEvent.id, event.id));
    const isNews = status !== 'open' || type.startsWith('customer');
    expect(kept).toMatchObject({ type, outcome: isNews ? 'applied' : 'nothing', reason: null });
  });
});
