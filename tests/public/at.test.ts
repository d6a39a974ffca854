import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { say } from '../../server/domain/say.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  publishedSignatory,
} from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger, watchLedger } from '../support/check-ledger.ts';
import { textOf } from '../support/desk-forms.ts';

let app: TestApp;
let ada: string;
let sizes: number[];
beforeAll(async () => {
  app = await startApp();
  // The test alone seals.
  app.ctx.appended = () => {};
  sizes = [await seal()];
  ada = await publishedSignatory(app, { name: 'Ada Visible' });
  const ref = await fundingPledge(app, ada, { amount: '2000000.00' });
  sizes.push(await seal());
  await move(app, ref, 'commit', { evidence: AGREEMENT });
  await computePledge(app, ada);
  sizes.push(await seal());
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

async function seal(): Promise<number> {
  await app.publicCache.refresh();
  return (await app.request('/api/v1/progress')).body.asOf.size;
}
const get = async (path: string) => {
  const response = await fetch(app.url + path, { headers: { accept: 'text/html' } });
  const page = await response.text();
  return { status: response.status, page, text: textOf(page), headers: response.headers };
};
const at = (size: number | string) => get(`/at/${size}`);

test('shows the figures of a checkpoint and what changed since the one before, without names', async () => {
  const { status, page, text } = await at(sizes[2]!);
  expect(status).toBe(200);
  expect(text).toContain('$2M secured, 2% of $100M');
  expect(text).toMatch(/Agreed in writing \$2,000,000\.00 \+\$2,000,000\.00/);
  expect(text).toMatch(/Promised \$0\.00 −\$2,000,000\.00/);
  expect(text).toMatch(/People who signed 1 –/);
  expect(text).toContain(`\n${sizes[2]}\n`.replaceAll('\n', ' '));
  expect(page).toContain(`href="/at/${sizes[1]}"`);
  expect(page).not.toContain('Ada Visible');
  const earlier = await at(sizes[1]!);
  expect(earlier.text).toContain('$0 secured so far, of $100M');
  expect(earlier.text).toMatch(/Promised \$2,000,000\.00 \+\$2,000,000\.00/);
  expect((await at(sizes[0]!)).text).not.toContain('Change since');
});

test('stays the same, to its ETag, whatever is recorded or hidden later', async () => {
  const before = await at(sizes[1]!);
  await app.request(`/api/v1/admin/signatories/${ada}/reject`, { body: {} });
  await publishedSignatory(app, { name: 'Bo Later' });
  await seal();
  const after = await at(sizes[1]!);
  expect(after.page).toBe(before.page);
  expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
});

test('a size between checkpoints, or beyond, or none, is not found, with the nearest ones', async () => {
  const between = await at(sizes[1]! - 1);
  expect(between.status).toBe(404);
  expect(between.text).toContain(`The nearest are after ${sizes[0]} and ${sizes[1]}.`);
  const newest = await seal();
  for (const size of [newest + 1, 0, '01', 'all', '9'.repeat(90)]) {
    // oxlint-disable-next-line no-await-in-loop
    const { status, text } = await at(size);
    expect([size, status]).toEqual([size, 404]);
    expect(text).toContain(`The ledger has ${newest} entries so far`);
  }
  expect(say().look.beyond('2', 1n)).toContain('The ledger has 1 entry so far');
});

test('a size whose GPUs at once an upgrade left underived is refused until the server has derived it', async () => {
  const upgraded = sizes[2]!;
  const { page } = await at(upgraded);
  const nudge = vi.spyOn(app.past, 'nudge');
  await app.database!.asOwner(`UPDATE derived SET kind = 'capacity-of-before'`);
  await computePledge(app, await publishedSignatory(app, { name: 'Cy New' }));
  await seal();
  const { status, text, headers } = await at(upgraded);
  expect([status, headers.get('retry-after')]).toEqual([503, '60']);
  expect(text).toContain(say().look.notDerived);
  expect(nudge).toHaveBeenCalled();
  await app.past.turn();
  expect((await at(upgraded)).page).toBe(page);
});

test('the home page says how to cite its figures, and the address keeps them', async () => {
  const size = await seal();
  const { page } = await get('/');
  const [, sentence = ''] = /<p id="cite-text">([^<]*)</.exec(page)!;
  expect(sentence).toMatch(/^Open Model Initiative: \$2M secured, 2% of \$100M; .* As of /);
  expect(sentence).toContain(`${app.ctx.config.baseUrl}/at/${size}`);
  expect((await at(size)).page).toContain(sentence);
});

test('a goal that was removed before any money came has its change, and no figure now', async () => {
  const young = await startApp();
  await young.publicCache.refresh();
  const body = { targets: { funding: null }, reason: 'GPUs are enough.' };
  await young.request('/api/v1/admin/initiative', { body });
  await young.publicCache.refresh();
  const { size } = (await young.request('/api/v1/progress')).body.asOf;
  const response = await fetch(`${young.url}/at/${size}`);
  expect(response.status).toBe(200);
  expect(textOf(await response.text())).toMatch(/Funding goal \S+ −\$100,000,000\.00/);
  await checkLedger(young);
  await young.close();
});
