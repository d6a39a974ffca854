import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { AGREEMENT, computePledge, move, publishedSignatory } from '../support/actors.ts';
import { INITIATIVE, progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { watchQueries } from '../support/counting.ts';

let app: TestApp;
let ada: string;
let bo: string;

const commit = (ref: string, more: object = {}) =>
  move(app, ref, 'commit', { evidence: AGREEMENT, ...more });

/** Ada's 512 at Oslo are agreed, Bo's 8,000 B200 at a site that he does not show, and 96 promised. */
beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  bo = await publishedSignatory(app, { name: 'Bo Example' });
  await commit(await computePledge(app, ada, { provider: 'Example Cooperative' }));
  const windows = [{ gpus: 8_000, from: '2026-04-01', to: '2026-06-01', availability: '0.5' }];
  const facts = {
    asset: 'B200',
    site: 'Bo’s cellar',
    provider: 'Bo’s own',
    visibility: 'anonymous',
  };
  await commit(await computePledge(app, bo, { ...facts, windows }));
  await computePledge(app, ada, {
    asset: 'A100',
    windows: [{ gpus: 96, from: '2026-05-01', to: '2027-01-01' }],
  });
  await app.publicCache.refresh();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const capacity = async (query = '') =>
  (await app.request(`/api/v1/capacity${query}`, { token: false })).body;
const page = async (): Promise<string> => {
  await app.publicCache.refresh();
  const { body } = await app.request('/compute', {
    token: false,
    headers: { accept: 'text/html' },
  });
  return String(body)
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
};

describe('GET /api/v1/capacity', () => {
  test('has each change with its H100-equivalents, which are rounded to whole GPUs', async () => {
    const { steps, gpusSecured, h100eSecured, atTarget, basis } = await capacity();
    expect(steps.map(({ on }: { on: string }) => on)).toEqual([
      '2026-03-01',
      '2026-04-01',
      '2026-05-01',
      '2026-06-01',
      '2026-12-01',
      '2027-01-01',
    ]);
    // 512 + 8,000 × 2250 ÷ 989.4 = 18,704.9…, and 96 × 312 ÷ 989.4 = 30.27…
    expect(steps[2]).toEqual({
      on: '2026-05-01',
      secured: 8_512,
      largestSite: 8_000,
      bought: 0,
      pledged: 96,
      largestPledged: 96,
      h100e: {
        secured: 18_705,
        largestSite: 18_193,
        bought: 0,
        pledged: 30,
        largestPledged: 30,
      },
    });
    expect(gpusSecured).toEqual({ allSites: 8_512, largestSite: 8_000, from: '2026-04-01' });
    expect(gpusSecured).toEqual((await progressOf(app)).compute.gpusSecured);
    expect(h100eSecured).toEqual({ allSites: 18_705, largestSite: 18_193 });
    expect(basis).toMatch('989.4');
    expect(atTarget).toEqual({
      allSites: { days: 0, firstOn: null },
      largestSite: { days: 0, firstOn: null },
    });
  });

  test('is cut to the days and the stage that are asked for', async () => {
    const { steps } = await capacity('?from=2026-04-15&to=2026-06-01&stage=pledged');
    expect(steps).toEqual([
      {
        on: '2026-04-15',
        pledged: 0,
        largestPledged: 0,
        h100e: { pledged: 0, largestPledged: 0 },
      },
      {
        on: '2026-05-01',
        pledged: 96,
        largestPledged: 96,
        h100e: { pledged: 30, largestPledged: 30 },
      },
    ]);
    expect((await capacity('?from=2030-01-01')).steps).toMatchObject([
      { on: '2030-01-01', secured: 0, pledged: 0 },
    ]);
    expect((await capacity('?to=2026-01-01')).steps).toEqual([]);
  });

  test('is computed for one request after another, and lets others run in between', async () => {
    const facts = app.publicCache.current()!.capacity;
    const { checkpoint } = facts;
    let turn = 0;
    let next = setImmediate(function count() {
      turn += 1;
      next = setImmediate(count);
    });
    const madeIn: number[] = [];
    Object.defineProperty(facts, 'checkpoint', {
      get: () => {
        madeIn.push(turn);
        return checkpoint;
      },
      configurable: true,
    });
    const days = ['2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05'];
    await Promise.all(days.map((day) => app.http.inject(`/api/v1/capacity?from=${day}`)));
    Object.defineProperty(facts, 'checkpoint', { value: checkpoint });
    clearImmediate(next);
    expect(new Set(madeIn).size).toBe(days.length);
  });

  test('is by model and by site, whose name is shown if its giver is', async () => {
    const { models } = await capacity('?by=model&stage=secured');
    expect(models).toMatchObject([
      { model: 'B200', steps: [{ on: '2026-04-01', secured: 8_000 }, { secured: 0 }] },
      { model: 'H100-SXM', steps: [{ on: '2026-03-01', secured: 512 }, { secured: 0 }] },
      { model: 'A100', steps: [{}, {}] },
    ]);
    const { sites } = await capacity('?by=site');
    expect(sites).toMatchObject([
      { name: null, models: ['B200'], held: { secured: 8_000, h100e: { secured: 18_193 } } },
      { name: 'Oslo', models: ['A100', 'H100-SXM'], held: { secured: 512, pledged: 96 } },
    ]);
    expect(sites[0].site).toMatch(/^\w{8}$/);
    expect(JSON.stringify(sites)).not.toContain('cellar');
  });

  test('refuses what it does not know, and days in the wrong order', async () => {
    for (const query of ['?by=provider', '?stage=waiting', '?from=soon', '?unknown=1']) {
      expect((await capacity(query)).status, query).toBe(400);
    }
    expect(await capacity('?from=2026-05-01&to=2026-05-01')).toMatchObject({
      errors: [{ field: 'to', message: 'must be after `from`' }],
    });
    const twice = await app.request('/api/v1/capacity?from=2026-01-01&from=2026-02-01');
    expect(twice.body.errors).toEqual([
      { field: 'from', message: 'must be one text, not several' },
    ]);
  });

  test('is the same for all ranges that contain its first and last day', async () => {
    const stringify = vi.spyOn(JSON, 'stringify');
    const whole = await app.request('/api/v1/capacity?by=site&stage=secured', { token: false });
    for (const query of ['from=2020-01-01', 'from=2026-03-01', 'to=2027-01-02', 'to=2090-01-01']) {
      const path = `/api/v1/capacity?by=site&stage=secured&${query}`;
      const { headers, body } = await app.request(path, { token: false });
      expect([query, headers.get('etag'), body]).toEqual([
        query,
        whole.headers.get('etag'),
        whole.body,
      ]);
    }
    const made = stringify.mock.calls.filter(([value]) => value && 'targetGpus' in Object(value));
    expect(made).toHaveLength(1);
    vi.restoreAllMocks();
    const { steps } = await capacity('?to=2027-01-01');
    expect(steps.map(({ on }: { on: string }) => on)).not.toContain('2027-01-01');
  });

  test('costs no query, and with its ETag a 304 until windows move', async () => {
    const first = await app.request('/api/v1/capacity?by=site', { token: false });
    const headers = { 'if-none-match': first.headers.get('etag')! };
    const again = () => app.request('/api/v1/capacity?by=site', { token: false, headers });
    const queries = await watchQueries(app.ctx);
    expect((await again()).status).toBe(304);
    expect(queries()).toEqual([]);
    vi.restoreAllMocks();
    await computePledge(app, bo, { windows: [{ gpus: 1, from: '2028-01-01', to: '2029-01-01' }] });
    await app.publicCache.refresh();
    expect((await again()).status).toBe(200);
  });
});

describe('/compute', () => {
  test('shows GPUs at once, sites and providers, but no anonymous giver', async () => {
    const text = await page();
    expect(text).toContain('8,000 GPUs at one site');
    expect(text).toContain('18,705 secured at once, 18,193 at one site.');
    expect(text).toContain('Oslo A100, H100-SXM 512 512 H100e');
    expect(text).toMatch(/Unnamed site, \w{8} B200 8,000 18,193 H100e/);
    expect(text).toContain('Example Cooperative 0 3,379,200');
    expect(text).toContain('Provider not shown 0 5,856,000');
    expect(text).not.toMatch(/cellar|Bo’s own/);
  });

  test('explains H100e once, before the first figure, and lists all models first', async () => {
    const text = await page();
    const meant = text.split('H100e are H100-equivalents: each GPU counts by its peak speed.');
    expect(meant).toHaveLength(2);
    expect(meant[0]).not.toMatch(/\d H100e/);
    expect(text.match(/989\.4 TFLOPS/g)).toHaveLength(1);
    expect(text).toMatch(/All models [\d,]+ .* B200 [\d,]+ /);
  });

  test('compares the hours agreed for a month with those delivered in it', async () => {
    const ref = await computePledge(app, ada, {
      windows: { gpuHours: '6200.00', from: '2026-01-15', to: '2026-02-15' },
    });
    await commit(ref);
    const evidence = { grade: 'provider-statement' };
    await move(app, ref, 'receive', { gpuHours: '100.50', occurredOn: '2026-02-20', evidence });
    const text = await page();
    // 17 of 31 days, and 14 of them.
    expect(text).toContain('January 2026 3,400 3,400 H100e 0 3,400 3,400 H100e 0');
    expect(text).toContain(
      'February 2026 2,800 2,800 H100e 100.50 100 H100e 6,200 6,200 H100e 100.50 100 H100e',
    );
    expect(text).toContain('March 2026 380,928 380,928 H100e 0');
  });

  test('shows a zero on a phone too, for a site without GPUs on 30 days in a row', async () => {
    const windows = [{ gpus: 3, from: '2027-02-01', to: '2027-02-08' }];
    await computePledge(app, ada, { site: 'Bodø', windows });
    await app.publicCache.refresh();
    const { body } = await app.request('/compute', { headers: { accept: 'text/html' } });
    const [row] = /<tr><th scope="row"><bdi>Bodø.*?<\/tr>/.exec(body as string)!;
    expect(row).toContain('Feb 2027');
    expect(row).not.toContain('class="none"');
    // Nor is a day of the curve's table without a figure.
    const days = (body as string).match(/<tr data-day=.*?<\/tr>/gs)!;
    expect(days.some((day) => day.includes('<span>0 '))).toBe(true);
    for (const day of days) expect(day).toMatch(/<td data-label="[^"]+"><span>/);
  });

  test('links the file of GPUs at once if there are any', async () => {
    const get = (on: TestApp) => on.request('/compute', { headers: { accept: 'text/html' } });
    expect((await get(app)).body).toContain('href="/data/capacity.csv"');
    const bare = await startApp();
    expect((await get(bare)).body).not.toContain('capacity.csv');
    await bare.close();
  });

  test('names the giver as the provider if the pledge names none', async () => {
    const cy = await publishedSignatory(app, { name: 'Example Foundation' });
    await commit(await computePledge(app, cy));
    const text = await page();
    expect(text).toContain('Example Foundation 0 3,379,200');
    expect(text).toContain('Provider not shown 0 5,856,000');
  });

  test('doesn’t count an undone delivery, whenever it is undone', async () => {
    const ref = await computePledge(app, bo);
    await commit(ref);
    const evidence = { grade: 'provider-statement' };
    const body = { gpuHours: '77.00', occurredOn: '2026-03-05', evidence };
    const { batch } = (await move(app, ref, 'receive', body)).body;
    expect(await page()).toMatch(/March 2026 [\d,]+ [\d,]+ H100e 77 /);
    const { now } = app.clock;
    app.clock.now = new Date('2026-04-20T12:00:00Z');
    await app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'twice' } });
    const text = await page();
    app.clock.now = now;
    expect(text).toMatch(/March 2026 [\d,]+ [\d,]+ H100e 0 /);
    expect(text).toMatch(/April 2026 [\d,]+ [\d,]+ H100e 0 /);
  });
});

test('an initiative without a target of GPUs is compared with none', async () => {
  const { initiative } = INITIATIVE;
  const free = await startApp({ initiative: { initiative: { ...initiative, targets: {} } } });
  const { body } = await free.request('/api/v1/capacity', { token: false });
  expect(body).toMatchObject({ targetGpus: null, atTarget: null, steps: [] });
  const html = await free.request('/compute', { token: false, headers: { accept: 'text/html' } });
  expect(html.body).toContain('No compute has been promised yet.');
  await free.close();
});
