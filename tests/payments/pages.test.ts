import { beforeAll, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import * as payments from '../../server/db/payments.ts';
import * as schema from '../../server/db/schema.ts';
import { computePledge } from '../support/actors.ts';
import { signIn } from '../support/forms.ts';
import { useTill } from '../support/pay.ts';
import { payerAt } from '../support/payer.ts';
import { signedIn } from '../support/signed-in.ts';

const QUARTERS = { every: 'quarter', times: 4, firstOn: '2026-01-31' } as const;
const SESSIONS = /^\/v1\/checkout\/sessions$/;

const till = useTill({
  recipient: {
    closedCountries: ['BY'],
    screenedBy: 'Example Screening',
    screenedAbove: '5000',
  },
});
let session: string;
const ada = payerAt(
  () => till.app.url,
  () => session,
);
const stranger = payerAt(() => till.app.url);
beforeAll(async () => {
  const isAda = eq(schema.signatory.id, till.ada.signatoryId);
  await till.app.ctx.db.update(schema.signatory).set({ country: 'SE' }).where(isAda);
  session = await signIn(till.app, till.ada.signatoryId);
});

const formOf = (ref: string): string => `/me/pledges/${ref}/pay`;
const paymentsOf = async (ref: string) => {
  const rows = await till.app.ctx.db
    .select({ row: payments.payment })
    .from(payments.payment)
    .innerJoin(schema.pledge, eq(schema.pledge.id, payments.payment.pledgeId))
    .where(eq(schema.pledge.ref, ref));
  return rows.map(({ row }) => row);
};
/** The keys by which Stripe was asked for a session, of one payment. */
const keysFor = (id: string) =>
  till.stripe.requests
    .filter(({ path, method }) => method === 'POST' && SESSIONS.test(path))
    .map(({ idempotencyKey }) => idempotencyKey)
    .filter((key) => key?.endsWith(id));

describe('a pledge is paid by its signatory', () => {
  test('the page says what is open, how it is paid, and what stands at checkout', async () => {
    const ref = await till.pledge({ schedule: QUARTERS });
    const { status, text, page, headers } = await ada.see(formOf(ref));
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain(`Pledge ${ref} to Open Model Initiative. Outstanding: $2,000.`);
    expect(page).toContain('value="500.00"');
    expect(page).toContain('<option value="SE" selected');
    expect(page).toContain(`href="${formOf(ref)}?amount=2000.00"`);
    expect(text).toContain('Anything beyond your pledge counts as a gift');
    expect(text).toContain('Up to $10,000: on Stripe’s page, by card or US bank account.');
    expect(text).toContain('Over $10,000: by bank transfer. Stripe shows you an invoice.');
    expect(text).toContain('It replaces an earlier unpaid invoice for this pledge');
    expect(text).toContain('You get a payment confirmation, not a tax receipt.');
    expect(text).toContain('No payments are taken from: Belarus.');
    expect(text).toContain('Payments of more than $5,000 are screened by Example Screening.');
    expect((await ada.see(`${formOf(ref)}?amount=2000.00`)).page).toContain('value="2000.00"');
    expect((await ada.see(`${formOf(ref)}?amount=%22%3E`)).page).toContain('value="500.00"');
    expect(text).toContain('This pays the oldest instalments first');
    const at = await till.pledge();
    expect((await ada.see(formOf(at))).text).not.toContain('instalment');
  });

  test('a part pays the oldest instalments, and what is beyond the promise is a gift', async () => {
    const ref = await till.pledge({ schedule: QUARTERS });
    for (const amount of ['$700', '1,500.00 USD']) {
      const { status, location } = await ada.fill(formOf(ref), { amount, country: 'NO' });
      expect([status, location]).toEqual([303, expect.stringContaining('/c/pay/')]);
      const row = (await paymentsOf(ref)).find(({ url }) => url === location)!;
      await till.stripe.payByCard(row.object!);
      await till.deliver();
      if (amount === '$700') {
        const { text } = await ada.see(formOf(ref));
        expect(text).toMatch(/31 Jan 2026 \$500\.00 \$500\.00 – 30 Apr 2026 \$500\.00 \$200\.00/);
        expect(text).toContain('the oldest outstanding instalment, $300');
      }
    }
    expect(await till.moves(ref)).toEqual([
      'pledge outside→pledged 2000.00',
      'receive pledged→received 700.00',
      'receive pledged→received 1300.00',
      'receive outside→received 200.00',
    ]);
    const { text } = await ada.see(`/me/pledges/${ref}`);
    expect(text).toContain('10 Mar 2026 $1,500.00 received');
    expect(text).not.toContain('Pay in full or in part');
    expect((await ada.see(formOf(ref))).text).toContain('Nothing is outstanding.');
  });

  test('what is on its way from a bank is said, for it is still open', async () => {
    const ref = await till.pledge();
    const { code } = await till.pay(ref, '700.00');
    const onItsWay = '$700.00 is already on its way from a bank.';
    expect((await ada.see(formOf(ref))).text).not.toContain('on its way');
    await till.stripe.payByBank(await till.objectOf(code));
    await till.deliver();
    const { text, page } = await ada.see(formOf(ref));
    expect(page).not.toContain('2000.00');
    expect(text).toContain('Outstanding: $2,000.');
    expect(text).toContain(onItsWay);
    till.stripe.bankSettles(await till.objectOf(code));
    await till.deliver();
    expect((await ada.see(formOf(ref))).text).not.toContain('on its way');
  });

  test.each([
    ['', 'NO', 'Amount in USD is missing. Enter a number, such as 1,250.50.'],
    ['0.005', 'NO', 'Amount in USD must have at most 2 decimals'],
    ['1.234,50', 'NO', 'Amount in USD has a decimal comma; use a point and no spaces: 1234.50.'],
    ['-5', 'NO', 'Amount in USD must not be negative.'],
    ['0.10', 'NO', 'Amount in USD is too small for Stripe. Enter more.'],
    ['100', '', 'Country you pay from is missing.'],
    ['100', 'BY', 'Country you pay from isn’t possible: the recipient takes no payments'],
  ])('"%s" from "%s" is refused at its field', async (amount, country, message) => {
    const ref = await till.pledge();
    const { status, text, page } = await ada.fill(formOf(ref), { amount, country });
    expect(status).toBe(400);
    expect(text).toContain(message);
    if (amount) expect(page).toContain(`value="${amount}"`);
    if (country) expect(page).toContain(`<option value="${country}" selected`);
    // Sent once more as it should be, the form is another payment.
    const mended = { amount: '100', country: 'NO' };
    expect((await ada.sendForm(formOf(ref), page, mended)).status).toBe(303);
  });

  test('above the limit it is an invoice, paid by a transfer', async () => {
    const ref = await till.pledge({ amount: '25000.00' });
    const { location } = await ada.fill(formOf(ref), { amount: '25000', country: 'NO' });
    expect(location).toContain('/i/');
    const [row] = await paymentsOf(ref);
    expect(row).toMatchObject({ way: 'invoice', status: 'open' });
    expect((await stranger.see(`/paid/${row!.code}`)).text).toContain('Open the invoice');
    till.stripe.payInvoice(row!.object!);
    await till.deliver();
    expect((await till.moves(ref)).at(-1)).toBe('receive pledged→received 25000.00');
  });

  test('what the recipient says stands on Stripe’s page and on the invoice too', async () => {
    const ref = await till.pledge({ amount: '25000.00' });
    const bodyOf = (path: string) =>
      till.stripe.requests.findLast((each) => each.method === 'POST' && each.path.endsWith(path))!
        .body;
    const said =
      'You pay Example Foundation (000000-TEST, Norway, charity) directly. You get a payment confirmation, not a tax receipt.';
    const closed = 'No payments are taken from: Belarus.';
    const refunds = 'Refunds: https://foundation.example/refunds';
    const screened = 'Payments of more than $5,000 are screened by Example Screening.';
    for (const [amount, message] of [
      ['5000', `${said} ${refunds} ${closed}`],
      ['5000.01', `${said} ${screened} ${refunds} ${closed}`],
    ] as const) {
      await ada.fill(formOf(ref), { amount, country: 'NO' });
      expect(bodyOf('/sessions')).toMatchObject({ custom_text: { submit: { message } } });
    }
    await ada.fill(formOf(ref), { amount: '20000', country: 'NO' });
    expect(bodyOf('/invoices')).toMatchObject({
      footer: `${said} ${screened} ${refunds} ${closed}`,
    });
  });

  test('a currency without transfers says so before, and at the field', async () => {
    const ref = await till.pledge({ asset: 'CHF', amount: '90000.00' });
    const { text } = await ada.see(formOf(ref));
    expect(text).toContain('Up to $10,000: on Stripe’s page, by card.');
    expect(text).toContain('not here, because Stripe takes no transfers in CHF');
    const sent = await ada.fill(formOf(ref), { amount: '90000', country: 'CH' });
    expect(sent.status).toBe(400);
    expect(sent.text).toContain(
      'Amount in CHF is over $10,000.00, and bank transfers in CHF aren’t',
    );
  });

  test('nobody pays another’s pledge here, one of compute, or one that waits', async () => {
    const bo = await signedIn(till.app, { name: 'Bo Example' });
    const pays = payerAt(
      () => till.app.url,
      () => boSession,
    );
    const boSession = await signIn(till.app, bo.signatoryId);
    const ref = await till.pledge();
    expect((await pays.see(formOf(ref))).status).toBe(404);
    expect((await stranger.see(formOf(ref))).location).toContain('/sign-in?next=');
    const gpus = await computePledge(till.app, till.ada.signatoryId);
    const waiting = await till.pledge({ accept: false });
    for (const other of [gpus, waiting]) expect((await ada.see(formOf(other))).status).toBe(409);
  });
});

describe('a form is sent more than once', () => {
  test('twice at once and again: one payment, one session', async () => {
    const ref = await till.pledge();
    const { page } = await ada.see(formOf(ref));
    const once = () => ada.sendForm(formOf(ref), page, { amount: '50', country: 'NO' });
    const sent = [...(await Promise.all([once(), once()])), await once()];
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(new Set(sent.map(({ location }) => location)).size).toBe(1);
    expect(await paymentsOf(ref)).toHaveLength(1);
  });

  test.each([
    ['has expired', async (object: string) => till.stripe.expire(object), 'expired'],
    ['was paid', (object: string) => till.stripe.payByCard(object), 'paid'],
  ])('once what it led to %s, though nothing told of it: to our page of that', async (...of) => {
    const [, end, status] = of;
    const ref = await till.pledge();
    const { page } = await ada.see(formOf(ref));
    const send = () => ada.sendForm(formOf(ref), page, { amount: '50', country: 'NO' });
    const first = await send();
    const [row] = await paymentsOf(ref);
    expect(first.location).toBe(row!.url);
    await end(row!.object!);
    till.stripe.events.splice(0);
    const { location } = await send();
    expect(location).toBe(`${till.app.ctx.config.baseUrl}/paid/${row!.code}`);
    expect(await paymentsOf(ref)).toMatchObject([{ status }]);
  });

  test('with another amount it says so, and is sent as another payment', async () => {
    const ref = await till.pledge();
    const { page } = await ada.see(formOf(ref));
    await ada.sendForm(formOf(ref), page, { amount: '50', country: 'NO' });
    const other = await ada.sendForm(formOf(ref), page, { amount: '60', country: 'NO' });
    expect(other.status).toBe(409);
    expect(other.text).toContain('You have already sent this form, with other answers.');
    expect((await ada.sendForm(formOf(ref), other.page, { country: 'NO' })).status).toBe(303);
    expect(await paymentsOf(ref)).toHaveLength(2);
  });

  test('Stripe cut off after it made the session: the same one by the same form', async () => {
    const ref = await till.pledge();
    till.stripe.fail({ path: SESSIONS, method: 'POST', cut: true, after: true, times: 3 });
    const typed = { amount: '75.50', country: 'NO' };
    const cut = await ada.fill(formOf(ref), typed);
    expect(cut.status).toBe(503);
    expect(cut.text).toContain('Stripe isn’t answering. Nothing was paid');
    expect(cut.page).toContain('value="75.50"');
    const again = await ada.sendForm(formOf(ref), cut.page, typed);
    expect(again.status).toBe(303);
    const [row, ...others] = await paymentsOf(ref);
    expect(others).toEqual([]);
    expect(again.location).toContain(row!.object);
    expect(new Set(keysFor(row!.id)).size).toBe(1);
    expect(keysFor(row!.id)).toHaveLength(4);
  });

  test.each([
    [409, 1, 303],
    [409, 3, 503],
    [429, 1, 503],
    [500, 1, 303],
    [500, 3, 503],
    [402, 1, 502],
  ] as const)('Stripe answers %s, %s times: %s', async (status, times, expected) => {
    const ref = await till.pledge();
    till.stripe.fail({ path: SESSIONS, method: 'POST', status, times });
    const sent = await ada.fill(formOf(ref), { amount: '20', country: 'NO' });
    expect(sent.status).toBe(expected);
    if (expected !== 303) expect(sent.page).toContain('value="20"');
    expect(await till.moves(ref)).toEqual(['pledge outside→pledged 2000.00']);
  });

  test('Stripe refuses an invoice', async () => {
    const ref = await till.pledge({ amount: '25000.00' });
    till.stripe.fail({ path: /^\/v1\/invoices$/, method: 'POST', status: 402 });
    const typed = { amount: '25000', country: 'NO' };
    const sent = await ada.fill(formOf(ref), typed);
    expect([sent.status, sent.text]).toEqual([
      502,
      expect.stringContaining('Stripe did not accept this payment.'),
    ]);
    expect((await ada.sendForm(formOf(ref), sent.page, typed)).status).toBe(303);
  });
});
