import type { RowCounts } from '../domain/metering.ts';

/** GPUs of one type for a stretch of time. A job on two types is two parts. */
export interface JobPart {
  job: string;
  /** Seconds since 1970-01-01 UTC. A requeued job has a part for each start. */
  startedAt: number;
  /** How long it has run; 0 where it ended without a run. */
  seconds: number;
  /** With an empty type, all types together. */
  gpus: number;
  /** In small letters, or a model's code; empty where it has none. */
  type: string;
  isRunning: boolean;
}

export interface Found {
  counts: RowCounts;
  usesZone: boolean;
  /** Raw ids name the jobs of an array differently from other ids. */
  hasRawIds: boolean;
}

export type ReadJobs = (
  blocks: AsyncIterable<readonly string[]>,
  how: HowToRead,
) => AsyncGenerator<JobPart[], Found>;

export interface HowToRead {
  cluster: string;
  zone: string | undefined;
  delimiter: string;
  /** Undefined where the first line has the column names. */
  fields: readonly string[] | undefined;
}
