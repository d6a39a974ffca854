import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

const PACKAGE = 'node@24.21.0';
const PRINT = 'node -p process.execPath';

/** Compiled further than Liftoff does, the trial's database takes a third more memory. */
export const FLAGS = ['--disable-warning=ExperimentalWarning', '--liftoff-only'];

/** 24 is the first Node that closes what `using` declares, and it runs TypeScript files as they are. */
export const isRecent = (version) => Number(version.split('.')[0]) >= 24;

/** The path of a Node 24 binary, kept from an earlier start or fetched by npx. */
export function findNode(root) {
  const note = join(root, '.muster', 'node');
  const kept = existsSync(note) ? readFileSync(note, 'utf8') : '';
  if (kept && runs(kept)) return kept;
  console.error('muster: fetching Node 24 (once)');
  // Offline first: with the network cut, npx would else wait for minutes before it uses its cache.
  const fetched = spawnSync('npx', ['--prefer-offline', '-y', '-p', PACKAGE, '-c', PRINT], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const path = fetched.stdout?.trim().split('\n').pop() ?? '';
  if (!path || !runs(path)) {
    console.error(`muster: could not fetch ${PACKAGE}; install Node 24 and try again`);
    process.exit(1);
  }
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, path);
  return path;
}

function runs(path) {
  const { status, stdout } = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return status === 0 && isRecent(stdout);
}
