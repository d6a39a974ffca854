import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { progressOf, startApp, type TestApp } from './support/app.ts';
import { watchLedger } from './support/check-ledger.ts';
import {
  AGREEMENT,
  computePledge,
  fundingPledge,
  move,
  PAYMENT,
  publishedSignatory,
} from './support/actors.ts';
import { increasePledge } from '../server/pledges/increase.ts';
import { logPledge } from '../server/pledges/pledge.ts';
import { pledgeInput } from '../server/pledges/schemas.ts';
import { newKey, signedIn } from './support/signed-in.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ engine: 'embedded' });
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

describe('on the embedded database', () => {
  test('the main path is the same: sign, pledge, agree, pay, deliver, take back', async () => {
    const ada = await publishedSignatory(app);
    const won = await fundingPledge(app, ada, { asset: 'KRW', amount: '1000000000' });
    await move(app, won, 'commit', { amount: '600000000', evidence: AGREEMENT });
    const paid = await move(app, won, 'receive', { amount: '700000000', evidence: PAYMENT });
    expect(paid.body.movements).toHaveLength(2);
    await app.request(`/api/v1/admin/batches/${paid.body.batch}/reverse`, {
      body: { reason: 'the wrong pledge' },
    });
    const oslo = await computePledge(app, ada);
    await move(app, oslo, 'commit', { evidence: AGREEMENT });
    await move(app, oslo, 'receive', {
      gpuHours: '10.25',
      evidence: { grade: 'provider-statement' },
    });
    expect(await progressOf(app)).toMatchObject({
      asOf: { size: 13 },
      funding: { received: '0.00' },
      compute: { gpusSecured: { allSites: 512 }, gpuHours: { delivered: '10.25' } },
    });
  });

  test('writes at once follow one another, and none is lost', async () => {
    const bo = await publishedSignatory(app, { name: 'Bo Example' });
    const before = (await progressOf(app)).asOf.size;
    await Promise.all(Array.from({ length: 20 }, () => fundingPledge(app, bo)));
    expect((await progressOf(app)).asOf.size).toBe(before + 40);
  });

  test('a signatory’s own pledges keep to the limit', async () => {
    const dee = await signedIn(app, { name: 'Dee Example' });
    const input = pledgeInput.parse({ kind: 'funding', asset: 'USD', amount: '600.00' });
    const log = async () => (await logPledge(app.ctx, dee, newKey(), input)).body;
    const both = await Promise.all([log(), log()]);
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['accepted', 'pending']);
    const ref = String(both.find(({ status }) => status === 'accepted')!['ref']);
    const grown = await increasePledge(app.ctx, dee, newKey(), ref, { amount: '400.00' });
    expect(grown.body).toMatchObject({ movements: [{ amount: '400.00' }] });
  });

  test('the application runs with its few rights', async () => {
    for (const statement of ['DELETE FROM ledger_entry', 'UPDATE movement SET base = 0']) {
      await expect(app.ctx.db.execute(sql.raw(statement))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });

  test('the page and readiness say that it is a trial', async () => {
    expect((await app.request('/', { token: false })).body).toContain('Trial database');
    expect((await app.request('/readyz')).body.warnings[0]).toMatch(/^The trial’s database/);
  });
});
