import { expect, test } from 'vitest';
import { typedAmount } from '../../server/domain/typed-money.ts';
import {
  numberOf,
  percentageOf,
  typedHours,
  ungrouped,
} from '../../server/domain/typed-numbers.ts';

test.each([
  ['1,250.50', '1250.50'],
  ['100M', '100000000'],
  ['$100M', '$100M'],
  ['10k', '10000'],
  ['10 K', '10000'],
  ['2.5 million', '2500000'],
  ['1.23456M', '1234560'],
  ['0.0015M', '1500'],
  ['3bn', '3000000000'],
  ['1,000,000', '1000000'],
  [`1${' '.repeat(60_000)}x`, `1${' '.repeat(60_000)}x`],
  ['€5M', '€5M'],
  ['5G', '5G'],
  ['1.2.3k', '1.2.3k'],
  ['many', 'many'],
  ['', ''],
])('reads an amount typed as %j', (typed, amount) => {
  expect(ungrouped(typed)).toBe(amount);
});

test.each([
  ['$500', 'USD', '500'],
  ['500 USD', 'USD', '500'],
  ['500usd', 'usd', '500'],
  ['US$ 1,250.50', 'USD', '1250.50'],
  ['$500 USD', 'USD', '500'],
  ['5k', 'USD', '5000'],
  ['$1.5M', 'USD', '1500000'],
  ['USD 2 million', 'USD', '2000000'],
  ['1.5M EUR', 'EUR', '1500000'],
  ['$20', 'CAD', '20'],
  ['500 kr', 'SEK', '500'],
  ['₩100,000,000', 'KRW', '100000000'],
  // Points mark decimals, as without a sign, so that nobody's thousand becomes a million.
  ['1.234', 'USD', '1.234'],
  ['$1.234', 'USD', '1.234'],
  ['€1.234,56', 'EUR', '1.234,56'],
  // Another currency, or none that we know, is left to be refused.
  ['€500', 'USD', '€500'],
  ['500 EUR', 'USD', '500 EUR'],
  ['$500 EUR', 'USD', '$500 EUR'],
  ['about 500', 'USD', 'about 500'],
  ['$5', '', '$5'],
  [`$1${' '.repeat(60_000)}x`, 'USD', `$1${' '.repeat(60_000)}x`],
])('reads %j in a form for %s', (typed, currency, amount) => {
  expect(typedAmount(typed, currency)).toBe(amount);
});

test.each(['$.50', '$.5M', 'US$.5M', 'CHF.5', 'Fr.50', '$500¹', '①00 USD', '$½'])(
  '%s stays as typed, to be refused: it may be another amount',
  (typed) => {
    expect(typedAmount(typed, typed.includes('F') ? 'CHF' : 'USD')).toBe(typed);
  },
);

test.each([
  ['10k GPU-hours', '10000'],
  ['1,000 gpu hours', '1000'],
  ['500 hours', '500'],
  ['2.5M GPUh', '2500000'],
  ['500h', '500'],
])('reads %j as GPU-hours', (typed, hours) => {
  expect(typedHours(typed)).toBe(hours);
  expect(typedHours(`${typed} or so`)).not.toMatch(/^\d+$/);
});

test('reads a number of GPUs, and takes hours for none', () => {
  expect(numberOf('1,024 GPUs')).toBe(1024);
  expect(numberOf('1,024 hours')).toBe('1,024 hours');
});

test.each([
  ['1', '100'],
  ['0.95', '95'],
  ['0.5', '50'],
  ['0.995', '99.5'],
  ['0.1234', '12.34'],
  ['0.0001', '0.01'],
])('a part of %s is %s per cent', (part, percentage) => {
  expect(percentageOf(part)).toBe(percentage);
});
