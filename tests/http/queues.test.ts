import { afterEach, beforeEach, expect, test } from 'vitest';
import pg from 'pg';
import { fileOf, row } from '../compute/sacct.ts';
import { meterOf } from '../compute/meter.ts';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

/** Answers of as many requests at once while the owner holds what they need; the first one waits for `statement`. */
async function during(
  lock: string,
  statement: string,
  requests: (() => Promise<{ status: number }>)[],
): Promise<{ refused: number[]; rest: Promise<number[]>; free: () => Promise<void> }> {
  const owner = new pg.Client({ connectionString: app.database!.ownerUrl });
  await owner.connect();
  await owner.query('BEGIN');
  await owner.query(lock);
  const refused: number[] = [];
  const rest = Promise.all(
    requests.map(async (request) => {
      const { status } = await request();
      if (status !== 200) refused.push(status);
      return status;
    }),
  );
  await expect.poll(() => app.database!.waiting(statement)).toBeGreaterThan(0);
  return {
    refused,
    rest,
    free: async () => {
      await owner.query('COMMIT');
      await owner.end();
    },
  };
}

test('looks at metered files take one connection, however many there are', async () => {
  const cy = await meterOf(app);
  const { id } = await cy.read(fileOf(row()));
  const look = () => app.request(`/api/v1/admin/metering/${id}`);
  const looks = Array.from({ length: 12 }, () => look);
  const lock = `SELECT pg_advisory_xact_lock(hashtextextended('metering', 0))`;
  const { rest, free } = await during(lock, '%hashtextextended%', looks);
  expect((await app.request(`/api/v1/pledges/${cy.ref}`)).status).toBe(200);
  expect(await app.database!.waiting('%hashtextextended%')).toBe(1);
  await free();
  expect(new Set(await rest)).toEqual(new Set([200]));
});

test('one verification runs at a time, and two wait', async () => {
  const verify = () => app.request('/api/v1/admin/verify', { body: {} });
  const { refused, rest, free } = await during(
    'LOCK TABLE log_identity IN ACCESS EXCLUSIVE MODE',
    '%log_identity%',
    Array.from({ length: 5 }, () => verify),
  );
  await expect.poll(() => refused).toEqual([503, 503]);
  expect(await app.database!.waiting('%log_identity%')).toBe(1);
  await free();
  expect((await rest).filter((status) => status === 200)).toHaveLength(3);
});

test('of many acknowledgements that cannot be read the first is told', async () => {
  const acks = [{ key: 'one', body: {} }, {}, {}];
  const { status, body } = await app.request('/api/v1/admin/verify', { body: { acks } });
  expect([status, body.detail]).toEqual([400, 'acks[1].key: is missing; acks[1].body: is missing']);
});
