import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { verifyAll } from '../../server/maintenance/verify.ts';
import type { Acknowledgement } from '../../server/ledger/acks.ts';
import { sweep } from '../../server/postman/sweep.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { fundingPledge, PAYMENT, publishedSignatory } from '../support/actors.ts';

let app: TestApp;
let ref: string;
beforeEach(async () => {
  app = await startApp();
  ref = await fundingPledge(app, await publishedSignatory(app));
});
afterEach(async () => {
  await watchLedger(app);
  await app.close();
});

/** A receipt that Cy recorded, as it was noted outside the system. */
async function receipt(): Promise<Acknowledgement> {
  const path = `/api/v1/admin/pledges/${ref}/receive`;
  const key = 'kept-outside';
  const { body } = await app.request(path, { body: { amount: '10.00', evidence: PAYMENT }, key });
  await app.publicCache.refresh();
  return { key, body };
}
const daysLater = async (days: number): Promise<void> => {
  app.clock.now = new Date(app.clock.now.getTime() + days * 86_400_000);
  await sweep(app.ctx);
};
const check = (...acks: Acknowledgement[]) => verifyAll(app.ctx, MACHINE, acks);

describe('an acknowledgement', () => {
  test('of the last 30 days needs its key', async () => {
    const ack = await receipt();
    await daysLater(29);
    expect(await check(ack)).toMatchObject({ holds: true, acknowledged: 1, keysGone: 0 });
    await app.database!.asOwner('DELETE FROM idempotency');
    expect(await check(ack)).toMatchObject({
      breach: 'acknowledged request kept-outside is not there',
    });
  });

  test('that is older is looked for by its pledge and movements, and its key is said to be gone', async () => {
    const ack = await receipt();
    await daysLater(31);
    expect(await app.database!.asOwner('SELECT FROM idempotency')).toEqual([]);
    const pledged = { key: 'pledged', body: { ref } };
    expect(await check(ack, pledged)).toMatchObject({
      holds: true,
      acknowledged: 2,
      keysGone: 2,
    });
    const { batch, movements } = ack.body;
    const { seq } = movements![0]!;
    const other = { ...ack.body, movements: [{ seq: seq + 1 }] };
    expect(await check({ ...ack, body: other })).toMatchObject({
      breach: `acknowledged batch ${batch} has the movements ${seq}`,
    });
    expect(await check({ key: 'lost', body: { ref: 'K7QMXD3TVHPA' } })).toMatchObject({
      breach: 'acknowledged request lost is not there',
    });
  });
});
