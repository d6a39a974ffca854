import { digitsOf, isCurrency } from './asset.ts';
import { fieldError } from './errors.ts';
import {
  baseAtRate,
  canonicalRate,
  decimalFraction,
  formatAmount,
  PAR,
  parseAmount,
} from './quantity.ts';
import { say } from './say.ts';

/** What a bank says that it credited, in another currency than it was paid in. */
export interface CreditedInput {
  creditedAmount?: string | undefined;
  creditedCurrency?: string | undefined;
  /** Credited units per unit paid. */
  creditedRate?: string | undefined;
}

export interface Credited {
  minor: bigint;
  currency: string;
  rate: string;
}

const AT = 'evidence.credited';

/**
 * Reads what was credited; null where nothing is said of it. Throws `invalid-input` unless (received − fee) × rate is the
 * credited amount, but for what the rate's last decimal may hide. `received` and `fee` are in minor units of `asset`.
 */
export function readCredited(
  { creditedAmount: amount, creditedCurrency: currency, creditedRate }: CreditedInput,
  { asset, received, fee }: { asset: string; received: bigint; fee: bigint },
): Credited | null {
  const { pledges, http, rates } = say();
  if (amount === undefined && currency === undefined && creditedRate === undefined) return null;
  if (amount === undefined) throw fieldError(`${AT}Amount`, http.missing);
  if (currency === undefined) throw fieldError(`${AT}Currency`, http.missing);
  if (!isCurrency(currency)) throw fieldError(`${AT}Currency`, rates.notCurrency);
  const rate = currency === asset ? PAR.num : canonicalRate(creditedRate ?? '');
  if (rate === null) throw fieldError(`${AT}Rate`, pledges.notARate);
  const minor = parseAmount(amount, currency, `${AT}Amount`);
  const inCredited = (num: string, den: string): bigint =>
    baseAtRate(received - fee, { num, den }, digitsOf(asset), digitsOf(currency));
  const due = inCredited(rate, '1');
  const { digits } = decimalFraction(rate);
  // Half of the rate's last decimal, and the rounding of the last minor unit.
  const slack = currency === asset ? 0n : inCredited('5', `1${'0'.repeat(digits + 1)}`) + 1n;
  const off = due > minor ? due - minor : minor - due;
  if (off > slack) {
    const of = (quantity: bigint): string => `${formatAmount(quantity, asset)} ${asset}`;
    const is = `${formatAmount(due, currency)} ${currency}`;
    throw fieldError(`${AT}Amount`, pledges.creditedDiffers(of(received), of(fee), rate, is));
  }
  return { minor, currency, rate };
}
