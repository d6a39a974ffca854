import { H100_TFLOPS, digitsOf, type Asset } from './asset.ts';
import { fieldError } from './errors.ts';
import { say } from './say.ts';
import { otherCurrencyIn } from './typed-money.ts';

/** In minor units. A quadrillion cents is ten times the world's money. */
export const MAX_QUANTITY = 10n ** 15n;

const SECONDS_PER_HOUR = 3600n;
const SECONDS_PER_HUNDREDTH_HOUR = SECONDS_PER_HOUR / 100n;

/** A reference rate: base units per unit of the asset, as a fraction of two decimal strings. */
export interface Rate {
  num: string;
  den: string;
}

export const PAR: Rate = { num: '1', den: '1' };

/** "143.20" is "143.2" in leaves. Null for anything but a positive decimal with at most 12 digits on either side. */
export function canonicalRate(text: string): string | null {
  const match = /^(0|[1-9]\d{0,11})(?:\.(\d{1,12}))?$/.exec(text);
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  const fraction = part.replace(/0+$/, '');
  if (fraction === '') return whole === '0' ? null : whole;
  return `${whole}.${fraction}`;
}

/** The H100-equivalence of a GPU model: its dense peak over the H100's. */
export const h100Rate = ({ tflops }: Pick<Asset & { kind: 'compute' }, 'tflops'>): Rate => ({
  num: tflops,
  den: H100_TFLOPS,
});

/** Integer division of `num` by a positive `den`, half to even. */
export function divideHalfEven(num: bigint, den: bigint): bigint {
  const floor = num >= 0n ? num / den : -((-num + den - 1n) / den);
  const twiceRest = 2n * (num - floor * den);
  if (twiceRest < den) return floor;
  if (twiceRest > den) return floor + 1n;
  return floor % 2n === 0n ? floor : floor + 1n;
}

function notDecimal(text: string): string {
  const { domain } = say();
  if (/^-\d/.test(text)) return domain.negative;
  if (/^[1-9]\d{21,}(\.\d*)?$/.test(text)) return domain.overMost;
  const [, whole, part] = /^(\d[\d. ]*),(\d{1,2})$/.exec(text) ?? [];
  if (whole !== undefined) return domain.decimalComma(`${whole.replaceAll(/\D/g, '')}.${part}`);
  const [, number] =
    /^(?:\p{Sc}|[A-Z]{3})? ?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(?:\p{Sc}|[A-Z]{3})?$/iu.exec(
      text,
    ) ?? [];
  return number !== undefined && number !== text ? domain.numberAlone(number) : domain.notDecimal;
}

function parseDecimal(text: string, digits: number, field: string): bigint {
  const match = /^(0|[1-9]\d{0,20})(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) throw fieldError(field, notDecimal(text));
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits) throw fieldError(field, say().domain.tooManyDecimals(digits));
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

function bounded(quantity: bigint, field: string): bigint {
  if (quantity === 0n) throw fieldError(field, say().domain.notPositive);
  if (quantity > MAX_QUANTITY) throw fieldError(field, say().domain.overMost);
  return quantity;
}

/** ("12.5", USD) is 1250n. Throws `invalid-input` for other than a plain decimal, for zero and over 10^15. */
export function parseAmount(text: string, currency: string, field = 'amount'): bigint {
  const other = /^[\d.]*$/.test(text) ? null : otherCurrencyIn(text, currency);
  if (other !== null) throw fieldError(field, say().domain.otherCurrency(other, currency));
  return bounded(parseDecimal(text, digitsOf(currency), field), field);
}

export const parseCount = (text: string, field: string): bigint =>
  bounded(parseDecimal(text, 0, field), field);

/** (1250n, USD) is "12.50", (5n, KRW) is "5". */
export const formatAmount = (minor: bigint, currency: string): string =>
  formatDecimal(minor, digitsOf(currency));

/** GPU-seconds of GPU-hours with at most two decimals. Exact. */
export const parseGpuHours = (text: string, field = 'gpuHours'): bigint =>
  bounded(parseDecimal(text, 2, field) * SECONDS_PER_HUNDREDTH_HOUR, field);

/** GPU-hours of GPU-seconds with two decimals, half to even: 3600n is "1.00". */
export const formatGpuHours = (gpuSeconds: bigint): string =>
  formatDecimal(divideHalfEven(gpuSeconds, SECONDS_PER_HUNDREDTH_HOUR), 2);

export const formatQuantity = (quantity: bigint, asset: Asset): string =>
  asset.kind === 'funding' ? formatAmount(quantity, asset.code) : formatGpuHours(quantity);

/** An integer with its last `digits` behind the point: (1250n, 2) is "12.50". */
export function formatDecimal(scaled: bigint, digits: number): string {
  const sign = scaled < 0n ? '-' : '';
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** "989.4" is 9894 with 1 digit after the point. */
export function decimalFraction(decimal: string): { scaled: bigint; digits: number } {
  const digits = decimal.length - (decimal.indexOf('.') + 1 || decimal.length);
  return { scaled: BigInt(decimal.replace('.', '')), digits };
}

const scale = (digits: number): bigint => 10n ** BigInt(digits);

/** Quantity × rate per major unit, half to even. Throws `invalid-input` over 10^18, the database's limit. */
export function baseAtRate(quantity: bigint, rate: Rate, assetDigits: number, baseDigits: number) {
  const num = decimalFraction(rate.num);
  const den = decimalFraction(rate.den);
  const base = divideHalfEven(
    quantity * num.scaled * scale(den.digits + baseDigits),
    den.scaled * scale(num.digits + assetDigits),
  );
  if (base > 10n ** 18n) throw fieldError('amount', say().domain.baseTooLarge);
  return base;
}

/** A stage's share, rounded down, and all when everything leaves: base is never negative and never left behind. */
export const baseShare = (quantity: bigint, held: { quantity: bigint; base: bigint }): bigint =>
  quantity === held.quantity ? held.base : (held.base * quantity) / held.quantity;
