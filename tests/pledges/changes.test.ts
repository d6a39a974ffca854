import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import { AGREEMENT, computePledge, move } from '../support/actors.ts';
import { checkLedger } from '../support/check-ledger.ts';
import { QUARTERS, useOwn } from '../support/own-pledge.ts';
import { refused } from '../support/signed-in.ts';

const own = useOwn();

describe('a pending pledge', () => {
  const pending = async (): Promise<void> => {
    own.ref = await own.log(own.ada, { amount: '5000.00', schedule: QUARTERS });
  };

  test('is edited under its reference, with the instalments that are named and no more', async () => {
    await pending();
    const size = await own.entries();
    await own.edit(own.ada, {
      asset: 'EUR',
      amount: '6000.00',
      schedule: { ...QUARTERS, times: 3 },
      purchaseOrder: 'PO-1',
      paidThrough: { kind: 'fund', name: 'A Fund' },
    });
    expect(await own.read()).toMatchObject({
      status: 'pending',
      asset: 'EUR',
      amount: '6000.00',
      purchaseOrder: 'PO-1',
      paidThrough: { kind: 'fund', name: 'A Fund' },
      instalments: [{ amount: '2000.00' }, { amount: '2000.00' }, { amount: '2000.00' }],
      stages: { pledged: { amount: '0.00' } },
    });
    expect(await own.entries()).toBe(size);
  });

  test('stays of its kind', async () => {
    await pending();
    const compute = {
      kind: 'compute',
      asset: 'A100',
      windows: { gpuHours: '1', from: '2026-04-01', to: '2026-05-01' },
    };
    expect(await refused(own.edit(own.ada, compute))).toMatchObject({
      fields: [{ field: 'kind' }],
    });
  });

  test('is withdrawn as a whole, without an entry, and then stands nowhere', async () => {
    await pending();
    const size = await own.entries();
    expect((await refused(own.withdraw(own.ada, { amount: '1.00' }))).code).toBe('conflict');
    expect((await own.withdraw(own.ada)).body).toEqual({ ref: own.ref, status: 'withdrawn' });
    expect(await own.entries()).toBe(size);
    expect((await refused(own.edit(own.ada, { amount: '1.00' }))).code).toBe('conflict');
    expect((await move(own.app, own.ref, 'accept')).status).toBe(409);
    const csv = await own.app.request('/api/v1/admin/exports/pledges.csv?status=withdrawn');
    expect(csv.body).toContain(own.ref);
  });

  test('is accepted or rejected only as it was last seen', async () => {
    await pending();
    await own.edit(own.ada, { amount: '9000.00', visibility: 'anonymous' });
    expect(await own.read()).toMatchObject({ revision: 1 });
    for (const verb of ['accept', 'reject']) {
      expect(await move(own.app, own.ref, verb)).toMatchObject({
        status: 409,
        body: {
          detail: 'This pledge has changed since you opened it. Open it again and check it.',
        },
      });
    }
    const seen = (await own.app.request('/api/v1/admin/exports/pledges.csv?status=pending')).body;
    expect(seen).toMatch(new RegExp(`^${own.ref},.*,1,,,\r$`, 'm'));
    expect((await move(own.app, own.ref, 'accept', { revision: 1 })).status).toBe(201);
  });

  test('does not grow and has no instalments to change: it is edited', async () => {
    await pending();
    expect((await refused(own.increase(own.ada, '1.00'))).code).toBe('conflict');
    expect((await refused(own.change(own.ada, { schedule: QUARTERS }))).code).toBe('conflict');
  });

  test('whose acceptance was taken back says the same, until it is withdrawn or accepted again', async () => {
    const { batch } = (await own.app.request(`/api/v1/movements?ref=${own.ref}`)).body.movements[0];
    await own.increase(own.ada, '1000.00');
    const reversal = { body: { reason: 'too soon' } };
    await own.app.request(`/api/v1/admin/batches/${batch}/reverse`, reversal);
    expect(await own.read()).toMatchObject({ status: 'pending', asked: null, revision: 2 });
    expect((await refused(own.edit(own.ada, { amount: '300.00' }))).code).toBe('conflict');
    await checkLedger(own.app);
    expect((await move(own.app, own.ref, 'accept', { revision: 2 })).status).toBe(201);
    await own.increase(own.ada, '100.00');
    expect((await own.read()).stages.pledged).toMatchObject({ amount: '500.00' });
  });
});

