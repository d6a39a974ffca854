import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rowsOf } from '../../server/db/sql.ts';
import { sweep } from '../../server/postman/sweep.ts';
import { noticeAdmins } from '../../server/postman/waiting.ts';
import { makeLink } from '../../server/sessions/link.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';
import { later, signUp, waitingMail } from './scenario.ts';

const CY = 'Cy <cy@example.org>';

const DAY_MS = 24 * 3_600_000;
const NONE = { link: 0, sign_up: 0, session: 0, limit_use: 0, known_network: 0 };

describe.each(['postgres', 'embedded'] as const)('on the %s database', (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp({ engine, env: { ADMIN_EMAIL: CY } });
  });
  afterEach(async () => {
    await watchLedger(app);
    await app.close();
  });

  const notices = async (): Promise<number> => {
    await noticeAdmins(app.ctx);
    return (await waitingMail(app)).length;
  };
  const sign = async (name: string): Promise<string> => {
    const email = `${name.toLowerCase()}@example.org`;
    const body = { kind: 'person', name, email, public: true };
    return (await app.request('/api/v1/signatories', { body })).body.id;
  };

  test('admins are told within the minute, once, and at most once an hour', async () => {
    expect(await notices()).toBe(0);
    await sign('Dee');
    // Another transaction may still put something before it.
    expect(await notices()).toBe(0);
    later(app, 1);
    expect(await notices()).toBe(1);
    expect(await waitingMail(app)).toMatchObject([{ kind: 'waiting', address: CY }]);
    await sign('Eve');
    later(app, 30);
    expect(await notices()).toBe(1);
    later(app, 30);
    expect(await notices()).toBe(2);
    later(app, 24 * 60);
    expect(await notices()).toBe(2);
  });

  test('they are told of pledges of signatories who stand, and of larger amounts', async () => {
    const ada = await publishedSignatory(app);
    const bo = await publishedSignatory(app, { name: 'Bo' });
    await fundingPledge(app, bo, { accept: false });
    await app.request(`/api/v1/admin/signatories/${bo}/reject`, { body: {} });
    later(app, 1);
    expect(await notices()).toBe(0);
    const ref = await fundingPledge(app, ada);
    later(app, 1);
    expect(await notices()).toBe(0);
    const asked = { quantity: '200000', instalments: [], askedAt: app.clock.now.toISOString() };
    await app.ctx.db.execute(
      sql`UPDATE pledge SET asked = ${JSON.stringify(asked)}::jsonb WHERE ref = ${ref}`,
    );
    later(app, 1);
    expect(await notices()).toBe(1);
    await fundingPledge(app, ada, { accept: false });
    later(app, 61);
    expect(await notices()).toBe(2);
  });

  test('replicas that look at once tell them once', async () => {
    await sign('Dee');
    later(app, 1);
    await Promise.all(Array.from({ length: 4 }, () => noticeAdmins(app.ctx)));
    expect(await waitingMail(app)).toHaveLength(1);
  });

  test('what is over is swept away, and nothing else', async () => {
    const { ctx } = app;
    const ada = await publishedSignatory(app);
    const old = await signUp(app);
    await makeLink(ctx.db, ctx, { purpose: 'confirm', signUpId: old });
    await makeLink(ctx.db, ctx, { purpose: 'sign-in', signatoryId: ada, next: null });
    const insert = (minutes: number) => {
      const ends = new Date(app.clock.now.getTime() + minutes * 60_000).toISOString();
      return ctx.db.execute(sql`
        WITH used AS (INSERT INTO limit_use VALUES (uuid_send(gen_random_uuid()), 1, ${ends}))
        INSERT INTO session VALUES (gen_random_uuid(), sha256(uuid_send(gen_random_uuid())), ${ada},
          null, now(), now(), now(), ${ends})`);
    };
    await ctx.db.execute(sql`
      INSERT INTO known_network
      VALUES (${ada}, sha256('home'), ${new Date(app.clock.now.getTime() + DAY_MS).toISOString()})`);
    await ctx.db.execute(sql`
      INSERT INTO idempotency
      VALUES (sha256('key'), '', 201, '{}', ${app.clock.now.toISOString()})`);
    await insert(10);
    await insert(100);
    const left = async () => {
      await sweep(ctx);
      const counts = ['link', 'sign_up', 'session', 'limit_use', 'known_network'].map(
        (table) =>
          sql`(SELECT count(*)::int FROM ${sql.identifier(table)}) AS ${sql.identifier(table)}`,
      );
      return rowsOf(await ctx.db.execute(sql`SELECT ${sql.join(counts, sql`, `)}`))[0];
    };
    expect(await left()).toEqual({
      link: 2,
      sign_up: 1,
      session: 2,
      limit_use: 2,
      known_network: 1,
    });
    later(app, 11);
    expect(await left()).toEqual({
      link: 2,
      sign_up: 1,
      session: 1,
      limit_use: 1,
      known_network: 1,
    });
    later(app, 24 * 60);
    await makeLink(ctx.db, ctx, { purpose: 'confirm', signUpId: old });
    expect(await left()).toEqual({ ...NONE, link: 3, sign_up: 1 });
    later(app, 10);
    expect(await left()).toEqual({ ...NONE, link: 2, sign_up: 1 });
    later(app, 6 * 24 * 60);
    await makeLink(ctx.db, ctx, { purpose: 'confirm', signUpId: old });
    // With a sign-up goes the link that would confirm it.
    expect(await left()).toEqual(NONE);
    const answers = async () => rowsOf(await ctx.db.execute(sql`SELECT FROM idempotency`)).length;
    const kept = await answers();
    later(app, 23 * 24 * 60);
    await sweep(ctx);
    expect([kept > 0, await answers()]).toEqual([true, 0]);
  });
});

test('without ADMIN_EMAIL nobody is told', async () => {
  const app = await startApp();
  const body = { kind: 'person', name: 'Dee', email: 'dee@example.org', public: true };
  await app.request('/api/v1/signatories', { body });
  later(app, 1);
  await noticeAdmins(app.ctx);
  expect(await waitingMail(app)).toEqual([]);
  await app.close();
});
