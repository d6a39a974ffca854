import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gpuSecondsOf, spread, type Turn } from '../../server/compute/spread.ts';

const DAY = 86_400;

/** The turns of a stretch as the database tells them. */
const turnsOf = ([start, seconds, gpus]: [number, number, number]): Turn[] => [
  { day: Math.floor(start / DAY), gpus: BigInt(gpus), seconds: -BigInt(gpus * (start % DAY)) },
  {
    day: Math.floor((start + seconds) / DAY),
    gpus: -BigInt(gpus),
    seconds: BigInt(gpus * ((start + seconds) % DAY)),
  },
];

/** The same, day by day. */
function byDay(stretches: readonly [number, number, number][]): Map<number, bigint> {
  const days = new Map<number, bigint>();
  for (const [start, seconds, gpus] of stretches) {
    for (let at = start; at < start + seconds;) {
      const day = Math.floor(at / DAY);
      const end = Math.min(start + seconds, (day + 1) * DAY);
      days.set(day, (days.get(day) ?? 0n) + BigInt(gpus * (end - at)));
      at = end;
    }
  }
  return days;
}

test('GPU-seconds fall on the days on which they ran', () => {
  const stretch = fc.tuple(
    fc.integer({ min: 0, max: 20 * DAY }),
    fc.oneof(fc.integer({ min: 1, max: 5 * DAY }), fc.constantFrom(DAY, 2 * DAY, DAY - 1)),
    fc.integer({ min: 1, max: 64 }),
  );
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 20 }), (stretches) => {
      const turns = stretches.flatMap(turnsOf);
      const found = [...spread(turns)];
      expect(new Map(found)).toEqual(byDay(stretches));
      expect(found).toEqual(found.toSorted(([a], [b]) => a - b));
      expect(gpuSecondsOf(turns)).toBe(found.reduce((sum, [, seconds]) => sum + seconds, 0n));
    }),
  );
});
