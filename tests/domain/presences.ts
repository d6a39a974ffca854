/** Presences by the dozen, and the figures of a day counted one presence after another. */
import * as fc from 'fast-check';
import type { Counts } from '../../server/domain/capacity/capacity.ts';
import { divideHalfEven } from '../../server/domain/quantity.ts';
import type { Lot, Presence } from '../../server/domain/capacity/spans.ts';
import { calendar } from './calendar.ts';

export const SITES = ['oslo', 'seoul', 'austin'];
const H100: Lot = { model: 'H100-SXM', rate: { num: '989.4', den: '989.4' } };
/** Two pledges of one model may have factors of different days. */
const LOTS: Lot[] = [
  H100,
  { model: 'A100', rate: { num: '312', den: '989.4' } },
  { model: 'A100', rate: { num: '0.315', den: '1' } },
  { model: 'B200', rate: { num: '2250', den: '989.4' } },
];
/** 120 days with a leap day in them. */
export const days = calendar(2024, 2024).slice(30, 150);

export const at = (
  gpus: number,
  from: string,
  to: string,
  more: Partial<Presence> = {},
): Presence => ({
  site: 'oslo',
  lot: H100,
  stage: 'committed',
  bought: false,
  availability: '1',
  gpus,
  from,
  to,
  ...more,
});

/** A window's life: pledged, perhaps agreed in part, perhaps given up again from some day on. */
const life = fc
  .record({
    site: fc.constantFrom(...SITES),
    lot: fc.constantFrom(...LOTS),
    availability: fc.constantFrom('1', '0.95', '0.3333'),
    bought: fc.boolean(),
    gpus: fc.integer({ min: 1, max: 50 }),
    agreed: fc.integer({ min: 0, max: 50 }),
    start: fc.nat(days.length - 2),
    length: fc.integer({ min: 0, max: 80 }),
    givenUp: fc.option(fc.nat(80)),
  })
  .map(({ gpus, agreed, start, length, givenUp, ...same }): Presence[] => {
    const part = Math.min(gpus, agreed);
    const end = Math.min(start + length, days.length - 1);
    const of = (stage: Presence['stage'], count: number, first = start): Presence => ({
      ...same,
      stage,
      gpus: count,
      from: days[first]!,
      to: days[end]!,
    });
    const moves = [of('pledged', gpus), of('pledged', -part), of('committed', part)];
    if (givenUp === null || start + givenUp >= end) return moves;
    return [...moves, of('committed', -part, start + givenUp)];
  });

/** What some pledges have one after the other: terms that change, parts that lapse, and acts that are undone. */
export const changesOf = fc.array(
  fc.record({
    pledge: fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5'),
    has: fc.oneof(life, fc.constant<Presence[]>([])),
  }),
  { maxLength: 15 },
);

export const lives = fc
  .array(life, { maxLength: 12 })
  .chain((list) => fc.shuffledSubarray(list.flat(), { minLength: list.flat().length }));

export type Pick = (presence: Presence) => boolean;

export const isThere =
  (day: string): Pick =>
  ({ from, to }) =>
    from <= day && day < to;
export const isCommitted: Pick = ({ stage }) => stage === 'committed';
const isPledged: Pick = ({ stage }) => stage === 'pledged';

const gpusOf = (presences: readonly Presence[]): number =>
  presences.reduce((total, { gpus }) => total + gpus, 0);

/** 989.4 and 1 over 9894000, in whole numbers. */
export const OVER = 9_894_000n;
export const weightOf = ({ rate: { num, den } }: Lot): bigint =>
  (BigInt(Math.round(Number(num) * 1_000)) * OVER) / BigInt(Math.round(Number(den) * 1_000));

export const h100eOf = (presences: readonly Presence[]): number => {
  const sum = presences.reduce((all, { gpus, lot }) => all + BigInt(gpus) * weightOf(lot), 0n);
  return Number(divideHalfEven(sum, OVER));
};

/** The same figures of one day, one presence after another. */
export function countOn(
  day: string,
  all: readonly Presence[],
  measure: (presences: readonly Presence[]) => number = gpusOf,
): Counts {
  const present = all.filter(isThere(day));
  const sum = (pick: Pick): number => measure(present.filter(pick));
  const mostAtOne = (pick: Pick): number =>
    Math.max(...SITES.map((name) => sum((each) => pick(each) && each.site === name)));
  return {
    secured: sum(isCommitted),
    pledged: sum(isPledged),
    bought: sum((each) => isCommitted(each) && each.bought),
    largestSite: mostAtOne(isCommitted),
    largestPledged: mostAtOne(isPledged),
  };
}

/** The most that is there on each of 30 days in a row, and the first day of the first such days. */
export function mostHeldOf(countFor: (day: string) => number): {
  gpus: number;
  from: string | null;
} {
  const counts = days.map((day) => countFor(day));
  const runs = days
    .slice(0, days.length - 29)
    .map((from, first) => ({ gpus: Math.min(...counts.slice(first, first + 30)), from }));
  const gpus = Math.max(...runs.map((run) => run.gpus));
  return { gpus, from: gpus > 0 ? runs.find((run) => run.gpus === gpus)!.from : null };
}
