import { describe, expect, test } from 'vitest';
import { withdrawSignature } from '../../server/me/signature.ts';
import { payPledge } from '../../server/payments/pay/pay.ts';
import { findOwnPledge, ownPledgeJson } from '../../server/pledges/mine.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { fundingPledge, move } from '../support/actors.ts';
import { useTill } from '../support/pay.ts';
import { newKey, signedIn } from '../support/signed-in.ts';
import type { Payer } from '../support/stripe/intents.ts';

const till = useTill();

const PLEDGED = 'pledge outside→pledged 2000.00';

/** So much of a pledge has been asked for; its payment by a card comes later. */
async function asked(ref: string, amount = '2000.00') {
  const { code } = await till.pay(ref, amount);
  const object = await till.objectOf(code);
  return {
    code,
    object,
    pay: async (payer?: Payer): Promise<void> => {
      await till.stripe.payByCard(object, payer);
      await till.deliver();
    },
    intent: async (): Promise<string> => (await till.paymentOf(code)).intent!,
    flags: async () => (await till.paymentOf(code)).flags,
  };
}

const stagesOf = async (ref: string): Promise<Record<string, { amount: string }>> =>
  (await till.app.request(`/api/v1/pledges/${ref}`)).body.stages;

const own = async (ref: string) =>
  ownPledgeJson(await findOwnPledge(till.app.ctx.db, till.ada, ref));

describe('money that came', () => {
  test('fills the oldest instalments', async () => {
    const ref = await till.pledge({
      instalments: [
        { dueOn: '2026-06-30', amount: '1200.00' },
        { dueOn: '2026-03-31', amount: '800.00' },
      ],
    });
    await (await asked(ref, '900.00')).pay();
    const { instalments } = await own(ref);
    expect(instalments).toMatchObject([
      { dueOn: '2026-03-31', received: '800.00', outstanding: '0.00' },
      { dueOn: '2026-06-30', received: '100.00', outstanding: '1100.00' },
    ]);
  });

  test('beyond the promise counts too', async () => {
    const ref = await till.pledge();
    await (await asked(ref, '2500.00')).pay();
    expect(await till.moves(ref)).toEqual([
      PLEDGED,
      'receive pledged→received 2000.00',
      'receive outside→received 500.00',
    ]);
  });

  test('by two payments at once counts once each', async () => {
    const ref = await till.pledge();
    const both = [await asked(ref, '1500.00'), await asked(ref, '1500.00')];
    for (const { object } of both) await till.stripe.payByCard(object);
    const events = till.stripe.events.splice(0);
    await Promise.all(events.map((event) => till.stripe.deliver(event, { url: till.hook })));
    const { received, pledged } = await stagesOf(ref);
    expect([received!.amount, pledged!.amount]).toEqual(['3000.00', '0.00']);
    expect(await till.moves(ref)).toEqual([
      PLEDGED,
      'receive pledged→received 1500.00',
      'receive pledged→received 500.00',
      'receive outside→received 1000.00',
    ]);
  });

  test('for a pledge that was withdrawn is received, and an admin sees it', async () => {
    const ref = await till.pledge();
    const { pay, flags } = await asked(ref);
    await withdrawPledge(till.app.ctx, till.ada, newKey(), ref, {});
    await pay();
    expect(await till.moves(ref)).toEqual([
      PLEDGED,
      'withdraw pledged→withdrawn 2000.00',
      'reinstate withdrawn→pledged 2000.00',
      'receive pledged→received 2000.00',
    ]);
    expect(await flags()).toEqual(['given-up']);
  });

  test('for a pledge that has lapsed is received, and an admin sees it', async () => {
    const ref = await till.pledge();
    const { pay, flags } = await asked(ref, '500.00');
    await move(till.app, ref, 'lapse');
    await pay();
    expect(await till.moves(ref)).toEqual([
      PLEDGED,
      'lapse pledged→lapsed 2000.00',
      'reinstate lapsed→pledged 500.00',
      'receive pledged→received 500.00',
    ]);
    expect(await flags()).toEqual(['given-up']);
  });

  test('from a country that is closed is received, and an admin sees it', async () => {
    const ref = await till.pledge();
    const { pay, flags } = await asked(ref);
    await till.app.database!.asOwner(
      `UPDATE initiative SET recipient = recipient || '{"closedCountries": ["KP"]}'`,
    );
    await pay({ country: 'KP' });
    expect(await till.moves(ref)).toEqual([PLEDGED, 'receive pledged→received 2000.00']);
    expect(await flags()).toEqual(['closed-country']);
  });

  test('of somebody whose signature is withdrawn is received, and an admin sees it', async () => {
    const bo = await signedIn(till.app, { name: 'Bo Example' });
    const ref = await fundingPledge(till.app, bo.signatoryId, { amount: '2000.00' });
    const { code } = await payPledge(till.app.ctx, { actor: bo, ref }, newKey(), {
      amount: '2000.00',
      country: 'NO',
    });
    await withdrawPledge(till.app.ctx, bo, newKey(), ref, {});
    await withdrawSignature(till.app.ctx, bo, newKey());
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    expect((await stagesOf(ref))['received']!.amount).toBe('2000.00');
    expect((await till.paymentOf(code)).flags).toEqual(['given-up', 'giver-gone']);
  });

  test('of somebody whose signature is withdrawn later is not flagged when it goes back', async () => {
    const bo = await signedIn(till.app, { name: 'Bo Other' });
    const ref = await fundingPledge(till.app, bo.signatoryId, { amount: '2000.00' });
    const input = { amount: '500.00', country: 'NO' };
    const { code } = await payPledge(till.app.ctx, { actor: bo, ref }, newKey(), input);
    await till.stripe.payByCard(await till.objectOf(code));
    await till.deliver();
    await withdrawPledge(till.app.ctx, bo, newKey(), ref, {});
    await withdrawSignature(till.app.ctx, bo, newKey());
    till.stripe.refund((await till.paymentOf(code)).intent!);
    await till.deliver();
    expect((await stagesOf(ref))['refunded']!.amount).toBe('500.00');
    expect((await till.paymentOf(code)).flags).toEqual([]);
  });
});

