import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import { checkPayment } from '../../server/payments/follow/settle.ts';
import { useTill } from '../support/pay.ts';

const till = useTill({ env: { CHECKOUT_LIMIT: '1000' } });

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 2000.00';

/** An invoice of Ada's for all of a pledge. */
async function invoiced(facts: { asset?: string } = {}) {
  const ref = await till.pledge(facts);
  const { code, way } = await till.pay(ref, '2000.00');
  expect(way).toBe('invoice');
  till.stripe.events.length = 0;
  return {
    ref,
    code,
    invoice: await till.objectOf(code),
    status: async () => (await till.paymentOf(code)).status,
  };
}

/** Of all invoices of one pledge. */
const customerOf = async (invoice: string): Promise<string> =>
  (await till.app.ctx.stripe!.api.invoices.retrieve(invoice)).customer as string;

const fund = async (invoice: string, amount: number, currency = 'usd'): Promise<void> =>
  till.stripe.fundCustomer(await customerOf(invoice), currency, amount);

/** What is listed as held by Stripe. */
const held = async (invoice: string) => {
  const { unappliedCash } = payments;
  const rows = await till.app.ctx.db
    .select()
    .from(unappliedCash)
    .where(eq(unappliedCash.customer, await customerOf(invoice)));
  return rows
    .filter(({ amountMinor }) => amountMinor > 0n)
    .map(({ currency, amountMinor }) => `${amountMinor} ${currency}`);
};

const reasonsOf = async (): Promise<(string | null)[]> =>
  (await till.events())
    .filter(({ outcome }) => outcome === 'unmatched')
    .map(({ reason }) => reason);

describe('cash that Stripe holds', () => {
  test('is what the last look saw, though an older one is kept after it', async () => {
    const { invoice } = await invoiced();
    await fund(invoice, 70_000);
    const [funded] = till.stripe.events.splice(0);
    till.stripe.fail({ path: /cash_balance$/, after: true, delayMs: 400 });
    const asked = till.stripe.requests.length;
    const slow = till.stripe.deliver(funded!, { url: till.hook });
    await expect.poll(() => till.stripe.requests.length).toBeGreaterThan(asked);
    till.app.clock.now = new Date(till.app.clock.now.getTime() + 1_000);
    await fund(invoice, 130_000);
    await till.deliver();
    await slow;
    expect(await held(invoice)).toEqual([]);
  });

  test('is read each day, though nothing tells of it', async () => {
    const { clock, comparison } = till.app;
    const untold = async (at: string) => {
      till.stripe.events.length = 0;
      clock.now = new Date(at);
      const asked = till.stripe.requests.length;
      await comparison.turn();
      const cash = `/v1/customers/${customer}/cash_balance`;
      return till.stripe.requests.slice(asked).filter(({ path }) => path === cash);
    };
    const { ref, invoice } = await invoiced();
    const customer = await customerOf(invoice);
    await fund(invoice, 70_000);
    expect(await untold('2026-03-11T02:59:59Z')).toEqual([]);
    expect(await held(invoice)).toEqual([]);
    expect(await untold('2026-03-11T03:00:00Z')).toHaveLength(1);
    expect(await held(invoice)).toEqual(['70000 USD']);
    expect(await untold('2026-03-11T04:00:00Z')).toEqual([]);
    await fund(invoice, 130_000);
    expect(await untold('2026-03-12T04:00:00Z')).toHaveLength(1);
    expect(await held(invoice)).toEqual([]);
    expect((await till.moves(ref)).at(-1)).toBe(RECEIVED);
    await fund(invoice, 300);
    till.stripe.fail({ path: /balance_transactions$/, status: 500, times: 3 });
    expect(await untold('2026-03-13T04:00:00Z')).toHaveLength(1);
    expect(await held(invoice)).toEqual(['300 USD']);
  });

  test('is asked for no more of a customer that was deleted; its pledge gets another one', async () => {
    till.app.clock.now = new Date('2026-03-13T04:30:00Z');
    const { ref, code, invoice } = await invoiced();
    const customer = await customerOf(invoice);
    const askedAt = async (at: string) => {
      till.app.clock.now = new Date(at);
      const asked = till.stripe.requests.length;
      await till.app.comparison.turn();
      const made = till.stripe.requests.slice(asked);
      return made.filter(({ path }) => path.includes(customer)).length;
    };
    // One that is not there at all is perhaps of another account's key.
    till.stripe.fail({ path: /cash_balance$/, status: 404 });
    till.stripe.fail({ path: new RegExp(`${customer}$`), status: 404 });
    expect(await askedAt('2026-03-13T05:00:00Z')).toBe(2);
    expect(await askedAt('2026-03-13T06:00:00Z')).toBe(1);
    till.stripe.deleteCustomer(customer);
    // It went back before, and nothing told of that.
    await till.app.ctx.db
      .update(payments.unappliedCash)
      .set({ amountMinor: 300n })
      .where(eq(payments.unappliedCash.customer, customer));
    expect(await held(invoice)).toEqual(['300 USD']);
    expect(await askedAt('2026-03-14T03:00:00Z')).toBe(2);
    expect(await held(invoice)).toEqual([]);
    till.stripe.voidInvoice(invoice);
    await till.deliver();
    expect((await till.paymentOf(code)).status).toBe('expired');
    const next = await till.objectOf((await till.pay(ref, '2000.00')).code);
    expect(await customerOf(next)).not.toBe(customer);
    till.stripe.payInvoice(next);
    await till.deliver();
    expect((await till.moves(ref)).at(-1)).toBe(RECEIVED);
    expect(await askedAt('2026-03-14T04:00:00Z')).toBe(0);
    expect(await askedAt('2026-03-15T04:00:00Z')).toBe(0);
  });

  test('of a customer whose cash cannot be read keeps no other from its turn', async () => {
    const { invoice } = await invoiced();
    await till.app.ctx.db.insert(payments.unappliedCash).values({
      customer: 'cus_refused',
      currency: 'USD',
      amountMinor: 100n,
      asOf: new Date('2026-01-01T00:00:00Z'),
    });
    till.stripe.fail({ path: /cus_refused/, status: 402 });
    await fund(invoice, 70_000);
    till.stripe.events.length = 0;
    till.app.clock.now = new Date('2026-03-14T04:00:00Z');
    await till.app.comparison.turn();
    expect(await held(invoice)).toEqual(['70000 USD']);
    await fund(invoice, 130_000);
    await till.deliver();
  });
});

