import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fillInstalments,
  grownInstalments,
  instalmentsOf,
  openInstalments,
  scheduleDays,
  splitEvenly,
  sumOf,
  withFurther,
} from '../../server/domain/schedule.ts';
import { addDays, isDay } from '../../server/domain/day.ts';
import { refusalOf } from './fixtures.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const instalment = fc.record({
  dueOn: day,
  quantity: fc.bigInt({ min: 1n, max: 1_000_000n }),
});
const instalments = fc.array(instalment, { minLength: 1, maxLength: 30 });

const PROMISED = { on: '2026-03-01', isAgreed: false };

describe('a quantity in equal parts', () => {
  it('of 100.00 in three gives the rest to the last', () => {
    expect(splitEvenly(10_000n, 3)).toEqual([3333n, 3333n, 3334n]);
  });

  it('adds up to the quantity, and no part differs but the last', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 120n, max: 10n ** 15n }),
        fc.integer({ min: 2, max: 120 }),
        (quantity, times) => {
          const parts = splitEvenly(quantity, times);
          expect(parts).toHaveLength(times);
          expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(quantity);
          expect(new Set(parts.slice(0, -1)).size).toBe(1);
          expect(parts.at(-1)! - parts[0]!).toBeLessThan(BigInt(times));
          expect(parts[0]! > 0n && parts.at(-1)! >= parts[0]!).toBe(true);
        },
      ),
    );
  });

  it('is refused where a part would be nothing', () => {
    expect(refusalOf(() => splitEvenly(2n, 3))).toMatchObject({
      fields: [{ field: 'schedule.times' }],
    });
  });
});

describe('the days of a schedule', () => {
  it('keep to the month’s end, each counted from the first', () => {
    expect(scheduleDays('2027-10-31', 'month', 6)).toEqual([
      '2027-10-31',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
    expect(scheduleDays('2026-11-30', 'quarter', 3)).toEqual([
      '2026-11-30',
      '2027-02-28',
      '2027-05-30',
    ]);
  });

  it('are days, in their order, as many as were asked for, on the first’s day or a month’s last', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('month' as const, 'quarter' as const),
        fc.integer({ min: 2, max: 120 }),
        (firstOn, every, times) => {
          const days = scheduleDays(firstOn, every, times);
          expect(days[0]).toBe(firstOn);
          expect(days).toHaveLength(times);
          expect(days.every(isDay)).toBe(true);
          expect(new Set(days.map((on) => on.slice(0, 7))).size).toBe(times);
          expect(days).toEqual(days.toSorted());
          for (const on of days) {
            const isLast = addDays(on, 1).endsWith('-01');
            expect(
              on.slice(8) === firstOn.slice(8) || (isLast && on.slice(8) < firstOn.slice(8)),
            ).toBe(true);
          }
        },
      ),
    );
  });

  it('end where days do', () => {
    const schedule = { every: 'month', times: 2, firstOn: '2099-12-01' } as const;
    expect(refusalOf(() => instalmentsOf(100n, schedule))).toMatchObject({
      fields: [{ field: 'schedule.times' }],
    });
  });
});

