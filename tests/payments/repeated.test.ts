import { expect, test } from 'vitest';
import { recordDifference } from '../../server/payments/compare/differences.ts';
import { lookAgain } from '../../server/payments/events/look-again.ts';
import { atDesk } from '../support/desk.ts';
import { newKey } from '../support/signed-in.ts';
import { useComparison } from './comparing.ts';

const { till, days, on, paid, toldOf, lose, compare } = useComparison();

/** What an admin asks for again, for the answer to the first time was lost: Stripe may be away by now. */
async function expectRepeated(ask: () => Promise<unknown>): Promise<void> {
  const first = await ask();
  const asked = till.stripe.requests.length;
  expect(await ask()).toEqual(first);
  expect(till.stripe.requests).toHaveLength(asked);
}

const api = (path: string, body: object) => {
  const key = newKey().key.toString('hex');
  return async () => {
    const { status, body: answer } = await till.app.request(path, { body, key });
    expect(status).toBeLessThan(300);
    return { status, answer };
  };
};

test('a look at a payment is answered as it was', async () => {
  const { code } = await toldOf();
  await expectRepeated(api(`/api/v1/admin/payments/${code}/check`, {}));
});

test('so is a comparison', async () => {
  await toldOf();
  on(20);
  await expectRepeated(api('/api/v1/admin/payments/compare', days()));
});

test('so is a look at what an event told of, though it is recorded by now', async () => {
  const { ref } = await paid();
  const path = `/api/v1/admin/pledges/${ref}`;
  const { movements } = (await till.app.request(`/api/v1/pledges/${ref}`)).body;
  const { batch } = movements[0];
  await till.app.request(`/api/v1/admin/batches/${batch}/reverse`, { body: { reason: 'A test' } });
  await till.deliver();
  const event = (await till.events()).find(({ outcome }) => outcome === 'unmatched');
  await till.app.request(`${path}/accept`, { body: { revision: 0 } });
  const { actor } = await atDesk(till.app);
  const key = newKey();
  await expectRepeated(async () => {
    const answer = await lookAgain(till.app.ctx, actor, key, event!.id);
    expect(answer.outcome).toBe('applied');
    return answer;
  });
});

test('so is what differed, though it does no more', async () => {
  const { intent } = await paid();
  lose();
  await compare();
  const { actor } = await atDesk(till.app);
  const key = newKey();
  const line = { object: intent, verb: 'receive' } as const;
  await expectRepeated(() => recordDifference(till.app.ctx, actor, key, line));
});
