import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { move } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { meterOf, type Meter } from './meter.ts';
import { fileOf, row } from './sacct.ts';

let app: TestApp;
let cy: Meter;
/** Of a large job as it ran; and of its rest, which goes beyond the pledge's days and beyond what is agreed. */
let first: string;
let rest: string;
let used: string;
/** Of a pledge that was no longer expected: what comes of it is expected again by the same batch. */
let lapsed: Meter;

beforeAll(async () => {
  app = await startApp();
  cy = await meterOf(app);
  const large = { start: '2026-03-08T00:00:00', tres: 'gres/gpu:a100=99,gres/gpu=99' };
  ({ batch: first } = await cy.meter(fileOf(row({ ...large, state: 'RUNNING', elapsed: 3_600 }))));
  const later = fileOf(row({ ...large, elapsed: 2 * 86_400 }), row({ id: '2' }));
  ({ batch: rest } = await cy.meter(later));
  lapsed = await meterOf(app);
  await move(app, lapsed.ref, 'lapse');
  await lapsed.meter(fileOf(row()));
  const kept = await meterOf(app, { measuredBy: 'reservation' });
  ({ batch: used } = await kept.meter(fileOf(row({ id: '3' }))));
  await app.request(`/api/v1/admin/batches/${first}/reverse`, {
    body: { reason: 'another zone' },
  });
  await tamper(`CREATE TABLE kept_job AS TABLE metered_job; CREATE TABLE kept_file AS TABLE metering;
    CREATE TABLE kept_pledge AS TABLE pledge`);
});
afterEach(async () => {
  await tamper(`DELETE FROM metered_job; INSERT INTO metered_job TABLE kept_job;
    DELETE FROM metering; INSERT INTO metering TABLE kept_file;
    UPDATE pledge SET measured_by = kept.measured_by FROM kept_pledge AS kept WHERE kept.id = pledge.id`);
  await checkLedger(app);
});
afterAll(() => app.close());

/** Changes the database as somebody with every right might, triggers and all. */
const tamper = (sql: string) =>
  app.database!.asOwner(`SET session_replication_role = replica; ${sql}`);
const idOf = (batch: string) => `(SELECT id FROM metering WHERE batch = '${batch}')`;

test.each([
  ['a recorded file', () => `DELETE FROM metering WHERE batch = '${rest}'`],
  ['its batch', () => `UPDATE metering SET batch = NULL WHERE batch = '${rest}'`],
])('the server may not forget %s', async (_what, change) => {
  const gone = app.ctx.db.transaction((tx) => tx.execute(change()));
  await expect(gone).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/append-only|is kept/) },
  });
});

describe('verify holds what was received to what is kept of jobs', () => {
  test('of files that overlap, reach beyond the agreement, are taken back, reinstate, or are use', async () => {
    const { movements } = (await app.request('/api/v1/movements?limit=100')).body;
    const verbs = movements.map(({ verb }: { verb: string }) => verb);
    expect(new Set(verbs)).toEqual(new Set(['pledge', 'receive', 'lapse', 'reinstate', 'reverse']));
    await checkLedger(app);
  });

  test.each([
    [
      'a job that is told of on more GPUs',
      () => `UPDATE metered_job SET gpus = 100 WHERE metering_id = ${idOf(first)}`,
      () =>
        `batch ${first} receives 356400 GPU-seconds of pledge ${cy.ref}, where the jobs of its file delivered 360000`,
    ],
    [
      'a job that is told of as shorter',
      () =>
        `UPDATE metered_job SET ran = ran - int8multirange(int8range(started_at + 86400 - 60, started_at + 86400))
          WHERE metering_id = ${idOf(rest)} AND job = '100'`,
      () =>
        `batch ${rest} receives 8200800 GPU-seconds of pledge ${cy.ref}, where the jobs of its file delivered 8194860`,
    ],
    [
      'jobs that are gone',
      () => `DELETE FROM metered_job WHERE metering_id = ${idOf(rest)}`,
      () =>
        `batch ${rest} receives 8200800 GPU-seconds of pledge ${cy.ref}, where the jobs of its file delivered 0`,
    ],
    [
      'a file that is told of as recorded by another batch',
      () => `UPDATE metering SET batch = 'NOSUCHBATCH' WHERE batch = '${rest}'`,
      () =>
        `batch NOSUCHBATCH receives 0 GPU-seconds of pledge ${cy.ref}, where the jobs of its file delivered 8200800`,
    ],
    [
      'a file that is told of as another pledge’s',
      () =>
        `UPDATE metering SET pledge_id = (SELECT id FROM pledge WHERE ref = '${lapsed.ref}') WHERE batch = '${first}'`,
      () =>
        `batch ${first} receives 0 GPU-seconds of pledge ${lapsed.ref}, where the jobs of its file delivered 356400`,
    ],
    [
      'use that is told of as delivered',
      () =>
        `UPDATE pledge SET measured_by = 'jobs' WHERE id = (SELECT pledge_id FROM metering WHERE batch = '${used}')`,
      () => new RegExp(`^batch ${used} receives 0 GPU-seconds of pledge \\w+, where .* 3600$`),
    ],
    [
      'what was delivered, told of as use',
      () => `UPDATE pledge SET measured_by = 'reservation' WHERE ref = '${cy.ref}'`,
      () =>
        `batch ${first} receives 356400 GPU-seconds of pledge ${cy.ref}, where the jobs of its file delivered 0`,
    ],
    [
      'a file that is forgotten, and could be recorded again',
      () => `DELETE FROM metering WHERE batch = '${rest}'`,
      () => `the file of batch ${rest} is not known any more`,
    ],
  ])('and finds %s', async (_what, change, breach) => {
    await tamper(change());
    const verdict = await verifyAll(app.ctx, MACHINE, []);
    expect(verdict).toMatchObject({ holds: false });
    expect(verdict).toHaveProperty('breach', expect.stringMatching(breach()));
  });
});
