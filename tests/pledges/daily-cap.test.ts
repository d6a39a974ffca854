import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn } from '../../server/actor.ts';
import { acceptedWithoutAdmin, reviewSetting } from '../../server/db/review.ts';
import { increasePledge } from '../../server/pledges/increase.ts';
import { logPledge } from '../../server/pledges/pledge.ts';
import { pledgeInput, withdrawInput } from '../../server/pledges/schemas.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { NOW, startApp, type TestApp } from '../support/app.ts';
import { watchLedger } from '../support/check-ledger.ts';
import { newKey, signedIn } from '../support/signed-in.ts';

let app: TestApp;
let givers = 0;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.now = NOW;
  await app.database!.asOwner('TRUNCATE accepted_without_admin');
});
afterEach(() => watchLedger(app));
afterAll(() => app.close());

const giver = (): Promise<SignedIn> => {
  givers += 1;
  return signedIn(app, { name: `Giver ${'x'.repeat(givers)}` });
};
const cap = (minor: bigint | null) =>
  app.ctx.db.update(reviewSetting).set({ dailyCapMinor: minor });

async function pledge(actor: SignedIn, amount: string, facts: object = {}) {
  const input = pledgeInput.parse({ kind: 'funding', asset: 'USD', amount, ...facts });
  return (await logPledge(app.ctx, actor, newKey(), input)).body as { ref: string; status: string };
}
const statusOf = async (amount: string, facts: object = {}) =>
  (await pledge(await giver(), amount, facts)).status;

describe('what is accepted in a day without an admin', () => {
  test('is at most what the admins set; a smaller pledge still fits', async () => {
    await cap(150_000n);
    expect(await statusOf('1000.00')).toBe('accepted');
    expect(await statusOf('500.01')).toBe('pending');
    expect(await statusOf('500.00')).toBe('accepted');
    expect(await statusOf('0.01')).toBe('pending');
  });

  test('is counted anew the next day', async () => {
    await cap(60_000n);
    expect(await statusOf('600.00')).toBe('accepted');
    expect(await statusOf('600.00')).toBe('pending');
    app.clock.now = new Date(NOW.getTime() + 86_400_000);
    expect(await statusOf('600.00')).toBe('accepted');
  });

  test('is 100 times AUTO_ACCEPT_FUNDING where nothing is set', async () => {
    await cap(null);
    await app.ctx.db
      .insert(acceptedWithoutAdmin)
      .values({ acceptedOn: '2026-03-10', baseMinor: 9_999_999n });
    expect(await statusOf('0.02')).toBe('pending');
    expect(await statusOf('0.01')).toBe('accepted');
  });

  test('stays within it, however many pledge at once', async () => {
    await cap(200_000n);
    const all = await Promise.all(Array.from({ length: 8 }, giver));
    const results = await Promise.all(all.map((actor) => pledge(actor, '600.00')));
    expect(results.filter(({ status }) => status === 'accepted')).toHaveLength(3);
    const [day] = await app.ctx.db.select().from(acceptedWithoutAdmin);
    expect(day!.baseMinor).toBe(180_000n);
  });

  test('is not used up by one giver who pledges and withdraws in turns', async () => {
    await cap(null);
    const ada = await giver();
    const statuses: string[] = [];
    for (let round = 0; round < 22; round++) {
      const { ref, status } = await pledge(ada, '1000.00');
      await withdrawPledge(app.ctx, ada, newKey(), ref, withdrawInput.parse({}));
      statuses.push(status);
    }
    expect(statuses.filter((status) => status === 'accepted')).toHaveLength(20);
    expect(await statusOf('1000.00')).toBe('accepted');
  });

  test('is nothing with a limit of 0', async () => {
    await cap(0n);
    expect(await statusOf('1.00')).toBe('pending');
    // Less than half a cent.
    expect(await statusOf('1', { asset: 'KRW' })).toBe('pending');
  });

  test('has anonymous pledges and larger amounts in it', async () => {
    await cap(100_000n);
    expect(await statusOf('500.00', { visibility: 'anonymous' })).toBe('ready');
    const ada = await giver();
    const { ref } = await pledge(ada, '300.00');
    const more = (amount: string) => increasePledge(app.ctx, ada, newKey(), ref, { amount });
    expect((await more('200.00')).body).not.toMatchObject({ status: 'pending' });
    expect((await more('0.01')).body).toMatchObject({ status: 'pending' });
  });

  test('does not hold back what an admin accepts', async () => {
    await cap(0n);
    const { ref } = await pledge(await giver(), '10.00');
    const { status } = await app.request(`/api/v1/admin/pledges/${ref}/accept`, {
      body: { revision: 0 },
    });
    expect(status).toBe(201);
  });
});
