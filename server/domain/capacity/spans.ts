import { dayNumber, dayOf, type Day } from '../day.ts';
import { decimalFraction, type Rate } from '../quantity.ts';
import { tenThousandths } from '../window.ts';

/** GPUs of one model under one factor of H100-equivalence; presences share it. */
export interface Lot {
  model: string;
  /** H100-equivalents per GPU, by the pledge's own terms. */
  rate: Rate;
}

/** GPUs that join a stage at a site (or, negative, leave it), on the half-open [from, to). */
export interface Presence {
  site: string;
  lot: Lot;
  stage: 'pledged' | 'committed';
  bought: boolean;
  gpus: number;
  from: Day;
  to: Day;
  /** Canonical (window.ts). It lowers volume, not concurrency. */
  availability: string;
}

/** A hundred thousand presences as columns. Days count from the first of all; sites and lots are places in their lists. */
export interface Spans {
  /** The days from the first to the last, on which nothing is left, and their names. */
  days: number;
  names: Day[];
  count: number;
  gpus: Float64Array;
  first: Int32Array;
  end: Int32Array;
  isCommitted: Uint8Array;
  isBought: Uint8Array;
  availability: Float64Array;
  site: Int32Array;
  lot: Int32Array;
  sites: string[];
  lots: Lot[];
  /** H100-equivalents of a GPU of each lot, as whole numbers over one divisor. */
  weights: number[];
  divisor: number;
}

/** Presences in columns; null where none of them has GPUs on any day. */
export function spansOf(presences: readonly Presence[]): Spans | null {
  const active = presences.filter(({ gpus, from, to }) => gpus !== 0 && from < to);
  if (active.length === 0) return null;
  const count = active.length;
  const columns = {
    gpus: new Float64Array(count),
    first: new Int32Array(count),
    end: new Int32Array(count),
    isCommitted: new Uint8Array(count),
    isBought: new Uint8Array(count),
    availability: new Float64Array(count),
    site: new Int32Array(count),
    lot: new Int32Array(count),
  };
  const sites = places<string>();
  const lots = places<Lot>();
  // There are far fewer days and availabilities than windows, and parsing is slow.
  const numberOf = remembered(dayNumber);
  const partOf = remembered((availability) => Number(tenThousandths(availability)));
  let start = Infinity;
  let last = -Infinity;
  for (let at = 0; at < count; at++) {
    const presence = active[at]!;
    const first = numberOf(presence.from);
    const end = numberOf(presence.to);
    columns.gpus[at] = presence.gpus;
    columns.first[at] = first;
    columns.end[at] = end;
    columns.isCommitted[at] = Number(presence.stage === 'committed');
    columns.isBought[at] = Number(presence.bought);
    columns.availability[at] = partOf(presence.availability);
    columns.site[at] = sites.of(presence.site);
    columns.lot[at] = lots.of(presence.lot);
    if (first < start) start = first;
    if (end > last) last = end;
  }
  for (let at = 0; at < count; at++) {
    columns.first[at]! -= start;
    columns.end[at]! -= start;
  }
  const days = last - start;
  const names = Array.from({ length: days + 1 }, (_, day) => dayOf(start + day));
  return {
    days,
    names,
    count,
    ...columns,
    sites: sites.list,
    lots: lots.list,
    ...scaled(lots.list),
  };
}

function remembered(read: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = read(text)));
    return value;
  };
}

function places<T>() {
  const list: T[] = [];
  const known = new Map<T, number>();
  return {
    list,
    of: (item: T): number => {
      let place = known.get(item);
      if (place === undefined) {
        place = list.push(item) - 1;
        known.set(item, place);
      }
      return place;
    },
  };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/**
 * Rates over one common divisor: sums of GPUs × weight are whole numbers, exact in a double up to 2^53, which a
 * million GPUs don't reach.
 */
function scaled(lots: readonly Lot[]): { weights: number[]; divisor: number } {
  const fractions = lots.map(({ rate }) => {
    const num = decimalFraction(rate.num);
    const den = decimalFraction(rate.den);
    const over = num.scaled * 10n ** BigInt(den.digits);
    const under = den.scaled * 10n ** BigInt(num.digits);
    const common = gcd(over, under);
    return { num: over / common, den: under / common };
  });
  const divisor = fractions.reduce((all, { den }) => (all / gcd(all, den)) * den, 1n);
  return {
    weights: fractions.map(({ num, den }) => Number(num * (divisor / den))),
    divisor: Number(divisor),
  };
}
