import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownEnv } from '../scripts/support/server.ts';
import { lockFolder } from '../server/trial/folder-lock.ts';
import { PROJECT_ROOT } from '../server/paths.ts';
import { createDatabase, type TestDatabase } from './support/database.ts';

const MAIN = ['--disable-warning=ExperimentalWarning', join(PROJECT_ROOT, 'dist/main.js')];
const KEY = Buffer.alloc(32, 7).toString('base64');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-explain-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** How the built server ends that can't start, and what it says. */
async function startWith(env: Record<string, string>, by: string[] = [process.execPath]) {
  const [program, ...args] = by;
  const child = spawn(program!, [...args, ...MAIN], {
    env: ownEnv({ PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: folder, ...env }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  }
  const [code] = await once(child, 'close');
  return { code: code as number, said };
}

const oneLine = (words: RegExp) => ({
  code: 1,
  said: expect.stringMatching(new RegExp(`^muster: ${words.source}[^\\n]*\\n$`)) as string,
});

/** A mount of its own, that nobody else sees. */
const mounted = (options: string): string[] => [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  `mount -t tmpfs -o ${options} tmpfs "$DATA_DIR" && exec "$0" "$@"`,
  process.execPath,
];
const canMount =
  spawnSync('unshare', [
    '--user',
    '--map-root-user',
    '--mount',
    'mount',
    '-t',
    'tmpfs',
    't',
    tmpdir(),
  ]).status === 0;

// A trial makes its database before it finds the disk full.
describe.skipIf(!canMount)(
  'a trial that can’t start says why in one line',
  { timeout: 180_000 },
  () => {
    test('on a full disk', async () => {
      expect(await startWith({}, mounted('size=8m'))).toEqual(
        oneLine(/DATA_DIR: the disk is full/),
      );
    });

    test('on a read-only file system, in a folder that is there and in one that is not', async () => {
      const readOnly = mounted('ro,size=1m');
      expect(await startWith({}, readOnly)).toEqual(
        oneLine(/DATA_DIR: its lock can’t be taken: unable to open database file/),
      );
      const below = readOnly.map((each) =>
        each.replace('&& exec', '&& export DATA_DIR="$DATA_DIR/new" && exec'),
      );
      expect(await startWith({}, below)).toEqual(oneLine(/DATA_DIR: .*mkdir .*is it read-only\?/));
    });
  },
);

describe('a server on Postgres that can’t start says why in one line', { timeout: 180_000 }, () => {
  let database: TestDatabase;
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await createDatabase();
    env = { DATABASE_URL: database.appUrl, LEDGER_KEY: KEY, BASE_URL: 'http://localhost:8080' };
  });
  afterAll(() => database.drop());
  const alter = (how: string) =>
    database.asOwner(
      `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I ${how}', current_database()); END $$`,
    );

  test('without a connection left', async () => {
    await alter('CONNECTION LIMIT 0');
    expect(await startWith(env)).toEqual(
      oneLine(/the database: too many connections for database/),
    );
    await alter('CONNECTION LIMIT -1');
  });

  test('in the data folder of another server', async () => {
    const lock = lockFolder(folder);
    expect(await startWith(env)).toEqual(oneLine(/\S+ is in use by another Muster process/));
    lock.close();
  });

  test('on a standby', async () => {
    await alter('SET default_transaction_read_only = on');
    expect(await startWith(env)).toEqual(
      oneLine(/the database: cannot execute \w+ in a read-only transaction/),
    );
    await alter('RESET default_transaction_read_only');
  });

  test('behind a pooler that takes no settings', async () => {
    // As PgBouncer answers by default to what a connection begins with.
    const fields = ['SFATAL', 'C08P01', 'Munsupported startup parameter: statement_timeout', ''];
    const body = Buffer.from(fields.map((field) => `${field}\0`).join(''));
    const head = Buffer.alloc(5);
    head.write('E');
    head.writeInt32BE(body.length + 4, 1);
    const pooler = createServer((socket) => {
      socket.once('data', () => socket.end(Buffer.concat([head, body])));
    }).listen(0, '127.0.0.1');
    await once(pooler, 'listening');
    const { port } = pooler.address() as AddressInfo;
    const url = `postgres://muster@127.0.0.1:${port}/muster`;
    expect(await startWith({ ...env, DATABASE_URL: url })).toEqual(
      oneLine(/DATABASE_URL: a connection pooler refuses .*DATABASE_POOLER=transaction/),
    );
    pooler.close();
  });

  test('where Postgres speaks no TLS and the URL asks for it', async () => {
    const url = `${database.appUrl}?sslmode=no-verify`;
    expect(await startWith({ ...env, DATABASE_URL: url })).toEqual(
      oneLine(/DATABASE_URL: The server does not support SSL connections/),
    );
  });
});
