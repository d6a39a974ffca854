import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { gpuUse } from '../../server/db/compute.ts';
import * as schema from '../../server/db/schema.ts';
import { move } from '../support/actors.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { statusesOf } from '../support/forms.ts';
import { aPledge, type Meter, meterOf, receivedOf, takeAllBack } from './meter.ts';
import { fileOf, row } from './sacct.ts';

let app: TestApp;
/** Of a pledge whose hours are kept available. */
let cy: Meter;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  await takeAllBack(app);
  cy = await meterOf(app, { measuredBy: 'reservation' });
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const HOUR = 3600n;

/** GPU-seconds that jobs used, by day. */
async function usedOf(ref: string): Promise<Record<string, bigint>> {
  const rows = await app.ctx.db
    .select({ on: gpuUse.usedOn, gpuSeconds: gpuUse.gpuSeconds })
    .from(gpuUse)
    .innerJoin(schema.pledge, eq(schema.pledge.id, gpuUse.pledgeId))
    .where(eq(schema.pledge.ref, ref));
  return Object.fromEntries(rows.map(({ on, gpuSeconds }) => [on, gpuSeconds]));
}

const takeBack = (id: string, body: object = { reason: 'Wrong file.' }) =>
  app.request(`/api/v1/admin/metering/${id}/take-back`, { body });

describe('what jobs use of hours that are kept available', () => {
  test('is kept by day within the pledge’s days, and moves nothing', async () => {
    const { compute } = await progressOf(app);
    const report = await cy.read(
      fileOf(row({ start: '2026-03-04T23:00:00', elapsed: 3 * 86_400 }), row({ id: '2' })),
    );
    expect(report).toMatchObject({ isUse: true, beyond: { gpuHours: '0.00' } });
    expect(await usedOf(cy.ref)).toEqual({});
    const recorded = await cy.record(report.id, { seen: report.seen });
    expect(recorded).toMatchObject({ status: 201, body: { movements: 0, gpuHours: '25.00' } });
    expect(await usedOf(cy.ref)).toEqual({
      '2026-03-02': HOUR,
      '2026-03-04': HOUR,
      '2026-03-07': 23n * HOUR,
    });
    expect(await receivedOf(app, cy.ref)).toEqual([]);
    expect((await progressOf(app)).compute).toEqual(compute);
  });

  test('is added up of files, of which none counts twice', async () => {
    const running = fileOf(row({ state: 'RUNNING' }));
    await cy.meter(running);
    const again = await cy.read(running);
    expect(again.skipped).toMatchObject([{ reason: 'recorded-before', gpuHours: '1.00' }]);
    expect((await cy.record(again.id)).status).toBe(409);
    await cy.meter(fileOf(row({ elapsed: 5400 }), row({ id: '2' })));
    await cy.meter(fileOf(row({ id: '3' })), { cluster: `${cy.cluster}-2` });
    expect(await usedOf(cy.ref)).toEqual({ '2026-03-02': 12_600n });
  });

  test('counts for no other pledge of the cluster', async () => {
    await cy.meter(fileOf(row()));
    const byJobs = await aPledge(app);
    expect((await cy.read(fileOf(row()), {}, byJobs)).counted.gpuSeconds).toBe('0');
  });

  test('takes the place of what was stated for its days, and gives way to it', async () => {
    const state = (gpuHours: string) =>
      move(app, cy.ref, 'use', {
        days: ['2026-03-02', '2026-03-03'].map((on) => ({ on, gpuHours })),
        source: 'The provider',
      });
    await state('5');
    await cy.meter(fileOf(row()));
    expect(await usedOf(cy.ref)).toEqual({ '2026-03-02': HOUR, '2026-03-03': 5n * HOUR });
    await state('7');
    expect(await usedOf(cy.ref)).toEqual({ '2026-03-02': 7n * HOUR, '2026-03-03': 7n * HOUR });
  });
});

describe('a file of use', () => {
  test('is taken back: its days have what other files say, and it may be read otherwise', async () => {
    const two = await cy.meter(fileOf(row({ id: '2', elapsed: 2 * 86_400 })));
    await cy.meter(fileOf(row()));
    const back = await takeBack(two.id);
    expect(back).toMatchObject({
      status: 201,
      body: { ref: cy.ref, days: 3, gpuHours: '48.00' },
    });
    expect(await usedOf(cy.ref)).toEqual({
      '2026-03-02': HOUR,
      '2026-03-03': 0n,
      '2026-03-04': 0n,
    });
    await cy.meter(fileOf(row({ id: '2' })));
    expect(await usedOf(cy.ref)).toMatchObject({ '2026-03-02': 2n * HOUR });
    const [line] = await app.database!.asOwner(
      `SELECT object, facts ->> 'reason' AS reason FROM audit WHERE act = 'pledge.unmeter' AND object = '${cy.ref}'`,
    );
    expect(line).toEqual({ object: cy.ref, reason: 'Wrong file.' });
  });

  test('may be read in another zone once it is taken back', async () => {
    const { id } = await cy.meter(fileOf(row()));
    const oslo = { zone: 'Europe/Oslo' };
    expect((await cy.send(fileOf(row()), oslo)).status).toBe(400);
    await takeBack(id);
    expect((await cy.send(fileOf(row()), oslo)).status).toBe(201);
  });

  test('is taken back once, with a reason, and only where it is recorded as use', async () => {
    const { id } = await cy.meter(fileOf(row()));
    expect((await takeBack(id, { reason: '' })).body.errors).toMatchObject([{ field: 'reason' }]);
    const answers = await Promise.all([takeBack(id), takeBack(id)]);
    expect(statusesOf(answers)).toEqual([201, 404]);
    expect((await takeBack((await cy.read(fileOf(row()))).id)).status).toBe(404);
    const delivered = await cy.meter(fileOf(row()), {}, await aPledge(app));
    const refused = await takeBack(delivered.id);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain(delivered.batch);
  });
});