describe('money that went back', () => {
  /** Two thousand that came. */
  const paid = async () => {
    const ref = await till.pledge();
    const { pay, intent } = await asked(ref);
    await pay();
    return { ref, intent: await intent() };
  };
  const RECEIVED = 'receive pledged→received 2000.00';

  test('counts as refunded once the bank has it, and no sooner', async () => {
    const { ref, intent } = await paid();
    const refund = till.stripe.refund(intent, 50_000, { status: 'pending' });
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    till.stripe.refundSettles(refund);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED, 'refund received→refunded 500.00']);
  });

  test('and could not be delivered is taken back, once', async () => {
    const { ref, intent } = await paid();
    const refund = till.stripe.refund(intent, 50_000);
    await till.deliver();
    till.stripe.refundFails(refund);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([
      PLEDGED,
      RECEIVED,
      'refund received→refunded 500.00',
      'reverse refunded→received 500.00',
    ]);
    till.stripe.refund(intent);
    await till.deliver();
    const { received, refunded } = await stagesOf(ref);
    expect([received!.amount, refunded!.amount]).toEqual(['0.00', '2000.00']);
  });

  test('and failed before we looked has never gone', async () => {
    const { ref, intent } = await paid();
    till.stripe.refundFails(till.stripe.refund(intent, 50_000));
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test('in more parts than Stripe shows at once is all there', async () => {
    const { ref, intent } = await paid();
    for (let part = 0; part < 12; part += 1) till.stripe.refund(intent, 1_001);
    const [first] = till.stripe.events.splice(0);
    await till.stripe.deliver(first!, { url: till.hook });
    expect((await till.moves(ref)).slice(2)).toEqual(
      Array(12).fill('refund received→refunded 10.01'),
    );
  });

  test('because a bank asks goes nowhere yet', async () => {
    const { ref, intent } = await paid();
    const inquiry = till.stripe.inquiry(intent);
    await till.deliver();
    till.stripe.closeInquiry(inquiry);
    await till.deliver();
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
  });

  test('by a dispute of a part, a second one after the first was won, and lost', async () => {
    const { ref, intent } = await paid();
    till.stripe.closeDispute(till.stripe.dispute(intent, 70_000), 'won');
    await till.deliver();
    till.stripe.closeDispute(till.stripe.dispute(intent, 70_000), 'lost');
    await till.deliver();
    expect((await till.moves(ref)).slice(2)).toEqual([
      'dispute received→disputed 700.00',
      'win disputed→received 700.00',
      'dispute received→disputed 700.00',
      'lose disputed→refunded 700.00',
    ]);
  });
});
