import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { readBankFile } from '../../server/bank/read-file.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { protectedTable, rowSalt } from '../../server/db/log.ts';
import { PROTECTED } from '../../server/ledger/verify-seals.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { AGREEMENT, fundingPledge, move, PAYMENT, publishedSignatory } from '../support/actors.ts';

let app: TestApp;
let bo: string;
let pledge: string;

/** What these tests change, and put back after each. */
const LEDGER = 'entry_name ledger_entry movement checkpoint seal row_state row_salt';
const TABLES = [...Object.keys(PROTECTED), ...LEDGER.split(' ')];

/** Changes the database as somebody with every right might, triggers and all. */
const tamper = (sql: string) =>
  app.database!.asOwner(`SET session_replication_role = replica; ${sql}`);

/** Of each table, what changes with any change of its rows. */
async function marks(): Promise<Map<string, string>> {
  const marksOf = (table: string) =>
    `SELECT '${table}' AS name, concat_ws(' ', count(*), max(xmin::text::bigint)) AS mark FROM ${table}`;
  const rows = await app.database!.asOwner(TABLES.map(marksOf).join(' UNION ALL '));
  return new Map(rows.map(({ name, mark }) => [String(name), String(mark)]));
}

let kept: Map<string, string>;

/** Keeps what there is, sealed, for it to be put back after each test. */
async function keep(): Promise<void> {
  await checkLedger(app);
  // What is not sealed yet would be sealed while it is kept.
  await app.publicCache.refresh();
  for (const table of TABLES) {
    await tamper(
      `DROP TABLE IF EXISTS kept_${table}; CREATE TABLE kept_${table} AS TABLE ${table}`,
    );
  }
  kept = await marks();
}

beforeAll(async () => {
  app = await startApp();
  const ada = await publishedSignatory(app);
  bo = await publishedSignatory(app, { kind: 'person', name: 'Bo Example' });
  pledge = await fundingPledge(app, ada, { note: 'For the second cluster.' });
  await move(app, pledge, 'commit', {
    amount: '10.00',
    evidence: { ...AGREEMENT, url: 'https://example.org/agreement' },
  });
  await move(app, pledge, 'receive', { amount: '5.00', evidence: PAYMENT });
  const bytes = Buffer.from('Date,Amount,Text\n2026-03-02,$5,gift\n');
  await readBankFile(app.ctx, MACHINE, { bytes, answers: { account: 'A' } });
  // No entry comes after it, so the newest seal has its states.
  await app.publicCache.refresh();
  await app.request('/api/v1/admin/milestones', {
    body: { funding: [{ reaches: '1000.00', label: 'A first node' }] },
  });
  await keep();
});
afterEach(async () => {
  const now = await marks();
  for (const table of TABLES) {
    if (now.get(table) === kept.get(table)) continue;
    await tamper(
      `DELETE FROM ${table}; INSERT INTO ${table} OVERRIDING SYSTEM VALUE TABLE kept_${table}`,
    );
  }
  kept = await marks();
  await checkLedger(app);
});
afterAll(() => app.close());

const CHANGED = (table: string) => new RegExp(`^${table} .+: its row was changed by something`);
const GONE = (table: string) => new RegExp(`^${table} .+: its row was deleted by something`);
const ADDED = (table: string) => new RegExp(`^${table} .+: its row was added by something`);
const SEAL = /^seal \d+: the changes that it covers, or the times/;

