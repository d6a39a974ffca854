import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migratePostgres, openPostgres, type Database } from '../../server/db/client.ts';
import { requestKey, write } from '../../server/db/write.ts';
import { newWatch } from '../../server/domain/log-watch.ts';
import { startPostgres, type PostgresServer } from '../support/postgres.ts';

/** A primary whose synchronous standby is away: a commit waits for it until somebody cancels it. */
let server: PostgresServer;
let owner: pg.Client;
let database: Database;

beforeAll(async () => {
  server = await startPostgres({
    isThrownAway: true,
    settings: { synchronous_standby_names: 'away', synchronous_commit: 'local' },
  });
  await migratePostgres(server.url);
  owner = new pg.Client({ connectionString: server.url });
  await owner.connect();
  database = openPostgres(`${server.url}?options=-c%20synchronous_commit%3Don`);
});
afterAll(async () => {
  await database.close();
  await owner.end();
  await server.stop();
});

/** Waits until a commit waits for the standby, and cancels it as an administrator may. */
async function cancelCommit(): Promise<void> {
  await expect
    .poll(async () => {
      const { rowCount } = await owner.query(
        `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`,
      );
      return rowCount;
    })
    .toBe(1);
}

const acknowledge = ({ db } = database) =>
  write(
    { db, now: () => new Date(), appended: () => {}, log: newWatch() },
    requestKey('ada', 'one'),
    async () => ({ status: 201, body: { ref: 'ABC' } }),
  );
const UNREPLICATED = { cause: { code: '57P01' } };

test.skipIf(process.env['TEST_DATABASE_URL'])(
  'a commit that a standby may lack is not acknowledged, and neither is its repeat',
  async () => {
    const first = acknowledge();
    await Promise.all([expect(first).rejects.toMatchObject(UNREPLICATED), cancelCommit()]);
    // The first has left its answer on this server alone.
    const repeat = acknowledge();
    await Promise.all([expect(repeat).rejects.toMatchObject(UNREPLICATED), cancelCommit()]);
    // Without a standby to wait for, the repeat gets the first answer.
    const alone = openPostgres(server.url);
    expect(await acknowledge(alone)).toEqual({ status: 201, body: { ref: 'ABC' } });
    await alone.close();
  },
);
