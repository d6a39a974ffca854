/**
 * The import of an initiative file of 2,000 signatories, 100,000 pledges and 300,000 movements on Postgres, with the
 * memory of its process.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { addDays } from '../server/domain/day.ts';
import { PROJECT_ROOT } from '../server/paths.ts';
import { timed, type Row } from './support/table.ts';
import type { Env, World } from './support/world.ts';

const SIGNATORIES = 2_000;
const PLEDGES = 100_000;
const GOAL_SECONDS = 40;
const GOAL_MIB = 700;
const SAMPLE_MS = 100;
const FIRST_DAY = '2026-01-01';

/** Of three instalments the first is received; what is left is due over two years. */
function pledge(nth: number) {
  const dueOn = (months: number) => addDays(FIRST_DAY, ((nth * 7) % 300) + months * 30);
  const [occurredOn, amount] = [FIRST_DAY, '3000.00'];
  return {
    key: `pledge-${nth}`,
    signatory: `giver-${nth % SIGNATORIES}`,
    kind: 'funding',
    asset: 'USD',
    amount,
    instalments: [0, 8, 16].map((months) => ({ dueOn: dueOn(months), amount: '1000.00' })),
    movements: [
      { verb: 'accept', occurredOn },
      { verb: 'commit', occurredOn, amount, evidence: { grade: 'signed-agreement' } },
      { verb: 'receive', occurredOn, amount: '1000.00', evidence: { grade: 'payment' } },
    ],
  };
}

const initiativeFile = () => ({
  initiative: { name: 'Benchmark', call: 'Many pledges.', currency: 'USD', targets: {} },
  signatories: Array.from({ length: SIGNATORIES }, (_, nth) => ({
    key: `giver-${nth}`,
    kind: 'organisation',
    name: `Giver ${nth}`,
    signedOn: FIRST_DAY,
  })),
  pledges: Array.from({ length: PLEDGES }, (_, nth) => pledge(nth)),
});

/** Runs the command on a file; answers its time and the most memory that it had. */
async function runImport(env: Env, file: string): Promise<{ seconds: number; mib: number }> {
  let mib = 0;
  const ms = await timed(async () => {
    const command = join(PROJECT_ROOT, 'dist/commands/import.js');
    const child = spawn(process.execPath, [command, file], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const timer = setInterval(() => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      mib = Math.max(mib, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }, SAMPLE_MS);
    const [code] = await once(child, 'exit');
    clearInterval(timer);
    if (code !== 0) throw new Error(`the import ended with ${String(code)}`);
  });
  return { seconds: ms / 1000, mib };
}

export async function measureImports(world: World): Promise<Row[]> {
  const file = join(world.folder, 'initiative.json');
  await writeFile(file, JSON.stringify(initiativeFile()));
  const env = await world.database('imports', async () => {});
  const { seconds, mib } = await runImport(env, file);
  const what = `${PLEDGES.toLocaleString('en')} pledges`;
  return [
    {
      what: `import of ${what} and ${(3 * PLEDGES).toLocaleString('en')} movements`,
      ours: `${seconds.toFixed(1)} s`,
      goal: `≤ ${GOAL_SECONDS} s`,
      isMet: seconds <= GOAL_SECONDS,
    },
    {
      what: 'its memory',
      ours: `${Math.round(mib)} MiB`,
      goal: `≤ ${GOAL_MIB} MiB`,
      isMet: mib <= GOAL_MIB,
    },
  ];
}
