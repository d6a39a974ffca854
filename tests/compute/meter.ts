import { randomUUID } from 'node:crypto';
import type { MeteringJson } from '../../server/compute/answers.ts';
import { computePledge, publishedSignatory } from '../support/actors.ts';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { startApp, type Reply, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

/** What Ada has pledged: eight A100 in Oslo, on four days and, after a gap, on two. */
export const EIGHT_A100 = {
  asset: 'A100',
  windows: [
    { gpus: 8, from: '2026-03-01', to: '2026-03-05' },
    { gpus: 8, from: '2026-03-07', to: '2026-03-09' },
  ],
};

/** How Cy reads files and records them, of a cluster of the test's own. */
export interface Meter {
  ref: string;
  cluster: string;
  send: (file: string | Buffer, query?: Record<string, string>, ref?: string) => Promise<Reply>;
  /** The report of a file that is as it should be. */
  read: (
    file: string | Buffer,
    query?: Record<string, string>,
    ref?: string,
  ) => Promise<MeteringJson>;
  record: (id: string, body?: object, key?: string) => Promise<Reply>;
  /** Both: the report, and the batch that came of it. */
  meter: (
    file: string | Buffer,
    query?: Record<string, string>,
    ref?: string,
  ) => Promise<MeteringJson & { batch: string }>;
}

export const aPledge = async (app: TestApp, facts: object = {}): Promise<string> => {
  // Two of one name would be one person's.
  const name = randomUUID()
    .slice(0, 8)
    .replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
  const ada = await publishedSignatory(app, { name: `Ada ${name}` });
  return computePledge(app, ada, { ...EIGHT_A100, ...facts });
};

/** Else the jobs of the test before would be known, of another cluster. */
export async function takeAllBack(app: TestApp): Promise<void> {
  const standing = await app.database!.asOwner(
    `SELECT CASE measured_by WHEN 'jobs' THEN 'batches/' || batch || '/reverse'
       ELSE 'metering/' || metering.id || '/take-back' END AS path
     FROM metering JOIN pledge ON pledge.id = pledge_id
     WHERE batch IS NOT NULL AND batch NOT IN (
       SELECT moved.batch FROM movement AS back JOIN movement AS moved ON back.reverses = moved.seq)`,
  );
  for (const { path } of standing) {
    await app.request(`/api/v1/admin/${path as string}`, { body: { reason: 'Another test.' } });
  }
}

let meters = 0;

export async function meterOf(app: TestApp, facts: object = {}): Promise<Meter> {
  const ref = await aPledge(app, facts);
  const cluster = `saga-${randomUUID().slice(0, 8)}`;
  // A content counts under one cluster alone, and each test has a cluster of its own.
  const blank = '\n'.repeat((meters += 1));
  const send: Meter['send'] = (file, query = {}, of = ref) => {
    const asked = new URLSearchParams({ cluster, zone: 'UTC', gpu: 'a100=A100', ...query });
    return app.request(`/api/v1/admin/pledges/${of}/metering?${asked}`, {
      body: typeof file === 'string' ? file + blank : file,
      headers: { 'content-type': 'text/plain' },
    });
  };
  const read: Meter['read'] = async (...args) => {
    const { status, body } = await send(...args);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as MeteringJson;
  };
  const record: Meter['record'] = (id, body = {}, key = randomUUID()) =>
    app.request(`/api/v1/admin/metering/${id}/record`, { body, key });
  return {
    ref,
    cluster,
    send,
    read,
    record,
    meter: async (...args) => {
      const report = await read(...args);
      const { status, body } = await record(report.id, { seen: report.seen });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return { ...report, batch: body.batch as string };
    },
  };
}

interface Received {
  from: string;
  gpuSeconds: string;
  occurredOn: string;
  grade: string;
  batch: string;
}

/** What the pledge has received, in ledger order. */
export async function receivedOf(app: TestApp, ref: string): Promise<Received[]> {
  const { body } = await app.request(`/api/v1/movements?ref=${ref}&limit=100`);
  const movements = body.movements as (Received & { verb: string })[];
  return movements
    .filter(({ verb }) => verb === 'receive')
    .map(({ from, gpuSeconds, occurredOn, grade, batch }) => ({
      from,
      gpuSeconds,
      occurredOn,
      grade,
      batch,
    }));
}

/** GPU-seconds of the pledge by day. */
export const daysOf = async (app: TestApp, ref: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await receivedOf(app, ref)).map(({ occurredOn, gpuSeconds }) => [occurredOn, gpuSeconds]),
  );

/** Gives each test a pledge of its own in an app where nothing is recorded, and whose ledger holds after it. */
export function useMeter(take: (made: { app: TestApp; cy: Meter }) => void): void {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    await takeAllBack(app);
    take({ app, cy: await meterOf(app) });
  });
  afterEach(() => watchLedger(app));
  afterAll(() => app.close());
}
