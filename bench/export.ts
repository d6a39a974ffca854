/**
 * npm run bench -- export [--movements 1000000]
 *
 * The CSV of a million movements, and of their pledges, against psql's \copy of the same query.
 * Goal: at most twice its time, and less than 64 MiB more memory in the server. The file is then
 * read back and summed by stage: the sums are those of /api/v1/progress, to the cent.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { readConfig } from '../server/config.ts';
import { copyStatement } from '../server/db/copy.ts';
import { formatAmount, formatGpuHours, parseAmount } from '../server/domain/quantity.ts';
import { readAsOf, type AsOf } from '../server/exports/as-of.ts';
import { movements, publicMovements } from '../server/exports/movements.ts';
import { pledges } from '../server/exports/pledges.ts';
import { STAGES } from '../server/domain/stage.ts';
import { deriveCapacity, ledgerState } from '../server/ledger/capacity.ts';
import { makeCheckpoint } from '../server/ledger/checkpoint.ts';
import { openContext } from '../server/open.ts';
import { startServer } from '../scripts/support/server.ts';
import { startPostgres } from '../tests/support/postgres.ts';
import { printMachine, printTable, spreadOf } from './support/machine.ts';
import { seedInitiative, seedTo } from './support/seed.ts';

const RUNS = 5;
const ADMIN_TOKEN = 'the-admin-token-of-the-bench';
/** Of five entries that a pledge adds, four are movements. */
const ENTRIES_PER_MOVEMENT = 5 / 4;
const MIB = 2 ** 20;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const files = [
  { path: '/data/movements.csv', file: publicMovements },
  { path: '/api/v1/admin/exports/movements.csv', file: movements },
  { path: '/api/v1/admin/exports/pledges.csv', file: pledges },
];

async function seed(env: Record<string, string>, count: number): Promise<AsOf> {
  const { ctx, close } = await openContext(readConfig(env));
  const seeded = await seedInitiative(ctx);
  await seedTo(ctx, seeded, seeded + Math.ceil(count * ENTRIES_PER_MOVEMENT));
  await makeCheckpoint(ctx);
  const { underived } = await ledgerState(ctx.db);
  if (underived !== null) await deriveCapacity(ctx, underived);
  const asOf = await readAsOf(ctx.db);
  await close();
  return asOf;
}

async function psql(url: string, sql: string): Promise<void> {
  const child = spawn('psql', ['-q', '-v', 'ON_ERROR_STOP=1', url, '-c', sql], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('psql failed');
}

const ask = (url: string, gzip = false): Promise<Response> =>
  fetch(url, {
    headers: {
      authorization: `Bearer ${ADMIN_TOKEN}`,
      'accept-encoding': gzip ? 'gzip' : 'identity',
    },
  });

async function read(url: string, gzip: boolean): Promise<number> {
  let bytes = 0;
  const { body } = await ask(url, gzip);
  for await (const chunk of body!) bytes += (chunk as Uint8Array).length;
  return bytes;
}

/** Resident memory of a process now, and the most since it was last asked to forget (Linux). */
function memory(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  return { now: mib('VmRSS'), most: mib('VmHWM') };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = async (work: () => Promise<unknown>): Promise<number> => {
  const samples: number[] = [];
  for (let turn = 0; turn < RUNS; turn++) samples.push(await timed(work));
  return spreadOf(samples).median;
};

/** What each stage holds in base by the movements of a file, money and given compute apart. */
async function sumsOf(url: string) {
  const { body } = await ask(url);
  const rows = Readable.fromWeb(body as never).pipe(parse({ columns: true }));
  const sums = { funding: new Map<string, bigint>(), compute: new Map<string, bigint>() };
  let count = 0;
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    const moved =
      row['kind'] === 'funding'
        ? parseAmount(row['base']!, row['base_unit']!)
        : BigInt(row['gpu_seconds']!);
    const stages = sums[row['kind'] as 'funding' | 'compute'];
    stages.set(row['from']!, (stages.get(row['from']!) ?? 0n) - moved);
    stages.set(row['to']!, (stages.get(row['to']!) ?? 0n) + moved);
    count++;
  }
  return { count, sums };
}

/** Throws unless the movements of a file add up to the public figures. Returns how many they are. */
async function checkSums(url: string, path: string): Promise<number> {
  const { count, sums } = await sumsOf(url + path);
  const progress = (await (await ask(`${url}/api/v1/progress`)).json()) as {
    funding: Record<string, string> & { currency: string };
    compute: { gpuHours: Record<string, string> };
  };
  const { funding, compute } = progress;
  for (const stage of STAGES) {
    const sum = formatAmount(sums.funding.get(stage) ?? 0n, funding.currency);
    if (sum !== funding[stage]) throw new Error(`${stage}: ${sum}, but ${funding[stage]}`);
  }
  const delivered = formatGpuHours(sums.compute.get('received') ?? 0n);
  if (delivered !== compute.gpuHours['delivered']) throw new Error(`delivered: ${delivered}`);
  return count;
}

async function run(databaseUrl: string, folder: string): Promise<void> {
  const env = {
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    LEDGER_KEY: randomBytes(32).toString('base64'),
    ADMIN_TOKEN,
    LOG_LEVEL: 'error',
  };
  const asOf = await seed(env, Number(values.movements));
  await psql(databaseUrl, 'VACUUM ANALYZE');
  const server = await startServer(env);
  try {
    await server.ready;
    const rows: string[][] = [];
    for (const { path, file } of files) {
      const statement = copyStatement(file.select(asOf, { bom: '0' }));
      const copied = await median(() => psql(databaseUrl, statement));
      const idle = memory(server.pid).now;
      let bytes = 0;
      const plain = await median(async () => (bytes = await read(server.url + path, false)));
      const more = memory(server.pid).most - idle;
      const gzip = await median(() => read(server.url + path, true));
      rows.push([
        path,
        (bytes / MIB).toFixed(0),
        ...[copied, plain, gzip].map((ms) => ms.toFixed(0)),
        (plain / copied).toFixed(2),
        (gzip / copied).toFixed(2),
        more.toFixed(0),
      ]);
    }
    printTable(['file', 'MiB', 'psql ms', 'ms', 'gzip ms', 'ratio', 'gzip', 'more MiB'], rows);
    const count = await checkSums(server.url, files[0]!.path);
    say(`goal: a ratio of at most 2, less than 64 MiB more. ${count} movements were read back:`);
    say('their sums by stage are those of /api/v1/progress.');
  } finally {
    await server.stop();
  }
}

const { values } = parseArgs({ options: { movements: { type: 'string', default: '1000000' } } });
const folder = mkdtempSync(join(tmpdir(), 'muster-bench-'));
const postgres = await startPostgres();
try {
  printMachine();
  await run(postgres.url, folder);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true });
}
