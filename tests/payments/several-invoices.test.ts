import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import * as schema from '../../server/db/schema.ts';
import { useTill } from '../support/pay.ts';
import { payerAt } from '../support/payer.ts';

const till = useTill({ env: { CHECKOUT_LIMIT: '1000' } });

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 2000.00';

/** An invoice of Ada's for all of a pledge. */
async function invoiced() {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '2000.00');
  return { ref, code };
}
const turn = () => till.app.closing.turn();
const laterBy = (days: number): void => {
  till.app.clock.now = new Date(till.app.clock.now.getTime() + days * 86_400_000);
};
const invoiceOf = async (code: string) =>
  till.app.ctx.stripe!.api.invoices.retrieve(await till.objectOf(code));
const atStripe = async (code: string) => (await invoiceOf(code)).status;

describe('of several invoices', () => {
  test('of two pledges each has what was sent for it, though no transfer names one', async () => {
    const [one, two] = [await invoiced(), await invoiced()];
    const { customer } = await invoiceOf(two.code);
    till.stripe.fundCustomer(customer as string, 'usd', 200_000);
    await till.deliver();
    expect([await till.moves(one.ref), await till.moves(two.ref)]).toEqual([
      [PLEDGED],
      [PLEDGED, RECEIVED],
    ]);
    expect([await atStripe(one.code), await atStripe(two.code)]).toEqual(['open', 'paid']);
  });

  test('one of the test mode is no invoice of the customer of the live mode', async () => {
    const ref = await till.pledge();
    const { db } = till.app.ctx;
    const [of] = await db.select().from(schema.pledge).where(eq(schema.pledge.ref, ref));
    const live = { pledgeId: of!.id, livemode: true, customer: 'cus_live' };
    await db.insert(payments.stripeCustomer).values(live);
    const { code } = await till.pay(ref, '2000.00');
    const { customer } = await invoiceOf(code);
    expect(customer).toMatch(/^cus_(?!live)/);
    await till.app.comparison.turn();
    const looked = till.stripe.requests.map(({ path }) => path);
    expect(looked).toContain(`/v1/customers/${customer as string}/cash_balance`);
    expect(looked).not.toContain('/v1/customers/cus_live/cash_balance');
  });

  test('for the same there is one: it is handed out again while it is not due', async () => {
    const { ref, code } = await invoiced();
    const { url } = await till.paymentOf(code);
    expect(await till.pay(ref, '2000.00')).toEqual({ code, way: 'invoice', url });
    laterBy(29);
    expect((await till.pay(ref, '2000.00')).code).toBe(code);
    expect((await till.pay(ref, '2000.00', 'DE')).code).not.toBe(code);
    const again = await till.pay(ref, '2000.00');
    expect(again.code).not.toBe(code);
    laterBy(31);
    expect((await till.pay(ref, '2000.00')).code).not.toBe(again.code);
  });

  test('the last that was given out is open, and the ones before are void', async () => {
    const { ref, code } = await invoiced();
    const next = await till.pay(ref, '1500.00');
    await turn();
    expect([await atStripe(code), (await till.paymentOf(code)).status]).toEqual([
      'void',
      'expired',
    ]);
    expect(await atStripe(next.code)).toBe('open');
    // One that Stripe has not made takes the place of none.
    till.stripe.fail({ path: /^\/v1\/invoices$/, method: 'POST', status: 500, times: 3 });
    await expect(till.pay(ref, '1200.00')).rejects.toMatchObject({ code: 'busy' });
    await turn();
    expect(await atStripe(next.code)).toBe('open');
    expect((await till.pay(ref, '1500.00')).code).toBe(next.code);
  });

  test('who has transferred for one that is void is told not to pay again', async () => {
    const { ref, code } = await invoiced();
    const dee = payerAt(() => till.app.url);
    expect((await dee.see(`/paid/${code}`)).text).toContain('Open the invoice');
    await till.pay(ref, '1500.00');
    await turn();
    const { text } = await dee.see(`/paid/${code}`);
    expect(text).toContain('The invoice is void');
    expect(text).toContain('If you have already made a transfer, don’t pay again');
    expect(text).toContain('Questions? Ask pay@foundation.example.');
    expect(text).not.toMatch(/Pay again|Look again|start again|Open the invoice/);
  });

  test('one that asks for more than is left of its pledge is void, and not handed out', async () => {
    const [ref, other] = [await till.pledge(), await till.pledge({ amount: '3000.00' })];
    const [all, part] = [await till.pay(ref, '2000.00'), await till.pay(other, '2000.00')];
    for (const of of [ref, other]) {
      const { code } = await till.pay(of, '1000.00');
      await till.stripe.payByCard(await till.objectOf(code));
    }
    await till.deliver();
    laterBy(1);
    const more = await till.pay(ref, '2000.00');
    expect(more.code).not.toBe(all.code);
    expect((await till.pay(other, '2000.00')).code).toBe(part.code);
    await turn();
    expect(await Promise.all([all, part, more].map(({ code }) => atStripe(code)))).toEqual([
      'void',
      'open',
      'open',
    ]);
  });

  test('one that is confirmed to another address is not handed out', async () => {
    const { ref, code } = await invoiced();
    const { payment } = payments;
    const email = 'before@example.org';
    await till.app.ctx.db.update(payment).set({ email }).where(eq(payment.code, code));
    expect((await till.pay(ref, '2000.00')).code).not.toBe(code);
  });

  test('one of which something came that could not be recorded is not handed out', async () => {
    const { ref, code } = await invoiced();
    till.stripe.markPaidOffStripe(await till.objectOf(code));
    await till.deliver();
    expect((await till.pay(ref, '2000.00')).code).not.toBe(code);
  });
});
