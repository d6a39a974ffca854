import { desc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as desk from '../../server/db/desk.ts';
import { NASTY, playScenario, type Scenario } from '../exports/scenario.ts';
import { fundingPledge } from '../support/actors.ts';
import { ADMIN_TOKEN, startApp, type TestApp } from '../support/app.ts';
import { checkLedger, watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { fileRows } from './list-scenario.ts';

let app: TestApp;
let scenario: Scenario;
let cy: DeskUser;
let dee: DeskUser;
beforeAll(async () => {
  app = await startApp();
  scenario = await playScenario(app);
  for (let index = 0; index < 60; index++) {
    await fundingPledge(app, scenario.ada, {
      amount: `${1 + (index % 7)}.00`,
      accept: index % 3 > 0,
      instalments: [{ dueOn: `2027-0${1 + (index % 5)}-15`, amount: `${1 + (index % 7)}.00` }],
    });
  }
  await app.publicCache.refresh();
});
beforeAll(async () => {
  cy = await atDesk(app, 'operator');
  dee = await atDesk(app, 'viewer', 'Dee Example');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const LISTS = ['pledges', 'signatories', 'movements', 'overdue', 'cash', 'shortfall'] as const;

const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&lt;': '<' };
const plain = (html: string): string =>
  html.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);

/** The first cells of all rows of a list, page after page, as its links lead on. */
async function walk(path: string): Promise<string[]> {
  const seen: string[] = [];
  for (let next: string | undefined = `/admin/${path}`; next !== undefined;) {
    const { status, page } = await cy.get(next);
    expect(status).toBe(200);
    const cells = [...page.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/g)];
    seen.push(...cells.map(([, cell]) => plain(cell!)));
    const link = /<a href="([^"]+)" rel="next">/.exec(page);
    next = link ? plain(link[1]!) : undefined;
  }
  return seen;
}

