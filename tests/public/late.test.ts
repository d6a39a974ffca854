import { afterAll, beforeAll, expect, test } from 'vitest';
import { AGREEMENT, fundingPledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { textOf } from '../support/desk-forms.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await checkLedger(app);
  await app.close();
});

test('late money leads to its pledges, and doesn’t tell that an anonymous pledge is of a giver with a public one', async () => {
  const ada = await publishedSignatory(app);
  const instalments = [{ dueOn: '2026-03-01', amount: '1000.00' }];
  const refs: string[] = [];
  for (const visibility of ['public', 'anonymous']) {
    // oxlint-disable-next-line no-await-in-loop
    const ref = await fundingPledge(app, ada, { visibility, instalments });
    refs.push(ref);
    // oxlint-disable-next-line no-await-in-loop
    expect((await move(app, ref, 'commit', { evidence: AGREEMENT })).status).toBe(201);
  }
  await app.publicCache.refresh();
  const home = await (await fetch(app.url)).text();
  expect(textOf(home)).toContain('$2,000 from 2 pledges.');
  expect(home).toContain('<a class="late" href="/how-we-know#late">Late:</a>');
  const page = await (await fetch(`${app.url}/how-we-know`)).text();
  const [, section] = /<section class="own wide" id="late">(.*?)<\/section>/s.exec(page)!;
  for (const ref of refs) {
    expect(section).toContain(`<a href="/pledges/${ref}">`);
    expect(textOf(`<main>${section}`)).toContain(`${ref} 1 Mar 2026 $1,000.00`);
  }
  expect(section).not.toContain('Ada');
});

test('two late instalments are one late pledge, since the first of them', async () => {
  const instalments = [
    { dueOn: '2026-02-01', amount: '700.00' },
    { dueOn: '2026-03-01', amount: '800.00' },
  ];
  const bo = await publishedSignatory(app, { name: 'Bo Example' });
  const ref = await fundingPledge(app, bo, { amount: '1500.00', instalments });
  expect((await move(app, ref, 'commit', { evidence: AGREEMENT })).status).toBe(201);
  await app.publicCache.refresh();
  expect(textOf(await (await fetch(app.url)).text())).toContain('$3,500 from 3 pledges.');
  const page = textOf(await (await fetch(`${app.url}/how-we-know`)).text());
  // The largest comes first.
  expect(page).toMatch(
    new RegExp(`amount ${ref} 1 Feb 2026 \\$1,500\\.00 \\w+ 1 Mar 2026 \\$1,000`),
  );
});
