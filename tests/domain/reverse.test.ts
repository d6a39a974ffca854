import { describe, expect, it } from 'vitest';
import { planReversal } from '../../server/domain/move.ts';
import {
  bookOf,
  CONDITION,
  dollars,
  flowOf,
  gpus,
  record,
  refusalOf,
  run,
  standings,
  window,
  type Flow,
} from './fixtures.ts';

const reverse = (flow: Flow, batch: string): string =>
  record(flow, planReversal(flow.terms, flow.history, batch));

const refusedFor = (flow: Flow, batch: string) =>
  refusalOf(() => planReversal(flow.terms, flow.history, batch));

describe('a batch', () => {
  it('is taken back whole, newest movement first, each naming the one it takes back', () => {
    const flow = run(
      flowOf(dollars(100n)),
      { verb: 'pledge' },
      { verb: 'commit', quantity: 40n },
      { verb: 'lapse', quantity: 30n },
      { verb: 'receive', quantity: 120n, excess: true },
    );
    expect(standings(flow)).toEqual({ received: 120n });
    reverse(flow, 'b4');
    const taken = flow.history.filter(({ batch }) => batch === 'b5');
    expect(taken.map(({ from, to, quantity, reverses }) => [from, to, quantity, reverses])).toEqual(
      [
        ['received', 'outside', 20n, 7n],
        ['received', 'pledged', 30n, 6n],
        ['pledged', 'lapsed', 30n, 5n],
        ['received', 'pledged', 30n, 4n],
        ['received', 'committed', 40n, 3n],
      ],
    );
    expect(taken.every(({ verb }) => verb === 'reverse')).toBe(true);
    expect(standings(flow)).toEqual({ pledged: 30n, committed: 40n, lapsed: 30n });
  });

  it('is taken back once, and what took it back is not', () => {
    const flow = run(flowOf(dollars(100n)), { verb: 'pledge' }, { verb: 'commit' });
    const reversal = reverse(flow, 'b2');
    expect(refusedFor(flow, 'b2').code).toBe('already-reversed');
    expect(refusedFor(flow, reversal).code).toBe('already-reversed');
    expect(standings(flow)).toEqual({ pledged: 100n });
  });

  it('takes back the share of the base that stands there, and all of it with all', () => {
    const rate = { num: '1', den: '3' };
    const flow = run(
      flowOf(dollars(100n, { rate })),
      { verb: 'pledge' },
      { verb: 'commit', quantity: 50n },
    );
    run(flow, { verb: 'commit', quantity: 50n });
    expect(bookOf(flow).stages.committed).toEqual({ quantity: 100n, base: 33n });
    expect(flow.history.map(({ base }) => base)).toEqual([33n, 16n, 17n]);
    reverse(flow, 'b3');
    expect(bookOf(flow).stages.committed).toEqual({ quantity: 50n, base: 17n });
    reverse(flow, 'b2');
    expect(bookOf(flow).stages.committed).toEqual({ quantity: 0n, base: 0n });
    expect(bookOf(flow).stages.pledged).toEqual({ quantity: 100n, base: 33n });
  });

  it('takes its windows back too', () => {
    const windows = [window(512, '2026-01-01', '2027-01-01')];
    const half = [window(256, '2026-07-01', '2027-01-01')];
    const flow = run(flowOf(gpus(windows)), { verb: 'pledge' });
    const before = bookOf(flow);
    run(flow, { verb: 'commit', windows: half });
    reverse(flow, 'b2');
    expect(standings(flow)).toEqual({ pledged: before.stages.pledged.quantity });
    expect(() => run(flow, { verb: 'commit', windows })).not.toThrow();
  });
});

describe('a batch whose money has moved on', () => {
  it('is refused and names what to reverse first, once each', () => {
    const flow = run(
      flowOf(dollars(100n)),
      { verb: 'pledge' },
      { verb: 'commit' },
      { verb: 'receive', quantity: 60n },
      { verb: 'withdraw', quantity: 40n },
      { verb: 'refund', quantity: 10n },
    );
    expect(refusedFor(flow, 'b1').extra).toEqual({ reverseFirst: ['b2'] });
    expect(refusedFor(flow, 'b2')).toMatchObject({
      code: 'moved-on',
      extra: { reverseFirst: ['b3', 'b4'] },
    });
    expect(refusedFor(flow, 'b3').extra).toEqual({ reverseFirst: ['b5'] });
    for (const batch of ['b5', 'b3', 'b4', 'b2', 'b1']) reverse(flow, batch);
    expect(standings(flow)).toEqual({});
  });

  it('does not name what was taken back already, nor what came before', () => {
    const flow = run(
      flowOf(dollars(100n)),
      { verb: 'pledge' },
      { verb: 'commit', quantity: 50n },
      { verb: 'receive', quantity: 50n },
      { verb: 'commit', quantity: 50n },
      { verb: 'receive', quantity: 20n },
      { verb: 'receive', quantity: 30n },
    );
    reverse(flow, 'b5');
    expect(refusedFor(flow, 'b4').extra).toEqual({ reverseFirst: ['b6'] });
  });

  it('names the earlier batch that took its place, when nothing later did', () => {
    const flow = run(
      flowOf(dollars(100n)),
      { verb: 'pledge' },
      { verb: 'commit' },
      { verb: 'pledge', quantity: 100n },
    );
    reverse(flow, 'b1');
    expect(refusedFor(flow, 'b3').extra).toEqual({ reverseFirst: ['b2'] });
    reverse(flow, 'b2');
    reverse(flow, 'b3');
    expect(standings(flow)).toEqual({});
  });

  it('is refused where it was never of the pledge', () => {
    const flow = run(flowOf(dollars(100n)), { verb: 'pledge' });
    expect(refusedFor(flow, 'b2')).toMatchObject({ code: 'moved-on', extra: { reverseFirst: [] } });
  });

  it('is refused for its windows alone, though enough hours stand there', () => {
    const windows = [window(8, '2026-01-01', '2026-02-01')];
    const flow = run(
      flowOf(gpus(windows)),
      { verb: 'pledge' },
      { verb: 'pledge', quantity: 10n ** 9n },
      { verb: 'commit', windows: [window(1, '2026-01-01', '2026-01-02')] },
    );
    expect(refusedFor(flow, 'b1')).toMatchObject({
      code: 'moved-on',
      extra: { reverseFirst: ['b3'] },
    });
  });
});

describe('a condition that was met', () => {
  const conditional = () =>
    run(flowOf(dollars(100n, { condition: CONDITION })), { verb: 'pledge' });

  it('is unmet again when its trigger is taken back', () => {
    const flow = run(conditional(), { verb: 'trigger' });
    reverse(flow, 'b2');
    run(flow, { verb: 'pledge', quantity: 1n });
    expect(standings(flow)).toEqual({ waiting: 101n });
  });

  it('stays met when a payment out of waiting is taken back', () => {
    const flow = run(conditional(), { verb: 'receive', quantity: 10n }, { verb: 'trigger' });
    reverse(flow, 'b2');
    run(flow, { verb: 'pledge', quantity: 1n });
    expect(standings(flow)).toEqual({ waiting: 10n, pledged: 91n });
  });
});
