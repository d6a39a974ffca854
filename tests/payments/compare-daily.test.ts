import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import * as schema from '../../server/db/schema.ts';
import { sweep } from '../../server/postman/sweep.ts';
import { dueDays } from '../../server/payments/compare/daily.ts';
import { idOf } from '../../server/payments/stripe/stripe-state.ts';
import { startApp } from '../support/app.ts';
import { stripeEnv, useTill } from '../support/pay.ts';

const { difference, payLink, payment, reconciliation, stripeEvent } = payments;

describe('a comparison is due', () => {
  test.each([
    ['before three o’clock', '2026-03-10T02:59:59Z', null],
    ['from then on', '2026-03-10T03:00:00Z', { from: '2026-03-03', to: '2026-03-09' }],
    ['late in the day', '2026-03-10T23:59:59Z', { from: '2026-03-03', to: '2026-03-09' }],
  ])('%s', (_when, now, days) => {
    expect(dueDays(new Date(now))?.days ?? null).toEqual(days);
  });
});

describe('by itself', () => {
  const till = useTill();
  const at = (time: string) => {
    till.stripe.clock.now = new Date(time);
  };
  const runs = () => till.app.ctx.db.select().from(reconciliation);
  const paid = async (amount = '500.00') => {
    const { code } = await till.pay(await till.pledge(), amount);
    await till.stripe.payByCard(await till.objectOf(code));
    return code;
  };
  const statusOf = async (code: string) => (await till.paymentOf(code)).status;
  const warnings = async (): Promise<string[]> =>
    (await till.app.request('/readyz')).body.warnings.filter((line: string) =>
      line.includes('Stripe'),
    );
  const balanceAsked = () =>
    till.stripe.requests.filter(({ path }) => path === '/v1/balance_transactions').length;

  test('the last seven days are compared once a day, by one of the replicas', async () => {
    at('2026-03-09T12:00:00Z');
    const code = await paid();
    await till.deliver();
    till.stripe.refund((await till.paymentOf(code)).intent!, 1_000);
    till.stripe.events.splice(0);
    const other = await startApp({
      clock: till.stripe.clock,
      env: stripeEnv(till.stripe),
      besides: till.app,
    });
    at('2026-03-10T03:00:00Z');
    const before = balanceAsked();
    await Promise.all([till.app.comparison.turn(), other.comparison.turn()]);
    await other.comparison.turn();
    await other.close();
    expect(balanceAsked() - before).toBe(1);
    expect(await runs()).toMatchObject([
      { fromOn: '2026-03-03', toOn: '2026-03-09', compared: 2, differences: 1 },
    ]);
    expect(await till.app.ctx.db.select().from(difference)).toMatchObject([{ kind: 'missing' }]);
    at('2026-03-11T03:00:00Z');
    await till.app.comparison.turn();
    expect(await runs()).toHaveLength(2);
    expect(await till.app.ctx.db.select().from(difference)).toHaveLength(1);
  });

  test('what nobody told of is looked at again, once a day', async () => {
    at('2026-03-12T02:00:00Z');
    const code = await paid();
    till.stripe.events.splice(0);
    const { code: open } = await till.pay(await till.pledge(), '20.00');
    at('2026-03-12T02:50:00Z');
    await till.app.comparison.turn();
    expect(await statusOf(code)).toBe('open');
    at('2026-03-12T03:10:00Z');
    await till.app.comparison.turn();
    expect([await statusOf(code), await statusOf(open)]).toEqual(['paid', 'open']);
    const asked = till.stripe.requests.length;
    at('2026-03-12T05:00:00Z');
    await till.app.comparison.turn();
    expect(till.stripe.requests).toHaveLength(asked);
  });

  test('one that cannot be looked at keeps no other from its turn, nor the comparison', async () => {
    at('2026-03-15T12:00:00Z');
    const [stuck, other] = [await paid(), await paid()];
    till.stripe.events.splice(0);
    const holder = await till.pay(await till.pledge(), '20.00');
    const session = await till.app.ctx.stripe!.api.checkout.sessions.retrieve(
      await till.objectOf(stuck),
    );
    const setIntent = (intent: string | null) =>
      till.app.ctx.db.update(payment).set({ intent }).where(eq(payment.code, holder.code));
    await setIntent(idOf(session.payment_intent));
    at('2026-03-16T13:00:00Z');
    await till.app.comparison.turn();
    expect([await statusOf(stuck), await statusOf(other)]).toEqual(['open', 'paid']);
    expect(await runs()).toContainEqual(expect.objectContaining({ toOn: '2026-03-15' }));
    await setIntent(null);
  });

  test('a dispute that was closed and not told of is followed', async () => {
    at('2026-03-20T12:00:00Z');
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    const dispute = till.stripe.dispute((await till.paymentOf(code)).intent!);
    await till.deliver();
    at('2026-04-20T12:00:00Z');
    till.stripe.closeDispute(dispute, 'lost');
    till.stripe.events.splice(0);
    await till.app.comparison.turn();
    expect((await till.moves(ref)).at(-1)).toBe('lose disputed→refunded 500.00');
  });

  describe('is looked at until it is over at Stripe, and no longer:', () => {
    /** A payment that came, on some day of May. */
    const received = async () => {
      at('2026-05-10T12:00:00Z');
      const ref = await till.pledge();
      const { code } = await till.pay(ref, '500.00');
      const object = await till.objectOf(code);
      await till.stripe.payByCard(object);
      await till.deliver();
      const intent = (await till.paymentOf(code)).intent!;
      /** How often it is looked at on each of some days, though nothing is told of it. */
      const looksOn = async (...days: number[]) => {
        const looks: number[] = [];
        for (const day of days) {
          till.stripe.events.splice(0);
          // More than a day after the one before.
          at(`2026-05-${day}T13:${day}:00Z`);
          const asked = till.stripe.requests.length;
          await till.app.comparison.turn();
          const made = till.stripe.requests.slice(asked);
          looks.push(made.filter(({ path }) => path === `/v1/checkout/sessions/${object}`).length);
        }
        return looks;
      };
      return { ref, code, intent, looksOn };
    };

    /** Puts aside all that is told of a payment, of which there is something. */
    const putAside = async (code: string) => {
      const { db } = till.app.ctx;
      const { id } = await till.paymentOf(code);
      const setAside = { asideNote: 'A loss.' };
      const told = and(eq(stripeEvent.paymentId, id), eq(stripeEvent.outcome, 'unmatched'));
      const events = await db.update(stripeEvent).set(setAside).where(told).returning();
      expect(events).not.toEqual([]);
      await db.update(difference).set(setAside).where(eq(difference.paymentId, id));
    };

    test('an order that Stripe has not got', async () => {
      const { code, looksOn } = await received();
      till.stripe.fail({ path: /./, status: 500, times: 3 });
      const path = `/api/v1/admin/payments/${code}/refund`;
      expect((await till.app.request(path, { body: { reason: 'All' } })).status).toBe(503);
      expect(await looksOn(12, 13)).toEqual([1, 1]);
    });

    test('a dispute, but not by a key of the other mode', async () => {
      const { code, intent, looksOn } = await received();
      till.stripe.dispute(intent);
      await till.deliver();
      const toOtherMode = 'UPDATE payment SET livemode = NOT livemode WHERE code = $1';
      await till.app.database!.asOwner(toOtherMode, [code]);
      expect(await looksOn(12)).toEqual([0]);
      await till.app.database!.asOwner(toOtherMode, [code]);
      expect(await looksOn(13)).toEqual([1]);
    });

    test('a refund, beside what is of no amount here and was set aside', async () => {
      const { code, intent, looksOn } = await received();
      const refund = till.stripe.refund(intent, 10_000, { status: 'pending' });
      await till.deliver();
      till.stripe.closeDispute(till.stripe.dispute(intent, 10_000, 'eur'), 'lost');
      till.stripe.refundSettles(refund);
      await till.deliver();
      await putAside(code);
      expect(await looksOn(12, 13, 14)).toEqual([1, 0, 0]);
    });

    test('what cannot be recorded, until an admin has set it aside', async () => {
      const { ref, code, intent, looksOn } = await received();
      const dispute = till.stripe.dispute(intent);
      await till.deliver();
      const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
      const back = `/api/v1/admin/batches/${movements.at(-1).batch}/reverse`;
      expect((await till.app.request(back, { body: { reason: 'A mistake' } })).status).toBe(201);
      till.stripe.closeDispute(dispute, 'lost');
      await till.deliver();
      expect(await looksOn(12, 13)).toEqual([1, 1]);
      await putAside(code);
      expect(await looksOn(14, 15, 16)).toEqual([1, 0, 0]);
    });
  });

  test('what was never given a way to pay expires after two days', async () => {
    at('2026-05-20T12:00:00Z');
    const { code } = await till.pay(await till.pledge(), '20.00');
    await till.app.ctx.db
      .update(payment)
      .set({ status: 'new', object: null })
      .where(eq(payment.code, code));
    at('2026-05-22T11:00:00Z');
    await till.app.comparison.turn();
    expect(await statusOf(code)).toBe('new');
    at('2026-05-22T12:00:01Z');
    await till.app.comparison.turn();
    expect(await statusOf(code)).toBe('expired');
  });

  test('a failure is said, and mended by the next turn', async () => {
    at('2026-06-01T12:00:00Z');
    till.stripe.fail({ path: /./, status: 500, times: 3 });
    await till.app.comparison.turn();
    expect(await warnings()).toEqual([
      'Payments couldn’t be compared with Stripe: Stripe isn’t answering just now. Try again in a moment.',
    ]);
    await till.app.comparison.turn();
    expect(await warnings()).toEqual([]);
    expect(await runs()).toContainEqual(expect.objectContaining({ toOn: '2026-05-31' }));
  });

  test('a link to pay by goes a day after its time', async () => {
    at('2026-07-03T12:00:00Z');
    const [pledge] = await till.app.ctx.db.select().from(schema.pledge).limit(1);
    const link = (byte: number, expiresAt: string) => ({
      tokenHash: Buffer.alloc(32, byte),
      pledgeId: pledge!.id,
      expiresAt: new Date(expiresAt),
    });
    await till.app.ctx.db
      .insert(payLink)
      .values([link(1, '2026-07-02T11:00:00Z'), link(2, '2026-07-02T13:00:00Z')]);
    await sweep(till.app.ctx);
    const left = await till.app.ctx.db.select().from(payLink);
    expect(left.map(({ tokenHash }) => tokenHash[0])).toEqual([2]);
  });

  test('days that no run has compared are compared as well, up to 400 days back', async () => {
    const compare = (from: string, to: string) =>
      till.app.request('/api/v1/admin/payments/compare', { body: { from, to } });
    const last = async () => {
      await till.app.comparison.turn();
      const { fromOn, toOn } = (await runs()).toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1)!;
      return [fromOn, toOn];
    };
    at('2026-07-10T12:00:00Z');
    await compare('2026-07-01', '2026-07-05');
    expect(await last()).toEqual(['2026-06-01', '2026-07-09']);
    at('2026-07-11T12:00:00Z');
    expect(await last()).toEqual(['2026-07-04', '2026-07-10']);
    // A day that is not over is not done with.
    at('2026-07-12T12:00:00Z');
    await compare('2026-07-11', '2026-07-12');
    at('2026-07-25T12:00:00Z');
    expect(await last()).toEqual(['2026-07-12', '2026-07-24']);
    at('2028-01-01T12:00:00Z');
    expect(await last()).toEqual(['2026-11-27', '2027-12-31']);
  });
});
