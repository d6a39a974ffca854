import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/paths.ts';

const NOWHERE = join(PROJECT_ROOT, 'there-is-no-such-folder');

/** The test files of the browser that `npm test` runs with this environment. */
const chosen = (env: Record<string, string>): string[] =>
  execFileSync(
    process.execPath,
    [join(PROJECT_ROOT, 'node_modules/vitest/vitest.mjs'), 'list', '--filesOnly', 'tests/browser'],
    { cwd: PROJECT_ROOT, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
    .split('\n')
    .filter(Boolean);

test('a person without a browser tests the rest; on CI its absence fails', () => {
  expect(chosen({ PATH: NOWHERE })).toEqual([]);
  expect(chosen({ PATH: NOWHERE, CI: 'true' })).toContain('[browser] tests/browser/pages.test.ts');
  expect(chosen({ CHROMIUM: '/any/browser' })).toContain('[browser] tests/browser/pages.test.ts');
});