test.each<[what: string, sql: () => string, breach: RegExp]>([
  [
    'a visibility that was flipped',
    () => `UPDATE pledge SET visibility = 'anonymous'`,
    CHANGED('pledge'),
  ],
  ['a note that was changed', () => `UPDATE pledge SET note = 'Another'`, CHANGED('pledge')],
  ['a purchase order', () => `UPDATE pledge SET purchase_order = 'PO-1'`, CHANGED('pledge')],
  ['a restriction', () => `UPDATE pledge SET restricted_to = 'Salaries'`, CHANGED('pledge')],
  [
    'a giver who was swapped after the names of its entries were deleted',
    () => `DELETE FROM entry_name; UPDATE pledge SET signatory_id = '${bo}'`,
    /^entry \d+: the name that it commits to is gone/,
  ],
  [
    'a giver who was renamed after the names of its entries were deleted',
    () => `DELETE FROM entry_name; UPDATE signatory SET name = 'Famous Person' WHERE id = '${bo}'`,
    /^entry \d+: the name that it commits to is gone/,
  ],
  ['an affiliation', () => `UPDATE signatory SET affiliation = 'Famous Lab'`, CHANGED('signatory')],
  [
    'a statement',
    () => `UPDATE signatory SET statement = 'I was never asked'`,
    CHANGED('signatory'),
  ],
  ['an address', () => `UPDATE signatory SET email = 'dee@example.net'`, CHANGED('signatory')],
  [
    'the name of the initiative',
    () => `UPDATE initiative SET name = 'Another'`,
    CHANGED('initiative'),
  ],
  [
    'the recipient of the money',
    () => `UPDATE initiative SET recipient = '{"name": "Dee Example"}'`,
    CHANGED('initiative'),
  ],
  [
    'evidence that was altered',
    () => `UPDATE evidence SET url = 'https://example.net'`,
    CHANGED('evidence'),
  ],
  ['evidence that was deleted', () => 'DELETE FROM evidence', GONE('evidence')],
  [
    'when an entry was recorded',
    () => `UPDATE ledger_entry SET recorded_at = recorded_at - interval '1 day' WHERE seq = 2`,
    SEAL,
  ],
  [
    'when a checkpoint was made',
    () => `UPDATE checkpoint SET created_at = created_at - interval '1 day'`,
    SEAL,
  ],
  ['a trail that was wiped', () => 'DELETE FROM audit', GONE('audit')],
  [
    'a line of the trail that names another',
    () => `UPDATE audit SET by = 'public' WHERE id = (SELECT max(id) FROM audit)`,
    CHANGED('audit'),
  ],
  [
    'a line that was added to the trail',
    () =>
      `INSERT INTO audit (at, by, act, fields, facts) VALUES (now(), 'machine', 'file.export', '{}', '{}')`,
    ADDED('audit'),
  ],
  [
    'a reference rate',
    () => `UPDATE reference_rate SET per_euro = '2' WHERE currency = 'USD'`,
    CHANGED('reference_rate'),
  ],
  ['reference rates that are gone', () => 'DELETE FROM reference_rate', GONE('reference_rate')],
  ['the factor of a GPU model', () => `UPDATE gpu_factor SET tflops = '1'`, CHANGED('gpu_factor')],
  [
    'what the bank’s file said',
    () => `UPDATE bank_entry SET amount_minor = 50000`,
    CHANGED('bank_entry'),
  ],
  ['an entry of the bank that is gone', () => 'DELETE FROM bank_entry', GONE('bank_entry')],
  ['a milestone', () => `UPDATE milestone SET reaches = 1`, CHANGED('milestone')],
  [
    'an admin who was made up',
    () => `INSERT INTO admin (id, name, email, email_key, role, created_at)
      VALUES (gen_random_uuid(), 'Dee', 'dee@example.net', 'dee@example.net', 'owner', now())`,
    ADDED('admin'),
  ],
  [
    'a movement without an entry',
    () => `INSERT INTO movement (seq, pledge_id, batch, verb, from_stage, to_stage, quantity, base, occurred_on, grade)
      SELECT 1000, pledge_id, 'MADEUP', verb, from_stage, to_stage, quantity, base, occurred_on, grade
      FROM movement LIMIT 1`,
    /^movement 1000 has no entry/,
  ],
  [
    'evidence of a batch that is not there',
    () => `INSERT INTO evidence (batch, url) VALUES ('MADEUP', 'https://example.net')`,
    ADDED('evidence'),
  ],
  [
    'a pledge that was accepted without an entry',
    () => `INSERT INTO pledge SELECT (jsonb_populate_record(pledge, jsonb_build_object(
      'id', gen_random_uuid(), 'ref', 'MADEUP', 'payment_ref', 'MADEUP'))).* FROM pledge LIMIT 1`,
    /^pledge MADEUP is accepted, and has no entry/,
  ],
  [
    'a checkpoint in the middle that is gone',
    () => 'DELETE FROM checkpoint WHERE size = (SELECT min(size) FROM checkpoint)',
    SEAL,
  ],
  ['a state that was changed', () => `UPDATE row_state SET row_key = 'x' WHERE id = 1`, SEAL],
  [
    'states that were deleted',
    () => 'DELETE FROM row_state WHERE id = (SELECT max(id) FROM row_state)',
    SEAL,
  ],
  ['salts that were deleted', () => `DELETE FROM row_salt WHERE tbl = 'pledge'`, CHANGED('pledge')],
  ['a seal in the middle that is gone', () => 'DELETE FROM seal WHERE n = 1', /^seal 1 is missing/],
  [
    'the newest seal that is gone',
    () => 'DELETE FROM seal WHERE n = (SELECT max(n) FROM seal)',
    /^state \d+ names a seal that is not there/,
  ],
  ['a seal of another head', () => `UPDATE seal SET head = sha256('other') WHERE n = 1`, SEAL],
  [
    'a seal that the key did not sign',
    () => `UPDATE seal SET note = replace(note, 'localhost', 'elsewhere') WHERE n = 1`,
    /^seal 1: the log’s key did not sign it/,
  ],
  [
    'seals that are all gone',
    () => 'DELETE FROM seal',
    /^state \d+ names a seal that is not there/,
  ],
  [
    'seals and states that are all gone',
    () => 'DELETE FROM seal; DELETE FROM row_state; DELETE FROM row_salt',
    /last-checkpoint: seal \d+ was kept outside/,
  ],
])('verify finds %s', async (_what, sql, breach) => {
  await tamper(sql());
  expect(await verifyAll(app.ctx, MACHINE, [])).toEqual({
    holds: false,
    breach: expect.stringMatching(breach),
  });
});

test('a change by hand, without taking the triggers away, is refused', async () => {
  await app.database!.asOwner(`SET session_replication_role = DEFAULT; RESET muster.states`);
  await expect(app.database!.asOwner(`UPDATE pledge SET visibility = 'anonymous'`)).rejects.toThrow(
    'only a server of this version may change pledge',
  );
  await app.database!.asOwner(`SET muster.states = 'on'`);
});

test('a change overwrites the salt of what the row said before', async () => {
  const saltOf = async () =>
    (await app.ctx.db.select().from(rowSalt)).find(({ tbl }) => tbl === 'initiative')!.salt;
  const before = await saltOf();
  const body = { note: 'A new note.', reason: 'Clearer words.' };
  expect((await app.request('/api/v1/admin/initiative', { body })).status).toBe(201);
  expect(await saltOf()).not.toEqual(before);
  // The server knows of the seal that covers it.
  await keep();
});

test('the database and verify protect the same tables', async () => {
  const rows = await app.ctx.db.select().from(protectedTable);
  expect(
    Object.fromEntries(rows.map(({ tbl, key, unstated }) => [tbl, { key, unstated }])),
  ).toEqual(
    Object.fromEntries(
      Object.entries(PROTECTED).map(([tbl, { key, unstated = [] }]) => [tbl, { key, unstated }]),
    ),
  );
});
