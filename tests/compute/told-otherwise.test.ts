import { describe, expect, test } from 'vitest';
import { meteringText } from '../../server/compute/text.ts';
import { type TestApp } from '../support/app.ts';
import { aPledge, type Meter, meterOf, useMeter } from './meter.ts';
import { fileOf, row } from './sacct.ts';

let app: TestApp;
let cy: Meter;
useMeter((made) => ({ app, cy } = made));

const HOUR = '3600';

describe('a job runs once at a time', () => {
  const reverse = (batch: string) =>
    app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'Another zone.' } });
  const refused = (field: string, message: RegExp) => ({
    status: 400,
    body: { errors: [{ field, message: expect.stringMatching(message) }] },
  });

  test('so a file that was read in a wrong zone is not added to by the right one', async () => {
    const ids = ['1', '2', '3'];
    const local = fileOf(...ids.map((id) => row({ id, start: '2026-03-02T00:30:00' })));
    const { batch } = await cy.meter(local, { zone: 'Europe/Oslo' });
    const exact = fileOf(
      ...ids.map((id) => row({ id, start: '2026-03-02T00:30:00Z' })),
      row({ id: '4' }),
    );
    const told = new RegExp(`job 1 .* 2026-03-01T23:30:00Z, in batch ${batch}, like 2 more`);
    expect(await cy.send(exact, { zone: 'Europe/Oslo' })).toMatchObject(refused('zone', told));
    const seconds = fileOf(row({ id: '3', start: '1772411400' }));
    expect(await cy.send(seconds)).toMatchObject(refused('file', /job 3 .*in batch \w+\. Read/));
    await reverse(batch);
    const oslo = { zone: 'Europe/Oslo' };
    expect((await cy.meter(exact, oslo)).counted.gpuHours).toBe('4.00');
    const earlier = await cy.send(local, oslo);
    expect(earlier).toMatchObject(refused('zone', /job 1 .* 2026-03-02T00:30:00Z/));
  });

  test('in the hour that comes twice a year', async () => {
    const autumn = await meterOf(app, {
      windows: [{ gpus: 8, from: '2025-10-01', to: '2025-11-30' }],
    });
    await autumn.meter(fileOf(row({ start: '2025-10-26T02:30:00' })), { zone: 'Europe/Oslo' });
    const second = await autumn.send(fileOf(row({ start: '1761442200' })));
    expect(second).toMatchObject(refused('file', /2025-10-26T00:30:00Z/));
  });

  test('so two runs at once are one of two rows that are wrong', async () => {
    const again = fileOf(row({ elapsed: 7200 }), row({ start: '2026-03-02T11:59:59' }), row());
    expect(await cy.send(again)).toMatchObject(
      refused('file', /job 100 .* 2026-03-02T11:59:59Z.*SLURM_TIME_FORMAT=%s/),
    );
    await cy.meter(fileOf(row({ elapsed: 7200 })));
    const other = await cy.send(fileOf(row({ start: '2026-03-02T11:00:01' })));
    expect(other).toMatchObject(refused('zone', /2026-03-02T10:00:00Z/));
    const before = await cy.send(
      fileOf(row({ start: '2026-02-28T10:00:01', elapsed: 3 * 86_400 })),
    );
    expect(before).toMatchObject(refused('zone', /2026-03-02T10:00:00Z/));
  });

  test('and may be requeued when it has ended, at any time', async () => {
    await cy.meter(fileOf(row()));
    await cy.meter(fileOf(row({ start: '2026-03-02T11:00:01' })));
    const quarter = row({ start: '2026-03-02T13:00:00' });
    expect((await cy.send(fileOf(quarter))).status).toBe(400);
    // One of several is a chance.
    const among = fileOf(quarter, row({ id: '7' }), row({ id: '8' }));
    expect((await cy.read(among)).counted.gpuHours).toBe('3.00');
    const all = fileOf(row(), row({ start: '2026-03-02T11:00:01' }), quarter);
    expect((await cy.meter(all)).counted.gpuSeconds).toBe(HOUR);
    // What is recorded by its own start was read as it is now, whatever is a quarter away.
    expect((await cy.read(fileOf(row({ elapsed: 3601 })))).counted.gpuSeconds).toBe('1');
    // Days later it is no zone.
    await cy.meter(fileOf(row({ start: '2026-03-04T13:00:00' })));
  });

  test('on GPUs that are told with their type in one row and without it in another', async () => {
    const rows = [row({ tres: 'gres/gpu:a100=3,gres/gpu=4' }), row({ tres: 'gres/gpu=4' })];
    const report = await cy.read(fileOf(...rows), { untyped: 'A100' });
    expect(report).toMatchObject({ rows: { repeated: 1 }, counted: { gpuHours: '4.00' } });
    const typed = row({ id: '2', tres: 'gres/gpu:a100=4,gres/gpu=4' });
    const more = fileOf(typed, row({ id: '2', tres: 'gres/gpu=4' }), ...rows);
    expect(await cy.meter(more, { untyped: 'A100' })).toMatchObject({
      rows: { repeated: 2 },
      counted: { gpuHours: '8.00', jobs: 2 },
    });
  });
});

test('of a job that is there as running and as ended, the end holds', async () => {
  const snapshot = row({ state: 'RUNNING', elapsed: 36_000 });
  const ended = row({ state: 'NODE_FAIL', elapsed: 18_000 });
  const again = row({ start: '2026-03-02T16:00:00', state: 'RUNNING' });
  expect(await cy.read(fileOf(snapshot, ended, again, again))).toMatchObject({
    jobs: 2,
    running: 1,
    counted: { gpuHours: '6.00' },
  });
});

