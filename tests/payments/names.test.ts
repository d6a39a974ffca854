import { expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { compareWithStripe } from '../../server/payments/compare.ts';
import { checkPayment } from '../../server/payments/settle.ts';
import { idOf } from '../../server/payments/truth.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { textOf } from '../support/hand.ts';
import { useTill } from '../support/pay.ts';

const till = useTill();

test.each([
  ['charge of a card, ch_…', 500, false],
  ['session, cs_…', 500, true],
  ['charge of a bank, py_…', 20_000, false],
  ['invoice, in_…', 20_000, true],
])(
  'a receipt that is recorded by hand by its %s, is known as the same payment',
  async (_, amount, byObject) => {
    const ref = await till.pledge({ amount: '20000.00' });
    const { code } = await till.pay(ref, `${amount}.00`);
    const object = await till.objectOf(code);
    const { api } = till.app.ctx.stripe!;
    const isInvoice = object.startsWith('in_');
    if (isInvoice) till.stripe.payInvoice(object);
    else await till.stripe.payByCard(object);
    const intent = isInvoice
      ? idOf((await api.invoicePayments.list({ invoice: object })).data[0]!.payment.payment_intent)!
      : idOf((await api.checkout.sessions.retrieve(object)).payment_intent)!;
    const { latest_charge: charge } = await api.paymentIntents.retrieve(intent);
    const reference = byObject ? object : idOf(charge)!;
    const evidence = { ...PAYMENT, reference };
    expect(
      (await move(till.app, ref, 'receive', { amount: `${amount}.00`, evidence })).status,
    ).toBe(201);
    await till.deliver();
    expect(await checkPayment(till.app.ctx, code)).toMatchObject({ outcome: 'nothing' });
    const received = `receive pledged→received ${amount}.00`;
    expect((await till.moves(ref)).slice(1)).toEqual([received]);
    const days = { from: '2026-03-10', to: '2026-03-10' };
    const compared = await compareWithStripe(till.app.ctx, MACHINE, null, days);
    expect(compared.body.named.filter((each) => each.object === intent)).toEqual([]);
    const by = await atDesk(till.app);
    expect(textOf((await by.get(`/admin/payments/${code}`)).page)).toContain('Received');
    const path = `/api/v1/admin/payments/${code}/refund`;
    const tooMuch = { amount: `${amount}.01`, reason: 'Too much' };
    expect((await till.app.request(path, { body: tooMuch })).body.detail).toBe(
      `Only ${amount}.00 USD of this payment can be sent back.`,
    );
    const refund = till.stripe.refund(intent, 20_000);
    if (isInvoice) till.stripe.refundSettles(refund);
    await till.deliver();
    expect((await till.moves(ref)).slice(1)).toEqual([received, 'refund received→refunded 200.00']);
  },
);
