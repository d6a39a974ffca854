/** Amounts, hours and days as the English pages write them. Shortened amounts are rounded half up. */
import { digitsOf } from '../server/domain/asset.ts';
import type { Day } from '../server/domain/day.ts';
import { formatAmount, formatGpuHours } from '../server/domain/quantity.ts';

/** An amount is counted in `step` minor units, and shown with `decimals` and `suffix`. */
interface Scale {
  step: bigint;
  decimals: number;
  suffix: string;
  from: bigint;
}

/** Coarsest first. Currencies without a minor unit have no millions. */
function scalesOf(currency: string): [Scale, ...Scale[]] {
  const digits = digitsOf(currency);
  const unit = 10n ** BigInt(digits);
  const shortened = (suffix: string, worth: bigint): Scale => ({
    step: (unit * worth) / 10n,
    decimals: 1,
    suffix,
    from: unit * worth,
  });
  return [
    shortened('T', 10n ** 12n),
    shortened('B', 10n ** 9n),
    ...(digits === 0 ? [] : [shortened('M', 10n ** 6n)]),
    { step: unit, decimals: 0, suffix: '', from: unit },
    { step: 1n, decimals: digits, suffix: '', from: 0n },
  ];
}

export const grouped = (decimal: string): string =>
  decimal.replaceAll(/\B(?<!\.\d*)(?=(\d{3})+\b)/g, ',');

const symbols = new Map<string, string>();

/** "$", "€", "₩"; "CA$" or "CHF " where a bare sign is ambiguous. */
function symbolOf(currency: string): string {
  const known = symbols.get(currency);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency }).formatToParts(0);
  const end = parts.findIndex((part) => part.type === 'integer');
  const symbol = parts
    .slice(0, end)
    .map((part) => part.value)
    .join('');
  symbols.set(currency, symbol);
  return symbol;
}

/** `count` steps of a scale, so that sums of counts are sums of what is shown. "$100M", never "$100.0M". */
function written(count: bigint, currency: string, { decimals, suffix }: Scale): string {
  const digits = count.toString().padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const decimal = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  const short = suffix === '' ? decimal : decimal.replace(/\.?0+$/, '');
  return symbolOf(currency) + grouped(short) + suffix;
}

const stepsOf = (minor: bigint, { step }: Scale): bigint => (minor + step / 2n) / step;

const finer = (scale: Scale, currency: string): Scale =>
  scale.decimals === 0 || scale.step < 10n
    ? scalesOf(currency).at(-1)!
    : { ...scale, step: scale.step / 10n, decimals: scale.decimals + 1 };

/** The coarsest scale at which no part above zero reads as zero. */
function scaleFor(amount: bigint, currency: string, parts: bigint[] = []): Scale {
  const scales = scalesOf(currency);
  const shows = (scale: Scale, at: number) => {
    // What the next scale writes as 1,000M is 1B.
    const next = scales[at + 1] ?? scale;
    return (
      stepsOf(amount, next) * next.step >= scale.from &&
      parts.every((part) => part === 0n || stepsOf(part, scale) > 0n)
    );
  };
  const whole = scales.find((scale) => scale.decimals === 0);
  return (amount === 0n ? whole : scales.find(shows)) ?? scales[0];
}

/** A total, rounded half up: "$23.5M", "$512,345", "$0". */
export function roundedAmount(minor: bigint, currency: string): string {
  const scale = scaleFor(minor, currency);
  return written(stepsOf(minor, scale), currency, scale);
}

/** Exact, shortened only where nothing is lost: "$2M", "$12.50". */
export function exactAmount(minor: bigint, currency: string): string {
  const scales = scalesOf(currency);
  const exact = scales.find(({ from, step }) => minor >= from && minor % step === 0n);
  const scale = minor === 0n ? scaleFor(minor, currency) : (exact ?? scales[0]);
  return written(minor / scale.step, currency, scale);
}

/** To the last minor unit: "$5,000,000.00", "−$0.30". */
export const fullAmount = (minor: bigint, currency: string): string =>
  minor < 0n
    ? `−${fullAmount(-minor, currency)}`
    : symbolOf(currency) + grouped(formatAmount(minor, currency));

