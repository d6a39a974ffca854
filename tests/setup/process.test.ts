import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type Env, type Server } from '../../scripts/support/server.ts';
import { initiativeOf } from '../../web/forms/setup.ts';
import { beginMove, finishMove, keepTyped } from '../../server/trial/folder.ts';
import { createDatabase } from '../support/database.ts';
import { codeIn, postForm, startOwn, TYPED, TYPED_PROGRESS } from '../support/setup.ts';

/** The built program, as `npm start` runs it, and a folder with its demonstration to copy. */
let root: string;
let demo: string;
const DEMONSTRATION = { asOf: { size: 174 }, initiative: { demonstration: true } };
const LOG_FILES = ['last-checkpoint', 'ledger.key', 'pg'];
const FILE = initiativeOf(
  new Map(Object.entries(TYPED).map(([name, text]) => [name, text.trim()])),
);

const running = new Set<Server>();
async function start(dataDir: string, env: Env = {}): Promise<Server> {
  const server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: 'error', ...env });
  running.add(server);
  await server.ready;
  return server;
}

const progressOf = async ({ url }: Server) => (await fetch(`${url}/api/v1/progress`)).json();

/** What the command asks of the server that holds the folder, at the address that it left there. */
async function verify(dataDir: string): Promise<unknown> {
  const { url, token } = JSON.parse(await readFile(join(dataDir, 'server.json'), 'utf8'));
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${url}/api/v1/admin/verify`, { method: 'POST', headers })).json();
}

const copyOfDemo = (name: string): string => {
  const dataDir = join(root, name);
  cpSync(demo, dataDir, { recursive: true });
  return dataDir;
};

const demoFolderIn = (dataDir: string): string | undefined =>
  readdirSync(dataDir).find((name) => name.startsWith('demo-'));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'muster-setup-'));
  demo = join(root, 'demo');
  await (await start(demo)).stop();
});
afterAll(async () => {
  await Promise.all([...running].map((server) => server.kill()));
  await rm(root, { recursive: true });
});

describe('the built server', { timeout: 120_000 }, () => {
  test('prints the code once, and nothing else in the log has it', async () => {
    const server = await start(copyOfDemo('logged'), { LOG_LEVEL: 'debug' });
    const code = codeIn(server.log());
    expect(server.log()).toContain(`\nmuster: set up yours, once, at ${server.url}/setup?code=`);
    const accept = { accept: 'text/html' };
    for (const path of [`/setup?code=${code}`, `/setupp?code=${code}`, `/setup/%zz?code=${code}`]) {
      await fetch(server.url + path, { headers: accept });
    }
    await fetch(`${server.url}/setup?code=${code}`, { method: 'POST', headers: accept });
    await fetch(`${server.url}/setup?code=${code}`, { method: 'DELETE' });
    await postForm(server.url, { ...TYPED, code, 'initiative.name': '' });
    await server.stop();
    expect(server.log().match(/"route":"\/setup"/g)).toHaveLength(3);
    expect(server.log().split(code)).toHaveLength(2);
  });

  test('goes on as theirs, is theirs at the next start, and the demonstration opens again', async () => {
    const dataDir = copyOfDemo('whole');
    const server = await start(dataDir);
    const before = await progressOf(server);
    expect(before).toMatchObject(DEMONSTRATION);
    const started = await startOwn(server.url, { ...TYPED, code: codeIn(server.log()) });
    expect(started).toMatch(/^\/setup\/owner\?code=/);
    expect(await progressOf(server)).toMatchObject(TYPED_PROGRESS);
    expect(await verify(dataDir)).toMatchObject({ holds: true, entries: 1 });
    expect(await server.stop()).toBe(0);
    expect(existsSync(join(dataDir, 'server.json'))).toBe(false);

    const again = await start(dataDir);
    expect(await progressOf(again)).toMatchObject(TYPED_PROGRESS);
    expect(again.log()).not.toContain('set up yours');
    expect(again.log()).toContain(`muster: become its owner, once, at ${again.url}/setup?code=`);
    const old = join(dataDir, demoFolderIn(dataDir)!);
    const aside = await start(old);
    expect(await progressOf(aside)).toEqual(before);
    expect(await verify(old)).toMatchObject({ holds: true, entries: 174 });
    await Promise.all([again.stop(), aside.stop()]);
  });

  test('on an empty Postgres prints the code, and then one for its owner', async () => {
    const database = await createDatabase();
    const env = {
      DATABASE_URL: database.appUrl,
      LEDGER_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    const server = await start(join(root, 'postgres'), env);
    const posted = await postForm(server.url, { ...TYPED, code: codeIn(server.log()) });
    expect(posted.status).toBe(303);
    expect(await progressOf(server)).toMatchObject(TYPED_PROGRESS);
    await server.stop();
    const again = await start(join(root, 'postgres'), env);
    expect(again.log()).not.toContain('set up yours');
    expect(again.log()).toContain('muster: become its owner, once, at');
    await again.stop();
    await database.drop();
  });
});

/** Starts again after a crash: all of the demonstration, or theirs with all of it put aside. */
async function startsWhole(dataDir: string): Promise<'demonstration' | 'theirs'> {
  const server = await start(dataDir);
  const progress = await progressOf(server);
  const aside = demoFolderIn(dataDir);
  expect(await verify(dataDir)).toMatchObject({ holds: true });
  await server.stop();
  if (aside === undefined) {
    expect(progress).toMatchObject(DEMONSTRATION);
    return 'demonstration';
  }
  expect(aside).toMatch(/^demo-\w+Z$/);
  expect(progress).toMatchObject(TYPED_PROGRESS);
  expect(readdirSync(join(dataDir, aside)).toSorted()).toEqual(LOG_FILES);
  return 'theirs';
}

describe('a crash', { timeout: 120_000 }, () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const moving = 'demo-20260310T120000Z.moving';
  /** Each state that a kill -9 can leave, by the very steps up to it. */
  const moveKey = (dataDir: string): void => {
    for (const name of ['last-checkpoint', 'ledger.key']) {
      renameSync(join(dataDir, name), join(dataDir, moving, name));
    }
  };
  const begin = (dataDir: string): void => beginMove(dataDir, now);
  test.each<
    [what: string, outcome: 'demonstration' | 'theirs', steps: ((dataDir: string) => void)[]]
  >([
    ['after it was written down', 'demonstration', []],
    ['after the move was begun', 'theirs', [begin]],
    ['after the key was moved', 'theirs', [begin, moveKey]],
    ['before the empty database was made', 'theirs', [begin, finishMove]],
  ])('%s leaves all: %s', async (what, outcome, steps) => {
    const dataDir = copyOfDemo(what.replaceAll(' ', '-'));
    keepTyped(dataDir, FILE);
    for (const step of steps) step(dataDir);
    expect(await startsWhole(dataDir)).toBe(outcome);
    rmSync(dataDir, { recursive: true });
  });

  const isThere =
    (name: string) =>
    (dataDir: string): boolean =>
      demoFolderIn(dataDir)?.endsWith('Z') === true && existsSync(join(dataDir, name));
  test.each<[string, (dataDir: string) => boolean]>([
    ['the move has begun', (dataDir) => demoFolderIn(dataDir) !== undefined],
    ['the new database is nearly made', isThere('pg.new/PG_VERSION')],
    ['the new key is there', isThere('ledger.key')],
    ['the first checkpoint is shown', isThere('last-checkpoint')],
  ])('of the running server, killed once %s, leaves one of the two whole', async (what, seen) => {
    const dataDir = copyOfDemo(`killed-${what.replaceAll(' ', '-')}`);
    const server = await start(dataDir);
    const started = startOwn(server.url, { ...TYPED, code: codeIn(server.log()) }).catch(
      () => null,
    );
    while (!seen(dataDir)) await sleep(1);
    await server.kill();
    const outcome = await startsWhole(dataDir);
    if ((await started) !== null) expect(outcome).toBe('theirs');
    rmSync(dataDir, { recursive: true });
  });
});
