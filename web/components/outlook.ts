import type { Money } from '../data/home.ts';

const PACE_MONTHS = 6;
const LEAST_RECEIPTS = 3;
const MOST_YEARS = 10;

/**
 * The month in which secured money would reach the goal at the pace of the last whole months (`over`); null within it
 * if that is more than ten years away. No outlook with receipts in fewer than three of them, or without growth.
 */
export function outlookOf({ months, target }: Money) {
  const now = months.at(-1);
  if (!now || target === null) return null;
  const ended = months.slice(0, -1);
  const first = ended.findIndex((month) => securedIn(month) > 0n);
  // The month before the first money counts as its start.
  const span = ended.slice(Math.max(0, first - 1)).slice(-PACE_MONTHS - 1);
  const receipts = span.filter(({ received }, at) => at > 0 && received > span[at - 1]!.received);
  if (receipts.length < LEAST_RECEIPTS) return null;
  const growth = securedIn(span.at(-1)!) - securedIn(span[0]!);
  const rest = target - securedIn(now);
  if (growth <= 0n || rest <= 0n) return null;
  const over = span.length - 1;
  const away = (rest * BigInt(over) + growth - 1n) / growth;
  return { over, reaches: away > MOST_YEARS * 12 ? null : monthAfter(now.month, Number(away)) };
}

export const securedIn = (at: { received: bigint; committed: bigint }): bigint =>
  at.received + at.committed;

export const monthAfter = (month: string, months: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + months))
    .toISOString()
    .slice(0, 7);
