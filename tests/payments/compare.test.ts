import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import * as payments from '../../server/db/payments.ts';
import { checkPayment } from '../../server/payments/follow/settle.ts';
import { putDifferenceAside } from '../../server/payments/compare/differences.ts';
import { move } from '../support/actors.ts';
import { useComparison } from './comparing.ts';
import { newKey } from '../support/signed-in.ts';

const { difference, payment, providerBatch, reconciliation } = payments;

describe('the ledger is compared with Stripe’s balance', () => {
  const {
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
  } = useComparison();

  test('what was told of agrees, and has its fee beside it', async () => {
    const { code, intent } = await toldOf();
    till.stripe.refund(intent, 10_000);
    till.stripe.otherBalance('payout', -30_000);
    till.stripe.otherBalance('stripe_fee', -200);
    await till.deliver();
    expect(await compare()).toEqual({ ...days(), compared: 2, differences: 0, named: [] });
    expect(
      (await batchesOf(code)).map(({ verb, feeMinor, netMinor }) => [verb, feeMinor, netMinor]),
    ).toEqual([
      ['receive', 1480n, 48_520n],
      ['refund', 0n, -10_000n],
    ]);
    const [run] = await till.app.ctx.db.select().from(reconciliation);
    expect(run).toMatchObject({ fromOn: dayOf(1), toOn: dayOf(20), compared: 2, differences: 0 });
  });

  test('events that were lost for a month are found, and recorded by one click', async () => {
    const { ref, code, intent } = await paid();
    on(8);
    const first = till.stripe.refund(intent, 10_000);
    on(9);
    till.stripe.refund(intent, 5_000);
    lose();
    expect(named(await compare())).toEqual([
      'missing receive 500.00/null USD',
      'missing refund 100.00/null USD',
      'missing refund 50.00/null USD',
    ]);
    const { id } = await till.paymentOf(code);
    expect((await rows()).find(({ verb }) => verb === 'receive')!.paymentId).toBe(id);
    expect(await record(first, 'refund')).toMatchObject({ outcome: 'applied' });
    expect(await till.moves(ref)).toEqual([
      'pledge outside→pledged 2000.00',
      'receive pledged→received 500.00',
      'refund received→refunded 100.00',
      'refund received→refunded 50.00',
    ]);
    // What else was missing of the payment is mended with it.
    expect(await rows()).toEqual([]);
    expect(await compare()).toMatchObject({ compared: 3, differences: 0 });
    await expect(record(first, 'refund')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('disputes that were lost and won are found, with how they ended', async () => {
    const [one, two] = [await toldOf('300.00'), await toldOf('200.00')];
    const [lost, won] = [till.stripe.dispute(one.intent), till.stripe.dispute(two.intent)];
    till.stripe.closeDispute(lost, 'lost');
    till.stripe.closeDispute(won, 'won');
    lose();
    expect(named(await compare())).toEqual([
      'missing dispute 200.00/null USD',
      'missing dispute 300.00/null USD',
      'missing lose 300.00/null USD',
      'missing win 200.00/null USD',
    ]);
    await record(lost, 'lose');
    await record(won, 'dispute');
    expect(await compare()).toMatchObject({ compared: 6, differences: 0 });
  });

  test('a refund that failed is missing only where it was recorded', async () => {
    const [unknown, known] = [await toldOf('300.00'), await toldOf('200.00')];
    till.stripe.refundFails(till.stripe.refund(unknown.intent));
    lose();
    const refund = till.stripe.refund(known.intent);
    await till.deliver();
    till.stripe.refundFails(refund);
    lose();
    expect(named(await compare())).toEqual(['missing reverse 200.00/null USD']);
    await record(refund, 'reverse');
    expect(await compare()).toMatchObject({ differences: 0 });
  });

  test('what is on its way and an inquiry are no differences', async () => {
    const { intent } = await toldOf();
    till.stripe.refund(intent, 1_000, { status: 'pending' });
    till.stripe.inquiry(intent);
    lose();
    expect(await compare()).toMatchObject({ compared: 1, differences: 0 });
  });

  test('what is here and not there is extra, and what Stripe counts to another day is not', async () => {
    const { ref, code, intent } = await toldOf();
    const { id: paymentId } = await till.paymentOf(code);
    const refund = till.stripe.refund(intent, 1_000);
    await till.deliver();
    on(25);
    till.stripe.refundFails(refund);
    lose();
    nextMonth();
    on(2);
    await checkPayment(till.app.ctx, code);
    const { body } = await move(till.app, ref, 'refund', { amount: '7.00' });
    await till.app.ctx.db.insert(providerBatch).values({
      object: 're_that_nobody_made',
      verb: 'refund',
      batch: body.batch,
      paymentId,
      amountMinor: 700n,
      happenedAt: till.stripe.clock.now,
    });
    // The refund that failed was taken back on the day on which it was heard of.
    expect(named(await compare())).toEqual(['extra refund null/7.00 USD']);
    expect(await rows()).toMatchObject([{ kind: 'extra', paymentId, theirsMinor: null }]);
    await till.app.ctx.db.delete(difference);
  });

  test('another amount is found, recorded by hand or not, and goes once it is right', async () => {
    const ref = await till.pledge({ amount: '900.00' });
    const { code } = await till.pay(ref, '400.00');
    await till.stripe.payByCard(await till.objectOf(code));
    const intent = await intentOf(code);
    lose();
    // Asked for by another session than was given out: nothing is recorded of it by itself.
    const object = 'cs_that_was_given_out';
    await till.app.ctx.db.update(payment).set({ object }).where(eq(payment.code, code));
    expect(named(await compare())).toEqual(['missing receive 400.00/null USD']);
    expect(await record(intent, 'receive')).toMatchObject({
      outcome: 'unmatched',
      reason: 'session',
    });
    const { body } = await byHand(ref, '390.00', intent);
    expect(named(await compare())).toEqual(['amount receive 400.00/390.00 USD']);
    await till.app.request(`/api/v1/admin/batches/${body.batch}/reverse`, {
      body: { reason: 'the fee was taken off' },
    });
    expect(named(await compare())).toEqual(['missing receive 400.00/null USD']);
    await byHand(ref, '400.00', intent);
    expect(await compare()).toMatchObject({ compared: 1, differences: 0 });
  });

  test('an invoice that was paid by a transfer is found by its intent', async () => {
    const ref = await till.pledge({ amount: '50000.00' });
    const { code, way } = await till.pay(ref, '50000.00');
    expect(way).toBe('invoice');
    const [customer] = await till.app.ctx.db.select().from(payments.stripeCustomer);
    till.stripe.fundCustomer(customer!.customer, 'usd', 5_000_000);
    lose();
    expect(named(await compare())).toEqual(['missing receive 50000.00/null USD']);
    await record((await rows())[0]!.object, 'receive');
    expect((await till.moves(ref)).at(-1)).toBe('receive pledged→received 50000.00');
    expect((await till.paymentOf(code)).status).toBe('paid');
    expect(await compare()).toMatchObject({ compared: 1, differences: 0 });
  });

  test('what Stripe settled in another currency is compared in the payer’s', async () => {
    till.stripe.exchangeAt('usd', 1.1);
    const { code, intent } = await toldOf('100.00', { asset: 'EUR', useRateOf: '2026-04-13' });
    till.stripe.refund(intent, 4_000);
    lose();
    expect(named(await compare())).toEqual(['missing refund 40.00/null EUR']);
    till.stripe.exchangeAt('usd', 1);
    expect((await batchesOf(code))[0]).toMatchObject({
      amountMinor: 10_000n,
      balanceCurrency: 'USD',
      feeMinor: 352n,
      netMinor: 10_648n,
    });
    await record((await rows())[0]!.object, 'refund');
  });

  test('more than a page is read to its end', async () => {
    const { intent } = await toldOf('2000.00');
    for (let made = 0; made < 100; made += 1) till.stripe.refund(intent, 100);
    for (let made = 0; made < 100; made += 1) till.stripe.otherBalance('payout', -100);
    lose();
    till.stripe.requests.splice(0);
    // 201 lines on three pages; the one on the last is the receipt, which is here.
    expect(await compare()).toMatchObject({ compared: 101, differences: 100 });
    const pages = till.stripe.requests.filter(({ path }) => path === '/v1/balance_transactions');
    expect(pages).toHaveLength(3);
    expect(await record((await rows())[0]!.object, 'refund')).toMatchObject({ outcome: 'applied' });
    expect(await rows()).toEqual([]);
  });

  test('nothing is kept of a run in which Stripe is away in the middle', async () => {
    const { intent } = await toldOf('2000.00');
    for (let made = 0; made < 110; made += 1) till.stripe.refund(intent, 100);
    lose();
    const before = (await till.app.ctx.db.select().from(reconciliation)).length;
    // The first page comes, and then nothing does.
    till.stripe.fail({ path: /balance_transactions/, delayMs: 0 });
    till.stripe.fail({ path: /balance_transactions/, cut: true, times: 3 });
    await expect(compare()).rejects.toMatchObject({ code: 'busy' });
    expect(await rows()).toEqual([]);
    expect(await till.app.ctx.db.select().from(reconciliation)).toHaveLength(before);
    expect(await compare()).toMatchObject({ differences: 110 });
    await record((await rows())[0]!.object, 'refund');
  });

  test('what is set aside stays so until it differs in another way', async () => {
    const { ref, intent } = await paid();
    lose();
    await compare();
    const which = { object: intent, verb: 'receive' as const };
    const aside = { ...which, note: 'Sold at the fair.' };
    await putDifferenceAside(till.app.ctx, MACHINE, newKey(), aside);
    expect(await compare()).toMatchObject({ compared: 1, differences: 0, named: [] });
    expect(await rows()).toMatchObject([{ asideNote: 'Sold at the fair.' }]);
    await byHand(ref, '1.00', intent);
    expect(named(await compare())).toEqual(['amount receive 500.00/1.00 USD']);
    expect(await rows()).toMatchObject([{ asideNote: null }]);
    await till.app.ctx.db.delete(difference);
  });

  test('an event that comes while it runs leaves no difference', async () => {
    await paid();
    till.stripe.fail({ path: /balance_transactions/, after: true, delayMs: 500 });
    const running = compare();
    await till.deliver();
    expect(await running).toMatchObject({ compared: 1, differences: 0 });
  });

  test.each([
    [{ from: '2026-03-02', to: '2026-03-01' }, 'to'],
    [{ from: '2025-01-01', to: '2026-03-01' }, 'to'],
    [{ from: '2026-03-01', to: '2036-03-01' }, 'to'],
  ])('days that cannot be compared are refused: %j', async (body, field) => {
    const reply = await till.app.request('/api/v1/admin/payments/compare', { body });
    expect([reply.status, reply.body.errors[0].field]).toEqual([400, field]);
  });
});
