import { describe, expect, test } from 'vitest';
import { extentOf } from '../../server/domain/window.ts';
import { standingText } from '../../web/messages/en-pledges.ts';
import type { PledgeLine } from '../../web/data/pages.ts';
import { dollars, hours, NO_MONEY } from './fixtures.ts';

const money = (stages: object) =>
  standingText({ kind: 'funding', asset: 'USD', stages: { ...NO_MONEY, ...stages } } as PledgeLine);
const gpus = (stages: object) =>
  standingText({
    kind: 'compute',
    asset: 'H100-SXM',
    stages: { ...NO_MONEY, ...stages },
  } as PledgeLine);

describe('a pledge’s stages as a sentence', () => {
  test.each([
    [{}, 'Nothing on record.'],
    [{ pledged: dollars(10) }, '$10 promised.'],
    [{ pledged: dollars(10), withdrawn: dollars(5) }, '$10 promised, $5 withdrawn.'],
    [{ received: dollars(10) }, '$10 received.'],
    [
      { received: dollars(12_500), committed: dollars(12_500), pledged: dollars(25_500) },
      '$25,000 secured: $12,500 received, $12,500 agreed in writing. Another $25,500 is promised, not counted.',
    ],
    [
      { received: dollars(10), pledged: dollars(5), waiting: dollars(2), lapsed: dollars(1) },
      '$10 received. Another $5 is promised and $2 is conditional, not counted. $1 is no longer expected.',
    ],
  ])('%#', (stages, sentence) => {
    expect(money(stages)).toBe(sentence);
  });

  test('say the unit of hours once in each sentence', () => {
    expect(
      gpus({
        received: hours(100n),
        committed: hours(200n),
        pledged: hours(300n),
        lapsed: hours(400n),
      }),
    ).toBe(
      '3 GPU-hours secured: 1 delivered, 2 agreed in writing. Another 3 GPU-hours are promised, not counted. 4 GPU-hours are no longer expected.',
    );
  });
});

test('the levels of GPUs over time include a gap', () => {
  const window = (count: number, from: string, to: string) => ({
    gpus: count,
    from,
    to,
    availability: '0.9',
  });
  const levels = (...windows: ReturnType<typeof window>[]) => extentOf(windows)?.levels;
  const [jan, feb, mar, apr] = ['2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01'] as const;
  expect(levels()).toBe(undefined);
  expect(levels(window(1, jan, mar), window(2, feb, mar))).toEqual([1, 3]);
  expect(levels(window(1, jan, feb), window(1, feb, mar))).toEqual([1]);
  expect(levels(window(1, jan, feb), window(1, mar, apr))).toEqual([1, 0, 1]);
});