describe('an accepted pledge', () => {
  test('is not edited', async () => {
    expect((await refused(own.edit(own.ada, { amount: '1.00' }))).code).toBe('conflict');
  });

  test('grows within the limit at once, by its last instalment and by none more', async () => {
    await own.receive('150.00');
    const before = await own.app.request(`/api/v1/movements?ref=${own.ref}`);
    await own.increase(own.ada, '200.00');
    expect(await own.amounts()).toEqual([
      ['100.00', '100.00', '0.00'],
      ['100.00', '50.00', '50.00'],
      ['100.00', '0.00', '100.00'],
      ['300.00', '0.00', '300.00'],
    ]);
    const after = await own.app.request(`/api/v1/movements?ref=${own.ref}`);
    expect(after.body.movements.slice(0, -1)).toEqual(before.body.movements);
    expect(after.body.movements.at(-1)).toMatchObject({
      verb: 'pledge',
      from: 'outside',
      to: 'pledged',
      amount: '200.00',
    });
  });

  test('grows by further instalments that add up to what it grows by', async () => {
    const further = [{ dueOn: '2027-03-31', amount: '50.00' }];
    expect(await refused(own.increase(own.ada, '60.00', { instalments: further }))).toMatchObject({
      fields: [{ field: 'instalments' }],
    });
    await own.increase(own.ada, '50.00', { instalments: further });
    expect((await own.amounts()).map(([amount]) => amount)).toEqual([
      '100.00',
      '100.00',
      '100.00',
      '100.00',
      '50.00',
    ]);
  });

  test('in another currency grows at the rate and on the day of its acceptance', async () => {
    own.app.clock.now = new Date('2025-08-05T12:00:00Z');
    own.ref = await own.log(own.ada, { asset: 'EUR', amount: '100.00' });
    own.app.clock.now = new Date('2026-03-10T12:00:00Z');
    await own.increase(MACHINE, '100.00', { useRateOf: '2025-08-05' });
    await own.app.publicCache.refresh();
    const { body } = await own.app.request(`/api/v1/pledges/${own.ref}`);
    expect(body.rate).toMatchObject({ on: '2025-08-05' });
    const [first, second] = body.movements;
    expect([first.occurredOn, second.occurredOn]).toEqual(['2025-08-05', '2026-03-10']);
    expect(second.base).toBe(first.base);
    const listed = (await own.app.request('/api/v1/pledges?kind=funding')).body.pledges;
    const found = listed.find((each: { ref: string }) => each.ref === own.ref);
    expect(found).toMatchObject({ acceptedOn: '2025-08-05', total: { amount: '200.00' } });
  });

  test('asks an admin for more than the limit, and asking again adds to it', async () => {
    const size = await own.entries();
    expect((await own.increase(own.ada, '1000.00')).body).toEqual({
      ref: own.ref,
      status: 'pending',
    });
    await own.increase(own.ada, '2000.00');
    expect(await refused(own.increase(MACHINE, '1.00'))).toMatchObject({
      code: 'conflict',
      message:
        'An increase of this pledge is waiting for an admin. It must be decided or cancelled first.',
    });
    const { asked, instalments, ...rest } = await own.read();
    expect(rest).toMatchObject({ amount: '400.00', status: 'accepted' });
    expect([asked!.amount, asked!.instalments.at(-1)!.amount]).toEqual(['3400.00', '3100.00']);
    expect([instalments.length, await own.entries()]).toEqual([4, size]);
    expect((await refused(own.change(own.ada, { schedule: QUARTERS }))).code).toBe('conflict');
    expect((await move(own.app, own.ref, 'accept', { revision: 1 })).status).toBe(409);
    const seen = { revision: 2, evidence: { note: 'called her' } };
    const accepted = await move(own.app, own.ref, 'accept', seen);
    expect(accepted.body.movements).toMatchObject([{ verb: 'pledge', amount: '3000.00' }]);
    expect(await own.read()).toMatchObject({ asked: null, amount: '3400.00' });
    expect((await move(own.app, own.ref, 'accept', { revision: 2 })).status).toBe(409);
  });

  test('stands as before when what was asked is rejected, or given up', async () => {
    const ask = () => own.increase(own.ada, '1000.00');
    await ask();
    const rejected = await move(own.app, own.ref, 'reject', { revision: 1, reason: 'too much' });
    expect(rejected.body).toEqual({ ref: own.ref, status: 'accepted' });
    expect(await own.read()).toMatchObject({ asked: null, amount: '400.00', status: 'accepted' });
    expect((await refused(own.askNoMore(own.ada))).code).toBe('conflict');
    await ask();
    expect((await own.increase(own.ada, '1.00')).body['status']).toBe('pending');
    expect((await refused(own.increase(own.ada, '0.00'))).code).toBe('invalid-input');
    await own.askNoMore(own.ada);
    expect(await own.read()).toMatchObject({ asked: null, amount: '400.00', status: 'accepted' });
    await ask();
    await own.withdraw(own.ada, { amount: '1.00' });
    expect(await own.read()).toMatchObject({ asked: null, revision: 6 });
    expect((await move(own.app, own.ref, 'reject', { revision: 6 })).status).toBe(409);
  });

  test('is withdrawn in part and then as far as it is outstanding', async () => {
    await own.receive('150.00');
    await own.withdraw(own.ada, { amount: '50.00' });
    expect(await own.amounts()).toEqual([
      ['100.00', '100.00', '0.00'],
      ['100.00', '50.00', '50.00'],
      ['100.00', '0.00', '100.00'],
      ['100.00', '0.00', '50.00'],
    ]);
    expect((await refused(own.withdraw(own.ada, { amount: '200.01' }))).code).toBe('over-draw');
    await own.withdraw(own.ada);
    expect((await own.read()).stages).toMatchObject({
      received: { amount: '150.00' },
      withdrawn: { amount: '250.00' },
      pledged: { amount: '0.00' },
    });
  });

  test('of compute is withdrawn by its windows, and does not grow', async () => {
    own.ref = await computePledge(own.app, own.ada.signatoryId);
    expect((await refused(own.increase(own.ada, '1.00'))).code).toBe('conflict');
    expect((await refused(own.change(own.ada, { schedule: QUARTERS }))).code).toBe('conflict');
    const windows = [{ gpus: 256, from: '2026-04-01', to: '2026-12-01', availability: '1' }];
    const { body } = await own.withdraw(own.ada, { windows });
    expect(body).toMatchObject({ movements: [{ from: 'pledged', to: 'withdrawn', windows }] });
    await own.withdraw(own.ada);
    expect((await own.read()).measuredBy).toBe('jobs');
  });

  test('is withdrawn only by who has just confirmed', async () => {
    const stale = { ...own.ada, confirmedAt: new Date(own.app.clock.now.getTime() - 16 * 60_000) };
    expect((await refused(own.withdraw(stale))).code).toBe('confirm-again');
  });

  test('of a closed initiative does not grow, and is withdrawn all the same', async () => {
    await own.app.database!.asOwner(`UPDATE initiative SET closed = true`);
    expect((await refused(own.increase(own.ada, '1.00'))).code).toBe('closed');
    expect((await own.withdraw(own.ada)).status).toBe(201);
    await own.app.database!.asOwner(`UPDATE initiative SET closed = false`);
  });

  test('survives being changed by many at once', async () => {
    const other = await own.log(own.bo, { amount: '10.00' });
    const work = Array.from({ length: 12 }, (_, index) => [
      own.increase(own.ada, '1.00', { instalments: [{ dueOn: '2027-03-31', amount: '1.00' }] }),
      move(own.app, index % 2 ? own.ref : other, 'commit', { amount: '1.00', evidence: AGREEMENT }),
      own.log(own.bo, { amount: '1.00' }),
    ]).flat();
    await Promise.all(work);
    expect(await own.read()).toMatchObject({ amount: '412.00' });
  });
});
