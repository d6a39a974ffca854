import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../server/domain/stage.ts';
import {
  BASES,
  emptyTotals,
  flowKey,
  foldEffect,
  standing,
  type Effect,
  type Totals,
} from '../../server/domain/totals.ts';
import { decodeTotals, encodeTotals } from '../../server/ledger/totals-json.ts';
import { LEGAL_MOVES } from './legal-moves.ts';

type Movement = Effect & { kind: 'movement' };

const amount = fc.bigInt({ min: 1n, max: 10n ** 18n });

/** Movements forward and, as reversals are, back. */
const movement: fc.Arbitrary<Movement> = fc
  .record({
    asset: fc.constantFrom('USD', 'KRW', 'H100-SXM', 'A100'),
    bought: fc.boolean(),
    legal: fc.constantFrom(...LEGAL_MOVES),
    isBack: fc.boolean(),
    quantity: amount,
    base: fc.oneof(amount, fc.constant(0n)),
    on: fc.constantFrom('2024-02-29', '2024-03-01', '2026-11-30', '2026-12-01'),
  })
  .map(({ asset, bought, legal: [, from, to], isBack, ...facts }) => {
    const isFunding = asset.length === 3;
    const places = isBack ? { from: to, to: from } : { from, to };
    return {
      kind: 'movement',
      asset,
      isFunding,
      bought: bought && !isFunding,
      ...places,
      ...facts,
    };
  });

const signature: fc.Arbitrary<Effect> = fc.record({
  kind: fc.constant('signature'),
  type: fc.constantFrom('person', 'organisation'),
  act: fc.constantFrom('sign', 'withdraw', 'reject'),
});

const initiative: fc.Arbitrary<Effect> = fc.record({
  kind: fc.constant('initiative'),
  targets: fc.record({
    funding: fc.tuple(fc.constant('USD'), fc.option(amount.map(String))),
    gpus: fc.option(fc.nat()),
    gpuHours: fc.option(fc.constant('87600000.00')),
    from: fc.option(fc.constant('2026-01-01')),
    to: fc.option(fc.constant('2027-01-01')),
    basis: fc.constantFrom(...BASES),
  }),
});

const terms: fc.Arbitrary<Effect> = fc.constant({ kind: 'terms' });

const effects = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: movement },
    { weight: 2, arbitrary: signature },
    { weight: 1, arbitrary: initiative },
    { weight: 1, arbitrary: terms },
  ),
  { maxLength: 40 },
);

function fold(list: Iterable<Effect>): Totals {
  const totals = emptyTotals();
  for (const effect of list) foldEffect(totals, effect);
  return totals;
}

/** What came to a place less what left it, among some movements. */
const net = (list: readonly Movement[], place: string, unit: 'quantity' | 'base'): bigint =>
  list.reduce((sum, { from, to, ...effect }) => {
    const sign = (to === place ? 1n : 0n) - (from === place ? 1n : 0n);
    return sum + sign * effect[unit];
  }, 0n);

const movementsAmong = (list: readonly Effect[]): Movement[] =>
  list.filter((effect) => effect.kind === 'movement');

const netOfAll = (list: readonly Movement[]) =>
  Object.fromEntries(
    STAGES.map((stage) => [
      stage,
      { quantity: net(list, stage, 'quantity'), base: net(list, stage, 'base') },
    ]),
  );

