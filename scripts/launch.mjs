/**
 * Every npm script comes through here, so that each works alone on a fresh clone and a machine that
 * has only an older Node: the launcher fetches Node 24, installs from the lockfile and builds, each
 * only when it must, and then does the job. Plain JavaScript that runs on Node 18 and later.
 */
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { develop } from './launch/develop.mjs';
import { findNode, FLAGS, isRecent } from './launch/node.mjs';
import { prepare } from './launch/prepare.mjs';
import { endWithParent, run } from './launch/run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, 'node_modules', '.bin', name);
const tool = (name, ...args) => [name, () => run(bin(name), args, root)];
const node = (file, args = []) =>
  run(process.execPath, [...FLAGS, join(root, file), ...args], root);

/** Not the whole folder: an initiative file of one's own may lie there as well. */
const FORMATTED = ['server', 'web', 'scripts', 'tests', 'bench', 'package.json', 'tsconfig.json'];

const JOBS = {
  start: { build: true, run: (args) => load('main.js', args) },
  migrate: { build: true, run: (args) => load('commands/migrate.js', args) },
  import: { build: true, run: (args) => load('commands/import.js', args) },
  admin: { build: true, run: (args) => load('commands/admin.js', args) },
  archive: { build: true, run: (args) => load('commands/archive.js', args) },
  backup: { build: true, run: (args) => load('commands/backup.js', args) },
  move: { build: true, run: (args) => load('commands/move.js', args) },
  restore: { build: true, run: (args) => load('commands/restore.js', args) },
  rates: { build: true, run: (args) => load('commands/rates.js', args) },
  compare: { build: true, run: (args) => load('commands/compare.js', args) },
  verify: { build: true, run: (args) => load('commands/verify.js', args) },
  'new-log': { build: true, run: (args) => load('commands/new-log.js', args) },
  meter: { build: true, run: (args) => load('commands/meter.js', args) },
  test: { build: true, run: (args) => node('node_modules/vitest/vitest.mjs', ['run', ...args]) },
  bench: { build: true, run: (args) => node('bench/main.ts', args) },
  crash: { build: true, run: (args) => node('scripts/crash.ts', args) },
  screenshots: { build: true, run: (args) => node('scripts/screenshots.ts', args) },
  check: { build: false, run: check },
  format: { build: false, run: (args) => run(bin('oxfmt'), args.length ? args : FORMATTED, root) },
  dev: { build: false, run: (args) => develop(root, args) },
};

/** In this process: one process fewer to keep, and to pass signals to. */
async function load(file, args) {
  const path = join(root, 'dist', file);
  process.argv = [process.execPath, path, ...args];
  await import(pathToFileURL(path).href);
  return process.exitCode;
}

async function check() {
  return inTurn([
    tool('oxfmt', '--check', ...FORMATTED),
    tool('oxlint', '--type-aware'),
    tool('tsc', '-p', '.'),
    ['layers', () => node('scripts/layers.ts')],
    tool('knip'),
  ]);
}

/** Runs all of them even when one fails: a person wants the whole list. */
async function inTurn(steps) {
  const failed = [];
  for (const [name, step] of steps) {
    // eslint-disable-next-line no-await-in-loop -- their outputs must not mix
    if ((await step()) !== 0) failed.push(name);
  }
  const all = steps.map(([name]) => name).join(', ');
  console.error(`muster: ${failed.length ? `failed: ${failed.join(', ')}` : `passed: ${all}`}`);
  return failed.length ? 1 : 0;
}

async function main([name = '', ...args]) {
  if (!Object.hasOwn(JOBS, name)) {
    console.error(`muster: no job '${name}'; the jobs are ${Object.keys(JOBS).join(', ')}`);
    return 2;
  }
  endWithParent();
  if (!isRecent(process.versions.node)) {
    return run(findNode(root), [...FLAGS, fileURLToPath(import.meta.url), name, ...args], root);
  }
  // npm picks the majors that suit the Node it runs on: children must find this one first.
  process.env.PATH = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  await prepare(root, JOBS[name].build);
  return JOBS[name].run(args);
}

process.exitCode = await main(process.argv.slice(2));
