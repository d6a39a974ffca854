import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { watchQueries } from '../support/counting.ts';

let app: TestApp;
let ada: string;
let bo: string;
const refs: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  bo = await publishedSignatory(app, { name: 'Bo’s 100% Foundation', kind: 'organisation' });
  refs['dollars'] = await fundingPledge(app, ada, { amount: '900.00' });
  await move(app, refs['dollars'], 'commit', { amount: '600.00', evidence: AGREEMENT });
  await move(app, refs['dollars'], 'receive', {
    amount: '250.00',
    evidence: { ...PAYMENT, url: 'https://bank.example/1' },
  });
  const instalments = [
    { dueOn: '2026-02-01', amount: '30.00' },
    { dueOn: '2026-06-01', amount: '70.00' },
  ];
  refs['euros'] = await fundingPledge(app, bo, { asset: 'EUR', amount: '100.00', instalments });
  await move(app, refs['euros'], 'receive', {
    amount: '40.00',
    occurredOn: '2026-02-02',
    evidence: PAYMENT,
  });
  refs['anonymous'] = await fundingPledge(app, bo, { amount: '77.00', visibility: 'anonymous' });
  refs['small'] = await fundingPledge(app, bo, { amount: '55.00', visibility: 'anonymous' });
  refs['gpus'] = await computePledge(app, ada, { provider: 'Ada’s Rack' });
  await publishedSignatory(app, { name: 'Cy Example', public: false });
  refs['pending'] = await fundingPledge(app, ada, { amount: '1.00', accept: false });
  await app.publicCache.refresh();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const page = (path: string, headers = {}) =>
  app.request(path, { token: false, headers: { accept: 'text/html', ...headers } });
const textOf = async (path: string) =>
  String((await page(path)).body)
    .replaceAll(/<(style|title|desc)\b.*?<\/\1>/g, ' ')
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.:])/g, '');
const listed = async (query: string) =>
  (await app.request(`/api/v1/pledges${query}`, { token: false })).body;
const refsOf = (body: { pledges: { ref: string }[] }) =>
  body.pledges.map(({ ref }) => Object.keys(refs).find((name) => refs[name] === ref));

describe('the pledges', () => {
  test('are listed with the newest first, without pending ones', async () => {
    expect(refsOf(await listed(''))).toEqual(['gpus', 'small', 'anonymous', 'euros', 'dollars']);
  });

  test.each([
    ['?kind=compute', ['gpus']],
    ['?kind=funding&sort=amount', ['dollars', 'euros', 'anonymous', 'small']],
    ['?kind=funding&sort=secured', ['dollars', 'euros', 'small', 'anonymous']],
    ['?sort=changed', ['gpus', 'small', 'anonymous', 'euros', 'dollars']],
    ['?stage=received', ['euros', 'dollars']],
    ['?stage=committed', ['dollars']],
    ['?asset=EUR', ['euros']],
    ['?stage=lapsed', []],
  ])('are filtered and sorted by %s', async (query, expected) => {
    expect(refsOf(await listed(query))).toEqual(expected);
  });

  test('are paged without gaps or repeats, in any order', async () => {
    for (const sort of ['newest', 'changed', 'amount', 'secured']) {
      const seen: unknown[] = [];
      let cursor = '';
      do {
        const body = await listed(`?kind=funding&sort=${sort}&limit=1${cursor}`);
        seen.push(...refsOf(body));
        cursor = body.next === null ? '' : `&cursor=${body.next}`;
      } while (cursor);
      expect(seen).toHaveLength(4);
      expect(new Set(seen)).toEqual(new Set(['anonymous', 'dollars', 'euros', 'small']));
    }
  });

  test('have their exact balances', async () => {
    const [pledge] = (await listed('?asset=EUR')).pledges;
    expect(pledge).toMatchObject({
      signatory: 'Bo’s 100% Foundation',
      total: { amount: '100.00' },
      stages: { pledged: { amount: '60.00' }, received: { amount: '40.00' } },
    });
  });

  test('name nobody who gives anonymously', async () => {
    const { pledges } = await listed('?kind=funding');
    const anonymous = pledges.find(({ ref }: { ref: string }) => ref === refs['anonymous']);
    expect(anonymous.signatory).toBeNull();
    expect(await textOf(`/pledges/${refs['anonymous']}`)).not.toContain('Bo');
  });

  test.each([
    ['?kind=gold', 'kind'],
    ['?stage=outside', 'stage'],
    ['?asset=XXY', 'asset'],
    ['?cursor=1', 'cursor'],
  ])('refuse %s, naming the field, to programs and to people', async (query, field) => {
    const refused = await app.request(`/api/v1/pledges${query}`, { token: false });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toEqual([expect.objectContaining({ field })]);
    const shown = await page(`/pledges${query}`);
    expect(shown.status).toBe(400);
    expect(shown.body).toMatch(new RegExp(`<h1>Check what you entered</h1>.*${field}`));
  });

  test('on their page keep the filter in every link', async () => {
    const html = String((await page('/pledges?kind=funding&stage=&asset=&sort=secured')).body);
    expect(html).toContain('4 pledges');
    expect(html).toContain('<option value="secured" selected>');
    expect(html).toContain('href="/data/pledges.csv?kind=funding"');
  });

  test('sorted by amount need a kind in the API; the page falls back to the newest first', async () => {
    const refused = await app.request('/api/v1/pledges?sort=amount', { token: false });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'sort']);
    const shown = await page('/pledges?sort=amount&utm_source=elsewhere&asset=');
    expect(shown.status).toBe(200);
    expect(shown.body).toContain('<option value="newest" selected>');
    const strange = await app.request('/api/v1/pledges?utm_source=elsewhere', { token: false });
    expect(strange.body.errors[0].field).toBe('utm_source');
  });
});

