import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';
import { INITIATIVE, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
let many: TestApp;
let ada: string;
let bo: string;
let cy: string;
let dee: string;
const refs: Record<string, string> = {};

const MANY = 123;

/** The first gives least, and keeps most of what it promised. */
const crowd = () => ({
  ...INITIATIVE,
  signatories: Array.from({ length: MANY }, (_, index) => ({
    key: `s${index}`,
    kind: 'organisation',
    name: `Giver ${index}`,
    signedOn: '2026-01-01',
    // Six from Norway, four from Chile, the others name none.
    ...(index < 6 && { country: 'NO' }),
    ...(index >= 6 && index < 10 && { country: 'CL' }),
  })),
  pledges: Array.from({ length: MANY }, (_, index) => ({
    key: `p${index}`,
    signatory: `s${index}`,
    kind: 'funding',
    asset: 'USD',
    amount: String(1000 * (1 + Math.floor(index / 2))),
    movements: [
      { verb: 'accept', occurredOn: '2026-01-02' },
      { verb: 'receive', amount: '500', occurredOn: '2026-01-03', evidence: PAYMENT },
    ],
  })),
});

beforeAll(async () => {
  app = await startApp();
  many = await startApp({ initiative: crowd() });
  ada = await publishedSignatory(app);
  bo = await publishedSignatory(app, { name: 'Bo’s 100% Foundation', kind: 'organisation' });
  cy = await publishedSignatory(app, { name: 'Cy Hidden', public: false });
  dee = await publishedSignatory(app, { name: 'Dee <i>Odd_Name\\</i>' });
  refs['most'] = await fundingPledge(app, ada, { amount: '900.00' });
  await move(app, refs['most'], 'commit', { amount: '600.00', evidence: AGREEMENT });
  await move(app, refs['most'], 'receive', { amount: '90.00', evidence: PAYMENT });
  refs['euros'] = await fundingPledge(app, bo, { asset: 'EUR', amount: '100.00' });
  await move(app, refs['euros'], 'receive', { amount: '50.00', evidence: PAYMENT });
  // Promised more than anybody, and dropped it.
  refs['dropped'] = await fundingPledge(app, dee, { amount: '5000.00' });
  await move(app, refs['dropped'], 'lapse', { amount: '4990.00' });
  await move(app, refs['dropped'], 'receive', { amount: '10.00', evidence: PAYMENT });
  refs['gpus'] = await computePledge(app, ada);
  refs['bought'] = await computePledge(app, bo, { source: 'bought', site: 'Seoul' });
  await app.publicCache.refresh();
});
afterEach(async () => {
  await watchLedger(app);
  await watchLedger(many);
});
afterAll(async () => {
  await app.close();
  await many.close();
});

const page = (path: string, of = app) =>
  of.request(path, { token: false, headers: { accept: 'text/html' } });
const mainOf = async (path: string, of = app): Promise<string> =>
  /<main.*<\/main>/s.exec(String((await page(path, of)).body))![0];
const textOf = async (path: string, of = app): Promise<string> =>
  (await mainOf(path, of))
    .replaceAll(/<(style|title|desc)\b.*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.:])/g, '');
const listed = async (path: string, of = app): Promise<string[]> =>
  [...(await mainOf(path, of)).matchAll(/href="\/givers\/[\da-f-]{36}"><bdi>([^<]*)/g)].map(
    ([, name]) => name!,
  );

