import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { append, type NewEntry } from '../../server/ledger/append.ts';
import { makeCheckpoint } from '../../server/ledger/checkpoint.ts';
import { appendHash, emptyFrontier, leafHash, rootOf } from '../../server/ledger/merkle.ts';
import { checkpointText, openNote } from '../../server/ledger/note.ts';
import { keep, startApp, type TestApp } from '../support/app.ts';
import { checkLedger } from '../support/check-ledger.ts';
import type { Kept } from '../support/templates.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';

const NO_TARGETS = { gpus: null, gpuHours: null, from: null, to: null, basis: 'site' } as const;

let app: TestApp;
let ref: string;
let signer: { id: string; code: string };
let kept: Kept;

beforeAll(async () => {
  app = await startApp();
  const ada = await publishedSignatory(app);
  ref = await fundingPledge(app, ada, { asset: 'KRW', amount: '1000000' });
  await move(app, ref, 'commit', { amount: '600001', evidence: AGREEMENT });
  await move(app, ref, 'receive', { amount: '300000', evidence: PAYMENT });
  await computePledge(app, ada);
  const [row] = await app.database!.asOwner('SELECT id, code FROM signatory');
  signer = row as typeof signer;
  await checkLedger(app);
  kept = await keep(app);
});
beforeEach(async () => {
  app = await startApp({ copyOf: kept });
});
afterEach(() => app.close());

/** Changes the database as somebody with every right might, triggers and all. */
const tamper = (sql: string) =>
  app.database!.asOwner(`SET session_replication_role = replica; ${sql}`);
const verdict = () => verifyAll(app.ctx, MACHINE, []);

