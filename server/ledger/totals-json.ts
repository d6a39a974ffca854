import { emptyHoldings, type Holding } from '../domain/pledge-book.ts';
import { emptyTotals, type Targets, type Totals } from '../domain/totals.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import { targetsIn, type WrittenTargets } from './targets.ts';

/** Quantities are strings, empty stages are left out, and keys are sorted, so that equal totals are equal texts. */
interface TotalsJson {
  /** Checkpoints never change: another shape would be another version. */
  v: 1;
  /** With its basis only if that is not one site, as checkpoints of earlier versions have it. */
  targets: WrittenTargets | null;
  signatories: Totals['signatories'];
  flows: Record<string, Partial<Record<Stage, [quantity: string, base: string]>>>;
  months: Record<string, [committed: string, received: string]>;
}

const sorted = <T>(map: Map<string, T>): [string, T][] =>
  [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));

const encodeStages = (stages: Record<Stage, Holding>) =>
  Object.fromEntries(
    STAGES.filter((stage) => stages[stage].quantity !== 0n || stages[stage].base !== 0n).map(
      (stage) => [stage, [stages[stage].quantity.toString(), stages[stage].base.toString()]],
    ),
  );

const written = ({ basis, ...targets }: Targets): WrittenTargets =>
  basis === 'site' ? targets : { ...targets, basis };

export const encodeTotals = ({ targets, signatories, flows, months }: Totals): TotalsJson => ({
  v: 1,
  targets: targets && written(targets),
  signatories,
  flows: Object.fromEntries(sorted(flows).map(([key, stages]) => [key, encodeStages(stages)])),
  months: Object.fromEntries(
    sorted(months).map(([month, { committed, received }]) => [
      month,
      [committed.toString(), received.toString()],
    ]),
  ),
});

export function decodeTotals(json: unknown): Totals {
  const { targets, signatories, flows, months } = json as TotalsJson;
  const totals = emptyTotals();
  totals.targets = targets && targetsIn(targets);
  totals.signatories = { ...signatories };
  for (const [key, held] of Object.entries(flows)) {
    const stages = emptyHoldings();
    for (const [stage, [quantity, base]] of Object.entries(held)) {
      stages[stage as Stage] = { quantity: BigInt(quantity), base: BigInt(base) };
    }
    totals.flows.set(key, stages);
  }
  for (const [month, [committed, received]] of Object.entries(months)) {
    totals.months.set(month, { committed: BigInt(committed), received: BigInt(received) });
  }
  return totals;
}
