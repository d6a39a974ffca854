import { createHash } from 'node:crypto';
import { getTableColumns, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as tables from '../../server/db/compute.ts';
import * as schema from '../../server/db/schema.ts';
import { type TestApp } from '../support/app.ts';
import { statusesOf } from '../support/forms.ts';
import { aPledge, daysOf, type Meter, receivedOf, useMeter } from './meter.ts';
import { fileOf, gzipOf, HEADER, row } from './sacct.ts';

let app: TestApp;
let cy: Meter;
useMeter((made) => ({ app, cy } = made));

const HOUR = '3600';

describe('an hour of a job counts once', () => {
  test('when a file comes twice, or has a row twice', async () => {
    const file = fileOf(row(), row(), row({ id: '2' }));
    expect(await cy.meter(file)).toMatchObject({
      rows: { repeated: 1 },
      counted: { gpuHours: '2.00' },
    });
    const again = await cy.read(file);
    expect(again).toMatchObject({
      jobs: 2,
      gpuHours: '2.00',
      counted: { jobs: 0, gpuHours: '0.00', from: null, to: null },
      skipped: [{ reason: 'recorded-before', gpuHours: '2.00' }],
    });
    const refused = await cy.record(again.id);
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('Nothing') },
    });
  });

  test('when a row with GPUs of two types appears twice, which is one row too many', async () => {
    const both = row({ tres: 'gres/gpu:a100=1,gres/gpu:v100=1,gres/gpu=3' });
    const typed = row({ id: '2', tres: 'gres/gpu:a100=1' });
    const file = fileOf(
      both,
      both,
      row({ id: '2.batch' }),
      typed,
      row({ id: '2', tres: 'gres/gpu=1' }),
    );
    expect(await cy.read(file)).toMatchObject({ rows: { read: 5, repeated: 2 }, jobs: 2 });
  });

  test('when a job was running the first time: only what is new is added', async () => {
    await cy.meter(fileOf(row({ state: 'RUNNING', elapsed: 3600 })));
    const later = fileOf(row({ elapsed: 5400 }), row({ id: '2' }));
    expect((await cy.meter(later)).counted).toMatchObject({ jobs: 2, gpuSeconds: '5400' });
    expect((await receivedOf(app, cy.ref)).map(({ gpuSeconds }) => gpuSeconds)).toEqual([
      HOUR,
      '5400',
    ]);
    // Corrected to less, it adds nothing and takes nothing back.
    expect((await cy.read(fileOf(row({ elapsed: 60 })))).counted.gpuSeconds).toBe('0');
  });

  test('though a requeued job counts for each of its starts', async () => {
    await cy.meter(fileOf(row()));
    const requeued = fileOf(row(), row({ start: '2026-03-02T12:00:00' }));
    expect((await cy.meter(requeued)).counted.gpuSeconds).toBe(HOUR);
  });

  test('for whichever pledge it was recorded, and on each day for its own', async () => {
    const windows = [{ gpus: 8, from: '2026-03-05', to: '2026-03-08' }];
    const other = await aPledge(app, { windows });
    const file = fileOf(row({ start: '2026-03-04T12:00:00', elapsed: 4 * 86_400 }));
    await cy.meter(file);
    const report = await cy.meter(file, {}, other);
    expect(report.skipped).toMatchObject([
      { reason: 'outside-days', gpuHours: '24.00' },
      { reason: 'recorded-before', gpuHours: '24.00' },
    ]);
    expect(await daysOf(app, other)).toEqual({ '2026-03-05': '86400', '2026-03-06': '86400' });
  });

  test('and again once its batch was taken back', async () => {
    const { batch } = await cy.meter(fileOf(row()));
    await app.request(`/api/v1/admin/batches/${batch}/reverse`, {
      body: { reason: 'Wrong file.' },
    });
    expect((await cy.meter(fileOf(row()))).counted.gpuSeconds).toBe(HOUR);
    expect((await cy.read(fileOf(row()))).counted.gpuSeconds).toBe('0');
  });

  test('but is another one in another cluster', async () => {
    await cy.meter(fileOf(row()));
    const report = await cy.read(fileOf(row({ start: '2026-03-02T10:00:01' })), {
      cluster: `${cy.cluster}-2`,
    });
    expect(report.counted.gpuSeconds).toBe(HOUR);
  });

  test('and not under another name of its cluster: the same file or its gzip is refused', async () => {
    const elsewhere = { cluster: `${cy.cluster}-2` };
    const file = fileOf(row(), row({ id: `7${cy.cluster.replaceAll(/\D/g, '')}` }));
    const early = await cy.read(gzipOf(file), elsewhere);
    const { batch, sha256 } = await cy.meter(gzipOf(file));
    expect(early.sha256).toBe(sha256);
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
    const detail = new RegExp(`cluster ${cy.cluster}, as batch ${batch}`);
    const refused = { status: 409, body: { detail: expect.stringMatching(detail) } };
    for (const same of [gzipOf(file), Buffer.from(file)]) {
      expect(await cy.send(same, elsewhere)).toMatchObject(refused);
    }
    expect(await cy.record(early.id)).toMatchObject(refused);
    await app.request(`/api/v1/admin/batches/${batch}/reverse`, {
      body: { reason: 'Wrong cluster.' },
    });
    expect((await cy.record(early.id)).status).toBe(201);
  });

  test('though one file may tell of several clusters, each read by its name', async () => {
    const other = `${cy.cluster}-2`;
    const rows = [`${row()}|${cy.cluster}`, `${row()}|${other}`];
    const file = `${HEADER}|Cluster\n${rows.join('\n')}\n`;
    for (const cluster of [cy.cluster, other]) {
      expect((await cy.meter(file, { cluster })).counted.gpuSeconds).toBe(HOUR);
    }
  });

  test.each([
    ['UTC', 'Etc/UTC'],
    ['Asia/Kolkata', 'Asia/Calcutta'],
  ])('when its zone is called %s and then %s', async (zone, alias) => {
    await cy.meter(fileOf(row()), { zone });
    expect((await cy.read(fileOf(row()), { zone: alias })).counted.gpuSeconds).toBe('0');
  });

  test('when types were told apart only later', async () => {
    const tres = 'gres/gpu:a100=1,gres/gpu:v100=1';
    await cy.meter(fileOf(row({ tres })));
    const both = { gpu: 'a100=A100,v100=A100' };
    expect((await cy.meter(fileOf(row({ tres })), both)).counted.gpuSeconds).toBe(HOUR);
    const untyped = fileOf(row({ tres: 'gres/gpu=2' }));
    expect((await cy.read(untyped, { untyped: 'A100' })).counted.gpuSeconds).toBe('0');
  });
});

