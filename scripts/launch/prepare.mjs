import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from './run.mjs';

const SOURCES = ['server', 'web', 'scripts/build.mjs', 'scripts/fonts.mjs', 'package-lock.json'];

// NODE_ENV=production would leave out esbuild, and the build with it.
const INSTALL = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

/** Installs and builds what is stale. The stamps are written last: what was cut off is done again. */
export async function prepare(root, needsBuild) {
  const install = {
    stamp: join(root, 'node_modules', '.muster-stamp'),
    hash: () => hashOf(root, ['package-lock.json']),
    line: 'installing packages (once)',
    // Standard output is the job's.
    act: () => run('npm', INSTALL, root, ['ignore', 2, 2]),
  };
  const build = {
    stamp: join(root, 'dist', '.muster-stamp'),
    hash: () => hashOf(root, SOURCES),
    line: 'building',
    act: () => tryBuild(root),
  };
  const steps = needsBuild ? [install, build] : [install];
  if (!steps.some(isStale)) return;
  await locked(join(root, '.muster'), async () => {
    for (const step of steps) {
      // eslint-disable-next-line no-await-in-loop -- the build needs the packages
      if (isStale(step)) await renew(step);
    }
  });
}

const isStale = ({ stamp, hash }) => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash();

async function renew({ stamp, hash, line, act }) {
  // Taken before the work: what changes meanwhile is stale again.
  const before = hash();
  console.error(`muster: ${line}`);
  if ((await act()) !== 0) {
    console.error(`muster: failed: ${line}`);
    process.exit(1);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, before);
}

async function tryBuild(root) {
  const { build } = await import('../build.mjs');
  try {
    await build(root);
    return 0;
  } catch (error) {
    // esbuild prints what it finds in a source.
    if (!error.errors) console.error(error);
    return 1;
  }
}

function hashOf(root, paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).toSorted()) add(join(path, name));
      return;
    }
    const bytes = readFileSync(path);
    hash.update(`${relative(root, path)}\0${bytes.length}\0`).update(bytes);
  };
  for (const path of paths) add(join(root, path));
  return hash.digest('hex');
}

/** SQLite's lock on a file: the system frees it however its holder ends, so none is ever stale. */
async function locked(folder, action) {
  const { DatabaseSync } = await import('node:sqlite');
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'lock'));
  for (let waiting = false; !take(lock); waiting = true) {
    if (!waiting) console.error('muster: waiting for another launcher');
    // eslint-disable-next-line no-await-in-loop -- nothing else to do
    await sleep(200);
  }
  await action();
  lock.close();
}

function take(lock) {
  const SQLITE_BUSY = 5;
  try {
    // EXCLUSIVE is refused for a mere reader, as each is on its way to it: of two, both may fail.
    lock.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (error.errcode !== SQLITE_BUSY) throw error;
    return false;
  }
}
