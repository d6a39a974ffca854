import type { Stripe } from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFakeStripe, type FakeStripe } from '../support/stripe/fake.ts';
import { clientOf, paidByCard, refusalOf, termsOf } from './fake-stripe-client.ts';

let fake: FakeStripe;
let stripe: Stripe;
beforeEach(async () => {
  fake = await startFakeStripe();
  stripe = clientOf(fake);
});
afterEach(() => fake.close());

const typesSince = (length: number): string[] => fake.events.slice(length).map(({ type }) => type);

describe('the fake Stripe', () => {
  test('takes a card payment', async () => {
    const session = await stripe.checkout.sessions.create(termsOf());
    expect(session).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      amount_total: 10_000,
      payment_intent: null,
      url: `${fake.url}/c/pay/${session.id}`,
      metadata: { payment: 'p1' },
    });
    await fake.payByCard(session.id, { country: 'FR' });
    expect(typesSince(0)).toEqual([
      'payment_intent.succeeded',
      'charge.succeeded',
      'checkout.session.completed',
    ]);
    const paid = await stripe.checkout.sessions.retrieve(session.id);
    expect(paid).toMatchObject({ status: 'complete', payment_status: 'paid', url: null });
    expect(paid.customer_details).toMatchObject({
      email: 'ada@example.org',
      address: { country: 'FR' },
    });
    const intent = await stripe.paymentIntents.retrieve(paid.payment_intent as string, {
      expand: ['latest_charge.balance_transaction'],
    });
    expect(intent).toMatchObject({
      status: 'succeeded',
      metadata: { payment: 'p1' },
      latest_charge: { balance_transaction: { type: 'charge', fee: 320, net: 9680 } },
    });
    const listed = await stripe.checkout.sessions.list({ payment_intent: intent.id });
    expect(listed.data.map(({ id }) => id)).toEqual([session.id]);
    await expect(fake.payByCard(session.id)).rejects.toThrow('complete');
  });

  test('takes a bank payment, that settles or fails days later', async () => {
    const [settled, failed] = await Promise.all([
      stripe.checkout.sessions.create(termsOf(1_000_000)),
      stripe.checkout.sessions.create(termsOf()),
    ]);
    await fake.payByBank(settled.id);
    expect(typesSince(0)).toEqual(['checkout.session.completed']);
    expect(fake.events[0]!.data.object).toMatchObject({ payment_status: 'unpaid' });
    fake.bankSettles(settled.id);
    expect(typesSince(1)).toEqual([
      'payment_intent.succeeded',
      'charge.succeeded',
      'checkout.session.async_payment_succeeded',
    ]);
    // What was told before is as it was.
    expect(fake.events[0]!.data.object).toMatchObject({ payment_status: 'unpaid' });
    const { data } = await stripe.balanceTransactions.list();
    expect(data).toMatchObject([{ type: 'payment', amount: 1_000_000, fee: 500 }]);

    await fake.payByBank(failed.id);
    fake.bankFails(failed.id);
    expect(typesSince(5)).toEqual([
      'payment_intent.payment_failed',
      'checkout.session.async_payment_failed',
    ]);
    expect(() => fake.bankSettles(failed.id)).toThrow('requires_payment_method');
  });

  test('refunds a charge in parts and never more than it was', async () => {
    const intent = await paidByCard(fake, stripe);
    const before = fake.events.length;
    await stripe.refunds.create({ payment_intent: intent, amount: 4000, metadata: { why: 'a' } });
    expect(typesSince(before)).toEqual(['refund.created', 'charge.refunded']);
    expect(
      await refusalOf(stripe.refunds.create({ payment_intent: intent, amount: 6001 })),
    ).toMatchObject({ type: 'StripeInvalidRequestError', param: 'amount' });
    const rest = fake.refund(intent, undefined, { status: 'pending' });
    expect(fake.events.at(-1)!.data.object).toMatchObject({
      amount_refunded: 10_000,
      refunded: true,
    });
    expect(await refusalOf(stripe.refunds.create({ payment_intent: intent }))).toMatchObject({
      code: 'charge_already_refunded',
    });
    fake.refundFails(rest);
    expect(typesSince(before + 4)).toEqual(['refund.failed', 'refund.updated']);
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(intent, {
      expand: ['latest_charge.refunds'],
    });
    expect(charge).toMatchObject({
      amount_refunded: 4000,
      refunded: false,
      refunds: { has_more: false, data: [{ status: 'failed' }, { metadata: { why: 'a' } }] },
    });
    const { data } = await stripe.balanceTransactions.list();
    expect(data.map(({ type, amount }) => [type, amount])).toEqual([
      ['refund_failure', 6000],
      ['refund', -6000],
      ['refund', -4000],
      ['charge', 10_000],
    ]);
  });

  test('shows ten refunds within a charge, and says that there are more', async () => {
    const intent = await paidByCard(fake, stripe);
    for (let made = 0; made < 11; made += 1) fake.refund(intent, 100);
    const { latest_charge: charge } = await stripe.paymentIntents.retrieve(intent, {
      expand: ['latest_charge.refunds'],
    });
    const { refunds } = charge as Stripe.Charge;
    expect([refunds!.data.length, refunds!.has_more]).toEqual([10, true]);
    const all = await stripe.refunds.list({ payment_intent: intent, limit: 100 });
    expect(all.data.length).toBe(11);
  });

  test('takes the money of a dispute, and gives it back when it is won', async () => {
    const intent = await paidByCard(fake, stripe);
    const before = fake.events.length;
    const dispute = fake.dispute(intent);
    expect(typesSince(before)).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
    ]);
    expect(await refusalOf(stripe.refunds.create({ payment_intent: intent }))).toMatchObject({
      code: 'charge_disputed',
    });
    fake.closeDispute(dispute, 'won');
    expect(typesSince(before + 2)).toEqual([
      'charge.dispute.updated',
      'charge.dispute.closed',
      'charge.dispute.funds_reinstated',
    ]);
    fake.closeInquiry(fake.inquiry(intent));
    const disputes = await stripe.disputes.list({ payment_intent: intent });
    expect(disputes.data.map(({ status }) => status)).toEqual(['warning_closed', 'won']);
    const balance = await stripe.balanceTransactions.list({ expand: ['data.source'] });
    expect(balance.data).toMatchObject([
      { type: 'adjustment', net: 10_000, source: { id: dispute, object: 'dispute' } },
      { type: 'adjustment', net: -11_500, source: { id: dispute } },
      { type: 'charge', source: { object: 'charge', payment_intent: intent } },
    ]);
  });

  /** An open invoice of 5000 by bank transfer, or by a card too. */
  async function invoiced(
    ...more: Stripe.InvoiceCreateParams.PaymentSettings.PaymentMethodType[]
  ): Promise<Stripe.Invoice> {
    const { id: customer } = await stripe.customers.create({
      email: 'ada@example.org',
      name: 'Ada Example',
    });
    const { id: invoice } = await stripe.invoices.create({
      customer,
      currency: 'usd',
      collection_method: 'send_invoice',
      days_until_due: 30,
      auto_advance: false,
      pending_invoice_items_behavior: 'exclude',
      metadata: { payment: 'p1' },
      payment_settings: {
        payment_method_types: ['customer_balance', ...more],
        payment_method_options: {
          customer_balance: {
            funding_type: 'bank_transfer',
            bank_transfer: { type: 'us_bank_transfer' },
          },
        },
      },
    });
    await stripe.invoiceItems.create({ customer, invoice, amount: 5000, currency: 'usd' });
    return stripe.invoices.finalizeInvoice(invoice);
  }

  test('has an invoice paid by transfers: not before they cover the whole of it', async () => {
    const { id, ...invoice } = await invoiced();
    expect(invoice).toMatchObject({
      status: 'open',
      amount_remaining: 5000,
      hosted_invoice_url: `${fake.url}/i/${id}`,
    });
    expect(await (await fetch(invoice.hosted_invoice_url!)).text()).toContain('5000');
    const customer = invoice.customer as string;
    const cash = async () => (await stripe.customers.retrieveCashBalance(customer)).available;

    fake.fundCustomer(customer, 'usd', 2000);
    expect(await cash()).toEqual({ usd: 2000 });
    expect((await stripe.invoices.retrieve(id)).status).toBe('open');
    fake.fundCustomer(customer, 'usd', 3100);
    expect(await cash()).toEqual({ usd: 100 });
    expect(typesSince(0)).toEqual([
      'invoice.finalized',
      'customer_cash_balance_transaction.created',
      'cash_balance.funds_available',
      'customer_cash_balance_transaction.created',
      'customer_cash_balance_transaction.created',
      'payment_intent.succeeded',
      'charge.succeeded',
      'invoice_payment.paid',
      'invoice.paid',
      'cash_balance.funds_available',
    ]);

    const paid = await stripe.invoices.retrieve(id, {
      expand: ['payments.data.payment.payment_intent'],
    });
    expect(paid).toMatchObject({ status: 'paid', amount_paid: 5000, amount_remaining: 0 });
    const intent = paid.payments!.data[0]!.payment.payment_intent as Stripe.PaymentIntent;
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 5000, metadata: {} });
    const { data } = await stripe.invoicePayments.list({
      payment: { type: 'payment_intent', payment_intent: intent.id },
    });
    expect(data).toMatchObject([{ invoice: id, status: 'paid', amount_paid: 5000 }]);
  });

  test('voids an invoice, and is told that one was paid elsewhere', async () => {
    const [voided, elsewhere] = [await invoiced(), await invoiced()];
    await stripe.invoices.voidInvoice(voided.id);
    fake.fundCustomer(voided.customer as string, 'usd', 5000);
    expect((await stripe.invoices.retrieve(voided.id)).status).toBe('void');
    expect(() => fake.payInvoice(voided.id)).toThrow('void');
    fake.markPaidOffStripe(elsewhere.id);
    const paid = await stripe.invoices.retrieve(elsewhere.id, { expand: ['payments'] });
    expect(paid).toMatchObject({
      status: 'paid',
      amount_paid_off_stripe: 5000,
      payments: { data: [{ status: 'canceled' }] },
    });
    expect((await stripe.balanceTransactions.list()).data).toEqual([]);
  });

  test('refuses a card for an invoice, and then takes one', async () => {
    const { id } = await invoiced('card');
    fake.payInvoice(id, { by: 'card', fails: true });
    expect(typesSince(1)).toEqual(['payment_intent.payment_failed', 'invoice.payment_failed']);
    fake.payInvoice(id, { by: 'card' });
    expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: 'paid', attempt_count: 2 });
    const { data } = await stripe.balanceTransactions.list();
    expect(data).toMatchObject([{ type: 'charge', amount: 5000, fee: 175 }]);
  });
});