describe('verify', () => {
  test.each([
    [
      'a leaf that was changed',
      `UPDATE ledger_entry SET leaf = leaf || ' ' WHERE seq = 3`,
      /entry 3: the leaf does not hash/,
    ],
    [
      'a leaf that was changed together with its hash',
      `UPDATE ledger_entry SET leaf = '{"v":1,"kind":"terms"}', leaf_hash = sha256('\\x00' || '{"v":1,"kind":"terms"}'::bytea) WHERE seq = 2`,
      /entry 2: /,
    ],
    [
      'a missing entry',
      'DELETE FROM movement WHERE seq = 3; DELETE FROM ledger_entry WHERE seq = 3',
      /entry 3 is missing/,
    ],
    [
      'a missing last entry',
      'DELETE FROM movement WHERE seq = 7; DELETE FROM ledger_entry WHERE seq = 7',
      /entry 7 is missing/,
    ],
    [
      'a movement’s amount',
      'UPDATE movement SET quantity = quantity + 1 WHERE seq = 4',
      /entry 4: the movement row says something else/,
    ],
    [
      'a movement’s day',
      `UPDATE movement SET occurred_on = '2026-01-01' WHERE seq = 4`,
      /entry 4: the movement row/,
    ],
    [
      'a movement without its row',
      'DELETE FROM movement WHERE seq = 4',
      /entry 4 has no movement row/,
    ],
    [
      'the totals of a checkpoint',
      `UPDATE checkpoint SET totals = replace(totals::text, '"person":1', '"person":2')::json`,
      /totals are not the fold/,
    ],
    [
      'the root of a checkpoint',
      `UPDATE checkpoint SET root = sha256('other')`,
      /root is not that of its entries/,
    ],
    [
      'the note of a checkpoint',
      `UPDATE checkpoint SET note = replace(note, 'localhost', 'elsewhere')`,
      /not signed by the log’s key/,
    ],
    [
      'the tree of a checkpoint',
      `UPDATE checkpoint SET frontier = sha256('other') WHERE size = 8`,
      /size 8: its tree is not that of its root/,
    ],
    [
      'a tree of another size',
      `UPDATE checkpoint SET frontier = frontier || frontier WHERE size = 8`,
      /size 8: its tree is not of that size/,
    ],
    [
      'an entry beyond the head',
      `INSERT INTO ledger_entry SELECT 8, kind, leaf, leaf_hash, recorded_at FROM ledger_entry WHERE seq = 1`,
      /entry 8 is beyond the ledger's size of 8/,
    ],
    [
      'the asset of a pledge’s row',
      `UPDATE pledge SET asset = 'USD' WHERE asset = 'KRW'`,
      /its row says something else than its terms/,
    ],
    [
      'the concurrency that was derived',
      `UPDATE derived SET json = replace(json::text, '512', '5120')::json`,
      /the concurrency derived at size 8 is not that of the windows/,
    ],
    ['a pledge', `DELETE FROM pledge WHERE asset = 'KRW'`, /entry 3: the pledge of/],
    ['a coming size', 'INSERT INTO derived SELECT 99, kind, json FROM derived', /no checkpoint/],
    [
      'the size that concurrency is derived at',
      'UPDATE checkpoint SET capacity_size = 0 WHERE size = 8',
      /its concurrency is of another size/,
    ],
    [
      'where a pledge stands',
      'UPDATE standing SET committed = committed - 1, received = received + 1 WHERE received > 0',
      /pledge \w+ does not stand where its movements have brought it/,
    ],
    [
      'a pledge’s newest movement',
      'UPDATE standing SET latest_seq = 1000 WHERE received > 0',
      /pledge \w+ does not stand where/,
    ],
    [
      'a pledge that stands nowhere',
      'DELETE FROM standing WHERE received > 0',
      /1 pledges stand somewhere, of 2 that have moved/,
    ],
    ['no pledge', 'UPDATE standing SET pledge_id = gen_random_uuid()', /does not stand where/],
    ['no part', 'UPDATE outstanding_part SET pledge_id = gen_random_uuid()', /instalments/],
    ['a giver’s sum', 'UPDATE giver_sum SET gone = gone + 1', /a giver has another sum than/],
    [
      'an instalment that is due on another day',
      `UPDATE outstanding_part SET due_on = '2030-01-01'`,
      /pledge \w+ has other instalments outstanding than are kept/,
    ],
    [
      'an instalment that is due no more',
      'DELETE FROM outstanding_part',
      /pledge \w+ has other instalments outstanding than are kept/,
    ],
    [
      'a target that was changed without an entry',
      'UPDATE initiative SET funding_target_minor = funding_target_minor + 1',
      /the initiative: its row says something else than its last entry/,
    ],
    [
      'a window that was changed without an entry',
      `UPDATE initiative SET ends_on = '2028-01-01'`,
      /the initiative: its row says something else/,
    ],
    ['an initiative that is gone', 'DELETE FROM initiative', /the initiative: its row says/],
    ['the size of the ledger', 'UPDATE ledger_head SET size = size + 1', /entry \d+ is missing/],
  ])('finds %s', async (_what, sql, breach) => {
    await tamper(sql);
    expect(await verdict()).toMatchObject({ holds: false, breach: expect.stringMatching(breach) });
  });

  test('finds an over-draw that was written with leaf, hash and row in agreement', async () => {
    const [row] = await app.database!.asOwner('SELECT leaf FROM ledger_entry WHERE seq = 5');
    const leaf = String(row!['leaf']).replaceAll(/"(quantity|base)":"\d+"/g, '"$1":"99999999"');
    const hash = leafHash(Buffer.from(leaf)).toString('hex');
    await tamper(
      `UPDATE movement SET quantity = 99999999, base = 99999999 WHERE seq = 5;
       UPDATE ledger_entry SET leaf = '${leaf}', leaf_hash = '\\x${hash}' WHERE seq = 5`,
    );
    expect(await verdict()).toMatchObject({
      holds: false,
      breach: expect.stringMatching(/movement 5 makes committed of pledge .* negative/),
    });
  });

  test.each<[string, (pledge: { id: string; ref: string }) => NewEntry, RegExp]>([
    [
      'windows that stand nowhere',
      ({ id, ref: of }) => ({
        kind: 'movement',
        pledgeId: id,
        ref: of,
        batch: 'ROGUE00000000001',
        move: {
          verb: 'commit',
          from: 'pledged',
          to: 'committed',
          quantity: 1n,
          base: 1n,
          windows: [{ gpus: 9_999, from: '2026-03-01', to: '2026-12-01', availability: '1' }],
          reverses: null,
        },
        on: '2026-03-10',
        grade: 'signed-agreement',
      }),
      /movement 8: its windows do not stand in pledged/,
    ],
    [
      'targets in another currency',
      () => ({
        kind: 'initiative',
        targets: { ...NO_TARGETS, funding: ['EUR', '100'] },
      }),
      /entry 8: the initiative’s currency changes/,
    ],
    [
      'targets that the initiative’s row does not have',
      () => ({
        kind: 'initiative',
        targets: { ...NO_TARGETS, funding: ['USD', '100'] },
      }),
      /the initiative: its row says something else/,
    ],
    [
      'a signer who signs twice',
      () => ({
        kind: 'signature',
        signatoryId: signer.id,
        signer: signer.code,
        name: 'Ada Example',
        type: 'organisation',
        act: 'sign',
        on: '2026-03-10',
      }),
      /entry 8: signer \w+ cannot sign as organisation here/,
    ],
  ])('finds %s, appended by whoever may append', async (_what, entry, breach) => {
    const [pledge] = await app.database!.asOwner(
      `SELECT id, ref FROM pledge WHERE asset = 'H100-SXM'`,
    );
    await app.ctx.db.transaction((tx) =>
      append(tx, [entry(pledge as { id: string; ref: string })], app.ctx),
    );
    expect(await verdict()).toMatchObject({ holds: false, breach: expect.stringMatching(breach) });
  });

  test('finds an acknowledged write that is not there', async () => {
    const acks = [{ key: 'never-sent', body: { ref } }];
    expect(await verifyAll(app.ctx, MACHINE, acks)).toEqual({
      holds: false,
      breach: 'acknowledged request never-sent is not there',
    });
  });
});

