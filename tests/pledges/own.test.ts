import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { MACHINE, type Actor } from '../../server/actor.ts';
import * as desk from '../../server/db/desk.ts';
import * as people from '../../server/db/people.ts';
import * as schema from '../../server/db/schema.ts';
import { findOwnPledge, listOwnPledges } from '../../server/pledges/mine.ts';
import { logPledge } from '../../server/pledges/pledge.ts';
import { pledgeInput } from '../../server/pledges/schemas.ts';
import { listMovements } from '../../server/pledges/view.ts';
import { withdrawPledge } from '../../server/pledges/withdraw.ts';
import { move } from '../support/actors.ts';
import { QUARTERS, useOwn } from '../support/own-pledge.ts';
import { newKey, refused } from '../support/signed-in.ts';

const own = useOwn();

describe('who has no part in it', () => {
  const all = (actor: Actor, ref: string) => ({
    edit: () => own.edit(actor, { amount: '1.00' }, ref),
    increase: () => own.increase(actor, '1.00', {}, ref),
    askNoMore: () => own.askNoMore(actor, ref),
    withdraw: () => own.withdraw(actor, {}, ref),
    instalments: () => own.change(actor, { schedule: QUARTERS }, ref),
    read: () => findOwnPledge(own.app.ctx.db, actor, ref),
  });
  const verbs = ['edit', 'increase', 'askNoMore', 'withdraw', 'instalments', 'read'] as const;

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

  test('logs and withdraws nothing for a giver: an admin who may not decide', async () => {
    const viewer: Actor = { ...MACHINE, rights: ['view', 'export'] };
    const { ctx } = own.app;
    const input = pledgeInput.parse({
      signatory: own.ada.signatoryId,
      kind: 'funding',
      asset: 'USD',
      amount: '1.00',
    });
    const log = async () => logPledge(ctx, viewer, newKey(), input);
    expect((await refused(log())).code).toBe('forbidden');
    expect((await refused(withdrawPledge(ctx, viewer, newKey(), own.ref, {}))).code).toBe(
      'forbidden',
    );
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
    await move(own.app, own.ref, 'accept', { revision: 1 });
    const told = (await mails()).filter(({ data }) => data.ref === own.ref || data.ref === pending);
    const address = 'ada.examplex@example.org';
    const asked = { asset: 'USD', quantity: '500000' };
    expect(told).toEqual([
      {
        kind: 'decided',
        address,
        data: {
          ref: pending,
          decision: 'rejected',
          reason: 'who are you?',
          ...asked,
          isMore: false,
        },
      },
      {
        kind: 'decided',
        address,
        data: { ref: own.ref, decision: 'accepted', reason: null, ...asked, isMore: true },
      },
    ]);
  });

  test('is asked back by mail, and its edit is the answer', async () => {
    const ref = await own.log(own.ada, { amount: '5000.00' });
    const asked = await move(own.app, ref, 'ask', { question: 'In one sum?' });
    expect(asked.body).toEqual({ ref, status: 'pending' });
    expect(await own.read(ref)).toMatchObject({
      question: 'In one sum?',
      askedBackAt: '2026-03-10T12:00:00.000Z',
    });
    expect((await mails()).at(-1)).toMatchObject({
      kind: 'asked',
      address: 'ada.examplex@example.org',
      data: { ref, question: 'In one sum?' },
    });
    await own.edit(own.ada, { amount: '6000.00' }, ref);
    expect(await own.read(ref)).toMatchObject({ question: null, askedBackAt: null });
    await move(own.app, ref, 'ask', { question: 'Sure?' });
    await move(own.app, ref, 'reject', { revision: 1 });
    expect((await own.read(ref)).question).toBe(null);
    expect((await move(own.app, ref, 'ask', { question: 'Sure?' })).status).toBe(409);
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

test('a pending pledge is withdrawn for a reason by an admin alone, and the trail keeps it', async () => {
  const ref = await own.log(own.ada, { amount: '5000.00' });
  const reason = 'It was logged twice.';
  expect((await refused(own.withdraw(own.ada, { reason }, ref))).code).toBe('invalid-input');
  await own.withdraw(MACHINE, { reason }, ref);
  expect((await own.read(ref)).status).toBe('withdrawn');
  const lines = await own.app.ctx.db.select().from(desk.audit).where(eq(desk.audit.object, ref));
  expect(lines.at(-1)).toMatchObject({ act: 'pledge.withdraw', facts: { reason } });
});

test('movements are listed up to the size that the stages beside them are of', async () => {
  const before = BigInt(await own.entries());
  await own.receive('100.00');
  const listed = (size?: bigint) =>
    listMovements(own.app.ctx.db, { ref: own.ref, limit: 10, ...(size && { size }) });
  expect((await listed(before)).movements.map(({ verb }) => verb)).toEqual(['pledge']);
});
