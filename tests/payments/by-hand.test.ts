import { describe, expect, test } from 'vitest';
import { checked, record, rowsOf } from '../import/csv-desk.ts';
import { PAYMENT } from '../support/actors.ts';
import { INITIATIVE } from '../support/app.ts';
import { atDesk } from '../support/desk.ts';
import { at, formOf, preview, wire } from '../support/desk-forms.ts';
import { RECIPIENT } from '../support/pay.ts';
import { useComparison } from './comparing.ts';
import { recordingByHand, PLEDGED, RECEIVED } from './recording-by-hand.ts';
import { termsOf } from './fake-stripe-client.ts';

const { till, paid, toldOf, compare, named, lose } = useComparison();
const { byHand, undo, chargeOf } = recordingByHand(till);

const FOLLOWED = 'Muster follows this payment at Stripe. Open it and press “Look again”.';

describe('recording by hand under the id of a payment that Muster follows is refused', () => {
  const known = {
    session: ({ code }: { code: string }) => till.objectOf(code),
    intent: ({ intent }: { intent: string }) => intent,
    charge: ({ intent }: { intent: string }) => chargeOf(intent),
    refund: async ({ intent }: { intent: string }) => {
      const refund = till.stripe.refund(intent, 20_000);
      await till.deliver();
      return refund;
    },
    'ordered refund': async ({ code }: { code: string }) => {
      const path = `/api/v1/admin/payments/${code}/refund`;
      const body = { amount: '200.00', reason: 'A part' };
      return (await till.app.request(path, { body })).body.refund as string;
    },
    dispute: async ({ intent }: { intent: string }) => {
      const dispute = till.stripe.dispute(intent);
      await till.deliver();
      return dispute;
    },
  };

  test('by its charge, in a file: its row alone is left out', async () => {
    const payment = await toldOf();
    const charge = await known.charge(payment);
    const other = await till.pledge();
    const cy = await atDesk(till.app, 'operator');
    const rows = [charge, 'WIRE-1'].map((reference) => `${other},100,USD,2026-03-05,${reference}`);
    const file = ['Pledge,Amount,Currency,Received on,Reference', ...rows].join('\n');
    const path = await checked(till.app, cy, 'receipts', file);
    expect(await rowsOf(cy, path)).toContain(`2 Reference ${FOLLOWED}`);
    expect(await record(cy, path)).toMatchObject({ status: 303, location: path });
    expect(await rowsOf(cy, path)).toContain('1 receipt recorded');
    lose();
  });

  test.each([
    ['session', 'receive'],
    ['intent', 'receive'],
    ['intent', 'refund'],
    ['charge', 'receive'],
    ['charge', 'dispute'],
    ['refund', 'refund'],
    ['ordered refund', 'refund'],
    ['dispute', 'win'],
    ['dispute', 'lose'],
  ] as const)('by its %s, to %s', async (name, verb) => {
    const payment = await toldOf();
    const reference = await known[name](payment);
    const before = await till.moves(payment.ref);
    const other = await till.pledge();
    for (const ref of [payment.ref, other]) {
      const { status, body } = await byHand(ref, verb, reference, '100.00');
      expect([status, body.detail, body.payment]).toEqual([409, FOLLOWED, payment.code]);
    }
    expect([await till.moves(payment.ref), await till.moves(other)]).toEqual([before, [PLEDGED]]);
    lose();
  });

  test('by an initiative file, which says where', async () => {
    const { intent } = await toldOf();
    const money = { occurredOn: '2026-03-02', amount: '500.00' };
    const file = {
      ...INITIATIVE,
      recipient: RECIPIENT,
      signatories: [{ key: 'bo', kind: 'person', name: 'Bo Example', signedOn: '2026-03-01' }],
      pledges: [
        {
          key: 'p1',
          signatory: 'bo',
          kind: 'funding',
          asset: 'USD',
          amount: '500.00',
          movements: [
            { verb: 'accept', occurredOn: '2026-03-01' },
            { verb: 'receive', ...money, evidence: { ...PAYMENT, reference: intent } },
          ],
        },
      ],
    };
    const before = await till.entries();
    const { status, body } = await till.app.request('/api/v1/admin/import', { body: file });
    const field = 'pledges[0].movements[1].evidence.reference';
    expect([status, body.errors]).toEqual([400, [{ field, message: FOLLOWED }]]);
    expect(await till.entries()).toBe(before);
  });

  test('at the desk, with “Look again” in its place', async () => {
    const { ref, code, intent } = await paid();
    const by = await atDesk(till.app);
    const path = at(ref, 'receive');
    const object = await till.objectOf(code);
    const { status, page, text } = await preview(
      by,
      path,
      wire('500.00', { 'evidence.reference': object }),
    );
    expect(status).toBe(409);
    expect(text).toContain(FOLLOWED);
    const check = `/admin/payments/${code}/check`;
    expect(text).toContain('Look again');
    expect(page).not.toContain(`action="${path}"`);
    expect(await till.moves(ref)).toEqual([PLEDGED]);
    expect((await by.post(check, formOf(page, check))).status).toBe(303);
    expect(await till.moves(ref)).toEqual([PLEDGED, RECEIVED]);
    await till.deliver();
    expect((await till.paymentOf(code)).intent).toBe(intent);
  });
});

/** A payment in our account that was asked for elsewhere. */
async function stray(): Promise<string> {
  const { sessions } = till.app.ctx.stripe!.api.checkout;
  const { id } = await sessions.create({ ...termsOf(50_000), client_reference_id: 'other' });
  await till.stripe.payByCard(id);
  lose();
  return (await sessions.retrieve(id)).payment_intent as string;
}

test('a payment that Muster does not follow is recorded by hand, and then agrees', async () => {
  const ref = await till.pledge();
  const intent = await stray();
  expect(named(await compare())).toEqual(['missing receive 500.00/null USD']);
  for (const name of [await chargeOf(intent), intent]) {
    const { status, body } = await byHand(ref, 'receive', name);
    expect(status).toBe(201);
    expect(named(await compare())).toEqual([]);
    await undo(body.batch);
  }
});
