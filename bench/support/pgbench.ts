import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Env } from './world.ts';

/**
 * Transactions a second of a script, at so many connections, as the application's role; `numbers` are
 * pgbench's own options: its variables, and how long it runs.
 */
export async function pgbenchPerSecond(
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
