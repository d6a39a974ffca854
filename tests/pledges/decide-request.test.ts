import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { computePledge } from '../support/actors.ts';
import { atDesk } from '../support/desk.ts';
import { QUARTERS } from '../support/own-pledge.ts';
import { LATER, less, RELEASE, useRequests, YEARS_LATER } from '../support/requests.ts';
import { refused } from '../support/signed-in.ts';

const own = useRequests();
const days = async () => (await own.read()).instalments.map(({ dueOn }) => dueOn.slice(0, 4));

describe('an admin', () => {
  test('grants other instalments: the terms enter the ledger anew, and the giver is told why', async () => {
    await own.agree();
    await own.receive('100.00');
    const entries = await own.entries();
    const wanted = { ...YEARS_LATER, times: 3 };
    const id = await own.ask({ ...LATER, schedule: wanted });
    expect((await own.grant(id)).body).toEqual({ ref: own.ref, request: id, status: 'granted' });
    expect(await days()).toEqual(['2026', '2030', '2030', '2030']);
    expect(await own.entries()).toBe(entries + 1);
    expect((await own.read()).requests).toMatchObject([
      { status: 'granted', reason: 'We spoke.', decidedAt: '2026-03-10T12:00:00.000Z' },
    ]);
    expect((await own.mails()).at(-1)).toMatchObject({
      kind: 'request-decided',
      address: 'ada.examplex@example.org',
      data: { ref: own.ref, request: 'postpone', decision: 'granted', reason: 'We spoke.' },
    });
    expect((await own.acts()).at(-1)).toBe('machine pledge.grant');
    expect((await refused(own.grant(id))).code).toBe('conflict');
  });

  test('grants a reduction: it takes from what is agreed, and leaves what is promised', async () => {
    await own.agree({ amount: '150.00' });
    const { body } = await own.grant(await own.ask(less('100.00')));
    expect(body['movements']).toMatchObject([
      { verb: 'withdraw', from: 'committed', to: 'withdrawn', amount: '100.00' },
    ]);
    expect((await own.read()).stages).toMatchObject({
      committed: { amount: '50.00' },
      pledged: { amount: '250.00' },
    });
  });

  test('grants a release: all that is outstanding is withdrawn, and the reason is public', async () => {
    await own.agree({ amount: '150.00' });
    await own.receive('50.00');
    await own.grant(await own.ask(RELEASE));
    expect((await own.read()).stages).toMatchObject({
      received: { amount: '50.00' },
      withdrawn: { amount: '350.00' },
      committed: { amount: '0.00' },
    });
    await own.app.publicCache.refresh();
    const { body } = await own.app.request(`/pledges/${own.ref}`, { token: false });
    expect(String(body)).toContain('We spoke.');
    expect(String(body)).not.toContain('does not come');
  });

  test('grants agreed GPUs back, by windows and by hours; other days of them are refused', async () => {
    own.ref = await computePledge(own.app, own.ada.signatoryId);
    await own.agree();
    expect((await refused(own.ask(LATER))).message).toContain('can’t change');
    const windows = [{ gpus: 256, from: '2026-04-01', to: '2026-12-01' }];
    const id = await own.ask({ kind: 'reduce', windows, text: 'A rack is broken.' });
    expect((await own.read()).requests).toMatchObject([{ gpuHours: '1499136.00', amount: null }]);
    const { body } = await own.grant(id);
    expect(body['movements']).toMatchObject([
      { from: 'committed', to: 'withdrawn', windows: [{ gpus: 256 }] },
    ]);
    const hours = await own.grant(
      await own.ask({ kind: 'reduce', gpuHours: '100.00', text: 'Less.' }),
    );
    expect(hours.body['movements']).toMatchObject([{ from: 'committed', gpuHours: '100.00' }]);
  });

  test('decides on the request that was seen, and not on one that was sent since', async () => {
    await own.agree();
    const first = await own.ask(RELEASE);
    await own.refuse(first);
    await own.ask(less('1.00'));
    expect((await refused(own.grant(first))).message).toContain('no longer waiting');
    await own.cancel();
  });

  test('refuses: nothing changes, and the giver is told why', async () => {
    await own.agree();
    const before = await own.entries();
    const id = await own.ask(RELEASE);
    expect((await own.refuse(id)).body).toEqual({ ref: own.ref, request: id, status: 'refused' });
    expect(await own.entries()).toBe(before);
    expect((await own.read()).stages.committed).toMatchObject({ amount: '400.00' });
    expect((await own.mails()).at(-1)).toMatchObject({
      kind: 'request-decided',
      data: { decision: 'refused', reason: 'It is ordered.' },
    });
  });

  test('cannot grant what no longer fits: the pledge has changed since', async () => {
    await own.agree();
    const id = await own.ask({ ...LATER, schedule: { ...YEARS_LATER, times: 2 } });
    await own.receive('150.00');
    expect(await refused(own.grant(id))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('no longer fits'),
    });
    await own.refuse(id);
    const reduce = await own.ask(less('250.00'));
    await own.receive('1.00');
    expect((await refused(own.grant(reduce))).code).toBe('conflict');
    expect((await own.read()).stages.withdrawn).toMatchObject({ amount: '0.00' });
    await own.cancel();
  });

  test('cannot grant another request than the one that was looked at, nor a pledge seen before', async () => {
    await own.agree();
    const first = await own.ask(LATER);
    await own.cancel();
    const second = await own.ask(RELEASE);
    expect((await refused(own.grant(first))).code).toBe('conflict');
    expect((await refused(own.refuse(first))).code).toBe('conflict');
    expect((await refused(own.grant(second, MACHINE, '0.1'))).code).toBe('conflict');
    await own.refuse(second);
  });

  test('of two who grant at once does it once', async () => {
    await own.agree();
    const id = await own.ask(less('100.00'));
    const both = await Promise.allSettled([own.grant(id), own.grant(id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await own.read()).stages.withdrawn).toMatchObject({ amount: '100.00' });
  });

  test('changes what is agreed without a request only by saying why', async () => {
    await own.agree();
    const at = `/api/v1/pledges/${own.ref}`;
    const change = (body: object) => own.app.request(`${at}/instalments`, { body });
    const withdraw = (body: object) => own.app.request(`${at}/withdraw`, { body });
    const silent = [await change({ schedule: YEARS_LATER }), await withdraw({ amount: '1.00' })];
    for (const reply of silent) {
      expect([reply.status, reply.body.errors]).toEqual([
        400,
        [expect.objectContaining({ field: 'reason' })],
      ]);
    }
    const reason = 'Agreed by letter.';
    expect((await change({ schedule: YEARS_LATER, reason })).status).toBe(201);
    expect((await withdraw({ amount: '1.00', reason })).status).toBe(201);
  });
});

