import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { ADMIN } from './scenario.ts';

const page = readFileSync(join(PROJECT_ROOT, 'docs/csv.md'), 'utf8');

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** The columns that a section of the page lists, and whether each is the admins' alone. */
function documented(file: string): { name: string; isAdmin: boolean }[] {
  const section = page.split('\n## ').find((text) => text.startsWith(`${file}\n`)) ?? '';
  return [...section.matchAll(/^\| `(\w+)` \| (admin)? ?\|/gm)].map(([, name, admin]) => ({
    name: name!,
    isAdmin: admin === 'admin',
  }));
}

const headerOf = async (path: string): Promise<string[]> =>
  String((await app.request(path)).body)
    .trimEnd()
    .split(',');

test.each(['signatories.csv', 'pledges.csv', 'movements.csv', 'instalments.csv', 'capacity.csv'])(
  'docs/csv.md has the columns of the admin’s %s',
  async (file) => {
    const header = await headerOf(`${ADMIN}/${file}`);
    expect(documented(file).map(({ name }) => name)).toEqual(header);
  },
);

test.each(['pledges.csv', 'givers.csv', 'movements.csv', 'capacity.csv'])(
  'docs/csv.md has the columns of the public’s %s',
  async (file) => {
    const columns = documented(file).filter(({ isAdmin }) => !isAdmin);
    expect(columns.map(({ name }) => name)).toEqual(await headerOf(`/data/${file}`));
  },
);
