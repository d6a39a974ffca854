import { afterEach, beforeEach, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { beginNewLog } from '../../server/maintenance/new-log.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { newWatch } from '../../server/domain/log-watch.ts';
import { checkAcks } from '../../server/ledger/acks.ts';
import type { Targets } from '../../server/domain/totals.ts';
import { append } from '../../server/ledger/append.ts';
import { openContext } from '../../server/open-context.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { fundingPledge, publishedSignatory } from '../support/actors.ts';

const NO_TARGETS: Targets = {
  funding: ['USD', null],
  gpus: null,
  gpuHours: null,
  from: null,
  to: null,
  basis: 'site',
};

let app: TestApp;
let ada: string;
/** What was acknowledged of a pledge that the database then lost. */
let lost: { key: string; body: { ref: string } };

const tamper = (sql: string) =>
  app.database!.asOwner(`SET session_replication_role = replica; ${sql}`);

/** What a standby that was behind makes of the database: the rows of a moment ago. */
const LEDGER =
  'ledger_head ledger_entry movement entry_name checkpoint standing giver_sum outstanding_part outstanding_size seal';
const FACTS = 'pledge evidence audit idempotency row_state row_salt';
const KEPT = `${LEDGER} ${FACTS}`.split(' ');
const keep = async () => {
  for (const table of KEPT) await tamper(`CREATE TABLE kept_${table} AS TABLE ${table}`);
};
const rollBack = async () => {
  for (const table of KEPT) {
    const isComputed = table === 'standing' || table === 'giver_sum';
    const columns = isComputed ? await columnsOf(table) : '*';
    const into = columns === '*' ? '' : `(${columns})`;
    await tamper(`DELETE FROM ${table};
      INSERT INTO ${table} ${into} OVERRIDING SYSTEM VALUE SELECT ${columns} FROM kept_${table}`);
  }
  await app.database!.asOwner('SET session_replication_role = DEFAULT');
};
const columnsOf = async (table: string): Promise<string> => {
  const rows = await app.database!.asOwner(
    `SELECT column_name FROM information_schema.columns
     WHERE table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  return rows.map((row) => row['column_name']).join(', ');
};

beforeEach(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  await fundingPledge(app, ada);
  await checkLedger(app);
  await keep();
  const body = { signatory: ada, kind: 'funding', asset: 'USD', amount: '5.00' };
  const answer = await app.request('/api/v1/pledges', { body, key: 'lost' });
  lost = { key: 'lost', body: { ref: answer.body.ref } };
  await app.request(`/api/v1/admin/pledges/${answer.body.ref}/accept`, { body: {} });
  await app.publicCache.refresh();
  await rollBack();
});
afterEach(() => app.close());

const log = (name: string) =>
  app.request('/api/v1/pledges', {
    body: { signatory: ada, kind: 'funding', asset: 'USD', amount: '7.00' },
    key: name,
  });

test('a server stops writing once its checkpoint is gone, and goes on reading', async () => {
  await expect(app.publicCache.refresh()).rejects.toThrow('the database does not hold it');
  expect(await log('after')).toMatchObject({
    status: 503,
    body: { type: 'urn:muster:problem:log-rolled-back' },
  });
  expect((await app.request('/readyz/writes')).status).toBe(503);
  expect((await app.request('/metrics')).body).toContain('muster_writes_stopped 1');
  expect((await app.request('/', { token: false })).status).toBe(200);
  const { body } = await app.request('/api/v1/admin/verify', { body: {} });
  expect(body.breach).toMatch(/last-checkpoint: a checkpoint of \d+ entries was shown/);
});

test('nothing is appended, even before the server has noticed', async () => {
  const unaware = { ...app.ctx, log: { ...newWatch(), shownSize: app.ctx.log.shownSize } };
  const appending = app.ctx.db.transaction((tx) =>
    append(tx, [{ kind: 'initiative', targets: NO_TARGETS }], unaware),
  );
  await expect(appending).rejects.toMatchObject({ code: 'log-rolled-back' });
});

test('every write is stopped, also of a log that took another one’s place', async () => {
  app.ctx.log = { ...newWatch(), stopped: 'Something was lost' };
  const link = await app.request('/api/v1/links', {
    body: { email: 'ada@example.org' },
    token: false,
  });
  expect([link.status, link.body.type]).toEqual([503, 'urn:muster:problem:log-rolled-back']);
});

test('nothing is appended in the second before it notices', async () => {
  const [pending] = await app.database!.asOwner(`SELECT ref FROM pledge`);
  const answer = await app.request(`/api/v1/admin/pledges/${String(pending!['ref'])}/commit`, {
    body: { evidence: { grade: 'signed-agreement' } },
  });
  expect([answer.status, answer.body.type]).toEqual([503, 'urn:muster:problem:log-rolled-back']);
});

test('a new log goes on with what is there, says what was lost, and tells the admins', async () => {
  await app.database!.asOwner(
    `INSERT INTO admin (id, name, email, email_key, role, created_at)
     VALUES (gen_random_uuid(), 'Cy', 'cy@example.org', 'cy@example.org', 'owner', now())`,
  );
  await expect(openContext(app.ctx.config)).rejects.toThrow('npm run new-log');
  const { ctx, close } = await openContext(app.ctx.config, undefined, { isForked: true });
  const { origin, size, lostSize } = await beginNewLog(ctx, 'A standby that was behind took over.');
  expect(origin).toBe('localhost:8080/2');
  expect(lostSize).toBeGreaterThan(size);
  const { broken } = await checkAcks(ctx.db, ctx.now(), [lost]);
  expect(broken).toEqual(['acknowledged request lost is not there']);
  await close();

  // The server that runs still is told to restart; another one goes on.
  await expect(app.publicCache.refresh()).rejects.toThrow('A new log was begun');
  expect((await log('old')).status).toBe(503);
  const restarted = await startApp({ besides: app, env: { DATA_DIR: app.ctx.config.dataDir } });
  const answer = await restarted.request('/api/v1/pledges', {
    body: { signatory: ada, kind: 'funding', asset: 'USD', amount: '7.00' },
  });
  expect(answer.status).toBe(201);
  await checkLedger(restarted);
  const note = (await restarted.request('/log/checkpoint', { token: false })).body as string;
  expect(note).toMatch(/^localhost:8080\/2\n/);
  const page = (await restarted.request('/ledger', { token: false })).body as string;
  expect(page).toContain('A standby that was behind took over.');
  const mails = await app.database!.asOwner(`SELECT address FROM mail WHERE kind = 'new-log'`);
  expect(mails).toEqual([{ address: 'cy@example.org' }]);
  expect(await verifyAll(restarted.ctx, MACHINE, [])).toMatchObject({ holds: true });
  await restarted.close();
});

test('a loss of what makes no entry is noticed as well: a pledge that was waiting', async () => {
  const whole = await startApp();
  const bo = await publishedSignatory(whole);
  await checkLedger(whole);
  const asOwner = (sql: string) =>
    whole.database!.asOwner(`SET session_replication_role = replica; ${sql}`);
  const tables = 'pledge audit idempotency row_state row_salt seal'.split(' ');
  for (const table of tables) await asOwner(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  await fundingPledge(whole, bo, { accept: false });
  await whole.publicCache.refresh();
  for (const table of tables) {
    await asOwner(`DELETE FROM ${table};
      INSERT INTO ${table} OVERRIDING SYSTEM VALUE TABLE kept_${table}`);
  }
  await expect(whole.publicCache.refresh()).rejects.toThrow(
    /has kept seal \d+, and the database does not/,
  );
  expect((await whole.request('/readyz/writes')).status).toBe(503);
  await whole.close();
});

test('nobody without the key can say that a log ended', async () => {
  await app.database!.asOwner(`SET session_replication_role = replica;
    INSERT INTO log_identity (id, origin, verifier_key, from_size, lost_size, reason, begun_at)
    SELECT 2, origin || '/2', verifier_key, (SELECT size FROM ledger_head), 1000, 'None.', now() FROM log_identity`);
  expect(await verifyAll(app.ctx, MACHINE, [])).toMatchObject({ holds: false });
  await expect(openContext(app.ctx.config)).rejects.toThrow(/log 2/);
});

test('a new log is refused where nothing was lost', async () => {
  const whole = await startApp();
  await whole.publicCache.refresh();
  const { ctx, close } = await openContext(whole.ctx.config, undefined, { isForked: true });
  await expect(beginNewLog(ctx, 'No reason.')).rejects.toThrow('no new log is needed');
  await close();
  await whole.close();
});
