import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import * as schema from '../../server/db/schema.ts';
import { checkPayment, settle, fetchFromStripe } from '../../server/payments/follow/settle.ts';
import { move } from '../support/actors.ts';
import { useTill } from '../support/pay.ts';

const till = useTill();

const PLEDGED = 'pledge outside→pledged 2000.00';
const RECEIVED = 'receive pledged→received 2000.00';

async function asked() {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, '2000.00');
  return { ref, code, object: await till.objectOf(code) };
}

/** What came of each event of a payment, in any order. */
async function outcomesOf(code: string): Promise<string[]> {
  const { id } = await till.paymentOf(code);
  const { stripeEvent } = payments;
  const rows = await till.app.ctx.db
    .select()
    .from(stripeEvent)
    .where(eq(stripeEvent.paymentId, id));
  return rows.map(({ outcome, reason }) => `${outcome} ${reason ?? ''}`.trim()).toSorted();
}

/** The pledge is no longer what a payment can be recorded on, or is so again. */
const setStatus = (ref: string, status: 'accepted' | 'rejected') =>
  till.app.ctx.db.update(schema.pledge).set({ status }).where(eq(schema.pledge.ref, ref));

describe('what could not be recorded is, once its cause is mended', () => {
  test('for a pledge that was not accepted, and is', async () => {
    const { ref, code, object } = await asked();
    await till.stripe.payByCard(object);
    await setStatus(ref, 'rejected');
    expect((await till.deliver()).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await outcomesOf(code)).toEqual(['unmatched not-accepted', 'unmatched not-accepted']);
    expect((await till.paymentOf(code)).status).toBe('open');

    await setStatus(ref, 'accepted');
    expect(await till.moves(ref)).toEqual([PLEDGED]);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'applied' });
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect(await outcomesOf(code)).toEqual(['applied', 'applied']);
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'nothing' });
  });

  test('of a refund that was recorded by hand as well, when that is reversed', async () => {
    const { ref, code, object } = await asked();
    await till.stripe.payByCard(object);
    await till.deliver();
    const byHand = await move(till.app, ref, 'refund', { amount: '1500.00' });
    till.stripe.refund((await till.paymentOf(code)).intent!, 150_000);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED, 'refund received→refunded 1500.00']);
    expect(await outcomesOf(code)).toContain('unmatched over-draw');

    const { batch } = byHand.body as { batch: string };
    await till.app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'twice' } });
    await checkPayment(till.app.ctx, code);
    expect((await till.moves(ref)).slice(3)).toEqual([
      'reverse refunded→received 1500.00',
      'refund received→refunded 1500.00',
    ]);
    expect(await outcomesOf(code)).not.toContain('unmatched over-draw');
  });

  test('but not by a look that is older than what was told', async () => {
    const { clock, ctx } = till.app;
    const { code, object, ref } = await asked();
    await till.stripe.payByCard(object);
    await till.deliver();
    const { id, intent } = await till.paymentOf(code);
    const older = (await fetchFromStripe(ctx, object))!;
    await move(till.app, ref, 'refund', { amount: '1500.00' });
    clock.now = new Date(clock.now.getTime() + 1_000);
    till.stripe.refund(intent!, 150_000);
    await till.deliver();
    const late = ctx.db.transaction((tx) => settle(ctx, tx, id, older));
    await expect(late).rejects.toMatchObject({ code: 'busy' });
    expect(await outcomesOf(code)).toContain('unmatched over-draw');
  });

  test('but what was never asked for stays as it is', async () => {
    const { ref, code, object } = await asked();
    await till.stripe.payByCard(object);
    const { payment } = payments;
    const setObject = (to: string) =>
      till.app.ctx.db.update(payment).set({ object: to }).where(eq(payment.code, code));
    await setObject('cs_test_other');
    await till.deliver();
    expect(await outcomesOf(code)).toEqual(['unmatched session', 'unmatched session']);
    expect(await till.moves(ref)).toEqual([PLEDGED]);
    await setObject(object);
    await checkPayment(till.app.ctx, code);
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    expect(await outcomesOf(code)).toEqual(['unmatched session', 'unmatched session']);
  });
});

