import type { Day } from './day.ts';

export interface RowCounts {
  rows: number;
  /** Steps of a job: the job's own row has all of its GPUs. */
  steps: number;
  otherClusters: number;
  /** Waiting, or cancelled before they began. */
  notRun: number;
  withoutGpus: number;
  unreadable: number;
  /** The line of the first unreadable one, from 1. */
  firstUnreadable: number | null;
}

/**
 * Why hours of a file don't count: their type has no model, or another one; they are outside the pledge's days, on
 * days whose metered hours were imported, recorded before, or after the known end of the job.
 */
export type SkipReason =
  | 'unmapped'
  | 'other-model'
  | 'outside-days'
  | 'imported'
  | 'recorded-before'
  | 'after-end';

export interface Skipped {
  reason: SkipReason;
  /** The cluster's name for the type, perhaps empty; null where the type is not the reason. */
  type: string | null;
  gpuSeconds: bigint;
}

/** What a file says, and what recording it would do. */
export interface MeteringReport {
  jobs: number;
  /** Those that hadn't ended: counted as far as they had run. */
  running: number;
  gpuSeconds: bigint;
  repeated: number;
  /** By month at UTC; the model is null for types without one. */
  months: { model: string | null; month: string; gpuSeconds: bigint }[];
  skipped: Skipped[];
  counted: { jobs: number; gpuSeconds: bigint; from: Day | null; to: Day | null };
  /** The counted GPU-seconds that no promise covers. */
  beyond: bigint;
  /** GPU-seconds recorded before, beyond what this file says of those jobs. They are not undone. */
  overstated: { jobs: number; gpuSeconds: bigint; batches: readonly string[] };
}
