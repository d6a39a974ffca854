import { afterEach, beforeEach, expect, test } from 'vitest';
import { foldUse, NOTHING_METERED } from '../../server/ledger/metered-use.ts';
import { AGREEMENT, computePledge, move, publishedSignatory } from '../support/actors.ts';
import { meterOf } from '../compute/meter.ts';
import { fileOf, row } from '../compute/sacct.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
let ref: string;
beforeEach(async () => {
  app = await startApp({ now: new Date('2026-05-10T12:00:00Z') });
  ref = await computePledge(app, await publishedSignatory(app));
  await move(app, ref, 'commit', { evidence: AGREEMENT });
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

/** A job on so many GPUs for all of a day. */
const meter = async (gpus: number, on: string) => {
  const cy = await meterOf(app);
  const tres = `gres/gpu:h100=${gpus}`;
  const file = fileOf(row({ id: String(gpus), start: `${on}T00:00:00`, elapsed: 86_400, tres }));
  return (await cy.meter(file, { gpu: 'h100=H100-SXM' }, ref)).batch;
};
const inUse = async () => (await progressOf(app)).compute.gpusInUse;

test('metered hours are GPUs in use; a provider’s statement is only a delivery', async () => {
  expect(await inUse()).toBeNull();
  const stated = { gpuHours: '7200', occurredOn: '2026-04-03' };
  const evidence = { grade: 'provider-statement' };
  expect((await move(app, ref, 'receive', { ...stated, evidence })).status).toBe(201);
  expect(await inUse()).toBeNull();
  await meter(300, '2026-04-03');
  await meter(100, '2026-04-04');
  expect(await inUse()).toEqual({
    averageLastMonth: { month: '2026-04', gpus: '13.33' },
    peakDay: { on: '2026-04-03', gpus: '300.00' },
  });
});

test('hours recorded by hand aren’t metered, whatever the evidence says', async () => {
  const body = { gpuHours: '240000', evidence: { grade: 'metered' } };
  expect(await move(app, ref, 'receive', body)).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'evidence.grade' }] },
  });
});

test('an undone batch was not in use on its day', async () => {
  await meter(100, '2026-04-04');
  const batch = await meter(300, '2026-04-03');
  expect((await inUse()).peakDay).toEqual({ on: '2026-04-03', gpus: '300.00' });
  await app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'Twice' } });
  expect((await inUse()).peakDay).toEqual({ on: '2026-04-04', gpus: '100.00' });
});

test('folding entry by entry gives the same as folding at once', async () => {
  await meter(100, '2026-04-04');
  const batch = await meter(300, '2026-04-03');
  await meter(1, '2026-04-04');
  await app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'Twice' } });
  const { db } = app.ctx;
  const size = BigInt((await progressOf(app)).asOf.size);
  let folded = NOTHING_METERED;
  for (let next = 1n; next <= size; next++) folded = await foldUse(db, folded, next);
  expect(folded).toEqual(await foldUse(db, NOTHING_METERED, size));
});

/** ledger/capacity.ts: who holds it keeps others from deriving. */
const DERIVE_LOCK = 7_305_681_207;

test('a page made while concurrency is being derived is of one checkpoint', async () => {
  await app.database!.asOwner(`SELECT pg_advisory_lock(${DERIVE_LOCK})`);
  const windows = [{ gpus: 8, from: '2026-03-01', to: '2026-12-01' }];
  const bo = await publishedSignatory(app, { name: 'Bo Example' });
  const other = await computePledge(app, bo, { site: 'Bergen', windows });
  await move(app, other, 'commit', { evidence: AGREEMENT });
  await meter(300, '2026-04-03');
  const before = (await progressOf(app)).asOf.size;
  const { body } = await app.request('/compute', { headers: { accept: 'text/html' } });
  await app.database!.asOwner(`SELECT pg_advisory_unlock(${DERIVE_LOCK})`);
  await app.publicCache.refresh();
  const after = (await progressOf(app)).asOf.size;
  expect(before).toBeLessThan(after);
  const text = String(body)
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
  for (const part of [
    `after ${after} ledger entries`,
    '512 GPUs at one site',
    'Bergen H100-SXM 8',
    'Bo Example 0 52,800 52,800 H100e',
    'Used by metered jobs, bought GPUs included: 300 GPUs on the busiest day, 3 Apr 2026',
  ]) {
    expect(text).toContain(part);
  }
});