test('on the embedded database too, the initiative’s row is held to its entry', async () => {
  const trial = await startApp({ engine: 'embedded' });
  await trial.ctx.db.execute('UPDATE initiative SET gpus_target = gpus_target + 1');
  expect(await verifyAll(trial.ctx, MACHINE, [])).toMatchObject({
    holds: false,
    breach: expect.stringMatching(/the initiative: its row says something else/),
  });
  await trial.close();
});

describe('a checkpoint', () => {
  test('says what a stranger recomputes from the entries alone', async () => {
    const note = (await app.request('/log/checkpoint', { token: false })).body as string;
    const [identity] = await app.database!.asOwner('SELECT verifier_key FROM log_identity');
    const entries = await app.database!.asOwner('SELECT leaf FROM ledger_entry ORDER BY seq');
    const frontier = emptyFrontier();
    for (const { leaf } of entries) appendHash(frontier, leafHash(leaf as Buffer));
    expect(openNote(note, String(identity!['verifier_key']))).toBe(
      checkpointText('localhost:8080', BigInt(entries.length), rootOf(frontier)),
    );
  });

  test('is not signed when the last one no longer reproduces', async () => {
    await tamper(`UPDATE checkpoint SET root = sha256('other')`);
    await move(app, ref, 'receive', { amount: '1', evidence: PAYMENT });
    await expect(app.publicCache.refresh()).rejects.toThrow('holds another one of that size');
    await expect(makeCheckpoint(app.ctx)).rejects.toThrow('no longer verifies; refusing to sign');
  });

  test('follows a write without being asked for', async () => {
    const before = (await app.request('/api/v1/progress')).body.asOf.size;
    const moved = await move(app, ref, 'receive', { amount: '1', evidence: PAYMENT });
    expect(moved.status).toBe(201);
    await expect
      .poll(async () => (await app.request('/api/v1/progress')).body.asOf.size)
      .toBe(before + 1);
  });
});
