import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync, mkdtempSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../server/paths.ts';

/** The linter as `npm run check` runs it, on a folder with one file in the named place. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-lint-'));
  copyFileSync(join(PROJECT_ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function lint(place: string, source: string): string {
  const file = join(folder, place);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, source);
  const oxlint = join(PROJECT_ROOT, 'node_modules/.bin/oxlint');
  const { stdout } = spawnSync(oxlint, [file], { cwd: folder, encoding: 'utf8' });
  rmSync(file);
  return stdout;
}

const importing = (from: string) => `import { a } from '${from}';\nexport const b = a;\n`;

describe('the linter', () => {
  test.each([
    ['server/domain/x.ts', 'node:fs'],
    ['server/domain/x.ts', 'zod'],
    ['server/domain/x.ts', '../config.ts'],
    ['server/db/x.ts', '../ledger/append.ts'],
    ['server/ledger/x.ts', '../pledges/move.ts'],
    ['server/ledger/x.ts', '../http/problem.ts'],
    ['server/ledger/x.ts', 'fastify'],
    ['server/db/x.ts', '../backup/backup.ts'],
    ['server/ledger/x.ts', '../backup/backup.ts'],
    ['server/pledges/x.ts', '../backup/backup.ts'],
    ['server/public/x.ts', '../backup/backup.ts'],
    ['server/backup/x.ts', '../ledger/append.ts'],
    ['server/backup/x.ts', '../http/problem.ts'],
    ['server/signatories/x.ts', '../pledges/pledge.ts'],
    ['server/pledges/x.ts', '../initiative/import.ts'],
    ['server/public/x.ts', '../ledger/append.ts'],
    ['server/public/x.ts', '../pledges/move.ts'],
    ['server/openapi/x.ts', '../pledges/schemas.ts'],
    ['server/ledger/x.ts', '../openapi/shapes.ts'],
    ['server/public/x.ts', '../rates/import.ts'],
    ['server/pledges/x.ts', '../rates/admin-rate.ts'],
    ['server/setup/x.ts', '../rates/import.ts'],
    ['server/rates/x.ts', '../pledges/pledge.ts'],
    ['server/ledger/x.ts', '../rates/reference.ts'],
    ['server/db/x.ts', '../rates/reference.ts'],
    ['server/public/x.ts', '../setup/setup.ts'],
    ['server/setup/x.ts', '../pledges/pledge.ts'],
    ['server/setup/x.ts', '../public/face.ts'],
    ['server/setup/x.ts', '../ledger/append.ts'],
    ['server/exports/x.ts', '../pledges/list.ts'],
    ['server/exports/x.ts', '../ledger/append.ts'],
    ['server/exports/x.ts', '../db/write.ts'],
    ['server/public/x.ts', '../exports/export.ts'],
    ['server/mail/x.ts', '../http/limits.ts'],
    ['server/mail/x.ts', '../signatories/sign.ts'],
    ['server/sessions/x.ts', '../signatories/list.ts'],
    ['server/sessions/x.ts', '../ledger/append.ts'],
    ['server/forms/x.ts', '../ledger/append.ts'],
    ['server/me/x.ts', '../admin/verify.ts'],
    ['server/sign-up/x.ts', '../exports/export.ts'],
    ['server/pledges/x.ts', '../sign-up/confirm.ts'],
    ['server/public/x.ts', '../sessions/session.ts'],
    ['server/payments/x.ts', '../desk/frame.ts'],
    ['server/payments/pay/x.ts', '../../desk/frame.ts'],
    ['server/app.ts', 'stripe'],
    ['web/x.ts', '../server/db/schema.ts'],
    ['web/x.ts', '../server/app.ts'],
    ['web/components/x.tsx', '../../server/ledger/append.ts'],
    ['web/x.ts', 'node:fs'],
  ])('refuses an import in %s from %s', (place, from) => {
    expect(lint(place, importing(from))).toContain('no-restricted-imports');
  });

  test.each([
    ['server/domain/x.ts', './day.ts'],
    ['server/ledger/x.ts', '../domain/day.ts'],
    ['server/backup/x.ts', '../ledger/verify.ts'],
    ['server/pledges/x.ts', '../initiative/read.ts'],
    ['server/openapi/x.ts', '../http/problem.ts'],
    ['server/public/x.ts', '../rates/reference.ts'],
    ['server/pledges/x.ts', '../rates/reference.ts'],
    ['server/pledges/x.ts', '../rates/age.ts'],
    ['server/setup/x.ts', '../rates/fetching.ts'],
    ['server/rates/x.ts', '../initiative/read.ts'],
    ['server/setup/x.ts', '../initiative/import.ts'],
    ['server/exports/x.ts', '../db/copy.ts'],
    ['server/mail/x.ts', '../sessions/link.ts'],
    ['server/sign-up/x.ts', '../pledges/policy.ts'],
    ['server/pledges/x.ts', '../mail/queue.ts'],
    ['server/payments/pay/x.ts', '../follow/settle.ts'],
    ['server/payments/stripe/x.ts', 'stripe'],
    ['web/x.ts', '../server/domain/day.ts'],
  ])('lets %s import %s', (place, from) => {
    expect(lint(place, importing(from))).not.toContain('no-restricted-imports');
  });

  test('lets only the configuration read the environment', () => {
    const source = 'export const port = process.env.PORT;\n';
    expect(lint('server/x.ts', source)).toContain('no-process-env');
    expect(lint('server/config.ts', source)).not.toContain('no-process-env');
  });
});
