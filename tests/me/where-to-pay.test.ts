import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { creditorReference } from '../../server/domain/creditor-reference.ts';
import { inFours } from '../../web/format.ts';
import { entered, EUR, USD } from '../support/accounts.ts';
import { computePledge, move } from '../support/actors.ts';
import { INITIATIVE } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { eyesOf, signatory, startMailApp, type MailApp } from '../support/sign-up.ts';

let app: MailApp;
beforeAll(async () => {
  const recipient = { name: 'Example Foundation', contact: 'pay@foundation.example' };
  app = await startMailApp({ initiative: { ...INITIATIVE, recipient } });
  await entered(app, { ...EUR, note: '<script>alert(1)</script>\nNo cheques.' });
  await entered(app, USD);
  app.clock.now = new Date(app.clock.now.getTime() + 24 * 3_600_000);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** Somebody new with a pledge, accepted by an admin unless it is to wait. */
async function giver(pledge: object, { accept = true } = {}) {
  const signed = await signatory(app, { pledge: { kind: 'funding', asset: 'EUR', ...pledge } });
  const [{ ref, paymentRef }] = (await eyesOf(app).as(signed.session, 'me/pledges')).body.pledges;
  if (accept) {
    const alone = 'visibility' in pledge ? { alone: true } : {};
    expect((await move(app, ref, 'accept', alone)).status).toBe(201);
  }
  return { ...signed, ref: ref as string, paymentRef: paymentRef as string };
}

const pageOf = async (session: string, ref: string) =>
  (await eyesOf(app).page(session, `/me/pledges/${ref}`)).text;
const words = (page: string): string =>
  page
    .split('<main')[1]!
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Whatever tells of an account. */
const ACCOUNT = /DE89|0532 ?0130|COBADEFF|000123456789|021000021|Account holder/;
const LARGE = { amount: '50000.00' };

test.each([
  ['a public', {}],
  ['an anonymous', { visibility: 'anonymous' }],
])('the giver of %s pledge reads the account with a reference of its own', async (_, facts) => {
  const ada = await giver({ ...LARGE, ...facts });
  const page = await pageOf(ada.session, ada.ref);
  const reference = inFours(creditorReference(ada.paymentRef));
  expect(words(page)).toContain(
    'Transfer EUR to this account, with exactly this payment reference.',
  );
  expect(words(page)).toContain(
    'Account holder Example Foundation IBAN DE89 3704 0044 0532 0130 00 BIC (SWIFT code) COBADEFFXXX Bank Example Bank, Cologne',
  );
  expect(words(page)).toContain(`Payment reference ${reference}`);
  expect(words(page)).toContain(
    'We never change bank details by email. If an email gives you another account, don’t pay into it. Only this page has the right one.',
  );
  expect(words(page)).toContain('You can pay here, in full or in part.');
  // What a note says is text.
  expect(page).toContain('&lt;script>alert(1)&lt;/script>');
  expect(page).not.toContain('<script>alert');
  expect(page).not.toContain('000123456789');
});

test('the acceptance email names holder and last four digits, and links to the page', async () => {
  const ada = await giver(LARGE);
  await app.postman.deliver();
  const mail = app.mailbox.received().findLast(({ to }) => to.includes(ada.email))!;
  expect(mail.text).toContain(
    'You can pay by bank transfer: Example Foundation, account ending in 3000.',
  );
  expect(mail.text).toContain('We never change bank details by email.');
  expect(mail.link).toBe(`${app.ctx.config.baseUrl}/me/pledges/${ada.ref}`);
  expect(mail.raw).not.toMatch(/DE89|0532|COBADEFF|RF\d\d/);
});

test.each([
  ['that waits for an admin', LARGE, { accept: false }],
  ['in a currency without an account', { asset: 'GBP', ...LARGE }, {}],
])('a pledge %s shows no account', async (_, pledge, how) => {
  const ada = await giver(pledge, how);
  expect(await pageOf(ada.session, ada.ref)).not.toMatch(ACCOUNT);
});

test('a pledge that is paid or of GPUs shows no account', async () => {
  const ada = await giver(LARGE);
  const evidence = { grade: 'payment' };
  await move(app, ada.ref, 'receive', { amount: '50000.00', evidence });
  expect(await pageOf(ada.session, ada.ref)).not.toMatch(ACCOUNT);
  const gpus = await computePledge(app, ada.id);
  expect(await pageOf(ada.session, gpus)).not.toMatch(ACCOUNT);
});

test('nobody else reads it: no other giver, no public page, no API, no file', async () => {
  const ada = await giver(LARGE);
  const bo = await giver({ asset: 'GBP', ...LARGE });
  await app.request(`/api/v1/admin/pledges/${ada.ref}/pay-link`, { body: {} });
  const seen = [
    (await eyesOf(app).page(bo.session, `/me/pledges/${ada.ref}`)).text,
    (await eyesOf(app).page(ada.session, '/me')).text,
    (await eyesOf(app).page(ada.session, '/me/data.json')).text,
    JSON.stringify((await eyesOf(app).as(ada.session, `me/pledges/${ada.ref}`)).body),
  ];
  await app.publicCache.refresh();
  const bare = { token: false as const, headers: { accept: 'text/html' } };
  for (const path of [
    '/',
    '/give',
    '/ledger',
    '/pledges',
    `/pledges/${ada.ref}`,
    `/me/pledges/${ada.ref}`,
    '/docs',
    '/docs/signing-and-pledging',
    '/docs/admin-reviewing',
    '/docs/admin-recording',
    '/docs/admin-managing',
    '/docs/public-reads',
    '/docs/schemas/Initiative',
    '/openapi.json',
    '/api/v1/initiative',
    `/api/v1/pledges/${ada.ref}`,
  ]) {
    const { status, body } = await app.request(path, bare);
    expect([path, status < 500]).toEqual([path, true]);
    seen.push(typeof body === 'string' ? body : JSON.stringify(body));
  }
  for (const page of seen) expect(/\bRF\d\d/.exec(page)?.[0]).toBeUndefined();
  const viewer = await atDesk(app, 'viewer');
  for (const path of ['/admin/initiative', `/admin/pledges/${ada.ref}`, '/admin/audit']) {
    seen.push((await viewer.get(path)).page);
  }
  for (const page of seen) expect(ACCOUNT.exec(page)?.[0]).toBeUndefined();
});

test('an admin finds the pledge by the creditor reference of a bank statement', async () => {
  const ada = await giver(LARGE);
  const reference = inFours(creditorReference(ada.paymentRef));
  const viewer = await atDesk(app, 'viewer');
  expect(words((await viewer.get(`/admin/pledges/${ada.ref}`)).page)).toContain(
    `Payment reference ${ada.paymentRef}, ${reference}`,
  );
  await app.publicCache.refresh();
  for (const list of ['search', 'pledges']) {
    const { page } = await viewer.get(`/admin/${list}?q=${encodeURIComponent(reference)}`);
    expect(page).toContain(`href="/admin/pledges/${ada.ref}"`);
  }
});
