import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instalment } from '../../server/domain/pledge-book.ts';
import { addDays } from '../../server/domain/day.ts';
import { sumOf } from '../../server/domain/schedule.ts';
import { addsAfter, isLater, termsDifference } from '../../server/domain/terms-change.ts';
import { scheduleText, termsClause } from '../../web/messages/en-changes.ts';

const parts = (...of: [dueOn: string, quantity: number][]): Instalment[] =>
  of.map(([dueOn, quantity]) => ({ dueOn, quantity: BigInt(quantity) }));

const YEAR = parts(
  ['2027-03-31', 100],
  ['2027-06-30', 100],
  ['2027-09-30', 100],
  ['2027-12-31', 100],
);
const differenceOf = (before: Instalment[], after: Instalment[], quantity = sumOf(before)) =>
  termsDifference(
    { quantity, instalments: before },
    { quantity: after.length > 0 ? sumOf(after) : quantity, instalments: after },
  );

describe('what two terms of a pledge say differently', () => {
  it('is nothing where both say the same, in whatever order', () => {
    expect(differenceOf(YEAR, YEAR.toReversed())).toBeNull();
  });

  it.each<[string, Instalment[], Instalment[], string]>([
    [
      'instalments on other days',
      YEAR,
      [YEAR[0]!, ...parts(['2030-03-31', 100], ['2031-06-30', 100], ['2032-09-30', 100])],
      'moved 3 instalments from 2027 to 2030–32',
    ],
    [
      'one within its year',
      YEAR,
      [...YEAR.slice(0, 3), ...parts(['2027-11-30', 100])],
      'moved 1 instalment from December 2027 to November 2027',
    ],
    [
      'one within its month',
      YEAR,
      [...YEAR.slice(0, 3), ...parts(['2027-12-01', 100])],
      'moved 1 instalment from 31 Dec 2027 to 1 Dec 2027',
    ],
    [
      'several between the same days',
      YEAR,
      parts(['2027-03-31', 90], ['2027-06-29', 100], ['2027-09-29', 110], ['2027-12-31', 100]),
      'moved 3 instalments from 31 Mar 2027–30 Sep 2027 to 31 Mar 2027–29 Sep 2027',
    ],
    [
      'more instalments than there were',
      YEAR,
      [...YEAR.slice(0, 2), ...parts(['2028-03-31', 50], ['2028-06-30', 50], ['2029-09-30', 100])],
      'replaced 2 instalments in 2027 with 3 in 2028–29',
    ],
    [
      'other amounts on the same days',
      YEAR,
      parts(['2027-03-31', 50], ['2027-06-30', 150], ['2027-09-30', 100], ['2027-12-31', 100]),
      'changed the amounts of 2 instalments in 2027',
    ],
    ['instalments where there were none', [], YEAR, 'scheduled 4 instalments in 2027'],
  ])('is told of %s', (_, before, after, text) => {
    const difference = differenceOf(before, after, 400n);
    expect(scheduleText(difference!.schedule!)).toBe(text);
  });

  it('is told with the amount that moved, and as a wish', () => {
    const later = [
      YEAR[0]!,
      ...parts(['2030-03-31', 100], ['2031-06-30', 100], ['2032-09-30', 100]),
    ];
    const difference = differenceOf(YEAR, later)!;
    expect(termsClause('Ada Example', 'USD', difference)).toBe(
      'Ada Example moved 3 instalments from 2027 to 2030–32: $3 of a pledge of $4',
    );
    expect(scheduleText(difference.schedule!, 'wish')).toBe(
      'move 3 instalments from 2027 to 2030–32',
    );
    const whole = differenceOf(
      YEAR,
      YEAR.map((part) => ({ ...part, dueOn: addDays(part.dueOn, 400) })),
    )!;
    expect(termsClause('someone', 'USD', whole)).toBe(
      'someone moved 4 instalments from 2027 to 2028–29: a pledge of $4',
    );
  });

  it('is an increase, with the instalments that came with it', () => {
    const more = differenceOf(YEAR, [...YEAR, ...parts(['2028-03-31', 500])])!;
    expect(termsClause('Ada Example', 'USD', more)).toBe(
      'Ada Example raised a pledge from $4 to $9 and added 1 instalment in 2028',
    );
    const last = differenceOf(YEAR, [...YEAR.slice(0, 3), ...parts(['2027-12-31', 600])])!;
    expect(termsClause('Ada Example', 'USD', last)).toBe(
      'Ada Example raised a pledge from $4 to $9',
    );
  });
});

describe('a schedule', () => {
  const schedule = fc.array(
    fc.record({
      dueOn: fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2026-01-01', days)),
      quantity: fc.bigInt({ min: 1n, max: 1_000n }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('is later where anything is put off, and is not where all comes as soon or sooner', () => {
    fc.assert(
      fc.property(schedule, fc.nat(), (before, at) => {
        const moved = (days: number) =>
          before.map((part, index) =>
            index === at % before.length ? { ...part, dueOn: addDays(part.dueOn, days) } : part,
          );
        expect(isLater(before, moved(1))).toBe(true);
        expect(isLater(before, moved(-1))).toBe(false);
        expect(isLater(before, before)).toBe(false);
      }),
    );
    expect(isLater([], YEAR)).toBe(false);
    expect(isLater(YEAR, parts(['2027-03-31', 50], ['2027-06-30', 350]))).toBe(true);
  });

  it('adds after the instalments of another where none is gone or grown, and none comes before the last', () => {
    fc.assert(
      fc.property(schedule, fc.nat(400), (before, days) => {
        const last = before
          .map(({ dueOn }) => dueOn)
          .toSorted()
          .at(-1)!;
        const further = (after: number) => ({ dueOn: addDays(last, after), quantity: 5_000n });
        expect(addsAfter(before, [further(days), ...before])).toBe(true);
        expect(addsAfter(before, [...before, further(-1 - days)])).toBe(false);
        expect(addsAfter([...before, before[0]!], before)).toBe(false);
        expect(addsAfter(before, [...before.slice(1), { ...before[0]!, quantity: 5_000n }])).toBe(
          false,
        );
      }),
    );
    expect(addsAfter([], YEAR)).toBe(true);
  });
});
