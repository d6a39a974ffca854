import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHourly, type Hourly } from '../server/hourly.ts';

const log = { info: () => {}, warn: () => {} };
let ends: (() => void)[];
let hourly: Hourly;
beforeEach(() => {
  vi.useFakeTimers();
  ends = [];
  const work = () => new Promise<void>((resolve) => void ends.push(resolve));
  hourly = createHourly(log, { work, failed: 'it could not be done' });
});
afterEach(() => vi.useRealTimers());

/** Every second for so many of them, whatever is under way. */
async function nudgeFor(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    hourly.nudge();
    await vi.advanceTimersByTimeAsync(1_000);
  }
}

test('nudges while a turn is under way are one turn after it', async () => {
  hourly.start();
  await nudgeFor(6);
  expect(ends).toHaveLength(1);
  ends[0]!();
  await vi.advanceTimersByTimeAsync(0);
  expect(ends).toHaveLength(2);
  ends[1]!();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(ends).toHaveLength(2);
  await nudgeFor(1);
  expect(ends).toHaveLength(3);
  ends[2]!();
  await hourly.stop();
});

test('a turn that waits is not begun once it is stopped', async () => {
  hourly.start();
  await nudgeFor(1);
  const stopped = hourly.stop();
  ends[0]!();
  await stopped;
  expect(ends).toHaveLength(1);
});
