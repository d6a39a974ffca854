import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { compareWithStripe } from '../../server/payments/compare.ts';
import { checkPayment } from '../../server/payments/settle.ts';
import { idOf } from '../../server/payments/truth.ts';
import { planMovement } from '../../server/pledges/move.ts';
import { recordBatch } from '../../server/pledges/record.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/hand.ts';
import { useTill } from '../support/pay.ts';

const till = useTill();

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 500.00';

/** Pays by card, and tells nobody: the intent. */
async function payUntold(code: string): Promise<string> {
  const object = await till.objectOf(code);
  await till.stripe.payByCard(object);
  const { api } = till.app.ctx.stripe!;
  return idOf((await api.checkout.sessions.retrieve(object)).payment_intent)!;
}

interface Untold {
  code: string;
  intent: string;
}

async function untold(ref: string): Promise<Untold> {
  const { code } = await till.pay(ref, '500.00');
  return { code, intent: await payUntold(code) };
}

const chargeOf = async (intent: string): Promise<string> =>
  idOf((await till.app.ctx.stripe!.api.paymentIntents.retrieve(intent)).latest_charge)!;

/** What the comparison of today names of something of Stripe's. */
async function named(object: string) {
  const days = { from: '2026-03-10', to: '2026-03-10' };
  const { body } = await compareWithStripe(till.app.ctx, MACHINE, null, days);
  return body.named.filter((each) => each.object === object);
}

/** What comes of a look at a payment while an admin records by hand what it brought, of another pledge. */
async function lookWhileByHand(
  ref: string,
  { code, intent }: Untold,
  batch: string,
  reference = intent,
): Promise<unknown> {
  const { ctx, database, face } = till.app;
  // A checkpoint that is due would wait for the one's pledge while it holds the other's.
  await face.refresh();
  const evidence = { grade: 'payment', reference } as const;
  let looked: Promise<unknown> = Promise.resolve();
  await ctx.db.transaction(async (tx) => {
    const planned = await planMovement(ctx, tx, 'receive', ref, { amount: '500.00', evidence });
    looked = checkPayment(ctx, code);
    // It has looked at Stripe and locked its own pledge, if it has one, and waits for the name.
    await expect.poll(() => database!.waiting('%pg_advisory_xact_lock%')).toBe(1);
    await recordBatch(ctx, tx, { ...planned, batch });
  });
  return looked;
}

/** A payment that Stripe has and nobody told of; an admin records what it brought, naming its intent. */
async function recordedByHand() {
  const ref = await till.pledge();
  const { code, intent } = await untold(ref);
  const evidence = { ...PAYMENT, reference: intent };
  const { status, body } = await move(till.app, ref, 'receive', { amount: '500.00', evidence });
  expect(status).toBe(201);
  return { ref, code, intent, batch: String(body.batch) };
}

/** A payment that came by Stripe and is contested there, of which nobody has told yet. */
async function contested() {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '500.00');
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
  const intent = (await till.paymentOf(code)).intent!;
  const dispute = till.stripe.dispute(intent);
  const evidence = { ...PAYMENT, reference: dispute };
  const byHand = async (verb: string): Promise<void> => {
    expect((await move(till.app, ref, verb, { evidence })).status).toBe(201);
  };
  const moves = async () => (await till.moves(ref)).slice(2);
  return { code, intent, dispute, byHand, moves };
}

const CONTESTED = 'dispute received→disputed 500.00';
const WON = 'win disputed→received 500.00';
const LOST = 'lose disputed→refunded 500.00';

/** What is refused to be sent back, one cent more than that is left. */
async function mostToSendBack(code: string): Promise<string> {
  const body = { amount: '500.01', reason: 'Too much' };
  return (await till.app.request(`/api/v1/admin/payments/${code}/refund`, { body })).body.detail;
}

describe('a dispute that an admin recorded by hand, naming it', () => {
  test.each([
    ['won', WON],
    ['lost', LOST],
  ] as const)(
    'is not recorded again when Stripe tells, and is %s as Stripe says',
    async (how, end) => {
      const { code, dispute, byHand, moves } = await contested();
      await byHand('dispute');
      await till.deliver();
      expect(await moves()).toEqual([CONTESTED]);
      till.stripe.closeDispute(dispute, how);
      await till.deliver();
      expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'nothing' });
      expect(await moves()).toEqual([CONTESTED, end]);
      expect(await mostToSendBack(code)).toBe(
        how === 'won'
          ? 'Only 500.00 USD of this payment can be sent back.'
          : 'There is nothing of this payment to send back.',
      );
      const { payments } = (await till.app.request('/api/v1/admin/payments')).body;
      expect(payments.find((each: { code: string }) => each.code === code)).toMatchObject({
        disputed: '0.00',
        refunded: how === 'won' ? '0.00' : '500.00',
      });
    },
  );

  test.each([
    ['win', 'won', WON],
    ['lose', 'lost', LOST],
  ] as const)('is not closed again where it was recorded to %s', async (verb, how, end) => {
    const { code, dispute, byHand, moves } = await contested();
    await till.deliver();
    await byHand(verb);
    till.stripe.closeDispute(dispute, how);
    await till.deliver();
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'nothing' });
    expect(await moves()).toEqual([CONTESTED, end]);
    expect(await named(dispute)).toEqual([]);
  });

  test('leaves what it won to be refunded', async () => {
    const { code, intent, dispute, byHand, moves } = await contested();
    await till.deliver();
    await byHand('win');
    expect(await mostToSendBack(code)).toBe('Only 500.00 USD of this payment can be sent back.');
    till.stripe.closeDispute(dispute, 'won');
    till.stripe.refund(intent, 20_000);
    await till.deliver();
    expect(await moves()).toEqual([CONTESTED, WON, 'refund received→refunded 200.00']);
  });
});

