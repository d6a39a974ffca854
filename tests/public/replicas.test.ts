import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';

let one: TestApp;
let two: TestApp;

beforeAll(async () => {
  one = await startApp();
  two = await startApp({ besides: one });
});
afterAll(async () => {
  await two.close();
  await one.close();
});

const sizeOn = async (app: TestApp) => (await app.request('/api/v1/progress')).body.asOf.size;

test('a replica shows what another one recorded, without being told', async () => {
  two.publicCache.start();
  await publishedSignatory(one);
  await one.publicCache.refresh();
  const size = await sizeOn(one);
  await expect.poll(() => sizeOn(two)).toBe(size);
  const notes = await Promise.all([one, two].map((app) => app.request('/log/checkpoint')));
  expect(notes[0]!.body).toBe(notes[1]!.body);
});

test('replicas that write and make checkpoints at once agree on one ledger', async () => {
  const ada = await publishedSignatory(one, { name: 'Bo Example' });
  const writes = Array.from({ length: 24 }, (_, index) =>
    fundingPledge(index % 2 === 0 ? one : two, ada),
  );
  const refreshes = Array.from({ length: 12 }, (_, index) =>
    (index % 2 === 0 ? one : two).publicCache.refresh(),
  );
  await Promise.all([...writes, ...refreshes]);
  await checkLedger(one);
  await checkLedger(two);
  // Of two that look at once one makes it, and the other has it within a second.
  await expect
    .poll(async () => {
      await Promise.all([one.publicCache.refresh(), two.publicCache.refresh()]);
      return (await sizeOn(one)) === (await sizeOn(two));
    })
    .toBe(true);
});
