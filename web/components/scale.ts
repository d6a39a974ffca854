import { dayNumber, type Day } from '../../server/domain/day.ts';

/** `part` of `whole` as a fraction, exact to a millionth: for drawing only, never for a figure. */
export const share = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * 1_000_000n) / whole) / 1_000_000;

/** Round marks up to `max`: multiples of 1, 2 or 5 × 10^n, at most `most` of them. */
export function ticks(max: bigint, most: bigint): bigint[] {
  if (max <= 0n) return [];
  for (let power = 1n; ; power *= 10n) {
    for (const digit of [1n, 2n, 5n]) {
      const step = digit * power;
      if (max / step <= most) {
        return Array.from({ length: Number(max / step) }, (_, index) => step * BigInt(index + 1));
      }
    }
  }
}

export interface Step {
  x: number;
  top: number;
  bottom: number;
}

/** The outline of an area between two stepped lines. The last step goes to `end`. */
export function stepArea(steps: Step[], end: number): string {
  const [first] = steps;
  if (!first) return '';
  const forth = steps.map(
    ({ top }, index) => `V${fixed(top)}H${fixed(steps[index + 1]?.x ?? end)}`,
  );
  const back = steps.map(({ x, bottom }) => `V${fixed(bottom)}H${fixed(x)}`).toReversed();
  return `M${fixed(first.x)},${fixed(first.bottom)}${forth.join('')}${back.join('')}Z`;
}

export function stepLine(steps: { x: number; y: number }[], end: number): string {
  return steps
    .map(({ x, y }, index) => {
      const until = `H${fixed(steps[index + 1]?.x ?? end)}`;
      return index === 0 ? `M${fixed(x)},${fixed(y)}${until}` : `V${fixed(y)}${until}`;
    })
    .join('');
}

export const highestOf = (amounts: readonly bigint[], least = 0n): bigint =>
  amounts.reduce((highest, amount) => (amount > highest ? amount : highest), least);

export const fixed = (number: number): number => Math.round(number * 10) / 10;

/** Heights for labels: at least `gap` apart, within [highest, lowest], and as near to `wanted` as possible. */
export function spread(wanted: number[], gap: number, highest: number, lowest: number): number[] {
  const upwards = wanted.map((height, index) => ({ height, index }));
  upwards.sort((a, b) => b.height - a.height);
  let free = lowest;
  for (const label of upwards) {
    label.height = Math.min(label.height, free);
    free = label.height - gap;
  }
  free = highest;
  for (const label of upwards.toReversed()) {
    label.height = Math.max(label.height, free);
    free = label.height + gap;
  }
  return upwards.toSorted((a, b) => a.index - b.index).map(({ height }) => height);
}

/** First days of the months within [from, to), thinned to quarters, half-years or years: at most `most`. */
export function monthTicks(from: Day, to: Day, most: number): Day[] {
  const start = new Date(from);
  const months: Day[] = [];
  for (let month = start.getUTCDate() === 1 ? 0 : 1; ; month += 1) {
    const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1));
    const day = first.toISOString().slice(0, 10);
    if (day >= to) break;
    months.push(day);
  }
  const every = [1, 2, 3, 6, 12, 24, 60, 120].find((step) => months.length / step <= most) ?? 240;
  return months.filter((day) => (monthNumber(day) - 1) % every === 0);
}

/** Months since the year 0, so that thinned marks fall on Januaries. */
const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The place of a day in [from, to): 0 to 1, clamped. */
export function dayShare(day: Day, from: Day, to: Day): number {
  const span = dayNumber(to) - dayNumber(from);
  return span <= 0 ? 0 : Math.min(1, Math.max(0, (dayNumber(day) - dayNumber(from)) / span));
}

/** A generous guess at the width of a text in Inter at 13 px; wide scripts take a full em. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((width, char) => width + (char > '\u2E80' ? 13 : 7.1), 0);
