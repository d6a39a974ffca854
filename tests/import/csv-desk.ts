import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk, type DeskUser } from '../support/desk.ts';
import { formOf, textOf, type Fields } from '../support/desk-forms.ts';

export const IMPORT = '/admin/import';

/** Sends a file, as a browser does. */
export async function upload(app: TestApp, by: DeskUser, kind: string, file: string | Buffer) {
  const { page } = await by.get(IMPORT);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...formOf(page, IMPORT), kind })) {
    form.set(name, value);
  }
  form.set('file', new Blob([Buffer.from(file)]), 'list.csv');
  const response = await fetch(app.url + IMPORT, {
    method: 'POST',
    headers: { ...by.cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    body: form,
    redirect: 'manual',
  });
  const text = await response.text();
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, text: text === '' ? '' : textOf(text) };
}

/** Of the tick that leaves out the columns that no field reads. */
const leftOutIn = (page: string): string =>
  /<input[^>]*type="checkbox"[^>]*name="leftOut"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? '';

/** Sends a file, of which the columns are guessed, and the others left out. Returns the import's address. */
export async function checked(
  app: TestApp,
  by: DeskUser,
  kind: string,
  file: string | Buffer,
  typed: Fields = {},
): Promise<string> {
  const { location } = await upload(app, by, kind, file);
  expect(location).toMatch(/^\/admin\/import\/[\da-f-]{36}$/);
  const leftOut = leftOutIn((await by.get(location)).page);
  expect(await match(by, location, { shown: 'yes', leftOut, ...typed })).toMatchObject({
    location,
  });
  return location;
}

/** Which columns are chosen on a page. */
export const chosenIn = (page: string): Fields =>
  Object.fromEntries(
    Array.from(page.matchAll(/<select[^>]*\sname="([^"]+)".*?<\/select>/gs), ([all, name]) => [
      name!,
      /<option value="([^"]*)" selected>/.exec(all)?.[1] ?? '',
    ]),
  );

/** Sends which column each field is in: what the page has chosen, unless something else is typed. */
export async function match(by: DeskUser, path: string, typed: Fields = {}) {
  const { page } = await by.get(path);
  return by.post(path, { ...formOf(page, path), ...chosenIn(page), ...typed });
}

export const rowsOf = async (by: DeskUser, path: string): Promise<string> =>
  textOf((await by.get(path)).page);

export async function record(by: DeskUser, path: string, typed: Fields = {}) {
  const { page } = await by.get(path);
  const isShown = page.includes(`action="${path}/record"`);
  const form = isShown ? formOf(page, `${path}/record`) : { seen: 'nothing' };
  return by.post(`${path}/record`, { ...form, ...typed });
}

export const undo = (by: DeskUser, path: string) => by.post(`${path}/undo`);

/** All steps. Returns the import's address. */
export async function imported(
  app: TestApp,
  by: DeskUser,
  kind: string,
  file: string,
  typed: Fields = {},
): Promise<string> {
  const path = await checked(app, by, kind, file, typed);
  expect(await record(by, path)).toMatchObject({ status: 303, location: path });
  return path;
}

export const ledgerSize = async ({ ctx }: TestApp): Promise<number> => {
  const { rows } = (await ctx.db.execute(sql`SELECT size::int FROM ledger_head`)) as {
    rows: { size: number }[];
  };
  return rows[0]!.size;
};

const { signatory, pledge } = schema;

interface Cast {
  app: TestApp;
  cy: DeskUser;
  /** Another one for each test. */
  n: number;
}

/** An app, and Cy who imports. */
export function useImports() {
  const cast = { n: 0 } as Cast;
  beforeAll(async () => {
    cast.app = await startApp();
  });
  beforeEach(async () => {
    cast.cy = await atDesk(cast.app, 'operator');
    cast.n += 1;
  });
  afterEach(async () => {
    await watchLedger(cast.app);
    cast.app.clock.now = NOW;
  });
  afterAll(() => cast.app.close());
  const signatoryCalled = async (name: string) =>
    (await cast.app.ctx.db.select().from(signatory).where(eq(signatory.name, name)))[0];
  return Object.assign(cast, {
    /** Nobody else has it. */
    called: (name: string): string => `${name} ${cast.n} Example`,
    signatoryCalled,
    pledgesOf: async (name: string) => {
      const giver = await signatoryCalled(name);
      return cast.app.ctx.db.select().from(pledge).where(eq(pledge.signatoryId, giver!.id));
    },
    stagesOf: async (ref: string) => (await cast.app.request(`/api/v1/pledges/${ref}`)).body.stages,
  });
}
