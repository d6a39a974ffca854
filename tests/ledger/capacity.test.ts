import { expect, test } from 'vitest';
import { keptCapacity, readCapacity } from '../../server/ledger/capacity.ts';
import { AGREEMENT, computePledge, move, publishedSignatory } from '../support/actors.ts';
import { startApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';

test('concurrency that is kept is that of the entries asked for, also of fewer than before', async () => {
  const app = await startApp();
  const { db } = app.ctx;
  const sizeNow = async () => {
    await app.publicCache.refresh();
    const { body } = await app.request('/api/v1/progress');
    return BigInt(body.asOf.size);
  };
  const ada = await publishedSignatory(app);
  await move(app, await computePledge(app, ada), 'commit', { evidence: AGREEMENT });
  const before = await sizeNow();
  await move(app, await computePledge(app, ada), 'commit', { evidence: AGREEMENT });
  const after = await sizeNow();

  const kept = keptCapacity();
  const [more, fewer] = [await readCapacity(db, after), await readCapacity(db, before)];
  expect(more).not.toEqual(fewer);
  for (const [size, expected] of [
    [before, fewer],
    [after, more],
    [before, fewer],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- what was asked before is what is kept
    expect(await kept.at(db, size)).toEqual(expected);
  }
  await checkLedger(app);
  await app.close();
});