describe('the totals', () => {
  it('hold for each asset, bought and given apart, what came less what left', () => {
    fc.assert(
      fc.property(effects, (list) => {
        const groups = Map.groupBy(movementsAmong(list), ({ asset, bought }) =>
          bought ? `bought ${asset}` : asset,
        );
        const { flows } = fold(list);
        expect(flows.size).toBe(groups.size);
        for (const group of groups.values()) {
          const { asset, bought } = group[0]!;
          expect(flows.get(flowKey(asset, bought))).toEqual(netOfAll(group));
        }
      }),
    );
  });

  it('hold for each month how the base of secured money changed, by the day it happened', () => {
    fc.assert(
      fc.property(effects, (list) => {
        const { months } = fold(list);
        const money = movementsAmong(list).filter(({ isFunding }) => isFunding);
        for (const month of ['2024-02', '2024-03', '2026-11', '2026-12']) {
          const own = money.filter(({ on }) => on.startsWith(month));
          const found = months.get(month) ?? { committed: 0n, received: 0n };
          expect(found).toEqual({
            committed: net(own, 'committed', 'base'),
            received: net(own, 'received', 'base'),
          });
        }
        expect(
          [...months.keys()].filter((month) => !/^20(24-0[23]|26-1[12])$/.test(month)),
        ).toEqual([]);
      }),
    );
  });

  it('count who signed and did not leave, and hold the last targets', () => {
    fc.assert(
      fc.property(effects, (list) => {
        const signed = (type: string, isSigning: boolean) =>
          list.filter(
            (effect) =>
              effect.kind === 'signature' &&
              effect.type === type &&
              (effect.act === 'sign') === isSigning,
          ).length;
        const { signatories, targets } = fold(list);
        expect(signatories).toEqual({
          person: signed('person', true) - signed('person', false),
          organisation: signed('organisation', true) - signed('organisation', false),
        });
        const last = list.findLast((effect) => effect.kind === 'initiative');
        expect(targets).toEqual(last ? last.targets : null);
      }),
    );
  });

  it('can be added over some assets, bought ones only when asked for', () => {
    fc.assert(
      fc.property(effects, (list) => {
        const given = standing(fold(list), (asset, bought) => asset.includes('100') && !bought);
        const own = movementsAmong(list).filter((one) => !one.isFunding && !one.bought);
        expect(given).toEqual(netOfAll(own));
      }),
    );
  });

  it('of money that is promised alone touch no month', () => {
    const promise = { from: 'outside', to: 'pledged', quantity: 1n, base: 1n, on: '2026-01-31' };
    const usd = { kind: 'movement', asset: 'USD', isFunding: true, bought: false } as const;
    expect(fold([{ ...usd, ...promise } as Effect]).months.size).toBe(0);
  });
});

/** As a column of JSON text gives it back. */
const stored = (totals: Totals): unknown => JSON.parse(JSON.stringify(encodeTotals(totals)));

describe('the JSON of totals', () => {
  it('comes back as the same totals and the same text', () => {
    fc.assert(
      fc.property(effects, (list) => {
        const totals = fold(list);
        const text = JSON.stringify(encodeTotals(totals));
        const read = decodeTotals(stored(totals));
        expect(read).toEqual(totals);
        expect(JSON.stringify(encodeTotals(read))).toBe(text);
      }),
    );
  });

  it('is the same text for the same movements in any order', () => {
    const twoOrders = fc
      .array(movement, { maxLength: 20 })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      );
    fc.assert(
      fc.property(twoOrders, ([list, shuffled]) => {
        const text = JSON.stringify(encodeTotals(fold(list)));
        expect(JSON.stringify(encodeTotals(fold(shuffled)))).toBe(text);
      }),
    );
  });

  it('goes on from a stored total as the whole fold does', () => {
    fc.assert(
      fc.property(effects, effects, (before, after) => {
        const resumed = decodeTotals(stored(fold(before)));
        for (const effect of after) foldEffect(resumed, effect);
        const whole = encodeTotals(fold([...before, ...after]));
        expect(JSON.stringify(encodeTotals(resumed))).toBe(JSON.stringify(whole));
      }),
    );
  });

  it('holds quantities as strings and leaves empty stages out', () => {
    const usd = { kind: 'movement', asset: 'USD', isFunding: true, bought: false } as const;
    const list: Effect[] = [
      { ...usd, from: 'outside', to: 'pledged', quantity: 500n, base: 500n, on: '2026-01-31' },
      { ...usd, from: 'pledged', to: 'committed', quantity: 500n, base: 500n, on: '2026-02-01' },
    ];
    expect(JSON.stringify(encodeTotals(fold(list)))).toBe(
      '{"v":1,"targets":null,"signatories":{"person":0,"organisation":0},' +
        '"flows":{"USD":{"committed":["500","500"]}},"months":{"2026-02":["500","0"]}}',
    );
  });
});
