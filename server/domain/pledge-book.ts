import type { Asset } from './asset.ts';
import type { Rate } from './quantity.ts';
import { recordOf } from './record-of.ts';
import { STAGES, type Place, type Stage, type Verb } from './stage.ts';
import { addWindows, copyProfile, type Grant, type Profile, type Window } from './window.ts';
import type { Day } from './day.ts';

export interface Holding {
  quantity: bigint;
  base: bigint;
}

export interface Instalment {
  dueOn: Day;
  quantity: bigint;
}

/** What a pledge says once its reference rate is fixed, in minor units of its asset. */
export interface Terms {
  asset: Asset;
  quantity: bigint;
  rate: Rate;
  /** `rateSource` is a code. */
  rateOn: Day | null;
  rateSource: string;
  /** Decimals of the initiative's unit: of its currency, or 0 for GPU-seconds. */
  baseDigits: number;
  source: 'given' | 'bought' | null;
  site: string | null;
  windows: Window[];
  grant: Grant | null;
  instalments: Instalment[];
  condition: Condition | null;
  /** A signed conditional agreement: a trigger makes it committed at once. */
  firm: boolean;
}

export interface Move {
  verb: Verb;
  from: Place;
  to: Place;
  quantity: bigint;
  base: bigint;
  /** The GPUs that move; null where only hours or money do. */
  windows: Window[] | null;
  /** The `seq` of the movement that this one undoes. */
  reverses: bigint | null;
}

/** A pledge's terms and where its amounts are: the fold of its movements. */
export interface Book {
  terms: Terms;
  stages: Record<Stage, Holding>;
  profiles: Record<Stage, Profile>;
  /** Whether the condition was ever met: later events don't undo that. */
  triggered: boolean;
}

const perStage = <T>(make: (stage: Stage) => T): Record<Stage, T> => recordOf(STAGES, make);

export const emptyHoldings = (): Record<Stage, Holding> =>
  perStage(() => ({ quantity: 0n, base: 0n }));

export const emptyProfiles = (): Record<Stage, Profile> => perStage((): Profile => new Map());

export function openBook(terms: Terms, moves: Iterable<Move> = []): Book {
  const book: Book = {
    terms,
    stages: emptyHoldings(),
    profiles: emptyProfiles(),
    triggered: false,
  };
  for (const move of moves) applyMove(book, move);
  return book;
}

/** One that moves by itself. Terms never change, and where they have no windows none ever moves. */
export const copyBook = ({ terms, stages, profiles, triggered }: Book): Book => ({
  terms,
  stages: perStage((stage) => ({ ...stages[stage] })),
  profiles: terms.windows.length > 0 ? perStage((stage) => copyProfile(profiles[stage])) : profiles,
  triggered,
});

/** In place. */
export function transfer(
  stages: Record<Stage, Holding>,
  { from, to, quantity, base }: Pick<Move, 'from' | 'to' | 'quantity' | 'base'>,
): void {
  if (from !== 'outside') {
    stages[from].quantity -= quantity;
    stages[from].base -= base;
  }
  if (to !== 'outside') {
    stages[to].quantity += quantity;
    stages[to].base += base;
  }
}

/** Never refuses: planning decides what may move. */
export function applyMove(book: Book, move: Move): void {
  const { from, to, windows, verb } = move;
  transfer(book.stages, move);
  if (windows && from !== 'outside') addWindows(book.profiles[from], windows, -1);
  if (windows && to !== 'outside') addWindows(book.profiles[to], windows, 1);
  if (verb === 'trigger') book.triggered = true;
  // Only a trigger moves from waiting to these: undoing a payment doesn't unmeet the condition.
  const takesTriggerBack = from === 'pledged' || from === 'committed';
  if (verb === 'reverse' && to === 'waiting' && takesTriggerBack) book.triggered = false;
}

/** What is still expected: promised, conditional or agreed, and not yet received. */
export const outstanding = ({ stages }: Pick<Book, 'stages'>): bigint =>
  stages.pledged.quantity + stages.waiting.quantity + stages.committed.quantity;

/** `reaches` is in minor units of the initiative's currency, H100-equivalent GPU-seconds, or organisations. */
export interface Condition {
  kind: 'threshold';
  metric: 'funding' | 'gpuHours' | 'organisations';
  counts: 'committed' | 'pledged';
  reaches: bigint;
  by: Day | null;
}
