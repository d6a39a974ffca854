import { dayNumber, dayOf, type Day } from './day.ts';
import { recordOf } from './record-of.ts';
import { gpuSecondsOf, type Grant, type Window } from './window.ts';

export interface MonthOfPledge {
  month: string;
  agreed: bigint;
  delivered: bigint;
  /** By jobs, of hours kept available. */
  used: bigint;
  /** What was agreed up to the end of the month and not delivered by then; never negative. */
  open: bigint;
}

export interface Deliveries {
  /** The agreed windows, delivered or not: a delivery moves hours and no windows. */
  windows: readonly Window[];
  /** Hours agreed without windows, spread evenly over their days. */
  grant: (Grant & { gpuSeconds: bigint }) | null;
  delivered: readonly { on: Day; gpuSeconds: bigint }[];
  used: readonly { on: Day; gpuSeconds: bigint }[];
}

export function deliveriesByMonth({ windows, grant, delivered, used }: Deliveries) {
  const sums = recordOf(['agreed', 'delivered', 'used'], () => new Map<string, bigint>());
  const add = (to: keyof typeof sums, month: string, gpuSeconds: bigint): void => {
    sums[to].set(month, (sums[to].get(month) ?? 0n) + gpuSeconds);
  };
  const due = [
    ...windows.map((window) => spreadByMonth(window, gpuSecondsOf(window))),
    ...(grant ? [spreadByMonth(grant, grant.gpuSeconds)] : []),
  ];
  for (const parts of due) for (const [month, part] of parts) add('agreed', month, part);
  for (const { on, gpuSeconds } of delivered) add('delivered', on.slice(0, 7), gpuSeconds);
  for (const { on, gpuSeconds } of used) add('used', on.slice(0, 7), gpuSeconds);
  const known = Object.values(sums)
    .flatMap((sum) => [...sum.keys()])
    .toSorted();
  const months: MonthOfPledge[] = [];
  let behind = 0n;
  for (let month = known[0]; month && month <= known.at(-1)!; month = monthAfter(month)) {
    const of = (name: keyof typeof sums): bigint => sums[name].get(month) ?? 0n;
    const line = { month, agreed: of('agreed'), delivered: of('delivered'), used: of('used') };
    behind += line.agreed - line.delivered;
    months.push({ ...line, open: behind > 0n ? behind : 0n });
  }
  return months;
}

/** Spread evenly over the days, by month. The months add up to the whole. */
export function spreadByMonth({ from, to }: Grant, gpuSeconds: bigint): Map<string, bigint> {
  const [first, end] = [dayNumber(from), dayNumber(to)];
  const upTo = (day: number): bigint => (gpuSeconds * BigInt(day - first)) / BigInt(end - first);
  const months = new Map<string, bigint>();
  for (let day = first; day < end;) {
    const month = dayOf(day).slice(0, 7);
    const next = Math.min(dayNumber(`${monthAfter(month)}-01`), end);
    months.set(month, upTo(next) - upTo(day));
    day = next;
  }
  return months;
}

export function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