describe('an hour of a job whose type of GPU is called otherwise', () => {
  const read = { gpu: 'a100=A100,nvidia_a100=A100,v100=A100' };
  const job = (tres: string) => fileOf(row({ tres }));

  test('is the same hour, of one type or of two', async () => {
    const renamed = await cy.meter(job('gres/gpu:a100=4,gres/gpu=4'), read);
    expect(renamed.counted.gpuHours).toBe('4.00');
    expect(await cy.read(job('gres/gpu:nvidia_a100=4,gres/gpu=4'), read)).toMatchObject({
      counted: { jobs: 0, gpuSeconds: '0' },
      skipped: [{ reason: 'recorded-before', gpuHours: '4.00' }],
    });
    const both = row({ id: '2', tres: 'gres/gpu:a100=2,gres/gpu:v100=1' });
    await cy.meter(fileOf(both), read);
    const other = row({ id: '2', tres: 'gres/gpu:nvidia_a100=2,gres/gpu:v100=1' });
    expect((await cy.read(fileOf(other), read)).counted.gpuSeconds).toBe('0');
  });

  test('is another one where the file tells of the first type as well', async () => {
    await cy.meter(job('gres/gpu:a100=2,gres/gpu:v100=1'));
    const both = await cy.read(job('gres/gpu:a100=2,gres/gpu:v100=1'), read);
    expect(both.counted.gpuSeconds).toBe(HOUR);
  });
});

