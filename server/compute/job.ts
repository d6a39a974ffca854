import type { RowCounts } from '../domain/metering.ts';

/** GPUs of one type for a stretch of time. A job on two types is two parts. */
export interface JobPart {
  /** The scheduler's id, unique within its cluster. */
  job: string;
  /** Seconds since 1970-01-01 UTC. A requeued job has a part per start. */
  startedAt: number;
  /** How long it ran so far; 0 where it ended without a run. */
  seconds: number;
  /** With an empty type: of all types together. */
  gpus: number;
  /** As the cluster calls it, in small letters; empty where it says none. */
  type: string;
  /** A later file will tell more. */
  isRunning: boolean;
}

export interface Found {
  counts: RowCounts;
  /** Whether local times were read. */
  usesZone: boolean;
  /** Raw ids; the others name an array's jobs differently. */
  hasRawIds: boolean;
}

/** Yields the parts of each block of lines, then what it found. */
export type ReadJobs = (
  blocks: AsyncIterable<readonly string[]>,
  how: HowToRead,
) => AsyncGenerator<JobPart[], Found>;

export interface HowToRead {
  cluster: string;
  /** The zone of times without an offset. */
  zone: string | undefined;
  delimiter: string;
  /** Undefined where the first line has the column names. */
  fields: readonly string[] | undefined;
}
