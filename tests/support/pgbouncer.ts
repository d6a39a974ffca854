import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APP_LOGIN } from './database.ts';
import { freePort, unprivileged } from './postgres.ts';

/** Where Debian and others install it; undefined where it is not installed. */
const PROGRAM = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'].find(
  (path) => existsSync(path),
);

/** Whether there is a PgBouncer; says so where there is none. */
export function hasPgBouncer(): boolean {
  if (PROGRAM === undefined) {
    process.stderr.write('Skipped: PgBouncer is not installed (apt-get install pgbouncer).\n');
  }
  return PROGRAM !== undefined;
}

export interface Pooler {
  port: number;
  stop: () => Promise<void>;
}

/** The same login and database, by way of the pooler at a port. */
export function throughPooler(url: string, port: number): string {
  const changed = new URL(url);
  changed.hostname = '127.0.0.1';
  changed.port = String(port);
  return changed.href;
}

const lines = (settings: Record<string, string | number>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');

/** A PgBouncer in front of a Postgres server, for the application's login. It lends a connection for a transaction. */
export async function startPooler(
  serverUrl: string,
  settings: Record<string, string | number> = {},
): Promise<Pooler> {
  const { hostname, port: serverPort, password } = new URL(serverUrl);
  // PgBouncer refuses to run as root, as Postgres does.
  const user = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'muster-pgbouncer-'));
  const port = await freePort();
  const [file, users] = [join(folder, 'pgbouncer.ini'), join(folder, 'users.txt')];
  await writeFile(users, `"${APP_LOGIN}" "${decodeURIComponent(password)}"\n`);
  const own = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'trust',
    auth_file: users,
    pool_mode: 'transaction',
    max_client_conn: 1000,
    // As docs/deploy.md says: a Postgres that was away is asked again at once.
    server_login_retry: 1,
    ...settings,
  };
  await writeFile(
    file,
    `[databases]\n* = host=${hostname} port=${serverPort || 5432}\n[pgbouncer]\n${lines(own)}`,
  );
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const child = spawn(PROGRAM!, [file], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endChild = (): void => void child.kill('SIGKILL');
  process.once('exit', endChild);
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    endChild();
    await ended;
    process.off('exit', endChild);
    await rm(folder, { recursive: true });
  };
  let log = '';
  const isUp = new Promise<boolean>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      if (log.length < 10_000) log += chunk.toString();
      if (log.includes('process up')) resolve(true);
    });
    child.once('exit', () => resolve(false));
  });
  if (await isUp) return { port, stop };
  await stop();
  throw new Error(`PgBouncer did not start: ${log}`);
}