describe('recording', () => {
  test('is done once, whoever asks for it again', async () => {
    const { id } = await cy.read(fileOf(row()));
    const first = await cy.record(id, {}, 'once');
    expect(await cy.record(id, {}, 'once')).toMatchObject({ status: 201, body: first.body });
    expect((await cy.record(id)).body.detail).toContain(first.body.batch);
    expect(await receivedOf(app, cy.ref)).toHaveLength(1);
    expect((await app.request(`/api/v1/admin/metering/${id}`)).status).toBe(409);
  });

  test('is refused where it would do something else than was seen', async () => {
    const { id, seen } = await cy.read(fileOf(row()));
    await cy.meter(fileOf(row({ id: '2' })), {}, await aPledge(app));
    expect((await cy.record(id, { seen })).status).toBe(409);
    const now = await app.request(`/api/v1/admin/metering/${id}`);
    expect((await cy.record(id, { seen: now.body.seen })).status).toBe(201);
  });

  test('by two at once of one job counts it once', async () => {
    const other = await aPledge(app);
    const [one, two] = [await cy.read(fileOf(row())), await cy.read(fileOf(row()), {}, other)];
    const answers = await Promise.all([cy.record(one.id), cy.record(two.id)]);
    expect(statusesOf(answers)).toEqual([201, 409]);
  });

  test('takes over what the look has found, of the same files', async () => {
    const { id, seen } = await cy.read(fileOf(row(), row({ id: '2' })));
    const { asOwner } = app.database!;
    const one = `WHERE id = '${id}'`;
    await asOwner(`UPDATE metering SET tally = (
      SELECT jsonb_set(tally::jsonb, '{row,counts,newJobs}', '7')::json FROM metering ${one}) ${one}`);
    const look = () => app.request(`/api/v1/admin/metering/${id}`);
    expect((await look()).body.counted).toMatchObject({ jobs: 7, gpuHours: '2.00' });
    await cy.meter(fileOf(row()), {}, await aPledge(app));
    expect((await cy.record(id, { seen })).status).toBe(409);
    expect((await look()).body.counted).toMatchObject({ jobs: 1, gpuHours: '1.00' });
    expect((await cy.record(id)).body).toMatchObject({ gpuHours: '1.00' });
    expect(await receivedOf(app, cy.ref)).toMatchObject([{ gpuSeconds: HOUR }]);
    expect(await asOwner(`SELECT tally FROM metering ${one}`)).toEqual([{ tally: null }]);
  });

  test('counts only what is new by then, though it was looked at before', async () => {
    const { id } = await cy.read(fileOf(row(), row({ id: '2' }), row({ id: '2' })));
    const { batch } = await cy.meter(fileOf(row({ id: '2' })), {}, await aPledge(app));
    await app.request(`/api/v1/admin/metering/${id}`);
    await app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'Wrong.' } });
    expect((await cy.record(id)).body).toMatchObject({ gpuHours: '2.00' });
  });

  test('that fails once its jobs are kept leaves none of them', async () => {
    const { id, seen } = await cy.read(fileOf(row(), row({ id: '2' })));
    const { asOwner } = app.database!;
    const jobs = () => asOwner(`SELECT FROM metered_job WHERE metering_id = '${id}'`);
    await asOwner('REVOKE INSERT ON evidence FROM muster_app');
    expect((await cy.record(id, { seen })).status).toBe(500);
    expect(await jobs()).toEqual([]);
    await asOwner('GRANT INSERT ON evidence TO muster_app');
    expect((await cy.record(id, { seen })).body).toMatchObject({ gpuHours: '2.00' });
    expect(await jobs()).toHaveLength(2);
  });

  test('leaves nothing of who ran what', async () => {
    const lines = fileOf(row()).trim().split('\n');
    const file = lines.map((line, at) =>
      at === 0 ? `${line}|User|JobName` : `${line}|bobex|hush`,
    );
    await cy.meter(file.join('\n'));
    const { ctx } = app;
    const kept = await Promise.all([
      ctx.db.select().from(tables.metering),
      ctx.db
        .select({ ...getTableColumns(tables.meteredJob), startedAt: sql`null`, endedAt: sql`null` })
        .from(tables.meteredJob),
      ctx.db
        .select({ note: schema.evidence.note, reference: schema.evidence.reference })
        .from(schema.evidence),
    ]);
    expect(kept.every((rows) => rows.length > 0)).toBe(true);
    expect(JSON.stringify(kept)).not.toMatch(/bobex|hush/);
  });
});
