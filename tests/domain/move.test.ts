import { describe, expect, it } from 'vitest';
import { assetOf } from '../../server/domain/asset.ts';
import { planMoves } from '../../server/domain/move.ts';
import type { Move } from '../../server/domain/pledge-book.ts';
import { bookOf, CONDITION, DAY, dollars, flowOf, refusalOf, run, standings } from './fixtures.ts';

const paths = (moves: readonly Move[]): string[] =>
  moves.map(({ verb, from, to, quantity }) => `${verb} ${quantity}: ${from} → ${to}`);

/** 30 committed, 30 pledged, 25 waiting, 10 withdrawn, 5 lapsed: of 100 cents whose condition is met. */
const spread = () =>
  run(
    flowOf(dollars(100n, { condition: CONDITION })),
    { verb: 'pledge' },
    { verb: 'trigger', quantity: 60n },
    { verb: 'commit', quantity: 30n },
    { verb: 'withdraw', quantity: 10n },
    { verb: 'lapse', quantity: 5n },
  );

describe('what is received', () => {
  it('comes from what is committed, then pledged, then waiting', () => {
    const book = bookOf(spread());
    expect(paths(planMoves(book, { verb: 'receive', quantity: 70n, on: DAY }))).toEqual([
      'receive 30: committed → received',
      'receive 30: pledged → received',
      'receive 10: waiting → received',
    ]);
    expect(paths(planMoves(book, { verb: 'receive', quantity: 30n, on: DAY }))).toEqual([
      'receive 30: committed → received',
    ]);
    expect(paths(planMoves(book, { verb: 'receive', on: DAY })).at(-1)).toBe(
      'receive 25: waiting → received',
    );
  });

  it('comes, beyond that, from what was withdrawn, then lapsed, then from outside', () => {
    const request = { verb: 'receive', quantity: 110n, excess: true, on: DAY } as const;
    expect(paths(planMoves(bookOf(spread()), request))).toEqual([
      'receive 30: committed → received',
      'receive 30: pledged → received',
      'receive 25: waiting → received',
      'reinstate 10: withdrawn → pledged',
      'receive 10: pledged → received',
      'reinstate 5: lapsed → pledged',
      'receive 5: pledged → received',
      'receive 10: outside → received',
    ]);
  });

  it('passes through waiting where what was given up had an unmet condition', () => {
    const flow = run(
      flowOf(dollars(100n, { condition: CONDITION })),
      { verb: 'pledge' },
      { verb: 'withdraw' },
    );
    const request = { verb: 'receive', quantity: 100n, excess: true, on: DAY } as const;
    expect(paths(planMoves(bookOf(flow), request))).toEqual([
      'reinstate 100: withdrawn → waiting',
      'receive 100: waiting → received',
    ]);
  });

  it('is refused beyond what is outstanding, with what there is, unless it says so', () => {
    const request = { verb: 'receive', quantity: 86n, on: DAY } as const;
    const refusal = refusalOf(() => planMoves(bookOf(spread()), request));
    expect(refusal.code).toBe('over-draw');
    expect(refusal.extra).toEqual({
      balances: { committed: '0.30', pledged: '0.30', waiting: '0.25' },
    });
    expect(refusal.fields[0]?.field).toBe('amount');
    expect(refusal.message).toContain('0.86 USD');
    expect(refusal.message).toContain('"excess": true');
  });

  it('takes nothing more from outside because excess is allowed', () => {
    const request = { verb: 'receive', quantity: 85n, excess: true, on: DAY } as const;
    expect(paths(planMoves(bookOf(spread()), request))).toHaveLength(3);
    expect(
      paths(planMoves(bookOf(spread()), { verb: 'receive', excess: true, on: DAY })),
    ).toHaveLength(3);
  });
});

describe('what is given up', () => {
  it.each(['withdraw', 'lapse'] as const)('to %s goes from the least firm first', (verb) => {
    const to = verb === 'withdraw' ? 'withdrawn' : 'lapsed';
    expect(paths(planMoves(bookOf(spread()), { verb, quantity: 60n, on: DAY }))).toEqual([
      `${verb} 25: waiting → ${to}`,
      `${verb} 30: pledged → ${to}`,
      `${verb} 5: committed → ${to}`,
    ]);
  });

  it('cannot be more than there is, whatever is said of excess', () => {
    for (const verb of ['withdraw', 'lapse', 'commit', 'reinstate', 'refund'] as const) {
      const request = { verb, quantity: 101n, excess: true, on: DAY } as const;
      expect(refusalOf(() => planMoves(bookOf(spread()), request)).code).toBe('over-draw');
    }
  });
});

describe('a condition', () => {
  const conditional = (firm = false) =>
    run(flowOf(dollars(100n, { condition: CONDITION, firm })), { verb: 'pledge' });

  it('makes the pledge wait, and each increase until it is met', () => {
    const flow = run(conditional(), { verb: 'pledge', quantity: 20n });
    expect(standings(flow)).toEqual({ waiting: 120n });
    run(flow, { verb: 'trigger' }, { verb: 'pledge', quantity: 5n });
    expect(standings(flow)).toEqual({ pledged: 125n });
  });

  it('that is met commits at once what is firm', () => {
    expect(standings(run(conditional(true), { verb: 'trigger' }))).toEqual({ committed: 100n });
  });

  it('makes what comes back wait while it is unmet, and no longer', () => {
    const flow = run(conditional(), { verb: 'withdraw' }, { verb: 'reinstate', quantity: 60n });
    expect(standings(flow)).toEqual({ waiting: 60n, withdrawn: 40n });
    run(flow, { verb: 'trigger' }, { verb: 'reinstate' });
    expect(standings(flow)).toEqual({ pledged: 100n });
  });

  it('is waived by paying, for what is paid and not for the rest', () => {
    const flow = run(conditional(), { verb: 'receive', quantity: 30n });
    expect(standings(flow)).toEqual({ waiting: 70n, received: 30n });
    run(flow, { verb: 'refund' }, { verb: 'reinstate' });
    expect(standings(flow)).toEqual({ waiting: 100n });
  });

  it('once met stays met when what it let through is given up', () => {
    const flow = run(
      conditional(),
      { verb: 'trigger' },
      { verb: 'withdraw' },
      { verb: 'reinstate' },
    );
    expect(standings(flow)).toEqual({ pledged: 100n });
  });
});

describe('the base of a movement', () => {
  const wons = { asset: assetOf('KRW'), rate: { num: '1.1546', den: '1606.19' } };

  it('is at the reference rate from outside, and a share from a stage', () => {
    const flow = run(
      flowOf(dollars(1_000_000_001n, wons)),
      { verb: 'pledge' },
      { verb: 'commit', quantity: 333_333_333n },
      { verb: 'receive', quantity: 333_333_333n },
      { verb: 'receive' },
    );
    const total = 71_884_397n;
    const third = (total * 333_333_333n) / 1_000_000_001n;
    expect(flow.history.map(({ base }) => base)).toEqual([total, third, third, total - third]);
    expect(bookOf(flow).stages.received).toEqual({ quantity: 1_000_000_001n, base: total });
  });

  it('of a gift beyond the promise is at the same rate', () => {
    const flow = run(
      flowOf(dollars(1000n, wons)),
      { verb: 'pledge' },
      { verb: 'receive', quantity: 1_000_001_000n, excess: true },
    );
    expect(flow.history.map(({ base }) => base)).toEqual([72n, 72n, 71_884_397n]);
  });
});
