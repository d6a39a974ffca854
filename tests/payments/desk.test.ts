import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { noticeAdmins, whatWaits } from '../../server/postman/waiting.ts';
import { reverseBatch } from '../../server/pledges/move.ts';
import { computePledge, fundingPledge, publishedSignatory } from '../support/actors.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { textOf } from '../support/desk-forms.ts';
import { useTill } from '../support/pay.ts';
import { newKey } from '../support/signed-in.ts';

const till = useTill({ env: { ADMIN_EMAIL: 'cy@example.org' } });
let cy: DeskUser;
let dee: DeskUser;
beforeAll(async () => {
  cy = await atDesk(till.app, 'operator');
  dee = await atDesk(till.app, 'viewer', 'Dee Example');
});

const PAYER = { name: 'Fay Example', email: 'fay@example.org', country: 'NO' };

/** Pays by card, and has Stripe tell of it. */
async function charge(code: string): Promise<void> {
  await till.stripe.payByCard(await till.objectOf(code), PAYER);
  await till.deliver();
  await till.app.publicCache.refresh();
}
const paid = async (amount = '500.00') => {
  const ref = await till.pledge();
  const { code } = await till.pay(ref, amount);
  await charge(code);
  return { ref, code };
};
const gift = async (): Promise<string> => {
  const { code } = await till.give('25.00');
  await charge(code);
  return code;
};
const refOf = async (code: string): Promise<string> => {
  const { pledgeId } = await till.paymentOf(code);
  const { pledge } = schema;
  const [row] = await till.app.ctx.db.select().from(pledge).where(eq(pledge.id, pledgeId!));
  return row!.ref;
};
const text = async (path: string, by = cy): Promise<string> => textOf((await by.get(path)).page);

describe('the list of payments', () => {
  test('shows each with what came of it, is filtered, and is the file that one downloads', async () => {
    const { ref, code } = await paid();
    const { code: open } = await till.pay(ref, '7.00');
    expect(await text('/admin/payments')).toMatch(
      new RegExp(`${open} .* Ada Example ${ref} open Checkout \\$7\\.00`),
    );
    expect(await text('/admin/payments?status=paid')).not.toContain(open);
    for (const q of [code, ref.toLowerCase(), 'ada ex', (await till.paymentOf(code)).intent!]) {
      expect(await text(`/admin/payments?q=${encodeURIComponent(q)}`)).toContain(code);
    }
    expect(await text('/admin/payments?q=Nobody')).toContain('Nothing matches this filter.');
    const file = (await dee.get('/admin/payments.csv?status=paid')).page;
    const [head, ...rows] = file.trim().split('\r\n');
    expect(head).toContain('gross,refunded,disputed,balance_currency,fee,net');
    expect(rows.some((row) => row.includes(`${code},`) && row.includes('500.00'))).toBe(true);
    expect(file).not.toContain('Ada');
  });

  test('is there as JSON, page after page', async () => {
    await paid();
    const first = (await till.app.request('/api/v1/admin/payments?limit=1')).body;
    expect(first.payments).toHaveLength(1);
    expect(first.payments[0]).toMatchObject({
      status: 'paid',
      received: '500.00',
      refunded: '0.00',
      balance: { currency: 'USD', fee: '14.80', net: '485.20' },
    });
    const second = (await till.app.request(`/api/v1/admin/payments?limit=1&cursor=${first.next}`))
      .body;
    expect(second.payments[0].code).not.toBe(first.payments[0].code);
    const none = await till.app.request('/api/v1/admin/payments?flag=giver-gone');
    expect(none.body).toEqual({ payments: [], next: null });
  });
});

