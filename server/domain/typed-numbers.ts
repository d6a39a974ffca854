/** By commas or spaces; points mark decimals. */
const GROUPED = /^\d{1,3}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?:\.\d+)?$/;

/** "1250.50" is "1,250.50". */
export const grouped = (decimal: string): string =>
  decimal.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

/** No expression below looks at more. */
const MOST_CHARACTERS = 40;
const SHORT = /^(\d[\d.,\s]*?)\s*(k|thousand|m(?:n|io|illion)?|bn?|billion|만|억)?$/i;
const ZEROS: Record<string, number> = { k: 3, t: 3, m: 6, b: 9, 만: 4, 억: 8 };

/** "1,250.50" without the commas, and "100M" and "10k" in full; what is no such number stays as typed. */
export function ungrouped(text: string): string {
  if (text.length > MOST_CHARACTERS) return text;
  const [, typed = '', unit] = SHORT.exec(text.trim()) ?? [];
  const bare = GROUPED.test(typed) ? typed.replaceAll(/[^\d.]/g, '') : typed;
  if (!/^\d+(\.\d+)?$/.test(bare)) return text;
  if (unit === undefined) return bare;
  const zeros = ZEROS[unit[0]!.toLowerCase()]!;
  const [whole = '', part = ''] = bare.split('.');
  const digits = whole + part.padEnd(zeros, '0');
  const end = whole.length + zeros;
  return (
    digits.slice(0, end).replace(/^0+(?=\d)/, '') +
    (digits.length > end ? `.${digits.slice(end)}` : '')
  );
}

const without = (unit: RegExp, text: string): string =>
  ungrouped(text.length > MOST_CHARACTERS ? text : text.replace(unit, ''));

/** "10k GPU-hours" is "10000". */
export const typedHours = (text: string): string => without(/\s*(gpu[\s-]*)?h(ours?)?$/i, text);
/** "1,024 GPUs" is "1024". */
export const typedGpus = (text: string): string => without(/\s*gpus?$/i, text);

/** What is no number stays as typed, for the schema to refuse. */
export function numberOf(text: string): unknown {
  const number = typedGpus(text);
  return /^\d+(\.\d+)?$/.test(number) ? Number(number) : text;
}

/** "95", "95 %" and "99.5%" as a part of 1: "0.9500"; what is no percentage stays as typed. */
export function partOf(percentage: string): string {
  const [match, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(percentage) ?? [];
  if (match === undefined) return percentage;
  const tenThousandths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
}

/** "95" for "0.95". Exact for four decimals. */
export const percentageOf = (part: string): string => {
  const [whole = '', decimals = ''] = part.split('.');
  return String(Number(whole + decimals.padEnd(4, '0')) / 100);
};
