/** Numbers as people type and read them. */

/** Thousands in groups of three, by commas or spaces: not by points, which elsewhere are decimals. */
const GROUPED = /^\d{1,3}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?:\.\d+)?$/;

/** "1,250.50" without what parts its thousands; what is no such number stays as it was typed. */
export const ungrouped = (text: string): string =>
  GROUPED.test(text) ? text.replaceAll(/[^\d.]/g, '') : text;

/** What is no number stays as it was typed: the schema names it. */
export const numberOf = (text: string): unknown =>
  /^\d+(\.\d+)?$/.test(ungrouped(text)) ? Number(ungrouped(text)) : text;

/** "95", "95 %" and "99.5%" as a part of 1: "0.9500"; what is no percentage stays as it was typed. */
export function partOf(percentage: string): string {
  const [match, whole, part = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(percentage) ?? [];
  if (match === undefined) return percentage;
  const tenThousandths = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, '0')}`;
}

/** "95" of "0.95": an availability, of at most four decimals, as a percentage. Exact. */
export const percentageOf = (part: string): string => {
  const [whole = '', decimals = ''] = part.split('.');
  return String(Number(whole + decimals.padEnd(4, '0')) / 100);
};