describe('an invoice', () => {
  test('that a transfer pays is received, once', async () => {
    const { ref, invoice, status } = await invoiced();
    till.stripe.payInvoice(invoice);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect(await status()).toBe('paid');
    expect(await held(invoice)).toEqual([]);
  });

  test('that a part of it is sent for is not paid: the part is held', async () => {
    const { ref, code, invoice, status } = await invoiced();
    await fund(invoice, 70_000);
    await till.deliver();
    const { api } = till.app.ctx.stripe!;
    const { data } = await api.invoicePayments.list({ invoice });
    const intent = await api.paymentIntents.retrieve(data[0]!.payment.payment_intent as string);
    till.stripe.emit('payment_intent.partially_funded', intent);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED]);
    expect(await status()).toBe('open');
    expect(await held(invoice)).toEqual(['70000 USD']);

    await fund(invoice, 130_000);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect(await held(invoice)).toEqual([]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'nothing' });
  });

  test('that more is sent for is paid, and the rest is held and never received', async () => {
    const { ref, invoice } = await invoiced();
    await fund(invoice, 200_500);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect(await held(invoice)).toEqual(['500 USD']);
    await fund(invoice, 300);
    await till.deliver();
    expect(await held(invoice)).toEqual(['800 USD']);
    // It goes to the next invoice of the same pledge, with what that lacks.
    await till.pay(ref, '2000.00');
    await fund(invoice, 200_000 - 800);
    await till.deliver();
    expect((await till.moves(ref)).at(-1)).toBe('receive outside→received 2000.00');
    expect(await held(invoice)).toEqual([]);
  });

  test('that is paid in euros counts in euros, at the rate of the pledge', async () => {
    const { ref, invoice } = await invoiced({ asset: 'EUR' });
    await fund(invoice, 200_000, 'eur');
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test('that was voided is paid by nothing', async () => {
    const { ref, invoice, status } = await invoiced();
    till.stripe.voidInvoice(invoice);
    await till.deliver();
    expect(await status()).toBe('expired');
    expect(await till.moves(ref)).toEqual([PLEDGED]);
  });

  test('that was marked as paid outside of Stripe is left to an admin', async () => {
    const { ref, invoice, status } = await invoiced();
    till.stripe.markPaidOffStripe(invoice);
    await till.deliver();
    expect(await reasonsOf()).toEqual(['off-stripe']);
    expect(await till.moves(ref)).toEqual([PLEDGED]);
    expect(await status()).toBe('open');
  });

  test('that is refunded goes back when the bank has it', async () => {
    const { ref, code, invoice } = await invoiced();
    till.stripe.payInvoice(invoice);
    await till.deliver();
    const refund = till.stripe.refund((await till.paymentOf(code)).intent!, 30_000);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    till.stripe.refundSettles(refund);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED, 'refund received→refunded 300.00']);
  });

  test('of whatever order its events come in ends alike', async () => {
    const { ref, invoice } = await invoiced();
    await fund(invoice, 70_000);
    await fund(invoice, 130_500);
    const events = till.stripe.events.splice(0);
    const replies = await Promise.all(
      [...events, ...events.toReversed()].map((event) =>
        till.stripe.deliver(event, { url: till.hook }),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect(await held(invoice)).toEqual(['500 USD']);
  });
});

test('the limit itself is paid at Checkout, and a cent above it by an invoice', async () => {
  const ref = await till.pledge();
  expect((await till.pay(ref, '1000.00')).way).toBe('checkout');
  expect((await till.pay(ref, '1000.01')).way).toBe('invoice');
});
