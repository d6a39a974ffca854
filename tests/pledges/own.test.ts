import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../server/actor.ts';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { findOwnPledge, listOwnPledges } from '../../server/pledges/mine.ts';
import { move } from '../support/actors.ts';
import { QUARTERS, useOwn } from '../support/own-pledge.ts';
import { refused } from '../support/signed-in.ts';

const own = useOwn();

describe('who has no part in it', () => {
  const all = (actor: Actor, ref: string) => ({
    edit: () => own.edit(actor, { amount: '1.00' }, ref),
    increase: () => own.increase(actor, '1.00', {}, ref),
    withdraw: () => own.withdraw(actor, {}, ref),
    instalments: () => own.change(actor, { schedule: QUARTERS }, ref),
    read: () => findOwnPledge(own.app.ctx.db, actor, ref),
  });
  const verbs = ['edit', 'increase', 'withdraw', 'instalments', 'read'] as const;

  test.each(verbs)('is told of another’s pledge what it is told of none: %s', async (verb) => {
    const stranger = await refused(all(own.bo, own.ref)[verb]());
    const none = await refused(all(own.bo, '0000000000')[verb]());
    expect([stranger.code, stranger.message.replace(own.ref, '0000000000')]).toEqual([
      'not-found',
      none.message,
    ]);
    expect(none.code).toBe('not-found');
  });

  test.each(verbs)('is asked to sign in: %s', async (verb) => {
    const work = async () => all({ kind: 'public' }, own.ref)[verb]();
    expect((await refused(work())).code).toBe('unauthorised');
    expect((await own.app.request('/api/v1/me/pledges', { token: false })).status).toBe(401);
  });

  test('sees none of it in its own list', async () => {
    expect(await listOwnPledges(own.app.ctx.db, own.bo, { limit: 10 })).toEqual({
      pledges: [],
      next: null,
    });
    const { pledges, next } = await listOwnPledges(own.app.ctx.db, own.ada, { limit: 1 });
    expect([pledges.map((pledge) => pledge.ref), typeof next]).toEqual([[own.ref], 'string']);
  });
});

describe('who has proved its address', () => {
  const mails = async () =>
    (await own.app.ctx.db.select().from(people.mail)).map(({ kind, address, data }) => ({
      kind,
      address,
      data: data as { ref: string },
    }));

  test('is told by mail what an admin has decided', async () => {
    const pending = await own.log(own.ada, { amount: '5000.00' });
    await move(own.app, pending, 'reject', { reason: 'who are you?' });
    await own.increase(own.ada, '5000.00');
    await move(own.app, own.ref, 'accept');
    const told = (await mails()).filter(({ data }) => data.ref === own.ref || data.ref === pending);
    const address = 'ada.examplex@example.org';
    expect(told).toEqual([
      {
        kind: 'decided',
        address,
        data: { ref: pending, decision: 'rejected', reason: 'who are you?' },
      },
      { kind: 'decided', address, data: { ref: own.ref, decision: 'accepted', reason: null } },
    ]);
  });

  test('and nobody else is', async () => {
    const { signatory } = schema;
    const isBo = eq(signatory.id, own.bo.signatoryId);
    await own.app.ctx.db.update(signatory).set({ confirmedAt: null }).where(isBo);
    const pending = await own.log(own.bo, { amount: '1.00' });
    await move(own.app, pending, 'accept');
    expect((await mails()).filter(({ data }) => data.ref === pending)).toEqual([]);
  });
});

test('an admin has the same by the API, at once and for any amount', async () => {
  const at = `/api/v1/pledges/${own.ref}`;
  const grown = await own.app.request(`${at}/increase`, {
    body: { amount: '5000.00' },
    key: randomUUID(),
  });
  expect(grown.body.movements).toMatchObject([{ amount: '5000.00' }]);
  expect(
    (await own.app.request(`${at}/instalments`, { body: { schedule: QUARTERS } })).body,
  ).toEqual({
    ref: own.ref,
    status: 'accepted',
  });
  expect((await own.app.request(`${at}/withdraw`, { body: {} })).body.movements).toMatchObject([
    { to: 'withdrawn', amount: '5400.00' },
  ]);
  expect((await own.app.request(`${at}/withdraw`, { body: {}, token: false })).status).toBe(401);
});
