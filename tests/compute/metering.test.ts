import { describe, expect, test } from 'vitest';
import { move } from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { aPledge, daysOf, type Meter, meterOf, receivedOf, useMeter } from './meter.ts';
import { fileOf, gzipOf, row } from './sacct.ts';

let app: TestApp;
let cy: Meter;
useMeter((made) => ({ app, cy } = made));

const HOUR = '3600';

describe('a file that is read', () => {
  test('is told of before anything is recorded', async () => {
    const file = fileOf(
      row({ id: '1', elapsed: 7200 }),
      row({ id: '1.batch', elapsed: 7200 }),
      row({ id: '2', state: 'RUNNING', tres: 'gres/gpu:a100=4,gres/gpu=4' }),
      row({ id: '3', state: 'PENDING', start: 'Unknown', elapsed: 0, tres: '' }),
      row({ id: '4', tres: 'cpu=4,node=1' }),
      'broken',
    );
    const report = await cy.read(gzipOf(file));
    expect(report).toMatchObject({
      ref: cy.ref,
      cluster: cy.cluster,
      zone: 'UTC',
      rows: {
        read: 6,
        repeated: 0,
        steps: 1,
        notRun: 1,
        withoutGpus: 1,
        unreadable: 1,
        firstUnreadable: 7,
      },
      jobs: 2,
      running: 1,
      gpuSeconds: '21600',
      gpuHours: '6.00',
      months: [{ model: 'A100', month: '2026-03', gpuHours: '6.00' }],
      skipped: [],
      counted: { model: 'A100', jobs: 2, gpuHours: '6.00', from: '2026-03-02', to: '2026-03-02' },
      beyond: { gpuHours: '0.00' },
    });
    expect(report.sha256).toMatch(/^[\da-f]{64}$/);
    expect(await receivedOf(app, cy.ref)).toEqual([]);
    const again = await app.request(`/api/v1/admin/metering/${report.id}`);
    expect(again.body).toEqual(report);
  });

  test('says all that is in it, whatever counts', async () => {
    const job = (id: string, tres: string) => row({ id, tres });
    const file = fileOf(
      job('1', 'gres/gpu:a100=1,gres/gpu=1'),
      job('2', 'gres/gpu:a100_80=2,gres/gpu=2'),
      job('3', 'gres/gpu:h100=3,gres/gpu=3'),
      job('4', 'gres/gpu=4'),
      row({ id: '5', start: '2026-02-28T10:00:00', tres: 'gres/gpu:a100=5' }),
    );
    const query = { gpu: 'a100=A100, H100=H100-SXM' };
    const report = await cy.read(file, query);
    expect(report).toMatchObject({
      jobs: 5,
      gpuHours: '15.00',
      counted: { jobs: 1, gpuHours: '1.00' },
    });
    expect(report.months).toMatchObject([
      { model: 'A100', month: '2026-02', gpuHours: '5.00' },
      { model: 'A100', month: '2026-03', gpuHours: '1.00' },
      { model: 'H100-SXM', month: '2026-03', gpuHours: '3.00' },
      { model: null, month: '2026-03', gpuHours: '6.00' },
    ]);
    expect(
      new Set(report.skipped.map((part) => [part.reason, part.type, part.gpuHours].join())),
    ).toEqual(
      new Set([
        'unmapped,a100_80,2.00',
        'other-model,h100,3.00',
        'unmapped,,4.00',
        'outside-days,,5.00',
      ]),
    );
    const more = await cy.read(file, { gpu: 'a100=A100,a100_80=A100', untyped: 'A100' });
    expect(more.counted).toMatchObject({ jobs: 3, gpuHours: '7.00' });
  });
});

test.each(['constructor', '__proto__'])('a type may be called %s', async (type) => {
  const report = await cy.read(fileOf(row({ tres: `gres/gpu:${type}=4` })));
  expect(report.skipped).toMatchObject([{ reason: 'unmapped', type }]);
  const mapped = await cy.read(fileOf(row({ tres: `gres/gpu:${type}=4` })), {
    gpu: `${type}=A100`,
  });
  expect(mapped.counted.gpuHours).toBe('4.00');
});

