/**
 * The import of a provider's records: a million jobs of a year are read, looked at and recorded, on
 * Postgres, with the process's memory beyond what it had before; then the same file once more, in which
 * nothing is new; and jobs that run for a year or two, against as many that run for a day.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { MACHINE } from '../server/actor.ts';
import { previewMetering, recordMetering } from '../server/compute/record.ts';
import { reportOf } from '../server/compute/report.ts';
import { meteringInput } from '../server/compute/schemas.ts';
import { readMetering } from '../server/compute/staged-jobs.ts';
import { readConfig } from '../server/config.ts';
import type { Context } from '../server/context.ts';
import * as schema from '../server/db/schema.ts';
import type { MeteringReport } from '../server/domain/metering.ts';
import { requestKey } from '../server/db/write.ts';
import { importFile } from '../server/import/import.ts';
import { openContext } from '../server/open-context.ts';
import { timed, type Row } from './support/table.ts';
import { asOwner, say, type World } from './support/world.ts';

const JOBS = 1_000_000;
const GOAL_MS = 15_000;
const GOAL_MIB = 128;
const ROWS_PER_CHUNK = 500;
const SAMPLE_MS = 20;
const MIB = 2 ** 20;
const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 365 * DAY_SECONDS;
const SPREAD_JOBS = 40_000;
const GOAL_SPREAD = 1.5;
const START = Date.UTC(2025, 0, 1);

const INITIATIVE = {
  initiative: {
    name: 'Benchmark',
    call: 'Many jobs.',
    currency: 'USD',
    targets: { gpus: 10_000 },
  },
  signatories: [{ key: 'giver', kind: 'organisation', name: 'Giver', signedOn: '2024-12-01' }],
  pledges: [
    {
      key: 'gpus',
      signatory: 'giver',
      kind: 'compute',
      asset: 'A100',
      site: 'Oslo',
      windows: [{ gpus: 4_096, from: '2025-01-01', to: '2026-01-01' }],
      movements: [{ verb: 'accept', occurredOn: '2024-12-01' }],
    },
  ],
};

/** Jobs of a minute to three days on one to eight GPUs, in the order in which they began. */
async function* records(): AsyncGenerator<Buffer> {
  let text = 'JobIDRaw|State|Start|End|ElapsedRaw|AllocTRES|JobName\n';
  for (let job = 0; job < JOBS; job++) {
    const start = new Date(START + Math.floor((job / JOBS) * YEAR_SECONDS) * 1000).toISOString();
    const gpus = 1 << (job % 4);
    const seconds = 60 + ((job * 7919) % (job % 50 === 0 ? 259_200 : 14_400));
    text += `${job}|COMPLETED|${start.slice(0, 19)}|Unknown|${seconds}|billing=32,cpu=32,gres/gpu:a100=${gpus},gres/gpu=${gpus},mem=128G,node=1|train-${job}\n`;
    if (job % ROWS_PER_CHUNK === 0) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

/** Other jobs, which begin on any day of 25 years. */
async function* spread(daysOf: (job: number) => number): AsyncGenerator<Buffer> {
  let text = 'JobIDRaw|State|Start|ElapsedRaw|AllocTRES\n';
  for (let job = 0; job < SPREAD_JOBS; job++) {
    const start = 950_000_000 + ((job * 7919) % 9000) * DAY_SECONDS;
    text += `${JOBS + job}|COMPLETED|${start}|${daysOf(job) * DAY_SECONDS}|gres/gpu=1\n`;
  }
  yield Buffer.from(text);
}

interface Run {
  readMs: number;
  previewMs: number;
  recordMs: number;
  report: MeteringReport;
}

async function importOnce(ctx: Context, ref: string, file: string): Promise<Run> {
  const input = meteringInput({ cluster: 'bench', zone: 'Europe/Oslo', gpu: 'a100=A100' });
  let id = '';
  const readMs = await timed(async () => {
    id = await readMetering(ctx, MACHINE, ref, input, createReadStream(file));
  });
  let report: MeteringReport | undefined;
  const previewMs = await timed(async () => {
    report = reportOf(await previewMetering(ctx, MACHINE, id));
  });
  const key = requestKey('bench', id, id);
  const record = () => recordMetering(ctx, MACHINE, key, id, undefined);
  const recordMs =
    report!.counted.gpuSeconds > 0n ? await timed(async () => void (await record())) : 0;
  say(
    `read ${readMs.toFixed(0)}, looked at ${previewMs.toFixed(0)}, recorded ${recordMs.toFixed(0)} ms`,
  );
  return { readMs, previewMs, recordMs, report: report! };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const COLUMNS = 'job text, state text, start text, "end" text, elapsed text, tres text, name text';

/** The baseline: psql copies the rows as they are into a table with one index. */
async function copied(databaseUrl: string, file: string): Promise<number> {
  await asOwner(databaseUrl, `CREATE TABLE copied (${COLUMNS})`);
  const copy = `\\copy copied FROM '${file}' (FORMAT csv, DELIMITER '|', HEADER)`;
  const index = 'CREATE INDEX ON copied (job, start)';
  return timed(async () => {
    const child = spawn('psql', [
      '-q',
      '-v',
      'ON_ERROR_STOP=1',
      databaseUrl,
      '-c',
      copy,
      '-c',
      index,
    ]);
    child.stderr.pipe(process.stderr);
    const [code] = (await once(child, 'close')) as [number];
    if (code !== 0) throw new Error('psql failed');
  });
}

/** The most resident memory while `work` runs, beyond that before it. */
async function moreMib(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), SAMPLE_MS);
  await work().finally(() => clearInterval(timer));
  return (most - before) / MIB;
}

export async function measureMetering(world: World): Promise<Row[]> {
  const file = join(world.folder, 'sacct.txt');
  await writeFile(file, records());
  const env = await world.database('metering', async (ctx) => {
    await importFile(ctx, MACHINE, INITIATIVE);
  });
  const { ctx, close } = await openContext(readConfig(env));
  try {
    const [pledge] = await ctx.db.select({ ref: schema.pledge.ref }).from(schema.pledge);
    const runs: Run[] = [];
    const more = await moreMib(
      async () => void runs.push(await importOnce(ctx, pledge!.ref, file)),
    );
    const theirs = await copied(env['DATABASE_URL']!, file);
    const again = await importOnce(ctx, pledge!.ref, file);
    const input = meteringInput({ cluster: 'bench', zone: 'UTC', untyped: 'A100' });
    const readOf = (daysOf: (job: number) => number): Promise<number> =>
      timed(async () => {
        const jobs = Readable.from(spread(daysOf));
        const id = await readMetering(ctx, MACHINE, pledge!.ref, input, jobs);
        await previewMetering(ctx, MACHINE, id);
      });
    await readOf(() => 2); // The first one is slower.
    const short = await readOf(() => 1);
    const long = await readOf((job) => 366 + ((job * 104_729) % 366));
    const [run] = runs as [Run];
    const ms = run.readMs + run.previewMs + run.recordMs;
    return [
      {
        what: `${JOBS.toLocaleString('en')} jobs read, looked at and recorded`,
        ours: `${seconds(run.readMs)} + ${seconds(run.previewMs)} + ${seconds(run.recordMs)}: ${Math.round((JOBS / ms) * 1000).toLocaleString('en')} a second`,
        baseline: `psql \\copy ${seconds(theirs)}`,
        ratio: (ms / theirs).toFixed(1),
        goal: `< ${GOAL_MS / 1000} s`,
        isMet: ms < GOAL_MS && run.report.jobs === JOBS,
      },
      {
        what: 'its memory, beyond an idle process',
        ours: `${more.toFixed(0)} MiB`,
        goal: `< ${GOAL_MIB} MiB`,
        isMet: more < GOAL_MIB,
      },
      {
        what: 'the same file again, read and looked at',
        ours: seconds(again.readMs + again.previewMs),
        goal: 'nothing is new',
        isMet: again.report.counted.gpuSeconds === 0n,
      },
      {
        what: `${SPREAD_JOBS.toLocaleString('en')} jobs of a year or two, read and looked at`,
        ours: seconds(long),
        baseline: `of a day ${seconds(short)}`,
        ratio: (long / short).toFixed(1),
        goal: `< ${GOAL_SPREAD}`,
        isMet: long < GOAL_SPREAD * short,
      },
    ];
  } finally {
    await close();
  }
}
