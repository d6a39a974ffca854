/**
 * What /compute is made of. Volumes are bigints of GPU-seconds with their base, H100-equivalent
 * GPU-seconds, beside them; what was bought is in the curve and in no volume.
 */
import type { Step } from '../../server/domain/capacity/capacity.ts';
import type { Day } from '../../server/domain/day.ts';
import type { Concurrency } from './home.ts';

export interface Curve extends Omit<Concurrency, 'steps'> {
  steps: Step[];
  /** What of `secured` and `pledged` is held on those days in H100-equivalents. */
  h100e: { allSites: number; largestSite: number; pledged: number };
  /** On how many days the target is reached, and the first; null without a target. */
  atTarget: Record<'allSites' | 'largestSite', { days: number; firstOn: Day | null }> | null;
}

export interface Hours {
  quantity: bigint;
  base: bigint;
}

export type HoursByStage = Record<'delivered' | 'committed' | 'pledged', Hours>;

export interface MonthLine {
  /** "2026-03" */
  month: string;
  /** Hours that were agreed for the month, and those that were delivered in it. */
  due: Hours;
  delivered: Hours;
}