test('a delimiter may be a tab, written as one writes it', async () => {
  const file = fileOf(row()).replaceAll('|', '\t');
  expect((await cy.read(file, { delimiter: '\\t' })).jobs).toBe(1);
});

describe('what is recorded', () => {
  test('is a receipt for each day, all of one batch, with what stands behind it', async () => {
    const file = fileOf(
      // From the evening before the first day to the morning of the third.
      row({ id: '1', start: '2026-02-28T22:00:00', elapsed: 2 * 3600 + 2 * 86_400 + 600 }),
      row({ id: '2', start: '2026-03-02T10:00:00', elapsed: 60, tres: 'gres/gpu:a100=8' }),
    );
    const { batch, sha256 } = await cy.meter(file);
    const from = 'pledged';
    const grade = 'metered';
    expect(await receivedOf(app, cy.ref)).toEqual([
      { from, grade, batch, occurredOn: '2026-03-01', gpuSeconds: '86400' },
      { from, grade, batch, occurredOn: '2026-03-02', gpuSeconds: '86880' },
      { from, grade, batch, occurredOn: '2026-03-03', gpuSeconds: '600' },
    ]);
    const [evidence] = await app.database!.asOwner(
      `SELECT * FROM evidence WHERE batch = '${batch}'`,
    );
    expect(evidence).toMatchObject({ note: `jobs, SHA-256 ${sha256}`, reference: cy.cluster });
    const [line] = await app.database!.asOwner(
      `SELECT act, object, facts ->> 'batch' AS batch FROM audit WHERE act = 'pledge.meter' AND object = '${cy.ref}'`,
    );
    expect(line).toEqual({ act: 'pledge.meter', object: cy.ref, batch });
  });

  test('is within the pledge’s days, whose gap is none of them', async () => {
    await cy.meter(fileOf(row({ start: '2026-03-04T12:00:00', elapsed: 3 * 86_400 })));
    expect(await daysOf(app, cy.ref)).toEqual({ '2026-03-04': '43200', '2026-03-07': '43200' });
  });

  test('is within the days of a grant of hours', async () => {
    const windows = { gpuHours: '100.00', from: '2026-03-02', to: '2026-03-03' };
    const ref = await aPledge(app, { windows });
    await cy.meter(fileOf(row({ start: '2026-03-01T23:00:00', elapsed: 2 * 86_400 })), {}, ref);
    expect(await daysOf(app, ref)).toEqual({ '2026-03-02': '86400' });
  });

  test('is by the days of UTC', async () => {
    const file = fileOf(row({ start: '2026-03-02T00:30:00' }));
    await cy.meter(file, { zone: 'Europe/Oslo' });
    expect(await daysOf(app, cy.ref)).toEqual({ '2026-03-01': '1800', '2026-03-02': '1800' });
  });

  test('takes what is agreed first, and what no promise covers from outside', async () => {
    await move(app, cy.ref, 'commit', {
      windows: [{ gpus: 1, from: '2026-03-01', to: '2026-03-02' }],
      evidence: { grade: 'signed-agreement' },
    });
    const promised = 8 * 6 * 24;
    const report = await cy.meter(
      fileOf(row({ start: '2026-03-02T00:00:00', elapsed: 86_400, tres: 'gres/gpu:a100=100' })),
    );
    expect(report.beyond.gpuHours).toBe(`${2400 - promised}.00`);
    expect((await receivedOf(app, cy.ref)).map(({ from }) => from)).toEqual([
      'committed',
      'pledged',
      'outside',
    ]);
  });
});

