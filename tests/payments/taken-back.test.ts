import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { checkPayment } from '../../server/payments/follow/settle.ts';
import { reverseBatch } from '../../server/pledges/move.ts';
import { move } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { newKey } from '../support/signed-in.ts';
import { useComparison } from './comparing.ts';

const { till, compare, named, toldOf, record, rows, batchesOf, lose, on } = useComparison();

/** Cy takes a batch of a pledge back by hand, that of its newest movement unless another is named. */
async function takeBack(ref: string, index = -1): Promise<void> {
  const { actor } = await atDesk(till.app);
  const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
  const { batch } = movements.at(index);
  await reverseBatch(till.app.ctx, actor, newKey(), batch, { reason: 'Not meant for it' });
}

const differencesOf = async (intent: string) =>
  (await rows()).filter(({ object }) => object === intent);

/** What has moved since the payment came. */
const movesOf = async (ref: string) => (await till.moves(ref)).slice(1);

const RECEIVED = 'receive pledged→received 500.00';
const TAKEN_BACK = 'reverse received→pledged 500.00';
const MISSING = ['missing receive 500.00/null USD'];

describe('a receipt that an admin takes back', () => {
  test('is recorded again by nothing that Stripe tells, and by nobody who looks', async () => {
    const { ref, code } = await toldOf();
    const object = await till.objectOf(code);
    await takeBack(ref);
    const session = await till.app.ctx.stripe!.api.checkout.sessions.retrieve(object);
    till.stripe.emit('checkout.session.completed', session);
    await till.deliver();
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'nothing' });
    await compare();
    await till.app.comparison.turn();
    expect(await movesOf(ref)).toEqual([RECEIVED, TAKEN_BACK]);
  });

  test('is missing in the comparison, with who took it back and when', async () => {
    const { ref, intent } = await toldOf();
    on(7);
    await takeBack(ref);
    const compared = await compare();
    expect(named(compared)).toEqual(MISSING);
    const day = compared.named[0]!.day;
    expect(compared.named[0]!.takenBackOn).toBe(day.replace(/05$/, '07'));
    const { page } = await (await atDesk(till.app)).get('/admin/payments/differences');
    const line = textOf(page).split(intent)[1]!;
    expect(line).toMatch(/^ 5 \w+ 2026 \$500\.00 nothing undone by Cy Example, 7 /);
    await record(intent, 'receive');
  });

  test('is recorded again by one click, as it was, and told to the payer once', async () => {
    const { ref, code, intent } = await toldOf();
    const before = await batchesOf(code);
    for (const times of [1, 2]) {
      await takeBack(ref);
      expect(named(await compare())).toEqual(MISSING);
      expect(await record(intent, 'receive')).toMatchObject({ outcome: 'applied' });
      await expect(record(intent, 'receive')).rejects.toMatchObject({ code: 'conflict' });
      expect(await movesOf(ref)).toEqual([
        ...Array.from({ length: times }, () => [RECEIVED, TAKEN_BACK]).flat(),
        RECEIVED,
      ]);
      expect(named(await compare())).toEqual([]);
    }
    expect(await batchesOf(code)).toMatchObject(before.map(({ batch }) => ({ batch })));
    const mails = await till.app.ctx.db.select().from(people.mail);
    expect(mails.filter(({ data }) => JSON.stringify(data).includes(code))).toHaveLength(1);
    // What goes back of it is counted against what came of it, once.
    till.stripe.refund(intent, 50_000);
    await till.deliver();
    expect((await movesOf(ref)).at(-1)).toBe('refund received→refunded 500.00');
  });

  test('stands at its payment as taken back, and what was recorded since beside it', async () => {
    const { ref, code, intent } = await toldOf();
    const desk = async () =>
      textOf((await (await atDesk(till.app)).get(`/admin/payments/${code}`)).page);
    const payer = async () => textOf(await (await fetch(`${till.app.url}/paid/${code}`)).text());
    const undone = '$500.00 received, then undone in the ledger, 5 ';
    expect(await payer()).not.toContain(undone);
    await takeBack(ref);
    expect(await desk()).toMatch(/Received \$500\.00 undone/);
    expect(await payer()).toContain(undone);
    // A part of what is recorded again is then reinstated first.
    expect((await move(till.app, ref, 'lapse', { amount: '1800.00' })).status).toBe(201);
    await compare();
    await record(intent, 'receive');
    expect(await desk()).toMatch(/Received \$500\.00 undone .* Received \$500\.00 (?!undone)/);
    expect(await payer()).toMatch(/undone in the ledger, 5 .* \$500\.00 received, 5 /);
  });

  test('is recorded once by several who click at once', async () => {
    const { ref, intent } = await toldOf();
    await takeBack(ref);
    await compare();
    const clicks = await Promise.allSettled([1, 2, 3].map(() => record(intent, 'receive')));
    expect(clicks.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await movesOf(ref)).toEqual([RECEIVED, TAKEN_BACK, RECEIVED]);
    expect(await differencesOf(intent)).toEqual([]);
  });
});