describe('the pages of a list are its file', () => {
  test.each([
    'pledges',
    'pledges?dir=asc',
    'pledges?sort=amount',
    'pledges?sort=outstanding&dir=asc&kind=funding',
    'pledges?sort=due',
    'pledges?sort=due&dir=desc&status=accepted&q=ADA',
    'pledges?status=pending&stage=&kind=&q=',
    'pledges?stage=received',
    'pledges?asset=KRW',
    'pledges?from=2026-03-11&to=2026-03-11',
  ])('%s', async (path) => {
    const refs = (await fileRows(cy, path)).map(({ ref }) => ref);
    expect(refs.length).toBeGreaterThan(0);
    expect(await walk(path)).toEqual(refs);
  });

  test.each([
    'movements',
    'movements?sort=day&dir=asc',
    'movements?sort=amount&verb=pledge',
    'movements?kind=compute&from=2026-03-10',
  ])('%s', async (path) => {
    const rows = await fileRows(cy, path);
    expect(rows.length).toBeGreaterThan(3);
    expect(await walk(path)).toEqual(rows.map(({ seq }) => seq));
  });

  test.each([
    'signatories',
    'signatories?sort=name',
    'signatories?sort=received&kind=organisation',
    'signatories?domain=EXAMPLE.org&status=pending',
  ])('%s, but for what guards a spreadsheet', async (path) => {
    const names = (await fileRows(cy, path)).map(({ name }) => name!.replace(/^'/, ''));
    expect(names.length).toBeGreaterThan(0);
    expect(await walk(path)).toEqual(names);
  });

  test('as it is after a pledge was accepted in between', async () => {
    const path = 'pledges?sort=outstanding';
    const ref = await fundingPledge(app, scenario.ada, { amount: '7000000.00' });
    await app.publicCache.refresh();
    expect((await walk(path))[0]).toBe(ref);
    expect((await fileRows(cy, path))[0]).toMatchObject({ ref, outstanding: '7000000.00' });
  });
});

describe('a list', () => {
  test('counts and sums all that it shows, not the page alone', async () => {
    const { page } = await cy.get('/admin/pledges?stage=received&kind=funding');
    expect(page).toContain('<p>2 pledges</p>');
    const rows = await fileRows(cy, 'pledges?kind=funding');
    const cents = rows.reduce((sum, row) => sum + Number(row['pledged_base']!.replace('.', '')), 0);
    const promised = (cents / 100).toLocaleString('en', { minimumFractionDigits: 2 });
    const all = (await cy.get('/admin/pledges?kind=funding')).page;
    expect(all).toContain(`<p>${rows.length} pledges</p>`);
    expect(all).toContain(`<b>$${promised}</b> promised`);
  });

  test('says by what it is sorted, and its heads turn it round', async () => {
    const { page } = await cy.get('/admin/pledges?sort=due&status=accepted');
    expect([...page.matchAll(/aria-sort="(\w+)"/g)].map(([, way]) => way)).toEqual(['ascending']);
    expect(page).toContain('href="/admin/pledges?sort=due&amp;status=accepted&amp;dir=desc"');
    expect(page).toContain('href="/admin/pledges?sort=amount&amp;status=accepted"');
    expect(page).toContain('href="/admin/pledges.csv?sort=due&amp;status=accepted"');
  });

  test('says so when nothing matches, and when there is nothing', async () => {
    const { page } = await cy.get('/admin/pledges?q=Nobody');
    expect(page).toContain('Nothing matches this filter.');
    expect(page).toContain('<a href="/admin/pledges?all=">Show all</a>');
    const late = await cy.get('/admin/shortfall?q=Nobody');
    expect(late.page).toContain('0 pledges');
    expect((await cy.get('/admin/overdue?due=soon&q=Nobody')).page).toContain('Nothing matches');
  });

  test.each([
    ['pledges?status=open', 'status'],
    ['pledges?sort=name', 'sort'],
    ['pledges?asset=gold', 'asset'],
    ['pledges?from=2026-02-30', 'from'],
    ['pledges?limit=1000', 'limit'],
    ['pledges?status=pending&status=accepted', 'status'],
    ['pledges?cursor=eyJ9', 'cursor'],
    [
      `pledges?sort=amount&cursor=${Buffer.from('["1; DROP","x"]').toString('base64url')}`,
      'cursor',
    ],
    ['movements?verb=steal', 'verb'],
    ["movements?ref=A'--", 'ref'],
    ['overdue?due=never', 'due'],
    ['cash?sort=amount', 'sort'],
    ['shortfall?model=EUR', 'model'],
    ['exports/pledges.csv?nonsense=1', 'nonsense'],
  ])('refuses %s, and says why', async (path, field) => {
    const { status, page } = await cy.get(`/admin/${path}`);
    expect([status, page.includes(`${field}: `)]).toEqual([400, true]);
  });

  test('shows addresses to those who decide, and to no viewer', async () => {
    for (const path of ['/admin/signatories', '/admin/overdue']) {
      app.clock.now = new Date('2026-03-12T12:00:00Z');
      cy = await atDesk(app, 'operator');
      dee = await atDesk(app, 'viewer', 'Dee Example');
      expect((await cy.get(path)).page).toContain('ada.examplex@example.org');
      const { status, page } = await dee.get(path);
      expect([status, page.includes('ada.examplex')]).toEqual([200, false]);
    }
  });
});

describe('a download', () => {
  test('is for spreadsheets: with a mark, and without formulas', async () => {
    const response = await fetch(`${app.url}/admin/signatories.csv`, { headers: cy.cookie });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="desk-signatories-\d+\.csv"$/,
    );
    const names = (await fileRows(cy, 'signatories')).map(({ name }) => name);
    for (const name of NASTY) expect(names).toContain(`'${name}`);
    expect(await walk('signatories')).toEqual(expect.arrayContaining(NASTY));
  });

  test('of personal data is refused to a viewer, who is offered none', async () => {
    for (const list of LISTS) {
      const { page } = await dee.get(`/admin/${list}`);
      const { status } = await dee.get(`/admin/${list}.csv`);
      const isOpen = list === 'cash';
      expect([list, status, page.includes('.csv')]).toEqual([list, isOpen ? 200 : 403, isOpen]);
    }
    for (const path of ['exports', 'exports/pledges.csv', 'exports/signatories.csv']) {
      expect((await dee.get(`/admin/${path}`)).status).toBe(403);
    }
    const stranger = await fetch(`${app.url}/admin/pledges.csv`, { redirect: 'manual' });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([
      303,
      '/admin/sign-in?next=%2Fadmin%2Fpledges.csv',
    ]);
  });

  test('needs a passkey that was touched just now, and goes on to where it was', async () => {
    app.clock.now = new Date('2026-03-12T13:00:00Z');
    const eve = await atDesk(app, 'operator');
    app.clock.now = new Date('2026-03-12T13:05:01Z');
    for (const path of ['/admin/pledges.csv?status=accepted', '/admin/exports/movements.csv']) {
      expect(await eve.get(path)).toMatchObject({
        status: 303,
        location: `/admin/touch?next=${encodeURIComponent(path)}`,
      });
    }
    expect((await eve.get('/admin/cash.csv')).status).toBe(200);
    app.clock.now = new Date('2026-03-12T13:05:00Z');
    expect((await eve.get('/admin/pledges.csv')).status).toBe(200);
  });
});

describe('the trail', () => {
  const newest = async () => {
    const [row] = await app.ctx.db
      .select()
      .from(desk.audit)
      .where(eq(desk.audit.act, 'file.export'))
      .orderBy(desc(desk.audit.id))
      .limit(1);
    return row!;
  };
  const lines = () => app.ctx.db.$count(desk.audit, eq(desk.audit.act, 'file.export'));

  test('has each download with its filters, without what was typed', async () => {
    cy = await atDesk(app, 'operator');
    const before = await lines();
    await fileRows(cy, 'pledges?status=accepted&q=Ada%20Example&sort=due');
    expect(await newest()).toMatchObject({
      by: 'session',
      adminId: cy.id,
      object: 'desk-pledges',
      fields: [],
      facts: { status: 'accepted', sort: 'due', q: true },
    });
    await fileRows(cy, 'signatories?domain=example.org');
    expect((await newest()).facts).toEqual({ sort: 'signed', domain: true });
    await fileRows(cy, 'cash');
    expect(await lines()).toBe(before + 3);
  });

  test('has the full exports, at the desk and by the API, and no question what they would be', async () => {
    const before = await lines();
    await fileRows(cy, 'exports/instalments?from=2026-01-01&bom=1&to=');
    expect(await newest()).toMatchObject({
      by: 'session',
      object: 'instalments',
      facts: { from: '2026-01-01' },
    });
    const api = '/api/v1/admin/exports/pledges.csv?kind=funding';
    await app.request(api);
    expect(await newest()).toMatchObject({
      by: 'bootstrap',
      object: 'pledges',
      facts: { kind: 'funding' },
    });
    expect(await lines()).toBe(before + 2);
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
    expect((await fetch(app.url + api, { method: 'HEAD', headers })).status).toBe(200);
    await fetch(`${app.url}/admin/pledges.csv`, { method: 'HEAD', headers: cy.cookie });
    await app.request('/data/pledges.csv', { token: false });
    await app.request(`${api}&nonsense=1`);
    await cy.get('/admin/pledges');
    expect(await lines()).toBe(before + 2);
  });

  test('is led to by the page of exports: each form has a file', async () => {
    const { page } = await cy.get('/admin/exports');
    const forms = [...page.matchAll(/action="(\/admin\/exports\/\w+\.csv)"/g)];
    expect(forms).toHaveLength(6);
    for (const [, path] of forms) {
      expect((await cy.get(`${path}?bom=1&from=&to=`)).status).toBe(200);
    }
  });
});

test('the trial’s database makes the same lists', async () => {
  const trial = await startApp({ engine: 'embedded' });
  const { refs } = await playScenario(trial);
  const admin = await atDesk(trial);
  for (const list of [...LISTS, 'pledges?sort=due&from=2026-03-01', 'signatories?sort=received']) {
    expect([list, (await admin.get(`/admin/${list}`)).status]).toEqual([list, 200]);
  }
  const due = await fileRows(admin, 'overdue');
  expect(due.map(({ ref, outstanding }) => [ref, outstanding])).toEqual([[refs.money, '250.00']]);
  expect((await fileRows(admin, 'cash'))[0]).toMatchObject({ period: 'overdue', total: '250.00' });
  await checkLedger(trial);
  await trial.close();
});
