import { describe, expect, it } from 'vitest';
import {
  assetOf,
  CURRENCIES,
  digitsOf,
  GPUS,
  H100_TFLOPS,
  isCurrency,
  isGpu,
  isRetired,
} from '../../server/domain/asset.ts';
import { refusalOf } from './fixtures.ts';

describe('the currencies', () => {
  it.each([
    ['KRW', 0],
    ['JPY', 0],
    ['ISK', 0],
    ['UGX', 0],
    ['CLP', 0],
    ['VND', 0],
    ['XAF', 0],
    ['USD', 2],
    ['EUR', 2],
    ['MGA', 2],
    ['MRU', 2],
    ['IDR', 2],
    ['HUF', 2],
    ['TWD', 2],
    ['COP', 2],
    ['KWD', 3],
    ['IQD', 3],
    ['BHD', 3],
    ['TND', 3],
  ])('give %s the %i decimals of ISO 4217', (code, digits) => {
    expect(digitsOf(code)).toBe(digits);
    expect(assetOf(code)).toEqual({ kind: 'funding', code, digits });
  });

  it('are the 155 codes of list one in which a person can pay, by their decimals', () => {
    const inUse = CURRENCIES.filter(({ code }) => !isRetired(code));
    const count = (digits: number) => inUse.filter((asset) => asset.digits === digits).length;
    expect([count(0), count(2), count(3), inUse.length]).toEqual([16, 132, 7, 155]);
  });

  it('are three capital letters each, and none comes twice', () => {
    const codes = CURRENCIES.map(({ code }) => code);
    expect(codes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('have the codes that came lately', () => {
    const recent = ['XCG', 'ZWG', 'SLE', 'VED', 'VES', 'STN', 'MRU', 'BYN', 'ZMW'];
    expect(recent.filter((code) => !isCurrency(code))).toEqual([]);
  });

  it('have no withdrawn code but those that are marked as retired, no fund, no metal and no code for tests', () => {
    const retired = 'ANG BGN CUC EEK HRK LTL LVL SLL ZWL'.split(' ');
    expect(retired.filter((code) => !isCurrency(code) || !isRetired(code))).toEqual([]);
    const withdrawn = 'VEF STD MRO BYR DEM';
    const funds = 'BOV CHE CHW CLF COU MXV USN UYI UYW XDR XSU XUA XAD';
    const others = 'XAU XAG XPT XPD XBA XBB XBC XBD XTS XXX';
    const codes = `${withdrawn} ${funds} ${others}`.split(' ');
    expect(codes.filter((code) => isCurrency(code))).toEqual([]);
  });
});

describe('the GPUs', () => {
  it('have the dense BF16 peaks of the published table', () => {
    expect(Object.fromEntries(GPUS.map(({ code, tflops }) => [code, tflops]))).toEqual({
      A100: '312',
      'H100-SXM': '989.4',
      H200: '989.4',
      'H100-PCIe': '756',
      B200: '2250',
      B300: '2250',
      GB200: '2500',
      GB300: '2500',
      MI300X: '1307.4',
      MI325X: '1307.4',
      MI355X: '2516.6',
      'TPU-v5p': '459',
      V100: '125',
    });
    expect(H100_TFLOPS).toBe('989.4');
  });

  it('count in whole GPU-seconds, and no code is a currency too', () => {
    expect(GPUS.filter(({ code, digits }) => digits !== 0 || isCurrency(code))).toEqual([]);
    expect(CURRENCIES.filter(({ code }) => isGpu(code))).toEqual([]);
  });
});

it('an unknown code is refused on the field that named it', () => {
  for (const code of ['BTC', 'usd', '', 'H100', 'toString', 'USD ']) {
    expect(refusalOf(() => assetOf(code, 'pledges[3].asset'))).toMatchObject({
      code: 'invalid-input',
      fields: [{ field: 'pledges[3].asset' }],
    });
  }
});