/** A price in major units, with no fewer decimals than the currency has: "$2.00", "$1.985". */
export function unitPrice(decimal: string, currency: string): string {
  const [whole = '', part = ''] = decimal.split('.');
  const padded = part.padEnd(digitsOf(currency), '0');
  return symbolOf(currency) + grouped(padded === '' ? whole : `${whole}.${padded}`);
}

export type MoneyFigures = ReturnType<typeof moneyFigures>;

/** Received and agreed add up to secured as they read: with more digits where rounding would break that. */
export function moneyFigures(
  stages: Record<'received' | 'committed' | 'pledged' | 'waiting' | 'disputed', bigint>,
  currency: string,
  goal: bigint | null = null,
) {
  const { received, committed } = stages;
  const secured = received + committed;
  const usual = scaleFor(secured, currency);
  const fits = (at: Scale): boolean =>
    stepsOf(received, at) + stepsOf(committed, at) === stepsOf(secured, at) &&
    !(goal !== null && secured < goal && stepsOf(secured, at) * at.step >= goal);
  let scale = scaleFor(secured, currency, [received, committed]);
  while (!fits(scale)) scale = finer(scale, currency);
  const show = (minor: bigint) => written(stepsOf(minor, scale), currency, scale);
  const beside = (minor: bigint) =>
    scale.step < usual.step && minor >= scale.from ? show(minor) : roundedAmount(minor, currency);
  return {
    secured: show(secured),
    shown: stepsOf(secured, scale) * scale.step,
    received: show(received),
    committed: show(committed),
    pledged: beside(stages.pledged),
    waiting: beside(stages.waiting),
    disputed: beside(stages.disputed),
  };
}

export const count = (number: number | bigint): string => grouped(number.toString());

/** Rounded half up, with a decimal below 10%: "23%", "1.5%", "under 0.1%"; 100% only once all is there. */
export function percentage(part: bigint, whole: bigint): string {
  const tenths = (part * 2_000n + whole) / (whole * 2n);
  if (part > 0n && tenths === 0n) return 'under 0.1%';
  if (tenths < 100n) return `${Number(tenths) / 10}%`;
  const rounded = (part * 200n + whole) / (whole * 2n);
  return `${count(rounded >= 100n && part < whole ? 99n : rounded)}%`;
}

/** With two decimals unless whole: "1,251,068.80". */
export const gpuHours = (gpuSeconds: bigint): string =>
  grouped(formatGpuHours(gpuSeconds)).replace(/\.00$/, '');

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Rounded half up: "6M", "15.2M", "640". */
export const shortHours = (gpuSeconds: bigint): string =>
  compact.format((gpuSeconds + 1_800n) / 3_600n);

const utc = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  return (day: Day | Date) => format.format(new Date(day));
};

const dateOf = utc({ day: 'numeric' });
const timeOf = utc({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const monthOf = utc({ month: 'long', year: 'numeric' });
export const shortMonthOf = utc({ month: 'short' });
export const fullDay = (day: Day | Date): string =>
  `${dateOf(day)} ${shortMonthOf(day)} ${new Date(day).getUTCFullYear()}`;
export const dayAndMonthOf = (day: Day): string =>
  `${dateOf(day)} ${monthOf(day).replace(/ \d+$/, '')}`;
export const longDay = (day: Day | Date): string => `${dateOf(day)} ${monthOf(day)}`;
export const instant = (at: Date): string => `${fullDay(at)}, ${timeOf(at)} UTC`;

/** "RF18 5390 0754 7034": an IBAN or a reference as people read it. */
export const inFours = (text: string): string => text.match(/.{1,4}/g)!.join(' ');

/** "22 Nov"; "22 Nov 2025" if that isn't the year of `asOf`. */
export const dayIn = (day: Day, asOf: Date): string =>
  day.startsWith(`${asOf.getUTCFullYear()}-`)
    ? `${dateOf(day)} ${shortMonthOf(day)}`
    : fullDay(day);
