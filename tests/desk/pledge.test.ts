import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '../../server/db/sql.ts';
import { fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { at, formOf, preview, record, textOf, wire, type Fields } from '../support/desk-forms.ts';

let app: TestApp;
let cy: DeskUser;
let ada: string;
beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  cy = await atDesk(app, 'operator');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const THIRDS = [
  { dueOn: '2026-03-31', amount: '33.33' },
  { dueOn: '2026-06-30', amount: '33.33' },
  { dueOn: '2026-09-30', amount: '33.34' },
];

/** USD 100.00 of Ada's in three instalments. */
const hundred = () => fundingPledge(app, ada, { amount: '100.00', instalments: THIRDS });

const read = async (ref: string): Promise<string> =>
  textOf((await cy.get(`/admin/pledges/${ref}`)).page);

const stagesOf = async (ref: string) => (await app.request(`/api/v1/pledges/${ref}`)).body.stages;

/** How many rows there are of all that a request could leave behind. */
const traces = async () =>
  rowsOf(
    await app.ctx.db.execute(sql`SELECT (SELECT size FROM ledger_head)::int AS entries,
      (SELECT count(*) FROM audit)::int AS lines, (SELECT count(*) FROM evidence)::int AS evidence,
      (SELECT count(*) FROM idempotency)::int AS keys`),
  )[0];

describe('a wire', () => {
  test('fills the oldest instalments, then the next in part, then counts beyond the promise', async () => {
    const ref = await hundred();
    const path = at(ref, 'receive');
    const first = await preview(cy, path, wire('50'));
    expect(first.text).toContain('$50.00 moves from “promised” to “received”.');
    expect(first.text).toContain('The instalment of 31 Mar 2026, $33.33, is paid.');
    expect(first.text).toContain(
      'The instalment of 30 Jun 2026, $33.33, is paid in part: $16.67, $16.66 outstanding.',
    );
    const done = await record(cy, path, wire('50'));
    expect(done.location).toBe(`/admin/pledges/${ref}?done=pledge.receive`);
    expect(await read(ref)).toContain(
      '31 Mar 2026 $33.33 $33.33 – 30 Jun 2026 $33.33 $16.67 $16.66 30 Sep 2026 $33.34 – $33.34',
    );
    const over = await preview(cy, path, wire('80.00'));
    expect(over.status).toBe(409);
    expect(over.text).toContain(
      'Amount in USD is more than the $50.00 outstanding. If this much arrived, tick “Beyond the promise”.',
    );
    const ticked = { ...formOf(over.page, path), excess: 'on' };
    expect(ticked).toMatchObject({ amount: '80.00' });
    expect((await preview(cy, path, ticked)).text).toContain('$30.00 beyond the promise.');
    await record(cy, path, ticked);
    expect(await read(ref)).toContain('beyond the promise – $30.00 –');
    expect((await stagesOf(ref)).received).toMatchObject({ amount: '130.00' });
  });

  test('is asked about going beyond the promise only where it does', async () => {
    const ref = await hundred();
    const path = at(ref, 'receive');
    expect((await cy.get(path)).page).not.toContain('name="excess"');
    const over = await preview(cy, path, wire('100.01'));
    expect(over.page).toContain('name="excess"');
  });

  test('has a reference and a fee, which are in no figure and which the public never sees', async () => {
    const ref = await hundred();
    const before = await progressOf(app);
    const typed = wire('100', { 'evidence.reference': 'WIRE-4711', 'evidence.fee': '12.34' });
    await record(cy, at(ref, 'receive'), { ...typed, 'evidence.note': 'One wire.' });
    const after = await progressOf(app);
    const received = Number(after.funding.received) - Number(before.funding.received);
    expect(received).toBeCloseTo(100, 2);
    expect(await read(ref)).toContain('Reference WIRE-4711 Fee $12.34 One wire.');
    const open = [
      `/pledges/${ref}`,
      '/',
      '/ledger',
      `/api/v1/pledges/${ref}`,
      `/api/v1/movements?ref=${ref}`,
      '/api/v1/entries',
      '/data/movements.csv',
      '/data/pledges.csv',
    ];
    for (const path of open) {
      const response = await fetch(app.url + path);
      expect([path, response.status]).toEqual([path, 200]);
      const text = await response.text();
      expect([path, /WIRE-4711|12\.34/.test(text)]).toEqual([path, false]);
    }
    const csv = (await app.request('/api/v1/admin/exports/movements.csv')).body as string;
    expect(csv).toContain('One wire.,WIRE-4711,12.34');
  });

  test.each([
    ['more than came', wire('10', { 'evidence.fee': '10.00' }), 'Fee in USD must be less than'],
    ['an amount that is none', wire('ten'), 'Amount in USD must be a plain decimal number'],
    ['no amount', wire(''), 'Amount in USD is missing.'],
    ['a day to come', wire('10', { occurredOn: '2026-04-01' }), 'Day '],
  ])('of which something is wrong comes back as it was typed: %s', async (_, typed, words) => {
    const ref = await hundred();
    const path = at(ref, 'receive');
    const more = { 'evidence.reference': 'WIRE-1', 'evidence.note': 'Typed once' };
    const { status, page, text } = await preview(cy, path, { ...typed, ...more });
    expect([status, text]).toEqual([400, expect.stringContaining(words)]);
    expect(formOf(page, path)).toMatchObject({ ...typed, 'evidence.reference': 'WIRE-1' });
    expect(page).toContain('Typed once</textarea>');
  });
});

describe('what a form would do', () => {
  test('is shown without anything being written', async () => {
    const ref = await hundred();
    const before = await traces();
    for (const verb of ['receive', 'lapse', 'withdraw', 'increase', 'commit']) {
      await cy.get(at(ref, verb));
      const more = { 'evidence.note': 'x', reason: 'x', 'evidence.reference': 'A' };
      const fields: Record<string, Fields> = {
        receive: wire('10'),
        lapse: { how: 'all', 'evidence.note': more['evidence.note'] },
        withdraw: { how: 'all', reason: more.reason },
        increase: { amount: '10' },
        commit: { how: 'all', 'evidence.grade': 'signed-agreement', 'evidence.reference': 'A-1' },
      };
      expect([verb, (await preview(cy, at(ref, verb), fields[verb]!)).status]).toEqual([verb, 200]);
    }
    expect(await traces()).toEqual(before);
  });

  test('is shown anew when the pledge has moved before it was confirmed', async () => {
    const ref = await hundred();
    const path = at(ref, 'receive');
    const shown = await preview(cy, path, wire('60.00'));
    await move(app, ref, 'receive', { amount: '20.00', evidence: PAYMENT });
    const before = await traces();
    const stale = await cy.post(path, { ...formOf(shown.page, path), go: 'confirm' });
    expect(stale.status).toBe(409);
    expect(textOf(stale.page)).toContain(
      'This pledge has changed since you looked at it. Here is what would happen now.',
    );
    expect(textOf(stale.page)).toContain('received $20.00 $80.00');
    expect(await traces()).toEqual(before);
    const done = await cy.post(path, { ...formOf(stale.page, path), go: 'confirm' });
    expect(done.status).toBe(303);
    expect((await stagesOf(ref)).received).toMatchObject({ amount: '80.00' });
  });

  test('is done once, however often the form is sent', async () => {
    const ref = await hundred();
    const path = at(ref, 'receive');
    const { page } = await preview(cy, path, wire('60.00'));
    const fields = { ...formOf(page, path), go: 'confirm' };
    expect((await cy.post(path, fields)).status).toBe(303);
    expect((await cy.post(path, fields)).status).toBe(303);
    expect((await stagesOf(ref)).received).toMatchObject({ amount: '60.00' });
  });

  test('can be changed, with all that was typed', async () => {
    const ref = await hundred();
    const path = at(ref, 'lapse');
    const typed = { how: 'part', amount: '1,0.5', 'evidence.note': 'The budget\nwas cut' };
    const { page } = await preview(cy, path, { ...typed, amount: '10.50' });
    const changed = await cy.post(path, { ...formOf(page, path), go: 'change' });
    expect(formOf(changed.page, path)).toMatchObject({ how: 'part', amount: '10.50' });
    expect(changed.page).toMatch(/The budget\r?\nwas cut<\/textarea>/);
  });

  test('in another currency says what it comes to at the reference rate', async () => {
    const ref = await fundingPledge(app, ada, { asset: 'EUR', amount: '100.00' });
    const { text } = await preview(cy, at(ref, 'receive'), wire('100'));
    const { base } = (await stagesOf(ref)).pledged;
    expect(text).toContain(`At the pledge’s reference rate: $${base}.`);
    expect(await read(ref)).toContain('Value at different exchange rates');
  });
});
