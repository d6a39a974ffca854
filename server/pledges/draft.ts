import type { ConditionJson, WindowTuple } from '../db/schema.ts';
import { assetOf } from '../domain/asset.ts';
import { collector, type Collector } from '../domain/collect.ts';
import { MAX_QUANTITY, parseAmount, parseCount, parseGpuHours } from '../domain/quantity.ts';
import { sumGpuSeconds } from '../domain/window.ts';
import { windowTuple } from '../ledger/leaf.ts';
import type { PledgeFile, PledgeInput } from './schemas.ts';

/** A pledge's facts as its row holds them, checked, in minor units. */
export interface PledgeDraft {
  asset: string;
  quantity: bigint;
  source: 'given' | 'bought' | null;
  /** The site's name; its code is found or made on insertion. */
  siteName: string | null;
  provider: string | null;
  windows: WindowTuple[];
  fromOn: string | null;
  toOn: string | null;
  instalments: [dueOn: string, quantity: string][];
  condition: ConditionJson | null;
}

type Funding = Extract<PledgeInput, { kind: 'funding' }> | Extract<PledgeFile, { kind: 'funding' }>;
type Compute = Extract<PledgeInput, { kind: 'compute' }> | Extract<PledgeFile, { kind: 'compute' }>;
type Measures = Pick<
  PledgeDraft,
  'quantity' | 'source' | 'siteName' | 'provider' | 'windows' | 'fromOn' | 'toOn' | 'instalments'
>;

/**
 * The pledge that an input asks for, given the initiative's currency. Throws `invalid-input` with
 * every field that a schema alone cannot judge: decimals of the currency, sums, the order of days.
 */
export function draftPledge(input: PledgeInput | PledgeFile, currency: string): PledgeDraft {
  const check = collector();
  const measures =
    input.kind === 'funding' ? fundingMeasures(input, check) : computeMeasures(input, check);
  const condition = draftCondition(input.condition, currency, check);
  if (input.firm && !input.condition) {
    check.refuse('firm', 'only a conditional pledge can be firm');
  }
  check.done();
  return { asset: assetOf(input.asset).code, ...measures, condition };
}

function fundingMeasures(input: Funding, check: Collector): Measures {
  const { asset, amount, instalments = [] } = input;
  const quantity = check.attempt(() => parseAmount(amount, asset)) ?? 0n;
  const parts = instalments.map(({ dueOn, amount: part }, index) => ({
    dueOn,
    quantity: check.attempt(() => parseAmount(part, asset, `instalments[${index}].amount`)),
  }));
  const sum = parts.reduce((total, part) => total + (part.quantity ?? 0n), 0n);
  if (parts.length > 0 && sum !== quantity && parts.every((part) => part.quantity)) {
    check.refuse('instalments', `add up to another amount than ${amount}`);
  }
  return {
    quantity,
    source: null,
    siteName: null,
    provider: null,
    windows: [],
    fromOn: null,
    toOn: null,
    instalments: parts.map((part) => [part.dueOn, String(part.quantity)]),
  };
}

function computeMeasures(input: Compute, check: Collector): Measures {
  const { windows, source, provider, site } = input;
  const common = { source, provider: provider ?? null, siteName: site ?? null, instalments: [] };
  if (!Array.isArray(windows)) {
    const { gpuHours, from, to } = windows;
    checkOrder(check, windows, 'windows');
    const quantity = check.attempt(() => parseGpuHours(gpuHours, 'windows.gpuHours')) ?? 0n;
    return { ...common, quantity, windows: [], fromOn: from, toOn: to };
  }
  windows.forEach((window, index) => checkOrder(check, window, `windows[${index}]`));
  if (site === undefined) check.refuse('site', 'is needed: GPUs at different sites are no cluster');
  const quantity = sumGpuSeconds(windows);
  if (quantity > MAX_QUANTITY) check.refuse('windows', 'are over 10^15 GPU-seconds in all');
  return {
    ...common,
    quantity,
    windows: windows.map(windowTuple),
    fromOn: null,
    toOn: null,
  };
}

/** Windows are half-open: the day they end on must be after the day they begin on. */
export function checkOrder(
  check: Collector,
  { from, to }: { from: string; to: string },
  at: string,
): void {
  if (to <= from) check.refuse(`${at}.to`, `must be after ${from}; it is the first day without`);
}

function draftCondition(
  input: PledgeInput['condition'],
  currency: string,
  check: Collector,
): ConditionJson | null {
  if (!input) return null;
  const { kind, metric, counts, reaches, by } = input;
  const figure = check.attempt(() => {
    if (metric === 'funding') return parseAmount(reaches, currency, 'condition.reaches');
    if (metric === 'gpuHours') return parseGpuHours(reaches, 'condition.reaches');
    return parseCount(reaches, 'condition.reaches');
  });
  return { kind, metric, counts, reaches: String(figure), by: by ?? null };
}
