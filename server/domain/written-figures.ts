/** Amounts as people write them in spreadsheets: "1.234,56", "₩1,400,000,000", "$3.0M". */
import { isCurrency } from './asset.ts';

/** What stands before the decimals. */
export type Mark = '.' | ',';

/** The signs of one currency, and those of several: of these the file's currency counts, else the first. */
const SIGNS: Record<string, readonly string[]> = {
  '€': ['EUR'],
  '£': ['GBP'],
  '₩': ['KRW'],
  원: ['KRW'],
  '₹': ['INR'],
  '₺': ['TRY'],
  '₪': ['ILS'],
  '₫': ['VND'],
  '₴': ['UAH'],
  '₦': ['NGN'],
  '₱': ['PHP'],
  '฿': ['THB'],
  円: ['JPY'],
  zł: ['PLN'],
  Kč: ['CZK'],
  Fr: ['CHF'],
  US$: ['USD'],
  R$: ['BRL'],
  A$: ['AUD'],
  C$: ['CAD'],
  NZ$: ['NZD'],
  HK$: ['HKD'],
  S$: ['SGD'],
  $: ['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'MXN', 'TWD', 'ARS', 'CLP', 'COP'],
  '¥': ['JPY', 'CNY'],
  元: ['CNY', 'TWD'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
};

/** Powers of ten. A capital M is a million: nobody writes thousands so to a fundraiser. */
const SCALES: Record<string, number> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  mm: 6,
  mio: 6,
  million: 6,
  millions: 6,
  b: 9,
  bn: 9,
  billion: 9,
  만: 4,
  억: 8,
};

const WRITTEN =
  /^(?<before>[\p{L}\p{Sc}.]*)\s*(?<number>\d(?:[\d.,'’\s]*\d)?)\s*(?<after>[\p{L}\p{Sc}]*)(?:\s+(?<last>[\p{L}\p{Sc}]+))?$/u;

interface Parts {
  number: string;
  scale: number;
  signs: string[];
}

const MOST_CHARACTERS = 60;

function partsOf(text: string): Parts | null {
  if (text.length > MOST_CHARACTERS) return null;
  // NFKC would also turn ½ into "1⁄2".
  const { groups } = WRITTEN.exec(text.normalize('NFKC').replace('￦', '₩').trim()) ?? {};
  if (!groups) return null;
  const words = [groups['before'], groups['after'], groups['last']].filter((word): word is string =>
    Boolean(word),
  );
  const scales = words.filter((word) => word.toLowerCase() in SCALES && word !== groups['before']);
  if (scales.length > 1) return null;
  return {
    number: groups['number']!.replaceAll(/['’\s]/g, ''),
    scale: scales.length === 1 ? SCALES[scales[0]!.toLowerCase()]! : 0,
    signs: words.filter((word) => !scales.includes(word)),
  };
}

/** In groups of three; in India of two, and of three at the end. */
const isGrouped = (whole: string, mark: string): boolean =>
  new RegExp(`^\\d{1,3}(?:\\${mark}\\d{2,3})*\\${mark}\\d{3}$`).test(whole);

/** A mark that is there once, with three digits behind it: thousands, or three decimals. */
const ONE_MARK = /^(?!0)\d{1,3}([.,])\d{3}$/;

/** Which mark is before the decimals, where the text itself says so. */
export function markIn(text: string): Mark | null {
  const number = partsOf(text)?.number;
  if (number === undefined || !/[.,]/.test(number) || ONE_MARK.test(number)) return null;
  const last = number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ',';
  const other = last === '.' ? ',' : '.';
  return number.indexOf(last) === number.lastIndexOf(last) ? last : other;
}

export interface WrittenFigure {
  /** A plain decimal: "1400000000", "1234.56". */
  decimal: string;
  /** The currencies that its sign or code may mean; empty where it has none. */
  currencies: readonly string[];
}

/**
 * Null for what is no figure, `ambiguous` where only the file's `mark` could tell. `decimals` are the most that the
 * figure can have: money never has three, so "1,234" is a thousand.
 */
export function readFigure(
  text: string,
  decimals: number,
  mark: Mark | null = null,
): WrittenFigure | 'ambiguous' | null {
  const parts = partsOf(text);
  if (parts === null || parts.signs.length > 1) return null;
  const currencies = currenciesOf(parts.signs[0]);
  if (currencies === null) return null;
  const { number, scale } = parts;
  const one = ONE_MARK.exec(number)?.[1];
  const thousands = one !== undefined && decimals < 3 && scale === 0 && mark === null;
  const point = thousands ? (one === '.' ? ',' : '.') : one === undefined ? markIn(text) : mark;
  if (one !== undefined && point === null) return 'ambiguous';
  const [whole = '', fraction = ''] = point === null ? [number] : number.split(point);
  const group = point === '.' ? ',' : '.';
  if (whole.includes(group) && !isGrouped(whole, group)) return null;
  if (/\D/.test(fraction)) return null;
  return { decimal: shifted(whole.replaceAll(group, ''), fraction, scale), currencies };
}

function currenciesOf(sign: string | undefined): readonly string[] | null {
  if (sign === undefined) return [];
  const code = sign.toUpperCase();
  if (isCurrency(code)) return [code];
  return SIGNS[sign] ?? SIGNS[sign.replace(/\.$/, '')] ?? null;
}

/** The decimal times ten to the power of `scale`, without zeros that say nothing. */
function shifted(whole: string, fraction: string, scale: number): string {
  const digits = whole + fraction.padEnd(scale, '0');
  const length = whole.length + scale;
  const major = digits.slice(0, length).replace(/^0+(?=\d)/, '');
  const minor = digits.slice(length).replace(/0+$/, '');
  return minor === '' ? major : `${major}.${minor}`;
}
