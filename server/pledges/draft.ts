import type { ConditionJson, PaidThrough, WindowTuple } from '../db/schema.ts';
import { assetOf } from '../domain/asset.ts';
import type { Instalment } from '../domain/pledge-book.ts';
import { collector, type Collector } from '../domain/collect-errors.ts';
import type { Day } from '../domain/day.ts';
import { detailsOf, type Detail, type Details } from '../domain/details.ts';
import {
  formatAmount,
  MAX_QUANTITY,
  parseAmount,
  parseCount,
  parseGpuHours,
} from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { instalmentsOf, sumOf } from '../domain/schedule.ts';
import { sumGpuSeconds, type Grant } from '../domain/window.ts';
import { windowTuple } from '../ledger/leaf.ts';
import type { InstalmentsInput, NewPledge, PledgeFile } from './schemas.ts';

/** A pledge's facts as its row holds them, checked, in minor units. */
export interface PledgeDraft extends Details {
  asset: string;
  quantity: bigint;
  source: 'given' | 'bought' | null;
  /** The site's name. Its code is found or made on insertion. */
  siteName: string | null;
  windows: WindowTuple[];
  fromOn: string | null;
  toOn: string | null;
  instalments: [dueOn: string, quantity: string][];
  condition: ConditionJson | null;
  paidThrough: PaidThrough | null;
  measuredBy: 'jobs' | 'reservation' | null;
}

type Funding = Extract<NewPledge | PledgeFile, { kind: 'funding' }>;
type Compute = Extract<NewPledge | PledgeFile, { kind: 'compute' }>;
type Measures = Omit<PledgeDraft, 'asset' | 'condition' | Detail>;

/** Checks what the schema can't; for a giver's own pledge, also that nothing is before `today`. Throws `invalid-input`. */
export function draftPledge(input: NewPledge | PledgeFile, currency: string, today?: Day) {
  const check = collector();
  const measures =
    input.kind === 'funding' ? fundingMeasures(input, check) : computeMeasures(input, check);
  const condition = draftCondition(input.condition, currency, check);
  if (input.firm && !input.condition) check.refuse('firm', say().pledges.firmNeedsCondition);
  if (today !== undefined) checkAhead(input, measures, today, check);
  check.done();
  return { asset: assetOf(input.asset).code, ...measures, condition, ...detailsOf(input) };
}

function checkAhead(
  input: NewPledge | PledgeFile,
  { instalments, windows, toOn }: Measures,
  today: Day,
  check: Collector,
): void {
  const refuse = (at: string) => check.refuse(at, say().pledges.inPast);
  const isRegular = input.kind === 'funding' && input.schedule !== undefined;
  instalments.forEach(([dueOn], index) => {
    if (dueOn >= today || (isRegular && index > 0)) return;
    refuse(isRegular ? 'schedule.firstOn' : `instalments[${index}].dueOn`);
  });
  windows.forEach(([, , to], index) => {
    if (to <= today) refuse(`windows[${index}].to`);
  });
  if (toOn !== null && toOn <= today) refuse('windows.to');
}

function fundingMeasures(input: Funding, check: Collector): Measures {
  const { asset, amount, paidThrough } = input;
  const quantity = check.attempt(() => parseAmount(amount, asset)) ?? 0n;
  const instalments = draftInstalments(input, { asset, quantity }, check);
  return {
    quantity,
    source: null,
    siteName: null,
    windows: [],
    fromOn: null,
    toOn: null,
    instalments: instalments.map(instalmentTuple),
    paidThrough: paidThrough ?? null,
    measuredBy: null,
  };
}

export function draftInstalments(
  { instalments = [], schedule }: InstalmentsInput,
  { asset, quantity }: { asset: string; quantity: bigint },
  check: Collector,
): Instalment[] {
  if (schedule && instalments.length > 0) {
    check.refuse('schedule', say().pledges.scheduleOrInstalments);
  } else if (schedule && quantity > 0n) {
    return check.attempt(() => instalmentsOf(quantity, schedule)) ?? [];
  }
  const parts = instalments.map(({ dueOn, amount }, index) => ({
    dueOn,
    quantity: check.attempt(() => parseAmount(amount, asset, `instalments[${index}].amount`)) ?? 0n,
  }));
  const areRead = parts.length > 0 && parts.every((part) => part.quantity > 0n);
  if (areRead && sumOf(parts) !== quantity) {
    const [sum, amount] = [sumOf(parts), quantity].map((minor) => formatAmount(minor, asset));
    check.refuse('instalments', say().pledges.otherSum(sum!, amount!, asset));
  }
  return parts;
}

export const instalmentTuple = ({ dueOn, quantity }: Instalment): [string, string] => [
  dueOn,
  quantity.toString(),
];

function computeMeasures(input: Compute, check: Collector): Measures {
  const { windows, source, site, measuredBy } = input;
  const common = { source, siteName: site ?? null, instalments: [], paidThrough: null, measuredBy };
  if (!Array.isArray(windows)) {
    const { gpuHours, from, to } = windows;
    checkOrder(check, windows, 'windows');
    const quantity = check.attempt(() => parseGpuHours(gpuHours, 'windows.gpuHours')) ?? 0n;
    return { ...common, quantity, windows: [], fromOn: from, toOn: to };
  }
  windows.forEach((window, index) => checkOrder(check, window, `windows[${index}]`));
  if (site === undefined) check.refuse('site', say().pledges.siteMissing);
  const quantity = sumGpuSeconds(windows);
  if (quantity > MAX_QUANTITY) check.refuse('windows', say().pledges.tooManyGpuSeconds);
  return { ...common, quantity, windows: windows.map(windowTuple), fromOn: null, toOn: null };
}

/** Windows are half-open, so the end must be after the start. */
export function checkOrder(check: Collector, { from, to }: Grant, at: string): void {
  if (to <= from) check.refuse(`${at}.to`, say().pledges.endNotAfter(from));
}

function draftCondition(
  input: NewPledge['condition'],
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
