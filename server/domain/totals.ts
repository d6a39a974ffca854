import type { Day } from './day.ts';
import { emptyHoldings, transfer, type Holding } from './pledge-book.ts';
import type { Place, Stage } from './stage.ts';

/** What a goal of GPUs at once counts: those at the largest site, or at all sites together. */
export const BASES = ['site', 'all'] as const;
export type Basis = (typeof BASES)[number];

export interface Targets {
  /** In minor units. */
  funding: [currency: string, quantity: string | null];
  gpus: number | null;
  gpuHours: string | null;
  from: Day | null;
  to: Day | null;
  basis: Basis;
}

/** A fold over the entries. `flows`: by asset, bought compute apart; `months`: changes of secured money's base. */
export interface Totals {
  targets: Targets | null;
  signatories: { person: number; organisation: number };
  flows: Map<string, Record<Stage, Holding>>;
  months: Map<string, { committed: bigint; received: bigint }>;
}

export const emptyTotals = (): Totals => ({
  targets: null,
  signatories: { person: 0, organisation: 0 },
  flows: new Map(),
  months: new Map(),
});

export type Effect =
  | { kind: 'initiative'; targets: Targets }
  | { kind: 'signature'; type: 'person' | 'organisation'; act: 'sign' | 'withdraw' | 'reject' }
  | { kind: 'terms' }
  | {
      kind: 'movement';
      asset: string;
      isFunding: boolean;
      bought: boolean;
      from: Place;
      to: Place;
      quantity: bigint;
      base: bigint;
      on: Day;
    };

export const flowKey = (asset: string, bought: boolean): string =>
  bought ? `${asset}/bought` : asset;

/** In place. */
export function foldEffect(totals: Totals, effect: Effect): void {
  switch (effect.kind) {
    case 'initiative':
      totals.targets = effect.targets;
      return;
    case 'signature':
      totals.signatories[effect.type] += effect.act === 'sign' ? 1 : -1;
      return;
    case 'terms':
      return;
    case 'movement':
      foldMovement(totals, effect);
  }
}

function foldMovement(totals: Totals, effect: Effect & { kind: 'movement' }): void {
  const key = flowKey(effect.asset, effect.bought);
  const stages = totals.flows.get(key) ?? emptyHoldings();
  totals.flows.set(key, stages);
  transfer(stages, effect);
  if (effect.isFunding) foldMonth(totals, effect);
}

const isSecured = (place: Place): place is 'committed' | 'received' =>
  place === 'committed' || place === 'received';

function foldMonth(totals: Totals, { from, to, base, on }: Effect & { kind: 'movement' }): void {
  if (!isSecured(from) && !isSecured(to)) return;
  const key = on.slice(0, 7);
  const month = totals.months.get(key) ?? { committed: 0n, received: 0n };
  totals.months.set(key, month);
  if (isSecured(from)) month[from] -= base;
  if (isSecured(to)) month[to] += base;
}

/** Base may be added across assets; quantities only across GPU models of given compute. */
export function standing(totals: Totals, include: (asset: string, bought: boolean) => boolean) {
  const sum = emptyHoldings();
  for (const [key, stages] of totals.flows) {
    const [asset = '', suffix] = key.split('/');
    if (!include(asset, suffix === 'bought')) continue;
    for (const stage of Object.keys(sum) as Stage[]) {
      sum[stage].quantity += stages[stage].quantity;
      sum[stage].base += stages[stage].base;
    }
  }
  return sum;
}