describe('a file is refused', () => {
  test('where it tells times or ids otherwise than what is recorded', async () => {
    await cy.meter(fileOf(row()));
    const zone = await cy.send(fileOf(row({ id: '2' })), { zone: 'Europe/Oslo' });
    expect(zone).toMatchObject({ status: 400, body: { errors: [{ field: 'zone' }] } });
    const shown = await cy.send(fileOf(row({ id: '2' })).replace('JobIDRaw', 'JobID'));
    expect(shown).toMatchObject({ status: 400, body: { errors: [{ field: 'file' }] } });
    const offset = fileOf(row({ id: '2', start: '2026-03-02T10:00:00+01:00' }));
    expect((await cy.send(offset, { zone: 'Europe/Oslo' })).status).toBe(201);
  });

  test('where it says more than an amount may be', async () => {
    const rows = Array.from({ length: 17 }, (_, at) =>
      row({
        id: `${at}`,
        start: '2024-01-01T00:00:00',
        elapsed: 60_000_000,
        tres: 'gres/gpu=1000000',
      }),
    );
    expect(await cy.send(fileOf(...rows))).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'file', message: 'has more than 10^15 GPU-seconds' }] },
    });
    const less = await cy.read(fileOf(...rows.slice(1), row({ elapsed: 1 })));
    expect(less.gpuSeconds).toBe('960000000000001');
  });

  test('where its jobs ran in the future', async () => {
    const ref = await aPledge(app, {
      windows: [{ gpus: 8, from: '2026-03-01', to: '2027-01-01' }],
    });
    const file = fileOf(row({ start: '2026-03-12T10:00:00' }));
    expect(await cy.send(file, {}, ref)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'file', message: '2026-03-12 is in the future' }] },
    });
  });

  test.each([
    ['cluster', { cluster: 'two words' }],
    ['zone', { zone: 'Oslo' }],
    ['gpu', { gpu: 'a100' }],
    ['gpu', { gpu: 'a\u0000=A100' }],
    ['gpu', { gpu: 'a100=A1000' }],
    ['untyped', { untyped: 'A1000' }],
    ['delimiter', { delimiter: ',' }],
    ['delimiter', { delimiter: 't' }],
    ['format', { format: 'lsf' }],
    ['more', { more: '1' }],
  ])('with a wrong %s', async (field, query) => {
    expect(await cy.send(fileOf(row()), query)).toMatchObject({
      status: 400,
      body: { errors: [{ field }] },
    });
  });

  test('for a pledge that is not accepted', async () => {
    const waiting = await aPledge(app, { accept: false });
    expect((await cy.send(fileOf(row()), {}, waiting)).status).toBe(409);
    expect((await cy.send(fileOf(row()), {}, 'NOSUCHREF0')).status).toBe(404);
  });

  test('when it is none', async () => {
    const at = `/api/v1/admin/pledges/${cy.ref}/metering?cluster=x`;
    expect(await app.request(at, { body: '{}' })).toMatchObject({
      status: 415,
      body: {
        detail:
          'Send the body as text/plain or text/csv or application/gzip or application/x-gzip or application/octet-stream.',
      },
    });
    expect((await app.request(at, { method: 'POST' })).status).toBe(400);
  });
});

test('what was read and not recorded is gone after a day', async () => {
  const { id } = await cy.read(fileOf(row()));
  const later = { now: new Date(app.clock.now.getTime() + 25 * 3_600_000) };
  const { now } = app.clock;
  app.clock.now = later.now;
  await cy.read(fileOf(row()));
  app.clock.now = now;
  expect((await app.request(`/api/v1/admin/metering/${id}`)).status).toBe(404);
  const blocks = await app.database!.asOwner(
    `SELECT FROM metering_block WHERE metering_id = '${id}'`,
  );
  expect(blocks).toEqual([]);
});

test('the embedded database does the same', async () => {
  const embedded = await startApp({ engine: 'embedded' });
  try {
    const meter = await meterOf(embedded);
    const file = fileOf(row({ elapsed: 86_400 }), row({ id: '2' }));
    await meter.meter(file);
    const again = await meter.read(fileOf(row({ elapsed: 90_000 })));
    expect(again.counted).toMatchObject({ gpuSeconds: HOUR, from: '2026-03-03' });
    await checkLedger(embedded);
  } finally {
    await embedded.close();
  }
});
