import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { holdCheckpoints } from '../../server/ledger/checkpoint.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import { MIGRATIONS_DIR } from '../../server/paths.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';

let app: TestApp;
let ref: string;

beforeAll(async () => {
  app = await startApp();
  const ada = await publishedSignatory(app);
  ref = await fundingPledge(app, ada, { asset: 'EUR', amount: '900.00' });
  await app.publicCache.refresh();
  await move(app, ref, 'commit', { amount: '600.00', evidence: AGREEMENT });
  await move(app, ref, 'receive', { amount: '300.00', evidence: PAYMENT });
  await computePledge(app, ada);
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

describe('where pledges stand', () => {
  test('moves on with each checkpoint', async () => {
    const standing = () =>
      app.database!.asOwner(
        `SELECT pledged, committed, received FROM standing JOIN pledge ON id = pledge_id
         WHERE asset = 'EUR'`,
      );
    await app.publicCache.refresh();
    expect(await standing()).toEqual([{ pledged: '30000', committed: '30000', received: '30000' }]);
    const lapsing = move(app, ref, 'lapse', { amount: '100.00' });
    expect((await lapsing).status).toBe(201);
    await app.publicCache.refresh();
    expect(await standing()).toEqual([{ pledged: '20000', committed: '30000', received: '30000' }]);
  });

  test('catches up with checkpoints that an older version made without it', async () => {
    await app.publicCache.refresh();
    await app.database!.asOwner(`DELETE FROM standing`);
    await move(app, ref, 'lapse', { amount: '1.00' });
    await app.publicCache.refresh();
  });

  test('is filled by its migration for a ledger that was there before it', async () => {
    const sql = await readFile(join(MIGRATIONS_DIR, '0003_standing.sql'), 'utf8');
    const [fill = ''] = /INSERT INTO standing[^;]*;/.exec(sql) ?? [];
    const rows = () => app.database!.asOwner('SELECT * FROM standing ORDER BY pledge_id');
    await app.publicCache.refresh();
    const before = await rows();
    expect(before).toHaveLength(2);
    await app.database!.asOwner(`DELETE FROM standing; ${fill}`);
    expect(await rows()).toEqual(before);
  });
});

describe('what is outstanding by instalment', () => {
  const parts = () =>
    app.database!.asOwner(
      `SELECT due_on::text, outstanding, committed_base FROM outstanding_part
       JOIN pledge ON id = pledge_id WHERE ref = $1 ORDER BY position`,
      [dated],
    );
  let dated: string;

  beforeAll(async () => {
    const instalments = [
      { dueOn: '2026-04-30', amount: '400.00' },
      { dueOn: '2026-05-31', amount: '500.00' },
    ];
    const bo = await publishedSignatory(app, { name: 'Bo' });
    dated = await fundingPledge(app, bo, { amount: '900.00', instalments });
    await move(app, dated, 'commit', { amount: '900.00', evidence: AGREEMENT });
    await app.publicCache.refresh();
  });

  test('moves on with each checkpoint', async () => {
    await move(app, dated, 'receive', { amount: '400.00', evidence: PAYMENT });
    await app.publicCache.refresh();
    expect(await parts()).toEqual([
      { due_on: '2026-05-31', outstanding: '50000', committed_base: '50000' },
    ]);
  });

  test('follows a schedule that is changed', async () => {
    const instalments = [{ dueOn: '2027-01-31', amount: '500.00' }];
    const body = { instalments, reason: 'Agreed in a call.' };
    const { status } = await app.request(`/api/v1/pledges/${dated}/instalments`, { body });
    expect(status).toBe(201);
    await app.publicCache.refresh();
    expect(await parts()).toMatchObject([{ due_on: '2027-01-31', outstanding: '50000' }]);
  });

  test('waits for the next checkpoint, and verify with it', async () => {
    await app.ctx.db.transaction(async (tx) => {
      await holdCheckpoints(tx);
      const instalments = [{ dueOn: '2027-02-28', amount: '500.00' }];
      const body = { instalments, reason: 'Agreed in another call.' };
      const { status } = await app.request(`/api/v1/pledges/${dated}/instalments`, { body });
      expect(status).toBe(201);
      expect(await parts()).toMatchObject([{ due_on: '2027-01-31' }]);
      // That the change is not signed yet is all that verify finds.
      expect(await verifyAll(app.ctx, MACHINE, [])).toEqual({
        holds: false,
        breach: expect.stringContaining('no checkpoint signs the entries'),
      });
    });
    await app.publicCache.refresh();
    expect(await parts()).toMatchObject([{ due_on: '2027-02-28' }]);
  });

  test('is filled by its migration for a ledger that was there before it', async () => {
    const sql = await readFile(join(MIGRATIONS_DIR, '0022_outstanding.sql'), 'utf8');
    const [fill = ''] = /INSERT INTO outstanding_part[^;]*;/.exec(sql) ?? [];
    const rows = () =>
      app.database!.asOwner('SELECT * FROM outstanding_part ORDER BY pledge_id, position');
    const before = await rows();
    expect(before).toHaveLength(2);
    await app.database!.asOwner(`DELETE FROM outstanding_part; ${fill}`);
    expect(await rows()).toEqual(before);
  });
});
