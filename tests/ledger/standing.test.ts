import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MIGRATIONS_DIR } from '../../server/paths.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from '../support/actors.ts';
import { checkLedger, startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
let ref: string;

beforeAll(async () => {
  app = await startApp();
  const ada = await publishedSignatory(app);
  ref = await fundingPledge(app, ada, { asset: 'EUR', amount: '900.00' });
  await app.face.refresh();
  await move(app, ref, 'commit', { amount: '600.00', evidence: AGREEMENT });
  await move(app, ref, 'receive', { amount: '300.00', evidence: PAYMENT });
  await computePledge(app, ada);
});
afterEach(() => checkLedger(app));
afterAll(() => app.close());

describe('where pledges stand', () => {
  test('moves on with each checkpoint', async () => {
    const standing = () =>
      app.database!.asOwner(
        `SELECT pledged, committed, received FROM standing JOIN pledge ON id = pledge_id
         WHERE asset = 'EUR'`,
      );
    await app.face.refresh();
    expect(await standing()).toEqual([{ pledged: '30000', committed: '30000', received: '30000' }]);
    const lapsing = move(app, ref, 'lapse', { amount: '100.00' });
    expect((await lapsing).status).toBe(201);
    await app.face.refresh();
    expect(await standing()).toEqual([{ pledged: '20000', committed: '30000', received: '30000' }]);
  });

  test('catches up with checkpoints that an older version made without it', async () => {
    await app.face.refresh();
    await app.database!.asOwner(`DELETE FROM standing`);
    await move(app, ref, 'lapse', { amount: '1.00' });
    await app.face.refresh();
  });

  test('is filled by its migration for a ledger that was there before it', async () => {
    const sql = await readFile(join(MIGRATIONS_DIR, '0003_standing.sql'), 'utf8');
    const [fill = ''] = /INSERT INTO standing[^;]*;/.exec(sql) ?? [];
    const rows = () => app.database!.asOwner('SELECT * FROM standing ORDER BY pledge_id');
    await app.face.refresh();
    const before = await rows();
    expect(before).toHaveLength(2);
    await app.database!.asOwner(`DELETE FROM standing; ${fill}`);
    expect(await rows()).toEqual(before);
  });
});
