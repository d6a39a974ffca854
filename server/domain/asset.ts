import { fieldError } from './errors.ts';
import { say } from './say.ts';

/** ISO 4217 list one by minor-unit digits, January 2026, without funds and metals, and some that were. Intl's digits differ for 16. */
const CURRENCY_CODES_BY_DIGITS: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
      CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD
      HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA
      MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN
      QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
      TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
      ANG BGN CUC EEK HRK LTL LVL SLL ZWL`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

/** No longer money from these days on. */
const RETIRED = new Map(
  `ANG 2025-07-01, BGN 2026-02-01, CUC 2021-07-01, EEK 2011-01-15, HRK 2023-01-15, LTL 2015-01-16, LVL 2014-01-15,
   SLL 2024-04-01, ZWL 2024-09-01`
    .split(/,\s+/)
    .map((each) => each.split(' ') as [code: string, until: string]),
);

/** Dense BF16 peaks in TFLOPS (FP16 for the V100), from stas00/ml-engineering. A GB200 superchip is two GPUs. */
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

/** The number format of a model's peak: FP16 where it has no BF16. */
export const BASES = ['BF16', 'FP16'] as const;
export type Basis = (typeof BASES)[number];

export const KINDS = ['funding', 'compute'] as const;
export type Kind = (typeof KINDS)[number];

/** What a quantity counts. `digits` are the decimals of the minor unit: 2 for cents, 0 for won and GPU-seconds. */
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

export const isRetired = (code: string): boolean => RETIRED.has(code);

/** Throws `invalid-input` on `asset` for a currency that was no money on that day. */
export function checkValidOn(code: string, on: string): void {
  const until = RETIRED.get(code);
  if (until !== undefined && on >= until)
    throw fieldError('asset', say().rates.retired(code, until));
}

export const isCurrency = (code: string): boolean => ASSETS.get(code)?.kind === 'funding';
export const isGpu = (code: string): boolean => ASSETS.get(code)?.kind === 'compute';

/** Throws `invalid-input` on `field` for an unknown code. */
export function assetOf(code: string, field = 'asset'): Asset {
  const asset = ASSETS.get(code);
  if (!asset) throw fieldError(field, say().domain.unknownAsset(code));
  return asset;
}

export const digitsOf = (code: string): number => assetOf(code).digits;
