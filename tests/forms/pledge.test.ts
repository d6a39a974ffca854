import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { cookieOf, fieldsOf, send, signIn } from '../support/forms.ts';

let app: TestApp;
/** Whose browser it is: a stranger's while it is null. */
let session: string | null = null;
let signatoryId: string;
let ada: string;

beforeAll(async () => {
  app = await startApp();
  signatoryId = await publishedSignatory(app);
  ada = await signIn(app, signatoryId);
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

const own = () => (session === null ? {} : cookieOf(session));
const open = (kind: string) =>
  fetch(`${app.url}/pledge/${kind}`, { redirect: 'manual', headers: own() });

const press = (kind: string, page: string, go: string, typed: Record<string, string> = {}) =>
  send(
    `${app.url}/pledge/${kind}`,
    new Map([...fieldsOf(page), ...Object.entries(typed), ['go', go]]),
    own(),
  );

const GPUS = {
  'pledge.asset': 'H100-SXM',
  'pledge.site': 'Oslo',
  'pledge.windows.0.gpus': '256',
  'pledge.windows.0.from': '2026-04-01',
  'pledge.windows.0.to': '2026-09-30',
  'pledge.windows.0.availability': '95',
  'pledge.visibility': 'anonymous',
};

describe('pledging by forms', () => {
  test.each(['funding', 'compute'])('%s leads who is not signed in to signing', async (kind) => {
    session = null;
    const { status, headers } = await open(kind);
    expect([status, headers.get('location')]).toEqual([303, `/sign?pledge=${kind}`]);
  });

  test('reads a pledge back, and logs it once for whose session it is', async () => {
    session = ada;
    const form = await (await open('compute')).text();
    const review = await press('compute', form, 'next', GPUS);
    expect(review.page.replaceAll('\u00a0', ' ')).toContain(
      'You plan to give 256 H100-SXM at Oslo from 1 April to 30 September 2026, 95% of the time: 1,068,134.40 GPU-hours; shown without your name.',
    );
    for (let times = 0; times < 2; times += 1) {
      const sent = await press('compute', review.page, 'send');
      expect([sent.status, sent.location]).toEqual([303, '/me']);
    }
    const pledges = await app.ctx.db.select().from(schema.pledge);
    expect(pledges).toMatchObject([
      {
        signatoryId,
        asset: 'H100-SXM',
        visibility: 'anonymous',
        windows: [[256, '2026-04-01', '2026-10-01', '0.95']],
      },
    ]);
  });

  test('counts GPUs by the factor of the day, as it is typed and as it is read back', async () => {
    session = ada;
    const given = { model: 'B200', basis: 'BF16', source: 'Example data sheet' };
    for (const [tflops, holdsFrom] of [
      ['494.7', '2026-03-01'],
      ['989.4', '2026-03-11'],
    ]) {
      await app.request('/api/v1/admin/factors', { body: { ...given, tflops, holdsFrom } });
    }
    const hours = '1,068,134.40 GPU-hours (534,067.20 H100-equivalent hours)';
    const form = await (await open('compute')).text();
    const b200 = { ...GPUS, 'pledge.asset': 'B200' };
    expect((await press('compute', form, 'row', b200)).page).toContain(hours);
    expect((await press('compute', form, 'next', b200)).page.replaceAll('\u00a0', ' ')).toContain(
      hours,
    );
    const unknown = await press('compute', form, 'row', { ...GPUS, 'pledge.asset': 'constructor' });
    expect(unknown.status).toBe(200);
  });

  test('works out the hours on a page that is shown again', async () => {
    session = ada;
    const form = await (await open('compute')).text();
    const { page } = await press('compute', form, 'row', GPUS);
    expect(page).toContain('1,068,134.40 GPU-hours');
    expect(page).toContain('id="pledge-windows-1-gpus"');
  });

  test('a form without its session’s token is refused', async () => {
    session = ada;
    const form = await (await open('compute')).text();
    const { status } = await press('compute', form, 'next', { ...GPUS, csrf: 'another' });
    expect(status).toBe(403);
  });

  test('once the session is over, what was typed goes along to signing', async () => {
    session = ada;
    const form = await (await open('compute')).text();
    session = null;
    const { status, page } = await press('compute', form, 'next', GPUS);
    expect(status).toBe(200);
    expect(page).toContain('/sign-in?next=/pledge/compute');
    const fields = fieldsOf(page);
    expect(fields.get('gives')).toBe('compute');
    expect(fields.get('pledge.windows.0.gpus')).toBe('256');
    expect(fields.has('csrf')).toBe(false);
  });

  test('names once what is wrong with the amount of one sum on a day', async () => {
    session = ada;
    const form = await (await open('funding')).text();
    const { page } = await press('funding', form, 'next', {
      'pledge.asset': 'USD',
      'pledge.amount': 'much',
      'pledge.schedule.firstOn': '2026-05-01',
    });
    expect(page).toContain('Fix 1 answer');
    expect(page.match(/href="#pledge-amount"/g)).toHaveLength(1);
  });

  test('fills the form with a pledge that waits, also where a schedule would go past 2099', async () => {
    session = ada;
    const due = ['2099-11-01', '2099-12-31'];
    const { body } = await app.request('/api/v1/pledges', {
      token: ada,
      body: {
        kind: 'funding',
        asset: 'USD',
        amount: '5000.00',
        instalments: due.map((dueOn) => ({ dueOn, amount: '2500.00' })),
      },
    });
    const form = await fetch(`${app.url}/me/pledges/${body.ref}/edit`, { headers: own() });
    const fields = fieldsOf(await form.text());
    expect(fields.get('pledge.instalments.1.dueOn')).toBe('2099-12-31');
  });

  test('is not begun by who has withdrawn the signature: it leads to where that is signed again', async () => {
    session = ada;
    const form = await (await open('funding')).text();
    const setStatus = (status: 'withdrawn' | 'published') =>
      app.ctx.db
        .update(schema.signatory)
        .set({ status })
        .where(eq(schema.signatory.id, signatoryId));
    await setStatus('withdrawn');
    const refused = await fetch(`${app.url}/pledge/funding`, {
      headers: { ...own(), accept: 'text/html' },
    });
    const page = await refused.text();
    expect(refused.status).toBe(409);
    expect(page).toContain('sign again first');
    expect(page).toContain('href="/me"');
    expect(page).toContain('href="/givers"');
    const sent = await press('funding', form, 'send', {
      'pledge.asset': 'USD',
      'pledge.amount': '300',
    });
    expect([sent.status, sent.page.includes('sign again first')]).toEqual([409, true]);
    await setStatus('published');
  });

  test('keeps what was typed when something has come between', async () => {
    session = ada;
    const pledge = { kind: 'funding', asset: 'USD', amount: '7000.00' };
    const { ref } = (await app.request('/api/v1/pledges', { token: ada, body: pledge })).body;
    const at = `${app.url}/me/pledges/${ref}/edit`;
    const form = fieldsOf(await (await fetch(at, { headers: own() })).text());
    await app.request(`/api/v1/admin/pledges/${ref}/accept`, { body: {} });
    const typed = [...form, ['pledge.asset', 'USD'], ['pledge.note', 'kept'], ['go', 'send']];
    const sent = await send(at, new Map(typed as [string, string][]), own());
    expect(sent.page).toContain('is already accepted');
    expect(sent.page).toContain('kept</textarea>');
    expect(sent.page).not.toContain('pledge. ');
  });

  test('names what is wrong at its field', async () => {
    session = ada;
    const form = await (await open('funding')).text();
    const { status, page } = await press('funding', form, 'next', {
      'pledge.asset': 'USD',
      'pledge.amount': '300',
      'pledge.schedule.every': 'free',
      'pledge.instalments.0.dueOn': '2026-05-01',
      'pledge.instalments.0.amount': '100',
    });
    expect(status).toBe(400);
    expect(page).toContain('Instalments add up to 100.00 USD, but must add up to 300.00 USD.');
    expect(page).toContain('href="#pledge-instalments"');
  });
});