describe('instalments', () => {
  const three = [
    { dueOn: '2026-03-01', quantity: 3333n },
    { dueOn: '2026-01-01', quantity: 3333n },
    { dueOn: '2026-02-01', quantity: 3334n },
  ];

  it('are paid the oldest first, and the next ones by what is over', () => {
    expect(fillInstalments(three, { received: 5000n, outstanding: 3000n })).toEqual([
      { dueOn: '2026-01-01', quantity: 3333n, received: 3333n, outstanding: 0n },
      { dueOn: '2026-02-01', quantity: 3334n, received: 1667n, outstanding: 1667n },
      { dueOn: '2026-03-01', quantity: 3333n, received: 0n, outstanding: 1333n },
    ]);
  });

  it('take what there is and no more, from the beginning on', () => {
    const amount = fc.bigInt({ min: 0n, max: 20_000_000n });
    fc.assert(
      fc.property(instalments, amount, amount, (parts, received, outstanding) => {
        const filled = fillInstalments(parts, { received, outstanding });
        const total = sumOf(parts);
        const least = (a: bigint, b: bigint) => (a < b ? a : b);
        const got = filled.reduce((sum, part) => sum + part.received, 0n);
        const due = filled.reduce((sum, part) => sum + part.outstanding, 0n);
        expect(got).toBe(least(received, total));
        expect(due).toBe(least(outstanding, total - got));
        for (const [index, part] of filled.entries()) {
          expect(part.received + part.outstanding <= part.quantity).toBe(true);
          const before = filled[index - 1];
          if (!before) continue;
          expect(before.dueOn <= part.dueOn).toBe(true);
          if (part.received > 0n) expect(before.received).toBe(before.quantity);
          if (part.outstanding > 0n) {
            expect(before.received + before.outstanding).toBe(before.quantity);
          }
        }
      }),
    );
  });

  it('change only where nothing has come, and what was paid stays as it is filled', () => {
    fc.assert(
      fc.property(instalments, fc.bigInt({ min: 0n, max: 5_000_000n }), (parts, received) => {
        const { paid, open } = openInstalments(
          fillInstalments(parts, { received, outstanding: 0n }),
        );
        expect(sumOf(paid) + sumOf(open)).toBe(sumOf(parts));
        const later = open.map((part) => ({ ...part, dueOn: addDays(part.dueOn, 400) }));
        const refilled = fillInstalments(withFurther(paid, [], later), {
          received,
          outstanding: 0n,
        });
        expect(openInstalments(refilled).paid).toEqual(paid);
      }),
    );
  });

  it('grow by the last that is to come, by further ones, and in number by nothing else', () => {
    const filled = fillInstalments(three, { received: 100n, outstanding: 9900n });
    const grown = grownInstalments(filled, 500n, [], PROMISED);
    expect(grown.map(({ quantity }) => quantity)).toEqual([3333n, 3334n, 3833n]);
    const further = [{ dueOn: '2026-01-01', quantity: 500n }];
    expect(grownInstalments(filled, 500n, further, PROMISED)).toHaveLength(4);
    expect(grownInstalments([], 500n, [], PROMISED)).toEqual([]);
  });

  it('never grow by the last where they are agreed', () => {
    const filled = fillInstalments(three, { received: 100n, outstanding: 9900n });
    const agreed = { ...PROMISED, isAgreed: true };
    expect(refusalOf(() => grownInstalments(filled, 500n, [], agreed))).toMatchObject({
      fields: [{ field: 'instalments' }],
    });
    const further = [{ dueOn: '2026-04-01', quantity: 500n }];
    const grown = grownInstalments(filled, 500n, further, agreed);
    expect(grown).toEqual([
      ...filled.map(({ dueOn, quantity }) => ({ dueOn, quantity })),
      ...further,
    ]);
    const early = [...further, { dueOn: '2026-02-28', quantity: 0n }];
    expect(refusalOf(() => grownInstalments(filled, 500n, early, agreed))).toMatchObject({
      fields: [{ field: 'instalments[1].dueOn' }],
    });
    expect(grownInstalments([], 500n, [], agreed)).toEqual([]);
  });

  it.each([
    ['past ones without further ones', [], '2026-03-02', 'instalments'],
    [
      'one before what was paid',
      [{ dueOn: '2025-12-31', quantity: 5n }],
      '2026-01-01',
      'instalments[0].dueOn',
    ],
  ])('do not grow by %s', (_, further, today, field) => {
    const filled = fillInstalments(three, { received: 1n, outstanding: 9999n });
    expect(
      refusalOf(() => grownInstalments(filled, 5n, further, { on: today, isAgreed: false })),
    ).toMatchObject({
      fields: [{ field }],
    });
  });
});
