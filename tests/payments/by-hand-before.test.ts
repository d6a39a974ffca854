import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import { planFitting } from '../../server/payments/follow/record-steps.ts';
import { recordSteps } from '../../server/payments/follow/record-steps.ts';
import {
  checkPayment,
  lockPayment,
  settle,
  fetchFromStripe,
} from '../../server/payments/follow/settle.ts';
import { planMovement } from '../../server/pledges/move.ts';
import { recordBatch } from '../../server/pledges/record.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { formOf, textOf } from '../support/desk-forms.ts';
import { useComparison } from './comparing.ts';
import { recordingByHand, PLEDGED, RECEIVED } from './recording-by-hand.ts';

const { till, paid, toldOf, compare, named, record, lose, intentOf } = useComparison();
const { byHand, undo, chargeOf } = recordingByHand(till);

/** What an admin is told of a payment that was recorded by hand for a pledge. */
const unmatched = (ref: string) => ({
  outcome: 'unmatched',
  reason: 'by-hand',
  detail: `Recorded by hand for pledge ${ref}.`,
});

const look = (code: string) => checkPayment(till.app.ctx, code);

describe('a payment that was recorded by hand before Muster knew it', () => {
  const names = {
    intent: ({ intent }: { intent: string }) => intent,
    charge: ({ intent }: { intent: string }) => chargeOf(intent),
  };

  test.each([
    ['intent', 'its own pledge', true],
    ['charge', 'its own pledge', true],
    ['intent', 'another pledge', false],
    ['charge', 'another pledge', false],
  ] as const)('by its %s for %s, counts once and waits for an admin', async (name, _, isOwn) => {
    const { ref, code, intent } = await paid();
    const home = isOwn ? ref : await till.pledge();
    const { status, body } = await byHand(home, 'receive', await names[name]({ intent }));
    expect(status).toBe(201);
    await till.deliver();
    expect(await look(code)).toEqual(unmatched(home));
    expect(await till.moves(home)).toEqual([PLEDGED, RECEIVED]);
    if (!isOwn) expect(await till.moves(ref)).toEqual([PLEDGED]);
    expect(await record(intent, 'receive').catch(({ code: refused }) => refused)).toBe('conflict');

    await undo(body.batch);
    expect(await look(code)).toMatchObject({ outcome: 'applied' });
    expect((await till.moves(ref)).at(-1)).toBe(RECEIVED);
    expect(await look(code)).toMatchObject({ outcome: 'nothing' });
    expect(named(await compare())).toEqual([]);
    const { id } = await till.paymentOf(code);
    const events = (await till.events()).filter(({ paymentId }) => paymentId === id);
    expect(new Set(events.map(({ outcome }) => outcome))).toEqual(new Set(['applied']));
  });

  test('is shown with what to do, and recorded by a click once that is done', async () => {
    const { ref, intent } = await paid();
    const { body } = await byHand(ref, 'receive', intent);
    await till.deliver();
    const by = await atDesk(till.app);
    const home = '/admin/payments/unmatched';
    const { page } = await by.get(home);
    expect(textOf(page)).toContain(
      `Recorded by hand for pledge ${ref}. Undo what was recorded by hand, then look again.`,
    );
    const again = page.match(new RegExp(`${home}/\\w+/again`))![0];
    expect((await by.post(again, formOf(page, again))).status).toBe(409);
    await undo(body.batch);
    const { page: later } = await by.get(home);
    expect((await by.post(again, formOf(later, again))).status).toBe(303);
    expect((await till.moves(ref)).slice(-2)).toEqual([
      'reverse received→pledged 500.00',
      RECEIVED,
    ]);
  });

  test('counts once where it is a gift', async () => {
    const { code } = await till.give('500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    const intent = await intentOf(code);
    const ref = await till.pledge();
    const { body } = await byHand(ref, 'receive', intent);
    await till.deliver();
    expect(await look(code)).toEqual(unmatched(ref));
    expect((await till.paymentOf(code)).pledgeId).toBeNull();
    await undo(body.batch);
    expect(await look(code)).toMatchObject({ outcome: 'applied' });
  });

  test.each(['look', 'hand'] as const)(
    'counts once where both record it at once, the %s first',
    async (first) => {
      const { code, intent } = await paid();
      const two = await till.pledge();
      const { ctx, database, publicCache } = till.app;
      // A checkpoint that is due would wait for the one's pledge while it holds the other's.
      await publicCache.refresh();
      const evidence = { grade: 'payment', reference: intent } as const;
      const other = `%pg_advisory_xact_lock%`;
      if (first === 'look') {
        const atStripe = (await fetchFromStripe(ctx, await till.objectOf(code)))!;
        const { id } = await till.paymentOf(code);
        let refused: Promise<unknown> = Promise.resolve();
        await ctx.db.transaction(async (tx) => {
          await settle(ctx, tx, id, atStripe, {
            keep: async () => {
              refused = byHand(two, 'receive', intent).then(({ status }) => status);
              await expect.poll(() => database!.waiting(other)).toBe(1);
            },
          });
        });
        expect(await refused).toBe(409);
        expect(await till.moves(two)).toEqual([PLEDGED]);
      } else {
        let looked: Promise<unknown> = Promise.resolve();
        await ctx.db.transaction(async (tx) => {
          const input = { amount: '500.00', evidence };
          const planned = await planMovement(ctx, tx, 'receive', two, input);
          looked = look(code);
          await expect.poll(() => database!.waiting(other)).toBe(1);
          await recordBatch(ctx, tx, { ...planned, batch: 'BYHAND0000000001' });
        });
        expect(await looked).toEqual(unmatched(two));
        await undo('BYHAND0000000001');
      }
      lose();
    },
  );
});

describe('what went back and was recorded by hand before Stripe told', () => {
  test('as a refund, counts once and waits for an admin', async () => {
    const { ref, code, intent } = await toldOf();
    const refund = till.stripe.refund(intent, 20_000);
    const { body } = await byHand(ref, 'refund', refund, '200.00');
    const before = await till.moves(ref);
    await till.deliver();
    expect(await look(code)).toEqual(unmatched(ref));
    expect(await till.moves(ref)).toEqual(before);
    expect(await till.paymentOf(code)).toMatchObject({ status: 'paid', watched: true });
    await undo(body.batch);
    expect(await look(code)).toMatchObject({ outcome: 'applied' });
    expect((await till.moves(ref)).at(-1)).toBe('refund received→refunded 200.00');
  });

  test('as a refund that failed, is for an admin to undo', async () => {
    const { ref, code, intent } = await toldOf();
    const refund = till.stripe.refund(intent, 20_000);
    const { body } = await byHand(ref, 'refund', refund, '200.00');
    till.stripe.refundFails(refund);
    await till.deliver();
    expect(await look(code)).toEqual(unmatched(ref));
    expect(named(await compare())).toEqual(['missing reverse 200.00/null USD']);
    await undo(body.batch);
    expect(await look(code)).toMatchObject({ outcome: 'nothing' });
    expect(named(await compare())).toEqual([]);
  });

  test('as a dispute, counts once and ends as Stripe says once that is undone', async () => {
    const { ref, code, intent } = await toldOf();
    const dispute = till.stripe.dispute(intent);
    const { body } = await byHand(ref, 'dispute', dispute);
    till.stripe.closeDispute(dispute, 'lost');
    await till.deliver();
    expect(await look(code)).toEqual(unmatched(ref));
    expect((await till.moves(ref)).at(-1)).toBe('dispute received→disputed 500.00');
    await undo(body.batch);
    await look(code);
    expect((await till.moves(ref)).slice(-2)).toEqual([
      'dispute received→disputed 500.00',
      'lose disputed→refunded 500.00',
    ]);
  });
});

test('a ledger in which Stripe’s refund was taken of a receipt by hand verifies, and counts once', async () => {
  const { ref, code, intent } = await paid();
  const { ctx } = till.app;
  await byHand(ref, 'receive', intent);
  const refund = till.stripe.refund(intent, 20_000);
  lose();
  // As such a ledger was kept: the receipt by hand stood for Stripe's.
  const { payment } = payments;
  const atStripe = (await fetchFromStripe(ctx, await till.objectOf(code)))!;
  const at = till.stripe.clock.now;
  const step = {
    object: refund,
    verb: 'refund',
    amount: 20_000n,
    at,
    balance: null,
    undoes: null,
  } as const;
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(payment)
      .set({ intent, status: 'paid', paidAt: at })
      .where(eq(payment.code, code));
    const row = await lockPayment(tx, 'code', code);
    const { opened, done } = await planFitting(ctx, tx, row, atStripe, {
      fitting: [[step]],
      pledge: null,
    });
    await recordSteps(ctx, tx, row, { opened: opened!, done });
  });
  await checkLedger(till.app);
  expect(await look(code)).toEqual(unmatched(ref));
  expect(named(await compare())).toEqual([]);
  const path = `/api/v1/admin/payments/${code}/refund`;
  const refused = await till.app.request(path, { body: { reason: 'Asked for' } });
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    expect.stringContaining('Nothing of this payment is left to refund.'),
  ]);
  expect((await till.moves(ref)).slice(1)).toEqual([RECEIVED, 'refund received→refunded 200.00']);
});