describe('a gift', () => {
  const gift = async (currency: string, amount: string) => {
    const { code } = await till.give(amount, currency);
    return { code, object: await till.objectOf(code) };
  };
  const opened = async (code: string) => {
    const { pledgeId } = await till.paymentOf(code);
    const { pledge, signatory } = schema;
    const [row] = await till.app.ctx.db
      .select()
      .from(pledge)
      .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
      .where(eq(pledge.id, pledgeId!));
    return row!;
  };

  test('is of whom Stripe names, and anonymous', async () => {
    const { code, object } = await gift('USD', '25.00');
    await till.stripe.payByCard(object, { name: 'Dee Example', country: 'FR' });
    await till.deliver();
    const { pledge, signatory } = await opened(code);
    expect(signatory).toMatchObject({ name: 'Dee Example', country: 'FR', status: 'giver' });
    expect(pledge).toMatchObject({ visibility: 'anonymous', status: 'accepted' });
    const shown = await till.app.request(`/api/v1/pledges/${pledge.ref}`);
    expect(shown.body).toMatchObject({
      signatory: null,
      stages: { received: { amount: '25.00' } },
    });
    expect(JSON.stringify(shown.body)).not.toContain('Dee');
    await till.app.publicCache.refresh();
    const listed = await till.app.request('/api/v1/pledges');
    expect(listed.body.pledges).toContainEqual(
      expect.objectContaining({ ref: pledge.ref, acceptedOn: '2026-03-10' }),
    );
    for (const page of [`/pledges/${pledge.ref}`, '/pledges', '/', '/signatories']) {
      const reply = await till.app.request(page, { token: false });
      expect(reply.status).toBe(200);
      expect(reply.body).not.toContain('Dee');
    }
    expect(await till.moves(pledge.ref)).toEqual(['receive outside→received 25.00']);
  });

  test('without a name is one too, and its refund goes back', async () => {
    const { code, object } = await gift('EUR', '25.00');
    await till.stripe.payByCard(object, { name: null } as never);
    till.stripe.refund(await intentOf(object), 1_000);
    await till.deliver();
    const { pledge, signatory } = await opened(code);
    expect(signatory.name).toBe('A giver');
    expect(await till.moves(pledge.ref)).toEqual([
      'receive outside→received 25.00',
      'refund received→refunded 10.00',
    ]);
  });

  test.each([
    ['that turns what follows it', 'Dee \u202eexe.elpmaxE'],
    ['with what no database keeps', 'Dee\u0000Example'],
    ['of nothing that can be seen', ' \u200b '],
    ['longer than a name', 'Dee '.repeat(1_000)],
  ])('is of nobody for a name %s, and received', async (_what, name) => {
    const { code, object } = await gift('USD', '25.00');
    await till.stripe.payByCard(object, { name, country: 'Norway' });
    expect((await till.deliver()).map(({ status }) => status)).toEqual([200, 200, 200]);
    const { pledge, signatory } = await opened(code);
    expect(signatory).toMatchObject({ name: 'A giver', country: null });
    expect(await till.moves(pledge.ref)).toEqual(['receive outside→received 25.00']);
  });

  test('twice told at once has one giver', async () => {
    const before = await givers();
    const { object } = await gift('USD', '25.00');
    await till.stripe.payByCard(object);
    const events = till.stripe.events.splice(0);
    await Promise.all(
      [...events, ...events].map((event) => till.stripe.deliver(event, { url: till.hook })),
    );
    expect(await givers()).toBe(before + 1);
  });

  test('in a currency without a rate waits for one, and leaves no giver behind', async () => {
    const rate = { currency: 'KZT', ratedOn: '2026-03-09', unitsPer: '500', source: 'A bank' };
    const give = () => till.app.request('/api/v1/admin/rates', { body: rate });
    expect((await give()).status).toBe(201);
    const { code, object } = await gift('KZT', '25000.00');
    await till.app.database!.asOwner(
      `ALTER TABLE admin_rate DISABLE TRIGGER USER; DELETE FROM admin_rate`,
    );
    const before = await givers();
    await till.stripe.payByCard(object);
    await till.deliver();
    expect(await outcomesOf(code)).toEqual(['unmatched no-rate', 'unmatched no-rate']);
    expect(await givers()).toBe(before);

    expect((await give()).status).toBe(201);
    await checkPayment(till.app.ctx, code);
    expect(await till.moves((await opened(code)).pledge.ref)).toEqual([
      'receive outside→received 25000.00',
    ]);
  });

  const givers = async (): Promise<number> =>
    (
      await till.app.ctx.db
        .select()
        .from(schema.signatory)
        .where(eq(schema.signatory.status, 'giver'))
    ).length;
  const intentOf = async (object: string): Promise<string> => {
    const { api } = till.app.ctx.stripe!;
    return (await api.checkout.sessions.retrieve(object)).payment_intent as string;
  };
});