describe('the page of a pledge', () => {
  test('shows its stages, its value and its evidence', async () => {
    const text = await textOf(`/pledges/${refs['euros']}`);
    for (const sentence of [
      '€100 from Bo’s 100% Foundation',
      '€40 received. Another €60 is promised, not counted.',
      'Total amount €100.00',
      '1 EUR = 1.1641 USD (European Central Bank, 10 Mar 2026).',
      '1 Feb 2026 €30.00 €30.00 – 1 Jun 2026 €70.00 €10.00 €60.00',
      'Bo’s 100% Foundation paid €40 of a pledge of €100.',
    ]) {
      expect(text).toContain(sentence);
    }
  });

  test('shows another currency at each rate', async () => {
    app.clock.now = new Date('2026-04-01T00:00:00Z');
    const [value] = await app.database!.asOwner(`
      SELECT to_char(60 * accepted.per_euro::numeric, 'FM990.00') AS reference,
             to_char(60 * today.per_euro::numeric, 'FM990.00') AS today,
             to_char(40 * paid.per_euro::numeric, 'FM990.00') AS settled
      FROM reference_rate accepted, reference_rate today, reference_rate paid
      WHERE accepted.currency = 'USD' AND accepted.rated_on = '2026-03-10'
        AND today.currency = 'USD' AND today.rated_on = '2026-04-01'
        AND paid.currency = 'USD' AND paid.rated_on = '2026-02-02'`);
    const { reference, today, settled } = value as Record<string, string>;
    const text = await textOf(`/pledges/${refs['euros']}`);
    expect(text).toContain(`at the rate of 1 Apr 2026 €60.00 $${reference} $${today} `);
    expect(text).toContain(`€40.00 $46.56 $${settled} +$`);
    expect(reference).not.toBe(today);
  });

  test('links the evidence of a giver who is shown', async () => {
    const html = String((await page(`/pledges/${refs['dollars']}`)).body);
    expect(html).toMatch(/<a href="https:\/\/bank\.example\/1" rel="nofollow[^"]*">payment<\/a>/);
  });

  test('of GPUs names site and provider', async () => {
    const text = await textOf(`/pledges/${refs['gpus']}`);
    expect(text).toContain('512 H100-SXM for 9 months at Oslo from Ada Example');
    expect(text).toContain('Provider Ada’s Rack');
  });

  test.each(['pending', 'nobody’s', 'no code'])('is not there for one that is %s', async (name) => {
    const ref = refs[name] ?? (name === 'no code' ? 'x' : '7K3M9QXW2R');
    expect((await page(`/pledges/${ref}`)).status).toBe(404);
  });
});

