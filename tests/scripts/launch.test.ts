import { execFile, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test } from 'vitest';

const checkout = resolve(import.meta.dirname, '../..');
const SERVER = `
  process.on('SIGTERM', () => setTimeout(() => { console.log('drained'); process.exit(); }, 100));
  setInterval(() => {}, 1000);
  console.log('listening');
`;
/** What the launcher builds here: a copy, so that these tests need no package. */
const BUILD = `
  import { cpSync } from 'node:fs';
  export const build = async (root) => cpSync(root + '/server', root + '/dist', { recursive: true });
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'muster-launch-'));
  cpSync(join(checkout, 'scripts'), join(root, 'scripts'), { recursive: true });
  write('scripts/build.mjs', BUILD);
  const scripts = { start: 'node scripts/launch.mjs start' };
  write('package.json', JSON.stringify({ name: 'fixture', type: 'module', scripts }));
  write('package-lock.json', lockfile('1.0.0'));
  write('server/main.js', `console.log('up', ...process.argv.slice(2));`);
  write('web/main.css', '');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  const target = join(root, path);
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, text);
}

const lockfile = (version: string): string =>
  JSON.stringify({ name: 'fixture', version, lockfileVersion: 3, packages: { '': {} } });

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

function launch(...args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    const file = join(root, 'scripts/launch.mjs');
    const child = execFile(process.execPath, [file, ...args], (_error, stdout, stderr) => {
      done({ code: child.exitCode, stdout, stderr });
    });
  });
}

/** What the launcher said that it did. */
async function work(): Promise<string[]> {
  const { stderr } = await launch('start');
  return [...stderr.matchAll(/muster: (\w+)/g)].map(([, verb]) => verb ?? '');
}

test('a fresh clone is installed and built once, later only what went stale', async () => {
  expect(await work()).toEqual(['installing', 'building']);
  expect(await work()).toEqual([]);

  write('server/main.js', `console.log('changed')`);
  expect(await work()).toEqual(['building']);

  write('node_modules/.muster-stamp', 'of another lockfile');
  expect(await work()).toEqual(['installing']);

  write('package-lock.json', lockfile('1.0.1'));
  expect(await work()).toEqual(['installing', 'building']);
});

test('of two launchers at once one works and the other waits', async () => {
  const lines = (await Promise.all([work(), work()])).flat();
  expect(lines.toSorted()).toEqual(['building', 'installing', 'waiting']);
});

test('a failed install or build ends the launcher and is tried again', async () => {
  write('scripts/build.mjs', `export const build = async () => { throw new Error('no'); };`);
  expect(await launch('start')).toMatchObject({ code: 1, stdout: '' });
  expect(await work()).toEqual(['building', 'failed']);
});

test('arguments reach the job', async () => {
  expect(await launch('start', 'a', '--b')).toMatchObject({ code: 0, stdout: 'up a --b\n' });
});

test('an unknown job is answered with the jobs there are', async () => {
  const { code, stderr } = await launch('strat');
  expect(code).toBe(2);
  expect(stderr).toContain(
    'start, migrate, import, admin, archive, backup, move, restore, rates, compare, verify, new-log, meter',
  );
});

test.each(['SIGTERM', 'SIGKILL'] as const)('the server drains when npm gets %s', async (signal) => {
  write('server/main.js', SERVER);
  await launch('verify'); // installs and builds; there is no such command here
  const npm = spawn('npm', ['start'], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  let killedAt = 0;
  for await (const chunk of npm.stdout) {
    output += chunk;
    if (killedAt || !output.includes('listening')) continue;
    killedAt = Date.now();
    npm.kill(signal);
  }
  expect(output).toContain('drained');
  expect(Date.now() - killedAt).toBeLessThan(10_000);
});

test('the build names each asset by its source, and fonts as the style sheet does', async () => {
  cpSync(join(checkout, 'scripts/build.mjs'), join(root, 'scripts/build.mjs'));
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  write('package.json', JSON.stringify({ type: 'module', dependencies: { pg: '*' } }));
  write('server/main.ts', `import 'pg'; export { drizzle } from 'drizzle-orm/node-postgres';`);
  write('web/islands/refresh.ts', `document.title = 'new';`);
  write('web/assets/favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  cpSync(join(checkout, 'web/styles/fonts.css'), join(root, 'web/styles/main.css'));
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')]);

  const manifest: unknown = JSON.parse(
    readFileSync(join(root, 'dist/assets/manifest.json'), 'utf8'),
  );
  expect(manifest).toMatchObject({
    'main.css': expect.stringMatching(/^\/assets\/main-\w{8}\.css$/),
    'refresh.js': expect.stringMatching(/^\/assets\/refresh-\w{8}\.js$/),
    'favicon.svg': expect.stringMatching(/^\/assets\/favicon-\w{8}\.svg$/),
    'inter.woff2': expect.stringMatching(/^\/assets\/inter-\w{8}\.woff2$/),
    'source-serif.woff2': expect.stringMatching(/^\/assets\/source-serif-\w{8}\.woff2$/),
  });
  const server = readFileSync(join(root, 'dist/main.js'), 'utf8');
  expect(server).toMatch(/from "pg"/);
  expect(server).not.toMatch(/from "drizzle-orm/);
});
