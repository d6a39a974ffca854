import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import * as payments from '../../server/db/payments.ts';
import { queueMail } from '../../server/mail/queue.ts';
import { signIn } from '../support/forms.ts';
import { outboxOf, readMail } from '../support/mail.ts';
import { atDesk } from '../support/desk.ts';
import { useTill } from '../support/pay.ts';
import { payerAt } from '../support/payer.ts';

const till = useTill();
let session: string;
const ada = payerAt(
  () => till.app.url,
  () => session,
);
const stranger = payerAt(() => till.app.url);
beforeAll(async () => {
  session = await signIn(till.app, till.ada.signatoryId);
});

/** The payment reference of a pledge, as its giver sees it. */
const paymentRefOf = async (ref: string): Promise<string> =>
  (await till.app.request(`/api/v1/me/pledges/${ref}`, { token: session })).body.paymentRef;
const PAYERS = ['a@example.org', 'dee@example.org'];
/** The mails that payers were sent so far: the giver's own may say more. */
const mails = async (): Promise<string> => {
  await till.app.postman.deliver();
  const all = await Promise.all(outboxOf(till.app).map(({ raw }) => readMail(raw)));
  const isToPayer = (raw: string) => PAYERS.some((payer) => raw.includes(`To: ${payer}`));
  return JSON.stringify(all.filter(({ raw }) => isToPayer(raw)));
};

describe('of an anonymous pledge', () => {
  test.each([
    ['at Checkout', '100.00'],
    ['on an invoice', '20000.00'],
  ])('Stripe never learns the public reference where it is paid %s', async (_, amount) => {
    const ref = await till.pledge({ amount, visibility: 'anonymous' });
    till.stripe.requests.length = 0;
    await till.pay(ref, amount);
    expect(JSON.stringify(till.stripe.requests)).not.toContain(ref);
    expect(JSON.stringify(till.stripe.requests)).toContain(await paymentRefOf(ref));
  });

  test('neither does whoever pays it by a link, and is written to', async () => {
    const ref = await till.pledge({ visibility: 'anonymous' });
    const paymentRef = await paymentRefOf(ref);
    const { ctx } = till.app;
    await ctx.db.transaction((tx) =>
      queueMail(tx, ctx, 'a@example.org', { kind: 'pay-link', ref }),
    );
    const [, path = ''] = /(\/pay\/[\w-]+)/.exec(await mails()) ?? [];
    const form = await stranger.see(path);
    expect(form.text).toContain(`Pledge ${paymentRef} to Open Model Initiative.`);
    const { code } = await till.pay(ref, '500.00');
    const { payment } = payments;
    const dee = { email: 'dee@example.org' };
    await ctx.db.update(payment).set(dee).where(eq(payment.code, code));
    await till.stripe.payByCard(await till.objectOf(code), dee);
    await till.deliver();
    const paid = await stranger.see(`/paid/${code}`);
    expect(paid.text).toContain('$500.00 received');
    const told = (await till.app.request(`/api/v1/payments/${code}`, { token: false })).body;
    expect(told).toMatchObject({ status: 'paid', pledge: null });
    const written = await mails();
    expect(written).toContain(`$500.00 for pledge ${paymentRef}`);
    for (const seen of [form.page, paid.page, written]) {
      expect(seen).not.toContain(ref);
      expect(seen).not.toContain('#entry-');
      expect(seen).not.toContain('public ledger');
    }
    // Nor where it cannot be paid any more.
    const batch = (await till.app.request(`/api/v1/pledges/${ref}`)).body.movements;
    for (const each of batch.toReversed()) {
      const body = { reason: 'a test' };
      await till.app.request(`/api/v1/admin/batches/${each.batch}/reverse`, { body });
    }
    const refused = await stranger.see(path);
    expect([refused.status, refused.page.includes(ref)]).toEqual([409, false]);
  });

  test('its giver sees both, and the desk finds it by either', async () => {
    const ref = await till.pledge({ visibility: 'anonymous' });
    const paymentRef = await paymentRefOf(ref);
    expect((await ada.see(`/me/pledges/${ref}`)).text).toContain(
      `give this reference: ${paymentRef}`,
    );
    await till.app.publicCache.refresh();
    const cy = await atDesk(till.app);
    for (const given of [ref, paymentRef, ` ${paymentRef.toLowerCase()}`]) {
      const { page } = await cy.get(`/admin/pledges?q=${encodeURIComponent(given)}`);
      expect(page).toContain(`href="/admin/pledges/${ref}"`);
    }
    expect((await cy.get('/admin/pledges?q=0000000000')).page).not.toContain(ref);
    expect((await cy.get(`/admin/pledges/${ref}/receive`)).page).toContain(paymentRef);
  });
});

test('whoever would pledge anonymously is offered a gift that is paid now', async () => {
  const { page } = await ada.see('/pledge/funding');
  expect(page).toContain('<a href="/give">Give now, without a pledge and without your name</a>');
  expect((await ada.see('/pledge/compute')).page).not.toContain('href="/give"');
});

test('a public pledge is known to payers by its public reference', async () => {
  const ref = await till.pledge();
  expect(await paymentRefOf(ref)).toBe(ref);
  const { code } = await till.pay(ref, '500.00');
  expect((await stranger.see(`/paid/${code}`)).text).toContain(`Pledge ${ref} to`);
});

test('a gift shows its payer where it is in the ledger: nobody else has its page', async () => {
  const { code } = await till.give('50.00');
  await till.stripe.payByCard(await till.objectOf(code), { email: 'dee@example.org' });
  await till.deliver();
  expect((await stranger.see(`/paid/${code}`)).page).toContain('#entry-');
});
