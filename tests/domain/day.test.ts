import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  checkNotInFuture,
  dayNumber,
  dayOf,
  isDay,
  today,
} from '../../server/domain/day.ts';
import { refusalOf } from './fixtures.ts';

describe('a day', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '1970-01-01', '2099-12-31'])(
    'can be %s',
    (day) => {
      expect(isDay(day)).toBe(true);
    },
  );

  it.each([
    '2025-02-29',
    '2100-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-01-32',
    '2024-1-1',
    '24-01-01',
    '0024-01-01',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
    '２０２４-01-01',
    '',
  ])('cannot be %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is one of 365 or 366 in a year, the next one after the last', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2025-01-01') - dayNumber('2024-01-01')).toBe(366);
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 60)).toBe('2024-02-29');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('comes back from its number, and days compare as their numbers do', () => {
    const number = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2099-12-31') });
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(isDay(dayOf(a))).toBe(true);
        expect(dayNumber(dayOf(a))).toBe(a);
        expect(dayOf(a) < dayOf(b)).toBe(a < b);
      }),
    );
  });
});

describe('a day that has not begun', () => {
  // Kiritimati, at UTC+14, is in the next day from 10:00 UTC on.
  it.each([
    ['2026-03-01T09:59:59.999Z', '2026-03-01', '2026-03-02'],
    ['2026-03-01T10:00:00.000Z', '2026-03-02', '2026-03-03'],
    ['2026-02-28T23:59:59.999Z', '2026-03-01', '2026-03-02'],
    ['2025-12-31T10:00:00.000Z', '2026-01-01', '2026-01-02'],
  ])('at %s is the one after %s', (now, last, refused) => {
    expect(() => checkNotInFuture(last, new Date(now))).not.toThrow();
    expect(refusalOf(() => checkNotInFuture(refused, new Date(now)))).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'occurredOn' }],
    });
  });

  it('never is today, which is the day at UTC', () => {
    expect(today(new Date('2026-03-01T23:59:59.999Z'))).toBe('2026-03-01');
    expect(today(new Date('2026-03-02T00:00:00.000Z'))).toBe('2026-03-02');
  });
});