test('what stands recorded beyond a file is told of, and counts right once it is read again', async () => {
  const none = { jobs: 0, gpuSeconds: '0', gpuHours: '0.00', batches: [] };
  const long = { elapsed: 7200, tres: 'gres/gpu:a100=4' };
  const running = await cy.meter(
    fileOf(row({ ...long, state: 'RUNNING' }), row({ id: '2', state: 'RUNNING' })),
  );
  const rest = await cy.meter(fileOf(row({ ...long, elapsed: 9000, state: 'RUNNING' })));
  // Of another pledge, and with a job that goes on.
  const ended = fileOf(
    row({ ...long, elapsed: 5400 }),
    row({ id: '2', elapsed: 5400 }),
    row({ id: '3' }),
  );
  const report = await cy.read(ended, {}, await aPledge(app));
  expect(report).toMatchObject({
    counted: { jobs: 2, gpuSeconds: '5400' },
    overstated: { jobs: 1, gpuSeconds: '14400', gpuHours: '4.00' },
  });
  expect(new Set(report.overstated.batches)).toEqual(new Set([running.batch, rest.batch]));
  expect(meteringText(report)).toContain(
    `beyond what this file says: 4.00 GPU-hours of 1 jobs; take back ${report.overstated.batches.join(', ')} and`,
  );
  const later = await cy.read(fileOf(row({ ...long, elapsed: 8000 })));
  expect(later.overstated).toMatchObject({ gpuSeconds: '4000', batches: [rest.batch] });
  // An older file says nothing of what came after it.
  const older = fileOf(row({ ...long, elapsed: 60, state: 'RUNNING' }));
  expect((await cy.read(older)).overstated).toEqual(none);
  for (const { batch } of [running, rest]) {
    await app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'It ended.' } });
  }
  const right = await cy.meter(ended);
  expect(right).toMatchObject({ counted: { gpuSeconds: '30600' }, overstated: none });
  expect((await cy.read(ended)).overstated).toEqual(none);
  const shorter = await cy.read(fileOf(row({ ...long, elapsed: 5399 })));
  expect(shorter.overstated).toMatchObject({ gpuSeconds: '4', batches: [right.batch] });
});

describe('a job that is known to have ended', () => {
  const running = (elapsed: number) => row({ state: 'RUNNING', elapsed });
  const other = (id: string) => row({ id, elapsed: 60 });

  test('is added to by no file in which it still ran, and by one in which it ended later', async () => {
    await cy.meter(fileOf(running(3000)));
    await cy.meter(fileOf(row({ elapsed: 5400 })));
    const older = await cy.meter(fileOf(running(9000), other('2')));
    expect(older).toMatchObject({
      counted: { jobs: 1, gpuSeconds: '60' },
      skipped: [
        { reason: 'recorded-before', gpuSeconds: '5400' },
        { reason: 'after-end', gpuSeconds: '3600' },
      ],
      overstated: { jobs: 0 },
    });
    expect(meteringText(older)).toContain('1.00 GPU-hours after the end of their jobs');
    expect((await cy.meter(fileOf(row({ elapsed: 7200 })))).counted.gpuSeconds).toBe('1800');
    expect((await cy.read(fileOf(running(9000)))).skipped).toMatchObject([
      { reason: 'recorded-before', gpuSeconds: '7200' },
      { reason: 'after-end', gpuSeconds: '1800' },
    ]);
  });

  test('by a file of which no second of it is new', async () => {
    const first = await cy.meter(fileOf(running(7200)));
    await cy.meter(fileOf(row({ elapsed: 5400 }), other('2')));
    expect((await cy.meter(fileOf(running(9000), other('3')))).counted.gpuSeconds).toBe('60');
    await app.request(`/api/v1/admin/batches/${first.batch}/reverse`, {
      body: { reason: 'It ended.' },
    });
    expect((await cy.meter(fileOf(running(9000)))).counted.gpuSeconds).toBe('5400');
  });

  test('counts until then for a pledge of later days, of an older file as well', async () => {
    const start = '2026-03-04T22:00:00';
    const windows = [{ gpus: 8, from: '2026-03-05', to: '2026-03-07' }];
    const later = await aPledge(app, { windows });
    await cy.meter(fileOf(row({ start })));
    await cy.meter(fileOf(row({ start, elapsed: 4 * 3600 })));
    const older = row({ start, elapsed: 5 * 3600, state: 'RUNNING' });
    expect((await cy.meter(fileOf(older), {}, later)).counted.gpuHours).toBe('2.00');
  });
});

describe('jobs of a cluster', () => {
  const jobs = (...ids: string[]) => fileOf(...ids.map((id) => row({ id })));

  test('do not count again under another name of it, in whichever file', async () => {
    const elsewhere = { cluster: `${cy.cluster}-2` };
    const { batch } = await cy.meter(jobs('31', '32'));
    await cy.meter(jobs('33', '34'));
    const others = Array.from({ length: 160 }, (_, at) => `${50 + at}`);
    const few = ['31', ...others.slice(0, 49)];
    expect((await cy.send(jobs(...few), elsewhere)).body.detail).toMatch(/^1 .* is recorded for/);
    // So few of many may be a chance.
    for (const some of [
      [...few, '40'],
      ['31', '32', '40', ...others],
    ]) {
      expect((await cy.read(jobs(...some), elsewhere)).counted.jobs).toBe(some.length);
    }
    expect(await cy.send(jobs('31', '32', '33', ...others), elsewhere)).toMatchObject({
      status: 409,
      body: {
        detail: expect.stringMatching(`3 of the jobs .* for cluster ${cy.cluster}, as batch`),
      },
    });
    await app.request(`/api/v1/admin/batches/${batch}/reverse`, {
      body: { reason: 'Wrong cluster.' },
    });
    expect((await cy.send(jobs('31', '32'), elsewhere)).status).toBe(201);
  });
});
