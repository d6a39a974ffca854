import { describe, expect, test } from 'vitest';
import { fileOf, readAll, row } from './sacct.ts';

const seconds = (time: string): number => Date.parse(time) / 1000;

describe('a time is', () => {
  const startOf = async (start: string, zone?: string): Promise<number> =>
    (await readAll(fileOf(row({ start })), { zone })).parts[0]!.startedAt;

  test('in the zone that is stated, in summer and in winter', async () => {
    expect(await startOf('2026-07-01T12:00:00', 'Europe/Oslo')).toBe(
      seconds('2026-07-01T10:00:00Z'),
    );
    expect(await startOf('2026-01-01T12:00:00', 'Europe/Oslo')).toBe(
      seconds('2026-01-01T11:00:00Z'),
    );
    expect(await startOf('2026-01-01T12:00:00', 'Asia/Kathmandu')).toBe(
      seconds('2026-01-01T06:15:00Z'),
    );
  });

  test('the first of an hour that comes twice, and goes on in one that is left out', async () => {
    expect(await startOf('2026-10-25T02:30:00', 'Europe/Oslo')).toBe(
      seconds('2026-10-25T00:30:00Z'),
    );
    expect(await startOf('2026-11-01T01:30:00', 'America/New_York')).toBe(
      seconds('2026-11-01T05:30:00Z'),
    );
    expect(await startOf('2026-03-29T02:30:00', 'Europe/Oslo')).toBe(
      seconds('2026-03-29T01:30:00Z'),
    );
    // Half an hour is turned back there.
    expect(await startOf('2026-04-05T01:45:00', 'Australia/Lord_Howe')).toBe(
      seconds('2026-04-04T14:45:00Z'),
    );
  });

  test('its own where it has an offset or counts seconds, whatever zone is stated', async () => {
    for (const start of [
      '2026-03-02T10:00:00Z',
      '2026-03-02T12:00:00+02:00',
      '2026-03-02T04:30:00-0530',
      '1772445600',
    ]) {
      expect(await startOf(start), start).toBe(seconds('2026-03-02T10:00:00Z'));
      expect(await startOf(start, 'Asia/Seoul'), start).toBe(seconds('2026-03-02T10:00:00Z'));
    }
    const local = await readAll(fileOf(row()), { zone: 'Asia/Seoul' });
    const told = await readAll(fileOf(row({ start: '1772445600' })), { zone: 'Asia/Seoul' });
    expect([local.usesZone, told.usesZone]).toEqual([true, false]);
  });

  test('refused without a zone, and with one that is none', async () => {
    await expect(readAll(fileOf(row()), { zone: undefined })).rejects.toThrow('zone: is missing');
    await expect(readAll(fileOf(row()), { zone: 'Oslo' })).rejects.toThrow(
      'zone: “Oslo” is unknown',
    );
  });
});

describe('a duration is', () => {
  test.each([
    ['01:00:00', 3600],
    ['2-01:00:00', 176_400],
    ['90', 90],
    ['01:30.750', 90],
    ['00:00:01', 1],
  ])('%s: %i seconds', async (elapsed, expected) => {
    expect((await readAll(fileOf(row({ elapsed })))).parts[0]!.seconds).toBe(expected);
  });

  test('from start to end where it is not there', async () => {
    for (const elapsed of ['', 'UNLIMITED', 'None']) {
      const { parts } = await readAll(fileOf(row({ elapsed, end: '2026-03-02T10:00:40' })));
      expect(parts[0]!.seconds, elapsed).toBe(40);
    }
  });

  test('the raw one where both are there', async () => {
    const header = 'JobIDRaw|State|Start|Elapsed|ElapsedRaw|AllocTRES';
    const both = '100|COMPLETED|2026-03-02T10:00:00|00:01:00|61|gres/gpu=1';
    expect((await readAll(`${header}\n${both}\n`)).parts[0]!.seconds).toBe(61);
  });
});

test.each(['2026-03-01T24:00:00', '2026-03-01T99:59:59Z', '2026-02-30T10:00:00'])(
  '%s is no time',
  async (start) => {
    const { counts } = await readAll(fileOf(row(), row({ id: '2', start })));
    expect(counts.unreadable).toBe(1);
  },
);
