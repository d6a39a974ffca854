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

export const SKIP_REASONS = [
  'unmapped',
  'other-model',
  'outside-days',
  'imported',
  'recorded-before',
  'after-end',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

export interface Skipped {
  reason: SkipReason;
  /** The cluster's name for the type, perhaps empty; null where the type is not the reason. */
  type: string | null;
  gpuSeconds: bigint;
}

export interface MeteringReport {
  jobs: number;
  /** Counted as far as they had run. */
  running: number;
  gpuSeconds: bigint;
  repeated: number;
  /** Null for types without a model. */
  months: { model: string | null; month: string; gpuSeconds: bigint }[];
  skipped: Skipped[];
  counted: { jobs: number; gpuSeconds: bigint; from: Day | null; to: Day | null };
  beyond: bigint;
  /** Recorded before, beyond what this file says of those jobs. They are not undone. */
  overstated: { jobs: number; gpuSeconds: bigint; batches: readonly string[] };
}
