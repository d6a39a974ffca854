/**
 * What /compute is made of. Volumes are bigints of GPU-seconds with their base, H100-equivalent
 * GPU-seconds, beside them; what was bought is in the curve and in no volume.
 */
import type { Step } from '../server/domain/capacity.ts';
import type { Day } from '../server/domain/day.ts';
import type { GpusInUse } from '../server/domain/use.ts';
import type { FactorLine, WorthModel } from './components/h100e.tsx';
import type { YardsticksModel } from './components/yardsticks.tsx';
import type { Concurrency } from './model.ts';
import type { Frame } from './model-pages.ts';

export interface ComputePage extends Frame {
  /** Null when there is neither a target of GPUs nor any window. */
  curve: Curve | null;
  /** The one that holds most first; the others as one come last. */
  sites: SiteLine[];
  /** Null when no compute is on record. */
  volume: HoursTable | null;
  /** By month, without gaps, the oldest first. */
  months: MonthLine[];
  inUse: GpusInUse | null;
  yardsticks: YardsticksModel;
  worth: WorthModel;
  factors: FactorLine[];
}

export interface Curve extends Omit<Concurrency, 'steps'> {
  steps: Step[];
  /** What of `secured` and `pledged` is held on those days in H100-equivalents. */
  h100e: { allSites: number; largestSite: number; pledged: number };
  /** On how many days the target is reached, and the first; null without a target. */
  atTarget: Record<'allSites' | 'largestSite', { days: number; firstOn: Day | null }> | null;
}

export interface SiteLine {
  /** Its code in the ledger; null for all others together, which are no one cluster. */
  site: string | null;
  /** Null where no pledge that shows its giver is at it. */
  name: string | null;
  models: string[];
  /** The most on each of 30 days in a row. Of the others together: the most on any day. */
  secured: number;
  pledged: number;
  h100e: { secured: number; pledged: number };
  /** The first day on which anything is there, and the first after it on which nothing is. */
  from: Day;
  to: Day;
}

export interface Hours {
  quantity: bigint;
  base: bigint;
}

export type HoursByStage = Record<'delivered' | 'committed' | 'pledged', Hours>;

export interface HoursTable {
  target: bigint | null;
  total: HoursByStage;
  models: (HoursByStage & { name: string })[];
  /** Who provides them, where the giver is shown; null for all that is not shown. */
  providers: (HoursByStage & { name: string | null })[];
}

export interface MonthLine {
  /** "2026-03" */
  month: string;
  /** Hours that were agreed for the month, and those that were delivered in it. */
  due: Hours;
  delivered: Hours;
}
