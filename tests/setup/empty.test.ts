import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { TABLE } from '../access/table.ts';
import { progressOf, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { atDesk } from '../support/desk.ts';
import { codeIn, DEMONSTRATION, postForm, TYPED, TYPED_PROGRESS } from '../support/setup.ts';

let apps: TestApp[] = [];
const start = async (options: Parameters<typeof startApp>[0]): Promise<TestApp> => {
  const app = await startApp(options);
  apps.push(app);
  return app;
};
afterEach(async () => {
  for (const app of apps.toReversed()) {
    await watchLedger(app);
    await app.close();
  }
  apps = [];
});

const codeOf = async (app: TestApp): Promise<string> => codeIn((await app.setup.address())!);
const page = (app: TestApp, path: string) =>
  app.request(path, { token: false, headers: { accept: 'text/html' } });

describe.each(['postgres', 'embedded'] as const)('an empty database, on %s', (engine) => {
  test('is set up in place', { timeout: 60_000 }, async () => {
    const app = await start({ engine, initiative: null });
    const code = await codeOf(app);
    const { body } = await page(app, '/');
    expect(body).toContain('href="/setup"');
    expect(body).not.toContain(code);
    expect((await page(app, `/setup?code=${code}`)).body).not.toContain('Keep looking around');
    expect(await postForm(app.url, { ...TYPED, code })).toMatchObject({
      status: 303,
      location: `/setup/owner?code=${code}`,
    });
    expect((await page(app, '/')).body).toContain('Open models &amp; the compute to lead.');
    expect(await progressOf(app)).toMatchObject(TYPED_PROGRESS);
    expect((await page(app, `/setup?code=${code}`)).status).toBe(303);
    await atDesk(app, 'owner', 'Cy Example', { hasPasskey: true });
    expect((await page(app, `/setup?code=${code}`)).status).toBe(409);
    expect((await page(app, '/setup')).status).toBe(404);
    const typed = join(app.ctx.config.dataDir, 'initiative.json');
    expect(existsSync(typed)).toBe(engine === 'embedded');
  });
});

test('at the desk of an empty database each page says what comes first', async () => {
  const app = await start({ initiative: null });
  const cy = await atDesk(app);
  const paths = Object.entries(TABLE).flatMap(([route, who]) =>
    route.startsWith('GET /admin') && who !== 'public'
      ? route.slice('GET '.length).replaceAll(/:\w+/g, 'any')
      : [],
  );
  expect(paths.length).toBeGreaterThan(50);
  const answers = await Promise.all(paths.map((path) => cy.get(path)));
  const wrong = answers.flatMap(({ status, page: shown }, index) =>
    status === 409 && shown.includes('href="/setup"') && shown.includes('npm run import')
      ? []
      : `${paths[index]}: ${status}`,
  );
  expect(wrong).toEqual([]);
  const signIn = await page(app, '/admin/sign-in');
  expect([signIn.status, signIn.body]).toEqual([409, expect.stringContaining('href="/setup"')]);
  expect(await app.request('/api/v1/admin/milestones', { body: {} })).toMatchObject({
    status: 409,
    body: { type: 'urn:muster:problem:no-initiative' },
  });
});

describe('of two replicas', () => {
  test('each has a code of its own, and the second is told that it is late', async () => {
    const one = await start({ initiative: null });
    const two = await start({ besides: one });
    const late = await codeOf(two);
    expect(late).not.toBe(await codeOf(one));
    await postForm(one.url, { ...TYPED, code: await codeOf(one) });
    const answer = await postForm(two.url, { ...TYPED, 'initiative.name': 'Late', code: late });
    expect([answer.status, answer.page]).toEqual([409, expect.stringContaining('Already set up')]);
    expect(await progressOf(two)).toMatchObject(TYPED_PROGRESS);
  });

  test('at the same moment, one sets up and the other is told so', async () => {
    const one = await start({ initiative: null });
    const two = await start({ besides: one });
    const answers = await Promise.all(
      [one, two].map(async (app, index) =>
        postForm(app.url, {
          ...TYPED,
          'initiative.name': `Initiative ${index}`,
          code: await codeOf(app),
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([303, 409]));
    const name = `Initiative ${statuses.indexOf(303)}`;
    expect(await progressOf(one)).toMatchObject({ asOf: { size: 1 }, initiative: { name } });
  });
});

describe('once there is an owner there is no set-up', () => {
  test.each<[string, Parameters<typeof startApp>[0]]>([
    ['for an initiative of its own', {}],
    ['for a demonstration on Postgres', { initiative: DEMONSTRATION }],
    [
      'for a demonstration whose key is LEDGER_KEY',
      { engine: 'embedded', initiative: DEMONSTRATION },
    ],
  ])('%s', { timeout: 60_000 }, async (_what, options) => {
    const app = await start(options);
    expect(await app.setup.open()).toEqual({ initiative: false, owner: true });
    await atDesk(app, 'owner', 'Cy Example', { hasPasskey: true });
    expect(await app.setup.address()).toBeNull();
    expect((await page(app, '/setup')).status).toBe(404);
    expect((await page(app, '/setup?code=0000-0000-0000-0000')).status).toBe(404);
    expect((await postForm(app.url, { ...TYPED, code: '0000-0000-0000-0000' })).status).toBe(404);
    expect((await page(app, '/')).body).not.toContain('href="/setup"');
  });
});