describe('a payment', () => {
  test('has its pledge, its movements, what Stripe told of it, and no address for who only looks', async () => {
    const { ref, code } = await paid();
    const page = await text(`/admin/payments/${code}`);
    for (const words of [
      'Payment of $500.00',
      'Ada Example',
      ref,
      'Received $500.00',
      'Fee $14.80, net $485.20',
      'checkout.session.completed',
      'Test mode: no real money.',
    ]) {
      expect(page).toContain(words);
    }
    expect(await text(`/admin/payments/${code}`)).toContain('ada.examplex@example.org');
    expect(await text(`/admin/payments/${code}`, dee)).not.toContain('ada.examplex@example.org');
    expect((await dee.get(`/admin/payments/${code}`)).page).not.toContain(
      '<button type="submit">Look',
    );
    expect((await cy.get('/admin/payments/NOSUCHCODE')).status).toBe(404);
  });

  test('is looked at with Stripe by a button: webhooks that were lost are made up for', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.stripe.payByCard(await till.objectOf(code));
    till.stripe.events.splice(0);
    const { status, location } = await cy.post(`/admin/payments/${code}/check`);
    expect([status, location]).toEqual([303, `/admin/payments/${code}?done=payment.check`]);
    expect((await till.moves(ref)).at(-1)).toBe('receive pledged→received 500.00');
    expect(await text(`/admin/audit?object=${code}`)).toContain('checked a payment with Stripe');
    expect((await dee.post(`/admin/payments/${code}/check`)).status).toBe(403);
    const again = await till.app.request(`/api/v1/admin/payments/${code}/check`, { body: {} });
    expect(again.body).toEqual({ code, outcome: 'nothing', reason: null, detail: null });
  });

  test('says why it cannot be recorded, and what to do', async () => {
    const { code } = await till.give('5.00');
    const object = await till.objectOf(code);
    await till.app.ctx.db
      .update(payments.payment)
      .set({ object: 'cs_test_none' })
      .where(eq(payments.payment.object, object));
    const { status, page } = await cy.post(`/admin/payments/${code}/check`);
    expect(status).toBe(409);
    expect(textOf(page)).toContain('Stripe has nothing under this id in our account.');
  });

  test('that came for a pledge which was given up is flagged, in the list and in words', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '500.00');
    await till.app.request(`/api/v1/pledges/${ref}/withdraw`, { body: {} });
    await charge(code);
    expect(await text('/admin/payments?flag=given-up')).toContain(code);
    expect(await text(`/admin/payments/${code}`)).toContain(
      'the pledge was withdrawn or is no longer expected',
    );
  });
});

describe('what is unmatched', () => {
  /** A pledge whose acceptance was taken back between going to pay and paying. */
  async function stranded() {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '100.00');
    const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
    const { batch } = movements[0];
    await reverseBatch(till.app.ctx, cy.actor, newKey(), batch, { reason: 'A test' });
    await charge(code);
    const rows = await till.events();
    const waiting = rows.filter(({ outcome }) => outcome === 'unmatched');
    return { ref, code, id: waiting.at(-1)!.id };
  }
  const at = (id: string, act: string): string => `/admin/payments/unmatched/${id}/${act}`;

  test('says why, counts in the head, and is recorded once its cause is mended', async () => {
    const { ref, id } = await stranded();
    const page = await text('/admin/payments/unmatched');
    expect(page).toContain('The pledge is not accepted.');
    expect((await cy.get('/admin')).page).toMatch(/Money \(\d+\)/);
    const early = await cy.post(at(id, 'again'));
    expect(early.status).toBe(409);
    expect(textOf(early.page)).toContain('Accept it and look again');
    await till.app.request(`/api/v1/admin/pledges/${ref}/accept`, { body: {} });
    const { status, location } = await cy.post(at(id, 'again'));
    expect([status, location]).toEqual([303, '/admin/payments/unmatched?done=payment.check']);
    expect((await till.moves(ref)).at(-1)).toBe('receive pledged→received 100.00');
    expect(await text('/admin/payments/unmatched')).toContain(
      'Everything that Stripe reported is recorded',
    );
    const entries = await till.entries();
    expect((await cy.post(at(id, 'again'))).status).toBe(303);
    expect(await till.entries()).toBe(entries);
  });

  test('is set aside with a note, once, and stands under a filter from then on', async () => {
    const { id, ref } = await stranded();
    const nameless = await cy.post(at(id, 'aside'), { note: '' });
    expect(nameless.status).toBe(400);
    expect(nameless.page).toContain('Note must not be empty');
    expect((await dee.post(at(id, 'aside'), { note: 'No' })).status).toBe(403);
    expect((await cy.post(at(id, 'aside'), { note: 'Sent back at Stripe' })).status).toBe(303);
    expect((await cy.post(at(id, 'aside'), { note: 'Again' })).status).toBe(409);
    expect(await text('/admin/payments/unmatched?aside=1')).toContain('Sent back at Stripe');
    await till.app.request(`/api/v1/admin/pledges/${ref}/reject`, { body: { revision: 0 } });
    const late = await cy.get('/admin/payments/unmatched?cursor=999999999999999_evt_x');
    expect(late.status).toBe(200);
  });

  test('is told of in the admins’ mail', async () => {
    const { ref } = await stranded();
    till.app.clock.now = new Date(till.app.clock.now.getTime() + 2 * 3_600_000);
    expect(await whatWaits(till.app.ctx)).toMatchObject({ signatures: 0 });
    await noticeAdmins(till.app.ctx);
    const mails = await till.app.ctx.db.select().from(people.mail);
    expect(mails.filter(({ kind }) => kind === 'waiting')).toHaveLength(1);
    await till.app.request(`/api/v1/admin/pledges/${ref}/reject`, { body: { revision: 0 } });
  });
});