test('a gift that was taken back is recorded again on its own pledge', async () => {
  const { code } = await till.give('25.00');
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
  const { pledgeId, intent } = await till.paymentOf(code);
  const pledgeOf = async () => {
    const { pledge } = schema;
    const found = await till.app.ctx.db.select().from(pledge).where(eq(pledge.id, pledgeId!));
    return found[0]!;
  };
  const { ref } = await pledgeOf();
  await takeBack(ref);
  expect((await pledgeOf()).status).toBe('pending');
  expect(named(await compare())).toEqual(['missing receive 25.00/null USD']);
  expect(await record(intent!, 'receive')).toMatchObject({ outcome: 'applied' });
  expect((await pledgeOf()).status).toBe('accepted');
  expect(await till.moves(ref)).toEqual([
    'receive outside→received 25.00',
    'reverse received→outside 25.00',
    'receive outside→received 25.00',
  ]);
  expect((await till.paymentOf(code)).pledgeId).toBe(pledgeId);
});

test('what goes back of a gift that was taken back is recorded once the gift is again', async () => {
  const { code } = await till.give('25.00');
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
  const intent = (await till.paymentOf(code)).intent!;
  const listed = (await till.app.request('/api/v1/admin/payments')).body.payments;
  const ref = listed.find((each: { code: string }) => each.code === code).pledge;
  await takeBack(ref);
  till.stripe.refund(intent, 2_500);
  await till.deliver();
  // Its pledge is accepted by nobody again: that is not what it waits for.
  expect(await checkPayment(till.app.ctx, code)).toEqual({
    outcome: 'unmatched',
    reason: 'over-draw',
    detail: '25.00 USD more went back than was paid. An admin undid its receipt.',
  });
  expect(named(await compare())).toEqual([
    'missing receive 25.00/null USD',
    'missing refund 25.00/null USD',
  ]);
  expect(await record(intent, 'receive')).toMatchObject({ outcome: 'applied' });
  expect((await till.moves(ref)).slice(2)).toEqual([
    'receive outside→received 25.00',
    'refund received→refunded 25.00',
  ]);
  expect((await till.events()).filter(({ outcome }) => outcome === 'unmatched')).toEqual([]);
  expect(named(await compare())).toEqual([]);
});

test('of a refund that was taken back and recorded again, a failure undoes the later one', async () => {
  const { ref, intent } = await toldOf();
  const refund = till.stripe.refund(intent, 20_000);
  await till.deliver();
  await takeBack(ref);
  expect(named(await compare())).toEqual(['missing refund 200.00/null USD']);
  expect(await record(refund, 'refund')).toMatchObject({ outcome: 'applied' });
  till.stripe.refundFails(refund);
  await till.deliver();
  expect((await movesOf(ref)).slice(1)).toEqual([
    'refund received→refunded 200.00',
    'reverse refunded→received 200.00',
    'refund received→refunded 200.00',
    'reverse refunded→received 200.00',
  ]);
  expect(named(await compare())).toEqual([]);
  lose();
});
