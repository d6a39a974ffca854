import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import * as schema from '../../server/db/schema.ts';
import { increasePledge } from '../../server/pledges/increase.ts';
import { move, PAYMENT } from '../support/actors.ts';
import { progressOf } from '../support/app.ts';
import { useTill } from '../support/pay.ts';
import { newKey } from '../support/signed-in.ts';

const till = useTill({ env: { AUTO_ACCEPT_FUNDING: '1' } });

const RECEIVED = 'receive pledged→received 2000.00';
const more = (ref: string, amount: string) =>
  increasePledge(till.app.ctx, till.ada, newKey(), ref, { amount });

/** A pledge of 2000.00 whose giver asks for 500.00 more, which waits. */
async function waiting(): Promise<string> {
  const ref = await till.pledge();
  expect((await more(ref, '500.00')).body).toMatchObject({ status: 'pending' });
  return ref;
}
async function pay(ref: string, amount: string): Promise<void> {
  const { code } = await till.pay(ref, amount);
  await till.stripe.payByCard(await till.objectOf(code));
  await till.deliver();
}
const rowOf = async (ref: string) => {
  const { pledge } = schema;
  const [row] = await till.app.ctx.db.select().from(pledge).where(eq(pledge.ref, ref));
  return row!;
};
const revisionOf = async (ref: string): Promise<number> => (await rowOf(ref)).revision;
const accept = async (ref: string) =>
  move(till.app, ref, 'accept', { revision: await revisionOf(ref) });
const moves = async (ref: string) => (await till.moves(ref)).slice(1);
const funding = async () => {
  const { received, pledged } = (await progressOf(till.app)).funding;
  return [Number(received), Number(pledged)];
};

describe('a larger amount that is received while it waits', () => {
  test('is looked at again, and counts once', async () => {
    const ref = await waiting();
    const seen = await revisionOf(ref);
    const [received, pledged] = await funding();
    await pay(ref, '2500.00');
    const old = await move(till.app, ref, 'accept', { revision: seen });
    expect([old.status, old.body.detail]).toEqual([
      409,
      'This pledge has changed since you opened it. Open it again and check it.',
    ]);
    const accepted = await accept(ref);
    expect([accepted.status, accepted.body.movements]).toEqual([201, []]);
    expect(await moves(ref)).toEqual([RECEIVED, 'receive outside→received 500.00']);
    expect(await funding()).toEqual([received! + 2_500, pledged! - 2_000]);
    expect((await rowOf(ref)).quantity).toBe(250_000n);
  });

  test('in part, promises the rest anew, also by hand and where more is asked for meanwhile', async () => {
    const ref = await waiting();
    const evidence = PAYMENT;
    await move(till.app, ref, 'receive', { amount: '2100.00', excess: true, evidence });
    await more(ref, '50.00');
    await pay(ref, '30.00');
    expect((await accept(ref)).status).toBe(201);
    expect((await moves(ref)).slice(1)).toEqual([
      'receive outside→received 100.00',
      'receive outside→received 30.00',
      'pledge outside→pledged 420.00',
    ]);
  });

  test('is promised as a whole once what came was taken back', async () => {
    const ref = await waiting();
    const evidence = PAYMENT;
    const come = await move(till.app, ref, 'receive', {
      amount: '2100.00',
      excess: true,
      evidence,
    });
    await till.app.request(`/api/v1/admin/batches/${come.body.batch}/reverse`, {
      body: { reason: 'Another one’s' },
    });
    expect((await accept(ref)).status).toBe(201);
    expect((await moves(ref)).at(-1)).toBe('pledge outside→pledged 500.00');
  });

  test('changes nothing of what came before it was asked for', async () => {
    const ref = await till.pledge();
    await pay(ref, '2100.00');
    await more(ref, '500.00');
    expect((await accept(ref)).status).toBe(201);
    expect((await moves(ref)).at(-1)).toBe('pledge outside→pledged 500.00');
  });
});
