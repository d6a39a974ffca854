import { fieldError } from './errors.ts';

/**
 * The active currencies of ISO 4217 list one by their number of minor-unit digits, as of January
 * 2026 (Bulgaria on the euro, XCG in place of ANG). Funds, metals and testing codes are left out:
 * nobody can pay in them. Intl's digits differ from ISO's for 16 of these, so they are not used.
 */
const CURRENCY_CODES_BY_DIGITS: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
      CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
      HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA
      MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN
      QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
      TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

/**
 * Dense BF16 peak of each GPU in TFLOPS, as collected in stas00/ml-engineering from the vendors'
 * sheets (the V100 has no BF16: its FP16 figure). One GB200 superchip is two GPUs.
 */
const GPU_TFLOPS: Record<string, string> = {
  A100: '312',
  'H100-SXM': '989.4',
  'H100-PCIe': '756',
  H200: '989.4',
  B200: '2250',
  B300: '2250',
  GB200: '2500',
  GB300: '2500',
  MI300X: '1307.4',
  MI325X: '1307.4',
  MI355X: '2516.6',
  'TPU-v5p': '459',
  V100: '125',
};

/** The model that is the unit of H100-equivalence, and its dense BF16 peak in TFLOPS. */
export const UNIT_GPU = 'H100-SXM';
export const H100_TFLOPS = '989.4';

/** What a model's peak is of: FP16 where it has no BF16. */
export const BASES = ['BF16', 'FP16'] as const;
export type Basis = (typeof BASES)[number];

export type Kind = 'funding' | 'compute';

/**
 * What a quantity counts. `digits` is the number of decimal places of the minor unit: cents have 2,
 * won 0; a GPU model's minor unit is the GPU-second, with 0.
 */
export type Asset =
  | { kind: 'funding'; code: string; digits: number }
  | { kind: 'compute'; code: string; digits: 0; tflops: string };

const ASSETS: ReadonlyMap<string, Asset> = new Map([
  ...Object.entries(CURRENCY_CODES_BY_DIGITS).flatMap(([digits, codes]) =>
    codes
      .split(/\s+/)
      .map((code): [string, Asset] => [code, { kind: 'funding', code, digits: Number(digits) }]),
  ),
  ...Object.entries(GPU_TFLOPS).map(([code, tflops]): [string, Asset] => [
    code,
    { kind: 'compute', code, digits: 0, tflops },
  ]),
]);

export const CURRENCIES = [...ASSETS.values()].filter((asset) => asset.kind === 'funding');
export const GPUS = [...ASSETS.values()].filter((asset) => asset.kind === 'compute');

export const isCurrency = (code: string): boolean => ASSETS.get(code)?.kind === 'funding';
export const isGpu = (code: string): boolean => ASSETS.get(code)?.kind === 'compute';

/** The asset of a code. Throws `invalid-input` on `field` for a code that is in no table. */
export function assetOf(code: string, field = 'asset'): Asset {
  const asset = ASSETS.get(code);
  if (!asset) throw fieldError(field, `"${code}" is neither an ISO 4217 currency nor a known GPU`);
  return asset;
}

/** The number of minor-unit digits of a currency: 2 for USD, 0 for KRW, 3 for KWD. */
export const digitsOf = (code: string): number => assetOf(code).digits;
