import { assetOf } from '../../domain/asset.ts';
import { fieldError } from '../../domain/errors.ts';
import type { CheckoutMethod } from '../../domain/payment.ts';
import { say } from '../../domain/say.ts';

/** Currencies that Stripe charges and ISO 4217 still has, from docs.stripe.com/currencies (2026). */
const CHARGED = new Set(
  `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF
   CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG
   HUF IDR ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD
   MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
   RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STN SZL THB TJS TND TOP TRY TTD TWD TZS UAH UGX USD
   UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW`.split(/\s+/),
);

/** Where Stripe counts other decimals than ISO 4217 (docs.stripe.com/currencies, "Special cases"). */
const STRIPE_DIGITS: Record<string, number> = { ISK: 2, UGX: 2, MGA: 0 };

/** Banks round these to tens of the smallest unit: 5.124 dinars are 5.120 or 5.130. */
const TENS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

type Transfer = 'us' | 'eu' | 'gb' | 'jp' | 'mx';

/** Currencies with bank transfers at Stripe. */
const BY_TRANSFER: Record<string, Transfer> = {
  USD: 'us',
  EUR: 'eu',
  GBP: 'gb',
  JPY: 'jp',
  MXN: 'mx',
};

export const isCharged = (currency: string): boolean => CHARGED.has(currency);
export const CHARGED_CURRENCIES: readonly string[] = [...CHARGED];

export const transferOf = (currency: string): Transfer | null => BY_TRANSFER[currency] ?? null;

export const checkoutMethods = (currency: string): CheckoutMethod[] => {
  if (currency === 'USD') return ['card', 'us_bank_account'];
  return currency === 'EUR' ? ['card', 'sepa_debit'] : ['card'];
};

const digitsAt = (currency: string): number => STRIPE_DIGITS[currency] ?? assetOf(currency).digits;

/** Minor units as Stripe counts them. Throws `invalid-input` on `amount` if Stripe can't charge it. */
export function toStripe(minor: bigint, currency: string): number {
  if (!isCharged(currency)) throw fieldError('amount', say().payments.notChargedIn(currency));
  if (TENS.has(currency) && minor % 10n !== 0n) {
    throw fieldError('amount', say().payments.mustEndInZero(currency));
  }
  const shift = digitsAt(currency) - assetOf(currency).digits;
  if (shift >= 0) return Number(minor * 10n ** BigInt(shift));
  const unit = 10n ** BigInt(-shift);
  if (minor % unit !== 0n) throw fieldError('amount', say().payments.mustBeWhole(currency));
  return Number(minor / unit);
}

/** Null for an amount that ISO 4217 lacks: half a króna. */
export function fromStripe(amount: number, currency: string): bigint | null {
  const shift = digitsAt(currency) - assetOf(currency).digits;
  const count = BigInt(amount);
  if (shift <= 0) return count * 10n ** BigInt(-shift);
  const unit = 10n ** BigInt(shift);
  return count % unit === 0n ? count / unit : null;
}
