import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const PROJECT_ROOT = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('package.json not found above the server');
    folder = dirname(folder);
  }
  return folder;
})();

export const MIGRATIONS_DIR = join(PROJECT_ROOT, 'migrations');

/** An empty trial database (scripts/build.mjs). */
export const EMPTY_TRIAL = join(PROJECT_ROOT, 'dist/trial.tar.gz');

const { version } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  version: string;
};
export const VERSION = version;
