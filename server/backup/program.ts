import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { programEnv } from '../config.ts';

export class BackupError extends Error {}

/** Throws the program's words as a `BackupError`. */
export async function runProgram(
  name: 'pg_dump' | 'pg_restore',
  args: string[],
  env: Record<string, string>,
): Promise<void> {
  const child = spawn(name, args, { env: programEnv(env), stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  let code: number | null;
  try {
    [code] = (await once(child, 'close')) as [number | null];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new BackupError(
      `${name} is not here: install postgresql-client, not older than the server`,
      { cause: error },
    );
  }
  if (code !== 0) throw new BackupError(said.trim() || `${name} was ended`);
}
