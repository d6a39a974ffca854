import { describe, expect, test } from 'vitest';
import { QUARTERS, useOwn } from '../support/own-pledge.ts';
import { refused } from '../support/signed-in.ts';

const own = useOwn();

describe('instalments', () => {
  test('of 100.00 in three are 33.33, 33.33 and 33.34', async () => {
    own.ref = await own.log(own.ada, { amount: '100.00', schedule: { ...QUARTERS, times: 3 } });
    expect((await own.read()).instalments.map(({ dueOn, amount }) => [dueOn, amount])).toEqual([
      ['2026-03-31', '33.33'],
      ['2026-06-30', '33.33'],
      ['2026-09-30', '33.34'],
    ]);
  });

  test('are not named beside a schedule', async () => {
    const both = {
      amount: '1.00',
      schedule: QUARTERS,
      instalments: [{ dueOn: '2026-03-31', amount: '1.00' }],
    };
    expect(await refused(own.log(own.ada, both))).toMatchObject({
      fields: [{ field: 'schedule' }],
    });
  });

  test('that are paid beyond what is due have all credited, and the next ones filled', async () => {
    await own.receive('250.00');
    expect(await own.amounts()).toEqual([
      ['100.00', '100.00', '0.00'],
      ['100.00', '100.00', '0.00'],
      ['100.00', '50.00', '50.00'],
      ['100.00', '0.00', '100.00'],
    ]);
    await own.receive('200.00', { excess: true });
    const { stages, instalments } = await own.read();
    expect(stages.received).toMatchObject({ amount: '450.00' });
    expect(instalments.every(({ received }) => received === '100.00')).toBe(true);
  });

  test('and terms stay as they are when something comes: what is paid is told apart', async () => {
    const before = await own.read();
    await own.receive('250.00');
    const after = await own.read();
    const termsOf = (read: typeof after) => ({
      ...read,
      stages: null,
      instalments: read.instalments.map(({ dueOn, amount }) => ({ dueOn, amount })),
    });
    expect(termsOf(after)).toEqual(termsOf(before));
    expect(after.status).toBe('accepted');
    const kinds = await own.app.database!.asOwner(
      `SELECT kind FROM ledger_entry ORDER BY seq DESC LIMIT 3`,
    );
    expect(kinds).toEqual([{ kind: 'movement' }, { kind: 'movement' }, { kind: 'terms' }]);
  });

  test('of which nothing has come are put off, past ones too; their sum and what was paid stay', async () => {
    own.app.clock.now = new Date('2026-10-10T12:00:00Z');
    await own.receive('150.00');
    const size = await own.entries();
    await own.change(own.ada, { schedule: { every: 'month', times: 3, firstOn: '2026-11-30' } });
    expect(await own.entries()).toBe(size + 1);
    const { instalments, stages } = await own.read();
    expect(instalments.map(({ dueOn, amount, received }) => [dueOn, amount, received])).toEqual([
      ['2026-03-31', '100.00', '100.00'],
      ['2026-06-30', '100.00', '50.00'],
      ['2026-11-30', '66.66', '0.00'],
      ['2026-12-30', '66.66', '0.00'],
      ['2027-01-30', '66.68', '0.00'],
    ]);
    expect(stages.pledged).toMatchObject({ amount: '250.00' });
    own.app.clock.now = new Date('2026-03-10T12:00:00Z');
  });

  test('after a withdrawal are changed for what is expected; what is not stands last', async () => {
    await own.withdraw(own.ada, { amount: '200.00' });
    const parts = [
      { dueOn: '2027-01-31', amount: '50.00' },
      { dueOn: '2027-02-28', amount: '150.00' },
    ];
    expect(await refused(own.change(own.ada, { instalments: [parts[0]!] }))).toMatchObject({
      fields: [{ field: 'instalments', message: expect.stringContaining('200.00') }],
    });
    await own.change(own.ada, { instalments: parts });
    expect(await own.amounts()).toEqual([
      ['50.00', '0.00', '50.00'],
      ['150.00', '0.00', '150.00'],
      ['200.00', '0.00', '0.00'],
    ]);
    await own.change(own.ada, { schedule: { every: 'month', times: 2, firstOn: '2027-03-31' } });
    expect(await own.amounts()).toEqual([
      ['100.00', '0.00', '100.00'],
      ['100.00', '0.00', '100.00'],
      ['200.00', '0.00', '0.00'],
    ]);
  });

  test.each([
    ['of another sum', { instalments: [{ dueOn: '2027-01-01', amount: '301.00' }] }, 'instalments'],
    [
      'before what was paid',
      { instalments: [{ dueOn: '2026-03-30', amount: '300.00' }] },
      'instalments[0].dueOn',
    ],
    ['that are none', {}, 'instalments'],
  ])('%s are refused', async (_, input, field) => {
    await own.receive('50.00');
    expect(await refused(own.change(own.ada, input))).toMatchObject({ fields: [{ field }] });
  });

  test('are given to a pledge that had none', async () => {
    own.ref = await own.log(own.ada, { amount: '300.00' });
    await own.receive('120.00');
    await own.change(own.ada, { schedule: { ...QUARTERS, times: 3 } });
    expect(await own.amounts()).toEqual([
      ['100.00', '100.00', '0.00'],
      ['100.00', '20.00', '80.00'],
      ['100.00', '0.00', '100.00'],
    ]);
  });
});
