/** By commas or spaces; points mark decimals. */
const GROUPED = /^\d{1,3}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?:\.\d+)?$/;

/** "1250.50" is "1,250.50". */
export const grouped = (decimal: string): string =>
  decimal.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',');

/** "1,250.50" without the commas; what is no such number stays as typed. */
export const ungrouped = (text: string): string =>
  GROUPED.test(text) ? text.replaceAll(/[^\d.]/g, '') : text;

/** What is no number stays as typed, for the schema to refuse. */
export const numberOf = (text: string): unknown =>
  /^\d+(\.\d+)?$/.test(ungrouped(text)) ? Number(ungrouped(text)) : text;

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
