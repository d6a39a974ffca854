import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetOf } from '../../server/domain/asset.ts';
import { parseAmount } from '../../server/domain/quantity.ts';
import {
  CHARGED_CURRENCIES,
  checkoutMethods,
  fromStripe,
  isCharged,
  toStripe,
  transferOf,
} from '../../server/payments/stripe/currency.ts';

/** docs.stripe.com/currencies: "Zero-decimal currencies", without the special cases. */
const NO_DECIMALS = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ');
/** The same page: "Three-decimal currencies". */
const THREE_DECIMALS = 'BHD JOD KWD OMR TND'.split(' ');

const unitsOf = (currency: string): number => {
  if (NO_DECIMALS.includes(currency)) return 1;
  return THREE_DECIMALS.includes(currency) ? 1000 : 100;
};

describe('an amount as Stripe counts it', () => {
  test.each(CHARGED_CURRENCIES)('one %s has as many units as Stripe lists', (currency) => {
    expect(toStripe(parseAmount('1', currency), currency)).toBe(unitsOf(currency));
  });

  test.each([
    ['cents', '1234.56', 'USD', 123_456],
    ['whole yen', '1234', 'JPY', 1_234],
    ['mills of a dinar, in tens', '1.230', 'KWD', 1_230],
    ['hundredths of a króna that there are none of', '1234', 'ISK', 123_400],
    ['hundredths of a shilling that there are none of', '1234', 'UGX', 123_400],
    ['whole ariary, of which ISO 4217 has hundredths', '1234.00', 'MGA', 1_234],
  ])('is in %s', (_what, text, currency, count) => {
    const minor = parseAmount(text, currency);
    expect(toStripe(minor, currency)).toBe(count);
    expect(fromStripe(count, currency)).toBe(minor);
  });

  test.each([
    ['a single mill of a dinar', '1.234', 'KWD', /^amount: must end in a zero/],
    ['a hundredth of an ariary', '12.34', 'MGA', /^amount: must be a whole number of MGA/],
    [
      'a currency that Stripe does not charge in',
      '1',
      'IRR',
      /^amount: can’t be paid through Stripe/,
    ],
  ])('cannot be %s', (_what, text, currency, message) => {
    expect(() => toStripe(parseAmount(text, currency), currency)).toThrow(message);
  });

  test.each([
    ['half a króna', 50, 'ISK'],
    ['a hundredth of a shilling', 101, 'UGX'],
  ])('is none of ours when it is %s', (_what, count, currency) => {
    expect(fromStripe(count, currency)).toBeNull();
  });

  const currencies = fc.constantFrom(...CHARGED_CURRENCIES);

  test('comes back as it went, whatever it is', () => {
    // Stripe's amounts have at most twelve digits, in any currency.
    const amounts = fc.bigInt({ min: 1n, max: 999_999_999_999n });
    const property = fc.property(currencies, amounts, (currency, any) => {
      const step = stepOf(currency);
      const minor = any - (any % step);
      expect(fromStripe(toStripe(minor, currency), currency)).toBe(minor);
    });
    fc.assert(property, { numRuns: 1_000 });
  });

  test('goes as it came, or is none of ours', () => {
    const counts = fc.integer({ min: 0, max: 999_999_999 });
    const property = fc.property(currencies, counts, (currency, any) => {
      const count = THREE_DECIMALS.includes(currency) ? any - (any % 10) : any;
      const minor = fromStripe(count, currency);
      if (minor === null) expect(count % 100).not.toBe(0);
      else expect(toStripe(minor, currency)).toBe(count);
    });
    fc.assert(property, { numRuns: 1_000 });
  });
});

/** What amounts of a currency are multiples of, in its minor units. */
const stepOf = (currency: string): bigint => {
  if (currency === 'MGA') return 100n;
  return THREE_DECIMALS.includes(currency) ? 10n : 1n;
};

describe('a currency', () => {
  test('that can be charged is one of ISO 4217', () => {
    for (const currency of CHARGED_CURRENCIES) expect(assetOf(currency).kind).toBe('funding');
    expect(isCharged('IRR')).toBe(false);
    expect(isCharged('usd')).toBe(false);
  });

  test('is paid by card, and where there are such by bank debit and transfer', () => {
    expect(checkoutMethods('USD')).toEqual(['card', 'us_bank_account']);
    expect(checkoutMethods('EUR')).toEqual(['card', 'sepa_debit']);
    expect(checkoutMethods('KRW')).toEqual(['card']);
    const byTransfer = CHARGED_CURRENCIES.filter((currency) => transferOf(currency) !== null);
    expect(byTransfer).toEqual(['EUR', 'GBP', 'JPY', 'MXN', 'USD']);
  });
});