describe('the wall', () => {
  test.each([
    ['', ['Bo’s 100% Foundation', 'Ada Example']],
    ['?kind=person', ['Ada Example']],
    ['?q=0%25', ['Bo’s 100% Foundation']],
    ['?q=B_', []],
    ['?q=ADA', ['Ada Example']],
  ])('of %s', async (query, expected) => {
    const { body } = await app.request(`/api/v1/signatories${query}`, { token: false });
    expect(body.signatories.map(({ name }: { name: string }) => name)).toEqual(expected);
    const text = await textOf(`/signatories${query}`);
    for (const name of expected) expect(text).toContain(name);
  });

  test('comes in pages', async () => {
    const first = await app.request('/api/v1/signatories?limit=1', { token: false });
    const second = await app.request(`/api/v1/signatories?limit=1&cursor=${first.body.next}`);
    expect([first, second].map(({ body }) => body.signatories[0].name)).toEqual([
      'Bo’s 100% Foundation',
      'Ada Example',
    ]);
    expect(second.body.next).toBeNull();
  });

  test('counts those who show no name, and says if a search finds none', async () => {
    expect(await textOf('/signatories')).toContain('One signatory doesn’t show a name.');
    expect(await textOf('/signatories?q=zzz')).toContain(
      'No name, role or affiliation contains “zzz”.',
    );
  });
});

describe('the ledger', () => {
  test('has a sentence for each entry, under its checkpoint', async () => {
    const text = await textOf('/ledger');
    for (const sentence of [
      'A person signed.',
      'An organisation signed.',
      'Terms of a pledge of €100 from Bo’s 100% Foundation, with 2 instalments, the reference rate of 10 Mar 2026.',
      'Terms of a pledge of $77.',
      'Someone promised $77.',
      'Goals: $100M, 10,000 GPUs at one site, 87,600,000 GPU-hours.',
    ]) {
      expect(text).toContain(sentence);
    }
    expect(text).not.toContain('Terms of a pledge of $77 from');
    const note = (await app.request('/log/checkpoint', { token: false })).body as string;
    const [name, , root] = note.split('\n');
    const proof = await textOf('/how-we-know');
    expect(proof).toContain(name);
    expect(proof).toContain(root);
  });

  test('goes back from any entry', async () => {
    const text = await textOf('/ledger?cursor=2');
    expect(text).toContain('1 10 Mar 2026 A person signed. 0 10 Mar 2026 Goals:');
    expect(text).not.toContain('Terms of');
  });
});

describe('pages', () => {
  test('are rendered once per checkpoint, however many requests come', async () => {
    await page('/pledges?kind=compute');
    const db = await app.ctx.publicly(async (reader) => reader);
    const transaction = vi.spyOn(db, 'transaction');
    const queries = await watchQueries(app.ctx);
    const first = await page('/pledges?kind=compute&sort=newest');
    await page('/pledges?stage=&kind=compute');
    expect(queries()).toEqual([]);
    const etag = first.headers.get('etag')!;
    expect((await page('/pledges?kind=compute', { 'if-none-match': etag })).status).toBe(304);
    await Promise.all(Array.from({ length: 20 }, () => page('/ledger?cursor=5')));
    expect(transaction).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
    await move(app, refs['gpus']!, 'lapse');
    await app.publicCache.refresh();
    expect((await page('/pledges?kind=compute', { 'if-none-match': etag })).status).toBe(200);
  });

  test('are rendered again when an admin gives a rate, without a new entry', async () => {
    app.clock.now = new Date('2026-04-01T00:00:00Z');
    const give = (ratedOn: string, perUnit: string) =>
      app.request('/api/v1/admin/rates', {
        body: { currency: 'KWD', ratedOn, perUnit, source: 'Example Central Bank' },
      });
    await give('2026-03-30', '3.20');
    const ref = await fundingPledge(app, ada, { asset: 'KWD', amount: '100.000' });
    await app.publicCache.refresh();
    expect(await textOf(`/pledges/${ref}`)).toContain(
      '1 KWD = 3.2 USD (entered by an admin, 30 Mar 2026). Example Central Bank',
    );
    expect(await textOf(`/pledges/${ref}`)).toContain('100.000 $320.00 $320.00 $0.00');
    await give('2026-03-31', '3.30');
    await app.publicCache.refresh();
    expect(await textOf(`/pledges/${ref}`)).toContain('100.000 $320.00 $330.00 +$10.00');
  });

  test('say that there is no initiative yet', async () => {
    const bare = await startApp({ initiative: null });
    for (const path of ['/pledges', '/signatories', '/ledger', '/pledges/7K3M9QXW2R']) {
      const { status, body } = await bare.request(path, { token: false });
      expect([status, String(body)]).toEqual([200, expect.stringContaining('No initiative yet')]);
    }
    await bare.close();
  });
});
