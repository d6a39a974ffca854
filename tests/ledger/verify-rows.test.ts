import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { AGREEMENT, fundingPledge, move, publishedSignatory } from '../support/actors.ts';

let app: TestApp;
let ada: string;
let bob: string;
let grant: string;
let scheduled: string;
let conditional: string;

/** Changes the database as somebody with every right might, triggers and all. */
const tamper = (sql: string) =>
  app.database!.asOwner(`SET session_replication_role = replica; ${sql}`);

beforeAll(async () => {
  app = await startApp();
  ada = await publishedSignatory(app);
  bob = await publishedSignatory(app, { kind: 'person', name: 'Bob Example' });
  const { body } = await app.request('/api/v1/pledges', {
    body: {
      signatory: bob,
      kind: 'compute',
      asset: 'H100-SXM',
      windows: { gpuHours: '10000.00', from: '2026-03-01', to: '2026-07-01' },
    },
  });
  grant = body.ref;
  await move(app, grant, 'accept');
  await move(app, grant, 'commit', { evidence: AGREEMENT });
  scheduled = await fundingPledge(app, ada, {
    asset: 'KRW',
    amount: '2000',
    instalments: [
      { dueOn: '2026-04-01', amount: '1000' },
      { dueOn: '2026-05-01', amount: '1000' },
    ],
  });
  conditional = await fundingPledge(app, ada, {
    amount: '70.00',
    condition: { kind: 'threshold', metric: 'funding', counts: 'pledged', reaches: '1000.00' },
  });
  for (const firstOn of ['2027-04-01', '2028-04-01']) {
    const later = { schedule: { every: 'month', times: 2, firstOn } };
    await app.request(`/api/v1/pledges/${scheduled}/instalments`, { body: later });
  }
  await checkLedger(app);
  await tamper(`CREATE TABLE kept_pledge AS TABLE pledge;
    CREATE TABLE kept_change AS TABLE terms_change;
    CREATE TABLE kept_signatory AS TABLE signatory`);
});
afterEach(async () => {
  await tamper(`DELETE FROM pledge; INSERT INTO pledge TABLE kept_pledge;
    DELETE FROM terms_change; INSERT INTO terms_change TABLE kept_change;
    DELETE FROM signatory; INSERT INTO signatory TABLE kept_signatory`);
  await checkLedger(app);
});
afterAll(() => app.close());

const codeOf = async (id: string): Promise<string> => {
  const [row] = await app.database!.asOwner(`SELECT code FROM kept_signatory WHERE id = '${id}'`);
  return String(row!['code']);
};
const terms = (ref: () => string) => () =>
  `pledge ${ref()}: its row says something else than its terms`;
const entries = (id: () => string) => async () =>
  `signatory ${await codeOf(id())}: its row says something else than its entries`;

const changes = async () => {
  const [row] = await app.database!.asOwner('SELECT max(seq)::text AS seq FROM kept_change');
  return `entry ${String(row!['seq'])}: its row in terms_change disagrees with the ledger`;
};

test('the migration notes how terms changed before it', async () => {
  const file = await readFile('migrations/0011_requests.sql', 'utf8');
  const [insert] = /^INSERT INTO terms_change[^;]*;/m.exec(file)!;
  await tamper(`DELETE FROM terms_change; ${insert}`);
  const kept = await app.database!.asOwner('TABLE kept_change ORDER BY seq');
  expect(kept).toHaveLength(2);
  expect(await app.database!.asOwner('TABLE terms_change ORDER BY seq')).toEqual(kept);
});

test.each<[string, () => string, () => string | Promise<string>]>([
  [
    'the days of a grant',
    () => `UPDATE pledge SET from_on = '2027-01-01', to_on = '2027-02-01' WHERE ref = '${grant}'`,
    terms(() => grant),
  ],
  [
    'an instalment',
    () => `UPDATE pledge SET instalments = '[["2026-03-01", "2000"]]' WHERE ref = '${scheduled}'`,
    terms(() => scheduled),
  ],
  [
    'a condition',
    () => `UPDATE pledge SET condition = NULL WHERE ref = '${conditional}'`,
    terms(() => conditional),
  ],
  [
    'a condition that cannot be read',
    () => `UPDATE pledge SET condition = '{"reaches": "much"}' WHERE ref = '${conditional}'`,
    () => 'the pledges: Cannot convert much to a BigInt',
  ],
  [
    'whether it is firm',
    () => `UPDATE pledge SET firm = NOT firm WHERE ref = '${scheduled}'`,
    terms(() => scheduled),
  ],
  [
    'the source of its rate',
    () => `UPDATE pledge SET rate_source = 'hearsay' WHERE ref = '${scheduled}'`,
    terms(() => scheduled),
  ],
  [
    'a change of terms that pages do not tell',
    () => `DELETE FROM terms_change WHERE seq = (SELECT max(seq) FROM terms_change)`,
    changes,
  ],
  [
    'a change of terms that is told of other terms',
    () => `UPDATE terms_change SET earlier = (SELECT min(earlier) FROM terms_change)`,
    changes,
  ],
  [
    'a change of terms that was none',
    () => `INSERT INTO terms_change SELECT seq, pledge_id, 0 FROM movement`,
    () => expect.stringMatching(/^entry \d+: its row in terms_change/) as string,
  ],
  [
    'whose it is',
    () => `UPDATE pledge SET signatory_id = '${bob}' WHERE ref = '${scheduled}'`,
    () => `pledge ${scheduled}: its row names another giver than its terms`,
  ],
  [
    'a signatory’s name',
    () => `UPDATE signatory SET name = 'Famous Person' WHERE id = '${bob}'`,
    entries(() => bob),
  ],
  [
    'what it signed as',
    () => `UPDATE signatory SET kind = 'organisation' WHERE id = '${bob}'`,
    entries(() => bob),
  ],
  [
    'a signature that is hidden',
    () => `UPDATE signatory SET status = 'rejected' WHERE id = '${bob}'`,
    entries(() => bob),
  ],
  [
    'a signature that is made up',
    () => `INSERT INTO signatory SELECT (jsonb_populate_record(signatory, jsonb_build_object(
      'id', gen_random_uuid(), 'code', 'MADEUP00000000', 'email', NULL, 'email_key', NULL))).*
      FROM signatory WHERE id = '${bob}'`,
    () => 'signatory MADEUP00000000: its row says something else than its entries',
  ],
  [
    'a signatory who is gone',
    () => `DELETE FROM signatory WHERE id = '${bob}'`,
    () => 'a signatory who stands as signed has no row',
  ],
])('verify finds %s', async (_what, change, breach) => {
  await tamper(change());
  expect(await verifyAll(app.ctx, MACHINE, [])).toEqual({ holds: false, breach: await breach() });
});
