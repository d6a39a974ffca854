import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DomainError } from '../../server/domain/errors.ts';
import { checkFile } from '../../server/import/file.ts';
import { AGREEMENT, fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { cookieOf, fieldsOf, send, signIn } from '../support/forms.ts';

/** The fields that a file with this recipient is refused at. */
function refusedAt(recipient: object): string[] {
  try {
    checkFile({ ...INITIATIVE, recipient: { name: 'Example Foundation', ...recipient } }, NOW);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.fields.map(({ field }) => field);
  }
}

describe('what a file’s recipient says of payers', () => {
  test.each([
    [{ closedCountries: ['BY', 'RU'] }, []],
    [{ closedCountries: [] }, []],
    // Great Britain's is GB.
    [{ closedCountries: ['UK'] }, ['recipient.closedCountries']],
    [{ screenedBy: 'Example Screening' }, []],
    [{ screenedBy: 'Example Screening', screenedAbove: '5000.00' }, []],
    [{ screenedBy: 'Example Screening', screenedAbove: '5000.005' }, ['recipient.screenedAbove']],
    [{ screenedAbove: '5000.00' }, ['recipient.screenedBy']],
    [{ sponsorOf: 'Open Models', sponsorFee: '5% of each payment' }, []],
    [{ sponsorFee: '5% of each payment' }, ['recipient.sponsorOf']],
    [{ earlier: [{ name: 'Old Fund', lastOn: '2026-02-30' }] }, ['recipient.earlier[0].lastOn']],
  ])('%j: refused at %j', (recipient, fields) => {
    expect(refusedAt(recipient)).toEqual(fields);
  });
});

describe('a recipient that changes', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(async () => {
    await watchLedger(app);
    await app.close();
  });

  const TYPED = {
    'recipient.name': 'New Foundation',
    'recipient.sponsorOf': 'Open Models',
    'recipient.sponsorFee': '5% of each payment',
    'recipient.earlier.0.name': 'Old Fund',
    'recipient.earlier.0.registration': 'HRB 1',
    'recipient.earlier.0.lastOn': '2026-02-28',
    reason: 'The board decided.',
  };
  const path = '/admin/initiative/recipient';
  const formIn = (page: string) =>
    Object.fromEntries(fieldsOf(page.slice(page.indexOf('<form class="form"'))));

  test('is entered in a form with rows, which keeps what was typed', async () => {
    const cy = await atDesk(app);
    const form = { ...formIn((await cy.get(path)).page), ...TYPED };
    const longer = await send(app.url + path, Object.entries({ ...form, go: 'row' }), cy.cookie);
    expect(longer.page).toContain('name="recipient.earlier.1.name"');
    expect(longer.page).toContain('value="Old Fund"');
    const wrong = { ...form, 'recipient.earlier.0.lastOn': 'spring', go: 'send' };
    const refused = await send(app.url + path, Object.entries(wrong), cy.cookie);
    expect([refused.status, refused.page]).toEqual([
      400,
      expect.stringContaining('<a href="#recipient-earlier-0-lastOn">Last day must be a day'),
    ]);
    const entered = await send(app.url + path, Object.entries({ ...form, go: 'send' }), cy.cookie);
    expect(entered.status).toBe(303);
    const again = formIn((await cy.get(path)).page);
    const unchanged = { ...again, reason: 'Nothing.', go: 'send' };
    expect((await send(app.url + path, Object.entries(unchanged), cy.cookie)).page).toContain(
      'Nothing would change',
    );
    const { page } = await cy.get('/admin/initiative');
    expect(page).toContain('Old Fund · HRB 1 · until 28 Feb 2026');
  });

  test('is on the public page with its history, and a payment’s confirmation names who got it', async () => {
    const ada = await publishedSignatory(app);
    const ref = await fundingPledge(app, ada, { amount: '1000.00' });
    await move(app, ref, 'commit', { evidence: AGREEMENT });
    for (const occurredOn of ['2026-02-28', '2026-03-01']) {
      await move(app, ref, 'receive', { amount: '100.00', occurredOn, evidence: PAYMENT });
    }
    const recipient = {
      name: 'New Foundation',
      contact: 'hello@new.example',
      receiptText: 'This is a tax receipt.',
      sponsorOf: 'Open Models',
      sponsorFee: '5% of each payment',
      earlier: [
        { name: 'Older Fund', lastOn: '2025-12-31' },
        { name: 'Old Fund', registration: 'HRB 1', lastOn: '2026-02-28' },
      ],
    };
    await app.publicCache.refresh();
    const size = (await app.request('/api/v1/progress')).body.asOf.size;
    const body = { recipient, reason: 'The board decided.' };
    expect((await app.request('/api/v1/admin/initiative', { body })).status).toBe(201);
    await app.publicCache.refresh();
    const { body: page } = await app.request('/', { token: false });
    const home = String(page).replaceAll(/<\/?bdi[^>]*>/g, '');
    expect(home).toContain(
      'Money goes to New Foundation (fiscal sponsor of Open Models, fee: 5% of each payment).',
    );
    expect(String((await app.request('/how-we-know', { token: false })).body)).toContain(
      'Earlier recipients: Old Fund · HRB 1 · until 28 Feb 2026; Older Fund · until 31 Dec 2025.',
    );
    // Names of recipients are no part of the ledger.
    expect((await app.request('/api/v1/progress')).body.asOf.size).toBe(size);
    const cookie = cookieOf(await signIn(app, ada));
    const own = await (await fetch(`${app.url}/me/pledges/${ref}`, { headers: cookie })).text();
    const links = [...own.matchAll(/href="(\/me\/pledges\/\w+\/payments\/[^"]+)"/g)];
    const sheets = await Promise.all(
      links.map(async ([, link]) => (await fetch(app.url + link, { headers: cookie })).text()),
    );
    expect(sheets).toHaveLength(2);
    const [late, early] = sheets as [string, string];
    expect(late).toContain('New Foundation');
    expect(late).toContain('This is a tax receipt.');
    expect(early).toContain('Old Fund');
    expect(early).not.toMatch(/New Foundation|This is a tax receipt|Older Fund/);
  });
});
