import type { Day } from './day.ts';

/** Of the rows that were read: those that are no job on a GPU, and why. */
export interface RowCounts {
  rows: number;
  /** Steps of a job, whose own row has all of its GPUs. */
  steps: number;
  otherClusters: number;
  /** It waits, or was cancelled before it began. */
  notRun: number;
  withoutGpus: number;
  unreadable: number;
  /** The line of the first of them, from 1; null where there are none. */
  firstUnreadable: number | null;
}

/**
 * Why hours of a file do not count: the type is of no model, or of another; not in the pledge's days; on days whose
 * metered hours were imported; known; after the job's end, as it is known.
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
  /** As the cluster calls it, empty where it says none; null where the reason is not its type. */
  type: string | null;
  gpuSeconds: bigint;
}

/** What a file says, and what recording it would do, before anything is recorded. */
export interface MeteringReport {
  /** Jobs on GPUs of any type, and all that they used. */
  jobs: number;
  /** Of these, those that had not ended: counted as far as they had run. */
  running: number;
  gpuSeconds: bigint;
  repeated: number;
  /** By month at UTC; the model is null for types that were given none. */
  months: { model: string | null; month: string; gpuSeconds: bigint }[];
  skipped: Skipped[];
  counted: { jobs: number; gpuSeconds: bigint; from: Day | null; to: Day | null };
  /** Of what is counted, what no promise covers. */
  beyond: bigint;
  /** What stands recorded of jobs beyond what this file says of them, as which batches: it is not taken back. */
  overstated: { jobs: number; gpuSeconds: bigint; batches: readonly string[] };
}
