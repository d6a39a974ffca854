/** Amounts with the sign or the code of a currency: "$500", "500 USD", "EUR 12k". */
import { CURRENCIES, isCurrency } from './asset.ts';
import { ungrouped } from './typed-numbers.ts';

const signOf = (currency: string, currencyDisplay: 'symbol' | 'narrowSymbol'): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')!.value;

/** Each currency's sign at home, "$" in many countries; and which one a sign means in English, where "A$" differs. */
const allSigns = () => ({
  atHome: new Map(CURRENCIES.map(({ code }) => [code, signOf(code, 'narrowSymbol')])),
  inEnglish: new Map([
    ...CURRENCIES.map(({ code }) => [signOf(code, 'symbol'), code] as const),
    ['US$', 'USD'],
    ['원', 'KRW'],
    ['円', 'JPY'],
    ['元', 'CNY'],
    ['zł', 'PLN'],
    ['Kč', 'CZK'],
    ['Fr', 'CHF'],
  ]),
});
/** Made when they are needed: it takes a while. */
let known: ReturnType<typeof allSigns> | null = null;

/** Null for a sign of none. A sign of several means `given` if that has it. */
export function currencyOf(sign: string, given: string): string | null {
  const code = sign.toUpperCase();
  if (isCurrency(code)) return code;
  known ??= allSigns();
  const { atHome, inEnglish } = known;
  return atHome.get(given) === sign ? given : (inEnglish.get(sign.replace(/\.$/, '')) ?? null);
}

/** No dot before a digit belongs to a sign: "$.50" is no $50. */
const WRITTEN =
  /^(?<before>(?:\p{Sc}|\p{L}(?:\.(?!\d))?)*)\s*(?<number>\d(?:[\d.,'’\s]*\d)?)\s*(?<after>[\p{L}\p{Sc}]*)\.?(?:\s+(?<last>[\p{L}\p{Sc}]+))?$/u;

/** No expression looks at more. */
export const MOST_CHARACTERS = 60;

const isScale = (word: string): boolean => ungrouped(`1${word}`) !== `1${word}`;

/** The number, as typed and without spaces, its scale ("M"), and the signs of currencies. */
export function partsOf(text: string) {
  // Signs of footnotes and fractions would become digits.
  if (text.length > MOST_CHARACTERS || /\p{No}/u.test(text)) return null;
  const { groups } = WRITTEN.exec(text.normalize('NFKC').trim()) ?? {};
  if (!groups) return null;
  const { before = '', number: typed = '', after = '', last = '' } = groups;
  const scales = [after, last].filter(isScale);
  const signs = [before, after, last].filter((word) => word !== '' && !scales.includes(word));
  if (scales.length > 1) return null;
  return { typed, number: typed.replaceAll(/['’\s]/g, ''), scale: scales[0] ?? '', signs };
}

/** "$1.5M" as "1500000", where points mark decimals. What names another currency stays as typed, to be refused. */
export function typedAmount(text: string, currency: string): string {
  const parts = partsOf(text);
  if (parts === null || parts.signs.length === 0) return ungrouped(text);
  const given = currency.toUpperCase();
  const isGiven = parts.signs.every((sign) => currencyOf(sign, given) === given);
  return isGiven ? ungrouped(parts.typed + parts.scale) : text;
}

/** The currency that the amount names beside `currency`; null for none. */
export const otherCurrencyIn = (text: string, currency: string): string | null =>
  partsOf(text)
    ?.signs.map((sign) => currencyOf(sign, currency))
    .find((code) => code !== null && code !== currency) ?? null;
