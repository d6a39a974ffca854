import { assetOf } from '../../server/domain/asset.ts';
import {
  openBook,
  type Book,
  type Terms,
  type Condition,
} from '../../server/domain/pledge-book.ts';
import { DomainError } from '../../server/domain/errors.ts';
import { planMoves, type MoveRequest, type Moved } from '../../server/domain/move.ts';
import { PAR } from '../../server/domain/quantity.ts';
import { STAGES, type Stage } from '../../server/domain/stage.ts';
import { sumGpuSeconds, type Window } from '../../server/domain/window.ts';

export const DAY = '2026-03-01';

export const CONDITION: Condition = {
  kind: 'threshold',
  metric: 'funding',
  counts: 'committed',
  reaches: 1_000_000n,
  by: null,
};

const PLAIN = {
  rate: PAR,
  rateOn: null,
  rateSource: 'par',
  grant: null,
  windows: [],
  instalments: [],
  condition: null,
  firm: false,
} satisfies Partial<Terms>;

/** A pledge of dollars, in cents, to an initiative that counts in dollars. */
export const dollars = (quantity: bigint, terms: Partial<Terms> = {}): Terms =>
  Object.assign(
    { ...PLAIN, asset: assetOf('USD'), quantity, baseDigits: 2, source: null, site: null },
    terms,
  );

/** A pledge of H100s in windows at one site. */
export const gpus = (windows: Window[], terms: Partial<Terms> = {}): Terms =>
  Object.assign(
    {
      ...PLAIN,
      asset: assetOf('H100-SXM'),
      quantity: sumGpuSeconds(windows),
      baseDigits: 0,
      source: 'given' as const,
      site: 'oslo',
      windows,
    },
    terms,
  );

export const window = (count: number, from: string, to: string, availability = '1'): Window => ({
  gpus: count,
  from,
  to,
  availability,
});

/** A ledger of one pledge: it numbers movements and batches as `append` would. */
export interface Flow {
  terms: Terms;
  history: Moved[];
  batches: number;
}

export const flowOf = (terms: Terms): Flow => ({ terms, history: [], batches: 0 });

export const bookOf = ({ terms, history }: Flow): Book => openBook(terms, history);

/** Records movements as one batch and gives its name: b1, b2, … */
export function record(flow: Flow, moves: readonly Omit<Moved, 'seq' | 'batch'>[]): string {
  const batch = `b${++flow.batches}`;
  for (const move of moves) {
    flow.history.push(Object.assign({ seq: BigInt(flow.history.length), batch }, move));
  }
  return batch;
}

/** Plans and records each request in turn; the batches are b1, b2, … in that order. */
export function run(flow: Flow, ...requests: (Omit<MoveRequest, 'on'> & { on?: string })[]): Flow {
  for (const request of requests) {
    record(flow, planMoves(bookOf(flow), Object.assign({ on: DAY }, request)));
  }
  return flow;
}

/** What stands in each stage, stages of nothing left out. */
export const standings = (flow: Flow): Partial<Record<Stage, bigint>> => {
  const { stages } = bookOf(flow);
  const held = STAGES.filter((stage) => stages[stage].quantity !== 0n);
  return Object.fromEntries(held.map((stage) => [stage, stages[stage].quantity]));
};

/** The refusal that a call ends in; fails the test when it ends well or in a bug. */
export function refusalOf(call: () => unknown): DomainError {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`was not refused but gave ${String(result)}`);
}
