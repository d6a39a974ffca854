import { expect, test } from 'vitest';
import { computePledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';

test.each([
  [6, 0],
  [7, 2],
])('of %i sites %i are in a fold', async (number, folded) => {
  const full = await startApp();
  const ada = await publishedSignatory(full, { name: 'Ada Example' });
  for (let at = 0; at < number; at++) {
    // oxlint-disable-next-line no-await-in-loop
    await computePledge(full, ada, { site: `Site ${'ABCDEFG'[at]}` });
  }
  await full.publicCache.refresh();
  const html = await full.request('/compute', { token: false, headers: { accept: 'text/html' } });
  const [, fold = ''] = (html.body as string).split('id="sites-fold"');
  expect(fold.split('</details>')[0]!.match(/Site [A-G]/g)?.length ?? 0).toBe(folded);
  await full.close();
});

test('a pledge that is undone and accepted anew between two checkpoints counts once', async () => {
  const own = await startApp();
  const cy = await publishedSignatory(own);
  const ref = await computePledge(own, cy, { accept: false });
  const { batch } = (await move(own, ref, 'accept')).body;
  await own.publicCache.refresh();
  await own.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'too early' } });
  await move(own, ref, 'accept');
  await own.publicCache.refresh();
  const { body } = await own.request('/api/v1/capacity', { token: false });
  expect(body.steps[0]).toMatchObject({ pledged: 512, largestPledged: 512 });
  await checkLedger(own);
  await own.close();
});
