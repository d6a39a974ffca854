import { dayOf, type Day } from '../day.ts';
import { recordOf } from '../record-of.ts';
import type { Lot, Span } from './spans.ts';

/** By how much a lot changes on each day; `parts` are GPUs × availability, given and agreed. */
const CHANGES = ['secured', 'pledged', 'bought', 'parts'] as const;

export type LotChanges = Record<(typeof CHANGES)[number], Float64Array>;

/** The days that arrays have a place for: from `start` on, as day.ts counts them. */
export interface Axis {
  start: number;
  names: Day[];
}

/** So that a window that reaches further seldom needs larger arrays. */
const SPARE_DAYS = 400;

export function openLots() {
  const list: Lot[] = [];
  const places = new Map<Lot, number>();
  let all: LotChanges[] = [];
  let axis: Axis = { start: 0, names: [] };

  const reach = (first: number, end: number): void => {
    const { start, names } = axis;
    const isEmpty = names.length === 0;
    if (!isEmpty && first >= start && end < start + names.length) return;
    const from = (isEmpty ? first : Math.min(first, start)) - SPARE_DAYS;
    const until = (isEmpty ? end : Math.max(end, start + names.length)) + SPARE_DAYS;
    axis = {
      start: from,
      names: Array.from({ length: until - from }, (_, at) => dayOf(from + at)),
    };
    all = all.map((changes) => {
      const larger = emptyChanges(axis);
      for (const kind of isEmpty ? [] : CHANGES) larger[kind].set(changes[kind], start - from);
      return larger;
    });
  };

  return {
    list,
    axis: (): Axis => axis,
    changes: (): readonly LotChanges[] => all,
    placeOf: (lot: Lot): number => {
      let place = places.get(lot);
      if (place === undefined) {
        place = list.push(lot) - 1;
        places.set(lot, place);
        all.push(emptyChanges(axis));
      }
      return place;
    },
    change: (span: Span, sign: 1 | -1): void => {
      reach(span.first, span.end);
      const { secured, pledged, bought, parts } = all[span.lot]!;
      const first = span.first - axis.start;
      const end = span.end - axis.start;
      const gpus = sign * span.gpus;
      const add = (changes: Float64Array, amount: number): void => {
        changes[first]! += amount;
        changes[end]! -= amount;
      };
      if (!span.isCommitted) return add(pledged, gpus);
      add(secured, gpus);
      if (span.isBought) add(bought, gpus);
      else add(parts, gpus * span.availability);
    },
  };
}

export type Lots = ReturnType<typeof openLots>;

const emptyChanges = ({ names }: Axis): LotChanges =>
  recordOf(CHANGES, () => new Float64Array(names.length));
