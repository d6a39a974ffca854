import { expect, test } from 'vitest';
import { computePledge, publishedSignatory } from '../support/actors.ts';
import { startApp } from '../support/app.ts';

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
  await full.face.refresh();
  const html = await full.request('/compute', { token: false, headers: { accept: 'text/html' } });
  const [, fold = ''] = (html.body as string).split('id="sites-fold"');
  expect(fold.split('</details>')[0]!.match(/Site [A-G]/g)?.length ?? 0).toBe(folded);
  await full.close();
});
