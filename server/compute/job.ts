import type { RowCounts } from '../domain/metering.ts';

/**
 * What a reader makes of a job's record: GPUs of one type for a stretch of time. A job on GPUs of two
 * types is two of these.
 */
export interface JobPart {
  /** The scheduler's id, which is one job's within its cluster. */
  job: string;
  /** Seconds since 1970-01-01 UTC. A job that was requeued is there once for each start. */
  startedAt: number;
  /** How long it has run, as of the file; 0 where it ended without a run, on no GPUs. */
  seconds: number;
  /** With an empty type: of all types together, of which other parts of the row may tell some. */
  gpus: number;
  /** The GPUs' type as the cluster calls it, in small letters; empty where it says none. */
  type: string;
  /** It had not ended: a later file will tell more of it. */
  isRunning: boolean;
}

/** What a reader has found once all parts were taken. */
export interface Found {
  counts: RowCounts;
  /** Whether times were read that are local, in the zone that was stated. */
  usesZone: boolean;
  /** Whether ids are the raw ones: the others name an array's jobs differently. */
  hasRawIds: boolean;
}

/** A reader of one format: yields the parts of each block of lines, and then what it found. */
export type ReadJobs = (
  blocks: AsyncIterable<readonly string[]>,
  how: HowToRead,
) => AsyncGenerator<JobPart[], Found>;

export interface HowToRead {
  /** Rows that name another cluster are left out. */
  cluster: string;
  /** IANA name of the zone in which times without an offset are. */
  zone: string | undefined;
  delimiter: string;
  /** The names of the columns; undefined where the file's first line has them. */
  fields: readonly string[] | undefined;
}
