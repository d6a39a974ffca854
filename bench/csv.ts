/**
 * The CSV of all movements against psql with the very COPY that the server has Postgres run, read
 * from pg_stat_activity while it does: the time to the last byte, and the server's memory beyond
 * what it has when idle. The file is then read back, and adds up to the public figures.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer, type Server } from '../scripts/support/server.ts';
import { checkSums } from './support/csv-sums.ts';
import { medianOf, ratioOf, timed, type Row } from './support/table.ts';
import { ADMIN_TOKEN, asOwner, type World } from './support/world.ts';

const PATH = '/api/v1/admin/exports/movements.csv';
const RUNS = 5;
const GOAL_RATIO = 2;
const GOAL_MIB = 64;
const SAMPLE_MS = 20;
const MIB = 2 ** 20;

const ask = (server: Server): Promise<Response> =>
  fetch(server.url + PATH, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'accept-encoding': 'identity' },
  });

async function read(server: Server): Promise<number> {
  let bytes = 0;
  for await (const chunk of (await ask(server)).body!) bytes += (chunk as Uint8Array).length;
  return bytes;
}

/** Resident memory of a process; Linux counts it in pages of 4 KiB. */
const residentMib = (pid: number): number =>
  (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / MIB;

/** The most that a process has resident while `work` runs. */
async function mostResident(pid: number, work: () => Promise<unknown>): Promise<number> {
  let most = residentMib(pid);
  const timer = setInterval(() => (most = Math.max(most, residentMib(pid))), SAMPLE_MS);
  await work().finally(() => clearInterval(timer));
  return most;
}

/** The COPY that the server runs for the file, as Postgres shows it. */
async function statementOf(server: Server, databaseUrl: string): Promise<string> {
  const reading = read(server);
  let statement: string | undefined;
  while (statement === undefined) {
    const [row] = await asOwner(
      databaseUrl,
      `SELECT query FROM pg_stat_activity
       WHERE datname = current_database() AND state = 'active' AND query ILIKE 'COPY %'`,
    );
    statement = row?.['query'] as string | undefined;
    await sleep(SAMPLE_MS);
  }
  await reading;
  return statement;
}

async function psql(databaseUrl: string, statement: string): Promise<void> {
  const child = spawn('psql', ['-q', '-v', 'ON_ERROR_STOP=1', databaseUrl, '-c', statement], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error('psql failed');
}

const seconds = (samples: number[]): string => `${(medianOf(samples) / 1000).toFixed(2)} s`;

export async function measureCsv(world: World): Promise<Row[]> {
  const env = await world.ledger(world.movements);
  const databaseUrl = env['DATABASE_URL']!;
  const what = `CSV of ${world.movements.toLocaleString('en')} movements`;
  const server = await startServer(env);
  try {
    await server.ready;
    const statement = await statementOf(server, databaseUrl);
    const ours: number[] = [];
    const theirs: number[] = [];
    const idle = residentMib(server.pid);
    let most = 0;
    for (let run = 0; run < RUNS; run++) {
      const work = async () => void ours.push(await timed(() => read(server)));
      most = Math.max(most, await mostResident(server.pid, work));
      theirs.push(await timed(() => psql(databaseUrl, statement)));
    }
    const ratio = ratioOf(ours, theirs);
    const more = most - idle;
    const count = await checkSums(await ask(server), await fetch(`${server.url}/api/v1/progress`));
    return [
      {
        what,
        ours: seconds(ours),
        baseline: `psql ${seconds(theirs)}`,
        ratio: ratio.toFixed(2),
        goal: `≤ ${GOAL_RATIO}`,
        isMet: ratio <= GOAL_RATIO,
      },
      {
        what: 'its memory, beyond an idle server',
        ours: `${more.toFixed(0)} MiB`,
        goal: `< ${GOAL_MIB} MiB`,
        isMet: more < GOAL_MIB,
      },
      {
        what: `${count.toLocaleString('en')} rows read back and summed by stage`,
        ours: 'equal to /api/v1/progress',
        goal: 'to the cent',
        isMet: true,
      },
    ];
  } finally {
    await server.stop();
  }
}
