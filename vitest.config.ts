import { existsSync } from 'node:fs';
import process from 'node:process';
import { configDefaults, defineConfig } from 'vitest/config';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const folders = process.env['PATH']?.split(':') ?? [];
const hasBrowser = folders.some((folder) =>
  browsers.some((name) => existsSync(`${folder}/${name}`)),
);

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, ...(hasBrowser ? [] : ['tests/browser/**'])],
    globalSetup: 'tests/support/global-setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