describe('the givers', () => {
  test('of money are listed with the largest first, which is a full bar', async () => {
    const names = await listed('/givers');
    expect(names.map((name) => name.slice(0, 3))).toEqual(['Ada', 'Bo’', 'Dee']);
    const text = await textOf('/givers');
    expect(text).toContain('a full bar is $900');
    expect(text).toContain('$900: $90 received, $510 agreed in writing and $300 promised.');
    expect(text).toContain('10% received.');
    expect(text).toContain('50% received.');
  });

  test('are no further up for what they dropped, and no better for it', async () => {
    expect(await textOf('/givers')).toContain(
      '$10 received. Another $4,990 was contested or refunded, or is no longer expected. 0.2% received.',
    );
  });

  test('are sorted by the share that was received', async () => {
    const names = await listed('/givers?sort=share');
    expect(names.map((name) => name.slice(0, 3))).toEqual(['Bo’', 'Ada', 'Dee']);
  });

  test('of GPU time are a list of their own, without what was bought', async () => {
    expect(await listed('/givers?kind=compute')).toEqual(['Ada Example']);
    expect(await textOf('/givers?kind=compute')).toContain('H100e GPU-hours promised.');
  });

  test.each([
    ['100%', ['Bo’s 100% Foundation']],
    ['_', ['Dee &lt;i>Odd_Name\\&lt;/i>']],
    ['\\', ['Dee &lt;i>Odd_Name\\&lt;/i>']],
    ['aDA', ['Ada Example']],
    ["'; DROP TABLE giver_sum; --", []],
    ['%', ['Bo’s 100% Foundation']],
  ])('are found by %s', async (q, names) => {
    expect(await listed(`/givers?q=${encodeURIComponent(q)}`)).toEqual(names);
  });

  test('keep one scale where a search leaves the largest out', async () => {
    expect(await textOf('/givers?q=Bo')).toContain('a full bar is $900');
  });

  test.each([
    ['?q=%00', 'q'],
    ['?kind=gold', 'kind'],
    ['?sort=newest', 'sort'],
    ['?cursor=1', 'cursor'],
    ['?cursor=0.1.nobody', 'cursor'],
    ['?cursor=0.9999999999999999999.00000000-0000-0000-0000-000000000000', 'cursor'],
    ['?cursor=0.1.00000000-0000-0000-0000-00000000000%27', 'cursor'],
  ])('refuse %s, naming the field', async (query, field) => {
    const { status, body } = await page(`/givers${query}`);
    expect(status).toBe(400);
    expect(body).toContain(`${field}: `);
  });

  test('go on after a cursor that nobody gave', async () => {
    const made = '/givers?cursor=0.60000.ffffffff-ffff-ffff-ffff-ffffffffffff';
    expect((await listed(made)).map((name) => name.slice(0, 3))).toEqual(['Bo’', 'Dee']);
  });

  test.each(['amount', 'share'])('are paged by %s without gaps or repeats', async (sort) => {
    const seen: string[] = [];
    let path: string | undefined = `/givers?sort=${sort}`;
    while (path) {
      // oxlint-disable-next-line no-await-in-loop -- each names the next
      const html = await mainOf(path, many);
      // oxlint-disable-next-line no-await-in-loop -- each names the next
      seen.push(...(await listed(path, many)));
      path = /href="([^"]*cursor=[^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(MANY);
    expect(seen).toHaveLength(MANY);
    const order = seen.map((name) => Math.floor(Number(name.slice(6)) / 2));
    const down = order.toSorted((a, b) => b - a);
    expect(order).toEqual(sort === 'amount' ? down : down.toReversed());
  });
});

describe('what is anonymous', () => {
  test('changes nothing on these pages, so that no two of them tell it by their difference', async () => {
    const paths = ['/givers', '/givers?sort=share', '/givers?kind=compute', `/givers/${ada}`];
    const before = await Promise.all(paths.map((path) => mainOf(path)));
    await fundingPledge(app, ada, { amount: '77777.00', visibility: 'anonymous' });
    await computePledge(app, ada, { visibility: 'anonymous', site: 'Lima' });
    // Of somebody who shows no name.
    await fundingPledge(app, cy, { amount: '88888.00' });
    await app.publicCache.refresh();
    expect(await Promise.all(paths.map((path) => mainOf(path)))).toEqual(before);
    expect(await textOf('/pledges')).toContain('$88,888');
  });

  test('is in no sum of a country', async () => {
    const before = await mainOf('/givers', many);
    expect(await textOf('/givers', many)).toContain('By country');
    const body = { kind: 'organisation', name: 'Fay', country: 'NO', email: 'fay@example.org' };
    const { id } = (await many.request('/api/v1/signatories', { body: { ...body, public: true } }))
      .body as { id: string };
    await many.request(`/api/v1/admin/signatories/${id}/publish`, { body: {} });
    await fundingPledge(many, id, { amount: '1234567.00', visibility: 'anonymous' });
    await many.publicCache.refresh();
    expect(await mainOf('/givers', many)).toBe(before);
  });
});

describe('countries', () => {
  const rows = async (): Promise<string[]> =>
    [...(await mainOf('/givers', many)).matchAll(/<tr>(.*?)<\/tr>/gs)]
      .map(([, row]) =>
        row!
          .replaceAll(/<[^>]*>/g, ' ')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      )
      .filter((row) => /\d/.test(row));

  test('are named from five givers on; the others are one sum', async () => {
    expect(await rows()).toEqual([
      'Norway 6 $12,000 $3,000',
      expect.stringMatching(/^Other countries, or none named 117 /),
    ]);
  });

  test('are on the first page of the whole list alone', async () => {
    expect(await textOf('/givers?q=Giver', many)).not.toContain('By country');
  });
});

describe('the page of a giver', () => {
  test('has the sums, the pledges and the changes of what they give under their name', async () => {
    const text = await textOf(`/givers/${ada}`);
    expect(text).toContain('Ada Example');
    expect(text).toContain('$900: $90 received, $510 agreed in writing and $300 promised.');
    expect(text).toContain('512 H100-SXM');
    expect(text).toContain('Latest changes');
    const html = await mainOf(`/givers/${ada}`);
    expect(html).toContain(`/pledges/${refs['most']}`);
    expect(html).toContain(`/pledges/${refs['gpus']}`);
    expect(html).not.toContain(`/pledges/${refs['euros']}`);
  });

  test('leaves out what the initiative bought', async () => {
    const html = await mainOf(`/givers/${bo}`);
    expect(html).toContain(`/pledges/${refs['euros']}`);
    expect(html).not.toContain(refs['bought']);
  });

  test('is where names on lists lead, and those of nobody else', async () => {
    const pledges = await mainOf('/pledges');
    expect(pledges).toContain(`href="/givers/${ada}"`);
    expect(pledges).not.toContain(`/givers/${cy}`);
    expect(await mainOf('/signatories')).toContain(`href="/givers/${bo}"`);
    expect(await mainOf('/')).toContain(`href="/givers/${bo}"`);
    expect(await mainOf(`/pledges/${refs['euros']}`)).toContain(`href="/givers/${bo}"`);
  });

  test('is there for who signed and gave nothing', async () => {
    const eve = await publishedSignatory(app, { name: 'Eve Early' });
    await app.publicCache.refresh();
    expect(await textOf(`/givers/${eve}`)).toContain('No pledges under this name.');
  });

  test.each(['nobody', '00000000-0000-4000-8000-000000000000', '%27'])(
    'is not found at %s',
    async (id) => {
      const { status, body } = await page(`/givers/${id}`);
      expect(status).toBe(404);
      expect(body).toContain('Page not found');
    },
  );

  test('never tells who shows no name', async () => {
    const { body } = await page(`/givers/${cy}`);
    expect(body).not.toContain('Cy');
  });

  test('says that its giver is gone, once the name is shown no more', async () => {
    const id = await publishedSignatory(app, { name: 'Impostor Lab', kind: 'organisation' });
    const ref = await fundingPledge(app, id, { amount: '5.00' });
    await app.publicCache.refresh();
    expect((await page(`/givers/${id}`)).status).toBe(200);
    await move(app, ref, 'lapse');
    await app.request(`/api/v1/admin/signatories/${id}/reject`, { body: {} });
    await app.publicCache.refresh();
    const { status, body } = await page(`/givers/${id}`);
    expect(status).toBe(410);
    expect(body).toContain('We no longer show this giver.');
    expect(body).not.toContain('Impostor');
    expect(await listed('/givers')).not.toContain('Impostor Lab');
  });
});

test('pledges of one kind are drawn on one scale', async () => {
  const html = await mainOf('/pledges?kind=funding&asset=USD&sort=amount');
  const first = (line: string): number =>
    [...line.matchAll(/<svg x="[\d.]+%" width="([\d.]+)%"/g)].reduce(
      (sum, [, width]) => sum + Number(width),
      0,
    );
  const lines = html.split('<li>').filter((line) => line.includes('class="bar'));
  const widths = lines.map(first);
  expect(Math.round(widths[0]!)).toBe(100);
  expect(widths.at(-1)).toBeLessThan(2);
});
