import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';

let app: TestApp;
let ref: string;

beforeAll(async () => {
  app = await startApp();
  ref = await fundingPledge(app, await publishedSignatory(app), { amount: '100.00' });
  const wrong = await move(app, ref, 'receive', { amount: '40.00', evidence: PAYMENT });
  await move(app, ref, 'receive', { amount: '10.00', evidence: PAYMENT });
  const path = `/api/v1/admin/batches/${wrong.body.batch}/reverse`;
  await app.request(path, { body: { reason: 'typed twice' } });
  await app.publicCache.refresh();
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '');

test.each([['/'], ['/ledger'], ['the pledge']])(
  '%s strikes out a receipt that was undone and what undid it, and links each to the other',
  async (path) => {
    const { body } = await app.request(path.replace('the pledge', `/pledges/${ref}`), {
      token: false,
    });
    const struck = [...String(body).matchAll(/<s>(.*?)<\/s>/gs)].map(([, html]) => textOf(html!));
    expect(struck).toEqual([
      'Correction: an entry of $40 from Ada Example is undone: typed twice.',
      'Ada Example paid $40 of a pledge of $100.',
    ]);
    expect(body).toMatch(
      /cursor=5#entry-4">Undoes entry 4<[\s\S]*cursor=7#entry-6">Undone by entry 6</,
    );
  },
);

test('the desk strikes both out, and neither is in its sums', async () => {
  const cy = await atDesk(app);
  const { page } = await cy.get('/admin/movements');
  const sums = textOf(/<dl class="sums">[\s\S]*?<\/dl>/.exec(page)![0]);
  expect(sums).toContain('$10.00 received (1)');
  expect(sums).not.toContain('undone');
  expect(page.match(/<s>/g)).toHaveLength(4);
  expect(textOf(page)).toContain('4 changes');
});
