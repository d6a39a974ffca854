import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fileOf, row } from '../compute/sacct.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ initiative: null });
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

/** Eight GPUs for a month, what another deployment has metered of one day, and what was stated of the next. */
const importing = (measuredBy: 'jobs' | 'reservation') => {
  const evidence = { grade: 'metered' };
  const receipt = { verb: 'receive', gpuHours: '96.00', occurredOn: '2026-03-05', evidence };
  const stated = { verb: 'receive', gpuHours: '1.00', occurredOn: '2026-03-06' };
  return app.request('/api/v1/admin/import', {
    body: {
      initiative: { name: 'Small', call: 'A call.', currency: 'USD', targets: { gpus: 8 } },
      signatories: [{ key: 'ada', kind: 'person', name: 'Ada Example', signedOn: '2026-01-02' }],
      pledges: [
        {
          key: 'gpus',
          signatory: 'ada',
          kind: 'compute',
          asset: 'H100-SXM',
          site: 'Oslo',
          measuredBy,
          windows: [{ gpus: 8, from: '2026-03-01', to: '2026-04-01' }],
          movements: [
            { verb: 'accept', occurredOn: '2026-02-01' },
            receipt,
            { ...stated, evidence: { grade: 'provider-statement' } },
          ],
        },
      ],
    },
  });
};

test('hours that were metered are taken, but of those that are kept available', async () => {
  expect(await importing('reservation')).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'pledges[0].movements[1].evidence.grade' }] },
  });
  expect((await importing('jobs')).status).toBe(201);
  const { gpuHours, gpusInUse } = (await progressOf(app)).compute;
  expect([gpuHours.delivered, gpusInUse.peakDay]).toEqual([
    '97.00',
    { on: '2026-03-05', gpus: '4.00' },
  ]);
});

test('on a day whose metered hours were imported no job counts, until they are taken back', async () => {
  await app.publicCache.refresh();
  const { ref } = (await app.request('/api/v1/pledges')).body.pledges[0];
  const tres = 'gres/gpu:h100=8,gres/gpu=8';
  const file = fileOf(
    row({ id: '1', start: '2026-03-05T00:00:00', elapsed: 12 * 3600, tres }),
    // It goes on for an hour of the next day.
    row({ id: '2', start: '2026-03-05T23:00:00', elapsed: 2 * 3600, tres }),
    row({ id: '3', start: '2026-02-28T23:00:00', tres }),
  );
  const read = () =>
    app.request(`/api/v1/admin/pledges/${ref}/metering?cluster=saga&zone=UTC&gpu=h100=H100-SXM`, {
      body: file,
      headers: { 'content-type': 'text/plain' },
    });
  const delivered = async () => (await progressOf(app)).compute.gpuHours.delivered;
  const { body: report } = await read();
  expect(report).toMatchObject({
    counted: { gpuHours: '8.00', from: '2026-03-06', to: '2026-03-06' },
    skipped: [
      { reason: 'outside-days', gpuHours: '8.00' },
      { reason: 'imported', gpuHours: '104.00' },
    ],
  });
  const record = { body: { seen: report.seen }, key: randomUUID() };
  expect((await app.request(`/api/v1/admin/metering/${report.id}/record`, record)).status).toBe(
    201,
  );
  expect(await delivered()).toBe('105.00');
  const { movements } = (await app.request(`/api/v1/movements?ref=${ref}&limit=100`)).body;
  const { batch } = movements.find(
    (one: { occurredOn: string }) => one.occurredOn === '2026-03-05',
  );
  await app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'By file.' } });
  // What the first file has recorded itself is no import.
  expect((await read()).body).toMatchObject({
    counted: { gpuHours: '104.00', from: '2026-03-05', to: '2026-03-05' },
    skipped: [{ reason: 'outside-days' }, { reason: 'recorded-before', gpuHours: '8.00' }],
  });
});