describe('the admins are told of every step back of a promise', () => {
  const steps = async () =>
    (await own.mails()).filter(({ kind }) => kind === 'step-back').map(({ data }) => data);

  test('that its giver makes: withdrawn, or put off', async () => {
    await own.change(own.ada, { schedule: YEARS_LATER });
    await own.withdraw(own.ada, { amount: '100.00' });
    expect(await steps()).toEqual([
      {
        ref: own.ref,
        asset: 'USD',
        quantity: '40000',
        schedule: {
          kind: 'moved',
          count: 4,
          from: { first: '2026-03-31', last: '2026-12-31' },
          to: { first: '2030-03-31', last: '2030-12-31' },
        },
      },
      { ref: own.ref, asset: 'USD', quantity: '10000', schedule: null },
    ]);
  });

  test('and not of what an admin does, or of what comes sooner', async () => {
    await own.change(own.ada, { schedule: { ...QUARTERS, every: 'month' } });
    await own.change(MACHINE, { schedule: YEARS_LATER });
    await own.withdraw(MACHINE);
    expect(await steps()).toEqual([]);
  });

  test('at their own addresses where ADMIN_EMAIL names none: those who may decide', async () => {
    await atDesk(own.app, 'viewer', 'Vi Example', { hasPasskey: true });
    await atDesk(own.app, 'operator', 'No Key');
    const owner = await atDesk(own.app, 'owner', 'Oz Example', { hasPasskey: true });
    await own.withdraw(own.ada);
    const told = await own.mails();
    expect(told.map(({ address }) => address).toSorted()).toEqual(
      [own.cyAddress, `${owner.id}@desk.example`].toSorted(),
    );
  });
});
