import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { perSecond, ratioOf, type Row } from './table.ts';
import type { Env, World } from './world.ts';

/** Rounds that count; the one before them warms up. */
export const ROUNDS = 6;

/**
 * A unit of work against pgbench: with its statements as they were in November 2026 (bench/frozen), so that fewer
 * statements show, and with those that it sends today. Each has a database of its own, which begins like that of `env`.
 */
export async function againstPgbench(
  world: World,
  env: Env,
  { name, script, connections }: { name: string; script: string; connections: number },
) {
  const today = join(world.folder, `${name}.sql`);
  await writeFile(today, script);
  const scripts = { frozen: join(PROJECT_ROOT, 'bench/frozen', `${name}.sql`), today };
  const rates = { ours: [] as number[], frozen: [] as number[], today: [] as number[] };
  const databases = { frozen: await world.copyOf(env), today: await world.copyOf(env) };
  return {
    round: async (ours: number, numbers: readonly string[]): Promise<void> => {
      const per = (which: 'frozen' | 'today') =>
        pgbenchPerSecond(scripts[which], databases[which], connections, numbers);
      rates.ours.push(ours);
      rates.frozen.push(await per('frozen'));
      rates.today.push(await per('today'));
    },
    row: (what: string, goal: number): Row => {
      const [ours, frozen, now] = [rates.ours, rates.frozen, rates.today].map((all) =>
        all.slice(1),
      );
      const ratio = ratioOf(ours!, frozen!);
      return {
        what,
        ours: perSecond(ours!),
        baseline: `pgbench ${perSecond(frozen!)}, today’s statements ${perSecond(now!)}`,
        ratio: ratio.toFixed(2),
        goal: `≥ ${goal}`,
        isMet: ratio >= goal,
      };
    },
  };
}

/**
 * Transactions a second of a script, at so many connections, as the application's role; `numbers` are
 * pgbench's own options: its variables, and how long it runs.
 */
async function pgbenchPerSecond(
  script: string,
  database: Env,
  connections: number,
  numbers: readonly string[],
): Promise<number> {
  const clients = ['-c', String(connections), '-j', '2', '-M', 'prepared', '-n'];
  const { stdout } = await promisify(execFile)(
    'pgbench',
    [...clients, ...numbers, '-f', script, database['DATABASE_URL']!],
    {
      env: {
        ...process.env,
        PGOPTIONS:
          '-c role=muster_app -c search_path=public,pg_temp -c muster.states=on -c jit=off',
      },
    },
  );
  return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
}
