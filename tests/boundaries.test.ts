import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync, mkdtempSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { layerFaults } from '../scripts/layers.ts';
import { PROJECT_ROOT } from '../server/paths.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-lint-'));
  copyFileSync(join(PROJECT_ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterEach(() => {
  for (const place of ['server', 'web']) {
    rmSync(join(folder, place), { recursive: true, force: true });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(place: string, source: string): void {
  mkdirSync(dirname(join(folder, place)), { recursive: true });
  writeFileSync(join(folder, place), source);
}

/** The linter as `npm run check` runs it. */
function lint(place: string, source: string): string {
  put(place, source);
  const oxlint = join(PROJECT_ROOT, 'node_modules/.bin/oxlint');
  return spawnSync(oxlint, [join(folder, place)], { cwd: folder, encoding: 'utf8' }).stdout;
}

const importing = (from: string): string => `import { a } from '${from}';\nexport const b = a;\n`;

/** What scripts/layers.ts finds when one file of each pair imports the other. */
function faultsOf(...imports: [file: string, target: string][]): string[] {
  for (const [file, target] of imports) put(file, importing(target));
  return layerFaults(folder).toSorted();
}

describe('the layers', () => {
  test('hold for the code as it is', () => {
    expect(layerFaults(PROJECT_ROOT)).toEqual([]);
  });

  test.each([
    ['server/domain/x.ts', '../config.ts'],
    ['server/db/x.ts', '../ledger/append.ts'],
    ['server/ledger/x.ts', '../pledges/move.ts'],
    ['server/ledger/x.ts', '../http/problem.ts'],
    ['server/rates/x.ts', '../pledges/pledge.ts'],
    ['server/pledges/x.ts', '../sign-up/confirm.ts'],
    ['server/sessions/x.ts', '../signatories/list.ts'],
    ['server/payments/pay/x.ts', '../../desk/frame.ts'],
    ['web/data/x.ts', '../pages/home.tsx'],
    ['web/pages/x.tsx', '../../server/db/schema.ts'],
  ])('refuse an import in %s from %s', (file, target) => {
    expect(faultsOf([file, target])).toEqual([expect.stringContaining('a higher layer')]);
  });

  test.each([
    ['server/ledger/x.ts', '../domain/day.ts'],
    ['server/pledges/x.ts', '../initiative/read.ts'],
    ['server/desk/queue/x.ts', '../../pledges/decide.ts'],
    ['server/payments/pay/x.ts', '../follow/settle.ts'],
    ['web/pages/x.tsx', '../../server/domain/day.ts'],
  ])('let %s import %s', (file, target) => {
    expect(faultsOf([file, target])).toEqual([]);
  });

  test('refuse a circle, also one of types, and a file that nobody has placed', () => {
    put('server/db/x.ts', "import type { a } from './y.ts';\nexport const b: a = 1;\n");
    expect(faultsOf(['server/db/y.ts', './x.ts'], ['server/elsewhere/z.ts', '../db/x.ts'])).toEqual(
      [
        'a circle: server/db/x.ts → server/db/y.ts → server/db/x.ts',
        'a circle: server/db/y.ts → server/db/x.ts → server/db/y.ts',
        'server/elsewhere/z.ts is in no layer',
      ],
    );
  });

  test('let nothing that reads come to the ledger’s writer, by way of whatever file', () => {
    const faults = faultsOf(
      ['server/public/x.ts', '../pledges/y.ts'],
      ['server/pledges/y.ts', '../ledger/append.ts'],
    );
    expect(faults).toEqual([expect.stringContaining('server/public/x.ts reads, and could write')]);
    put(
      'server/public/x.ts',
      "import type { a } from '../pledges/y.ts';\nexport const b: a = 1;\n",
    );
    expect(layerFaults(folder)).toEqual([]);
  });
});

describe('the linter', () => {
  test.each([
    ['server/domain/x.ts', 'node:fs'],
    ['server/domain/x.ts', 'zod'],
    ['server/app.ts', 'stripe'],
    ['web/x.ts', 'node:fs'],
    ['web/x.ts', 'drizzle-orm'],
  ])('refuses an import in %s from %s', (place, from) => {
    expect(lint(place, importing(from))).toContain('no-restricted-imports');
  });

  test('lets the folders of Stripe import it', () => {
    expect(lint('server/payments/pay/x.ts', importing('stripe'))).not.toContain('restricted');
    expect(lint('server/stripe/x.ts', importing('stripe'))).not.toContain('restricted');
  });

  test('lets only the configuration read the environment', () => {
    const source = 'export const port = process.env.PORT;\n';
    expect(lint('server/x.ts', source)).toContain('no-process-env');
    expect(lint('server/config.ts', source)).not.toContain('no-process-env');
  });
});
