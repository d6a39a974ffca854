import { expect, test } from 'vitest';
import { exactOffsetsOf, offsetsOf } from '../../server/compute/zone.ts';

const HOUR_MS = 3_600_000;
const YEARS = [Date.UTC(2007, 0), Date.UTC(2011, 0), Date.UTC(2018, 0)];

/** Daylight saving of half an hour, four changes a year, days left out, and zones that moved for good. */
const ZONES = [
  'Europe/Oslo',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/Caracas',
  'Asia/Pyongyang',
];

test.each(ZONES)('an offset of %s that is kept for its day is the one that Intl says', (zone) => {
  const [kept, exact] = [offsetsOf(zone), exactOffsetsOf(zone)];
  const wrong: string[] = [];
  for (const year of YEARS) {
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const instant = year + hour * HOUR_MS;
      if (kept(instant) !== exact(instant)) wrong.push(new Date(instant).toISOString());
    }
  }
  expect(wrong).toEqual([]);
});