describe('what an admin recorded by hand, naming what it is of', () => {
  test('is not received again when Stripe tells of it in the end', async () => {
    const { ref, code } = await recordedByHand();
    expect((await till.deliver()).map(({ status }) => status)).toEqual([200, 200, 200]);
    await checkPayment(till.app.ctx, code);
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect((await till.paymentOf(code)).status).toBe('paid');
  });

  test('is not received again where both record it at once', async () => {
    const ref = await till.pledge();
    const { code, intent } = await untold(ref);
    const { ctx, database } = till.app;
    const evidence = { grade: 'payment', reference: intent } as const;
    let looked: Promise<unknown> = Promise.resolve();
    await ctx.db.transaction(async (tx) => {
      const planned = await planMovement(ctx, tx, 'receive', ref, { amount: '500.00', evidence });
      looked = checkPayment(ctx, code);
      // It has looked at Stripe, and waits for the pledge.
      await expect.poll(() => database!.waiting('%pledge%for update%')).toBe(1);
      await recordBatch(ctx, tx, { ...planned, batch: 'BYHAND0000000000' });
    });
    await looked;
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test.each([
    ['its intent', 'BYHAND0000000001', ({ intent }: Untold) => Promise.resolve(intent)],
    ['its charge', 'BYHAND0000000003', ({ intent }: Untold) => chargeOf(intent)],
    ['its session', 'BYHAND0000000004', ({ code }: Untold) => till.objectOf(code)],
  ])(
    'of another pledge at the same moment by %s, is not received again',
    async (_, batch, nameOf) => {
      const [ref, two] = [await till.pledge(), await till.pledge()];
      const payment = await untold(ref);
      expect(await lookWhileByHand(two, payment, batch, await nameOf(payment))).toEqual({
        outcome: 'unmatched',
        reason: 'elsewhere',
        detail: `It is recorded by hand of pledge ${two}.`,
      });
      expect([await till.moves(ref), await till.moves(two)]).toEqual([
        [PLEDGED],
        [PLEDGED, RECEIVED],
      ]);
    },
  );

  test('nor where it is a gift', async () => {
    const { code } = await till.give('500.00');
    const payment = { code, intent: await payUntold(code) };
    expect(await lookWhileByHand(await till.pledge(), payment, 'BYHAND0000000002')).toMatchObject({
      outcome: 'unmatched',
      reason: 'elsewhere',
    });
    expect(await till.paymentOf(code)).toMatchObject({ status: 'paid', pledgeId: null });
  });

  test('of a pledge in another currency is not received again, waits for an admin, and differs', async () => {
    const ref = await till.pledge();
    const euros = await till.pledge({ asset: 'EUR' });
    const { code, intent } = await untold(ref);
    const evidence = { ...PAYMENT, reference: intent };
    const { body } = await move(till.app, euros, 'receive', { amount: '460.00', evidence });
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ reason: 'elsewhere' });
    expect(await named(intent)).toMatchObject([{ kind: 'amount', theirs: '500.00', ours: null }]);
    const { page } = await (await atDesk(till.app)).get('/admin/payments/differences');
    expect(textOf(page)).toMatch(new RegExp(`${intent} .{0,40}recorded in another currency`));

    const path = `/api/v1/admin/batches/${body.batch}/reverse`;
    await till.app.request(path, { body: { reason: 'It came in dollars' } });
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'applied' });
    const { id } = await till.paymentOf(code);
    const told = (await till.events()).filter(({ paymentId }) => paymentId === id);
    expect(told.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(await named(intent)).toEqual([]);
    await move(till.app, euros, 'receive', { amount: '460.00', evidence });
    expect(await named(intent)).toMatchObject([{ kind: 'amount', ours: null }]);
  });

  test('is refunded as Stripe says', async () => {
    const { ref, intent } = await recordedByHand();
    till.stripe.refund(intent, 20_000);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED, 'refund received→refunded 200.00']);
  });

  test('is not refunded again where that was recorded, naming the refund', async () => {
    const { ref, code, intent } = await recordedByHand();
    const evidence = { ...PAYMENT, reference: till.stripe.refund(intent, 20_000) };
    const body = { amount: '200.00', evidence };
    expect((await move(till.app, ref, 'refund', body)).status).toBe(201);
    await till.deliver();
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'nothing' });
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED, 'refund received→refunded 200.00']);
  });

  test('is received as Stripe says once it is taken back', async () => {
    const { ref, code, batch } = await recordedByHand();
    const path = `/api/v1/admin/batches/${batch}/reverse`;
    expect((await till.app.request(path, { body: { reason: 'By Stripe' } })).status).toBe(201);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'applied' });
    expect(await till.moves(ref)).toEqual([
      PLEDGED,
      RECEIVED,
      'reverse received→pledged 500.00',
      RECEIVED,
    ]);
  });

  test('is not taken back again where an admin was faster than the bank that sent it back', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const { intent } = await till.paymentOf(code);
    const refund = till.stripe.refund(intent!, 50_000);
    await till.deliver();
    const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
    const path = `/api/v1/admin/batches/${movements.at(-1).batch}/reverse`;
    expect((await till.app.request(path, { body: { reason: 'Sent back' } })).status).toBe(201);
    till.stripe.refundFails(refund);
    await till.deliver();
    till.stripe.refund(intent!, 50_000);
    await till.deliver();
    expect(await named(refund)).toEqual([]);
    expect((await till.moves(ref)).slice(2)).toEqual([
      'refund received→refunded 500.00',
      'reverse refunded→received 500.00',
      'refund received→refunded 500.00',
    ]);
  });
});
