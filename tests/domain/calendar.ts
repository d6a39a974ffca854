import * as fc from 'fast-check';
import type { Window } from '../../server/domain/window.ts';

const pad = (number: number): string => String(number).padStart(2, '0');

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** All days of some years in order, counted on a calendar of one's own: no Date. */
export function calendar(firstYear: number, lastYear: number): string[] {
  const days: string[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    for (const [month, length] of lengths.entries()) {
      for (let day = 1; day <= length; day++) days.push(`${year}-${pad(month + 1)}-${pad(day)}`);
    }
  }
  return days;
}

/** Windows of a few GPUs on these days, that often touch and overlap. */
export const windowsAmong = (days: readonly string[]): fc.Arbitrary<Window> =>
  fc
    .record({
      gpus: fc.integer({ min: 1, max: 4 }),
      start: fc.nat(days.length - 2),
      length: fc.integer({ min: 1, max: days.length }),
      availability: fc.constantFrom('1', '0.95', '0.3333'),
    })
    .map(({ gpus, start, length, availability }) => ({
      gpus,
      from: days[start]!,
      to: days[Math.min(start + length, days.length - 1)]!,
      availability,
    }));

/** How many GPUs stand on a day, counted window by window. */
export const gpusOn = (windows: readonly Window[], day: string, availability: string): number =>
  windows
    .filter((each) => each.availability === availability && each.from <= day && day < each.to)
    .reduce((sum, { gpus }) => sum + gpus, 0);