describe('cash that Stripe holds', () => {
  test('is listed with whose it is, and is not received', async () => {
    expect(await text('/admin/payments/cash')).toContain('Stripe holds no cash');
    const { db } = till.app.ctx;
    const asOf = till.app.clock.now;
    const ref = await till.pledge();
    const [of] = await db.select().from(schema.pledge).where(eq(schema.pledge.ref, ref));
    await db
      .insert(payments.stripeCustomer)
      .values({ pledgeId: of!.id, livemode: false, customer: 'cus_ada' });
    await db.insert(payments.unappliedCash).values([
      { customer: 'cus_ada', currency: 'USD', amountMinor: 12_345n, asOf },
      { customer: 'cus_other', currency: 'KRW', amountMinor: 700n, asOf },
    ]);
    const page = await text('/admin/payments/cash');
    expect(page).toContain(`Ada Example ${ref} $123.45`);
    expect(page).toContain('a customer that Muster doesn’t know – ₩700');
  });
});

describe('a link to pay', () => {
  const mail = (ref: string, by = cy) => by.post(`/admin/pledges/${ref}/pay-link`);

  test('is mailed to a giver who has proved its address, once an hour', async () => {
    const ref = await till.pledge();
    expect(await text(`/admin/pledges/${ref}`)).toContain('Email a payment link');
    expect((await mail(ref, dee)).status).toBe(403);
    const { status, location } = await mail(ref);
    expect([status, location]).toEqual([303, `/admin/pledges/${ref}?done=pledge.pay-link`]);
    const rows = await till.app.ctx.db.select().from(people.mail);
    const sent = rows.filter(({ kind }) => kind === 'pay-link');
    expect(sent.map(({ data }) => data)).toEqual([{ ref }]);
    expect((await mail(ref)).status).toBe(429);
    till.app.clock.now = new Date(till.app.clock.now.getTime() + 3_600_000);
    cy = await atDesk(till.app, 'operator');
    expect((await mail(ref)).status).toBe(303);
  });

  test('the same request again is answered as it was, and is no second mail', async () => {
    const ref = await till.pledge();
    const path = `/api/v1/admin/pledges/${ref}/pay-link`;
    const asked = { body: {}, key: 'one-link' };
    const first = await till.app.request(path, asked);
    expect([first.status, first.body]).toEqual([201, { ref }]);
    expect(await till.app.request(path, asked)).toMatchObject({ status: 201, body: { ref } });
  });

  test('goes for no compute, no pending pledge, and nobody without an address', async () => {
    const bo = await publishedSignatory(till.app, { name: 'Bo Example' });
    const refs = [
      await computePledge(till.app, till.ada.signatoryId),
      await till.pledge({ accept: false }),
      await fundingPledge(till.app, bo),
    ];
    for (const ref of refs) {
      expect(await text(`/admin/pledges/${ref}`)).not.toContain('Email a payment link');
      const refused = await mail(ref);
      expect(refused.status).toBe(409);
    }
  });
});

describe('who gave without signing', () => {
  test('is no signatory anywhere, and is shown at the gift', async () => {
    const ref = await refOf(await gift());
    const [row] = await till.app.ctx.db
      .select()
      .from(schema.signatory)
      .where(eq(schema.signatory.status, 'giver'));
    const { id } = row!;
    expect(await text('/admin/signatories')).not.toContain('Fay Example');
    expect(await text('/admin/signatories?status=giver')).toContain('gave without signing');
    const { status, location } = await cy.get(`/admin/signatories/${id}`);
    expect([status, location]).toEqual([302, `/admin/pledges/${ref}`]);
    expect(await text(`/admin/pledges/${ref}`)).toContain('Fay Example (gave without signing)');
    for (const act of ['publish', 'reject', 'ask']) {
      const reply = await till.app.request(`/api/v1/admin/signatories/${id}/${act}`, {
        body: act === 'ask' ? { question: 'Who?' } : {},
      });
      expect([act, reply.status]).toEqual([act, 404]);
    }
    const file = '/api/v1/admin/exports/signatories.csv';
    expect((await till.app.request(file)).body).not.toContain(id);
    expect((await till.app.request(`${file}?status=giver`)).body).toContain(id);
    for (const path of ['/', '/signatories', '/pledges', `/pledges/${ref}`]) {
      const page = await till.app.request(path, { token: false });
      expect([path, JSON.stringify(page.body).includes('Fay Example')]).toEqual([path, false]);
    }
  });
});
