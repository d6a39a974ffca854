import { gzipSync } from 'node:zlib';
import type { Found, HowToRead, JobPart } from '../../server/compute/job.ts';
import { linesOf } from '../../server/compute/lines.ts';
import { readJobs } from '../../server/compute/recognise.ts';

/** The fields of the rows below. */
export const FIELDS = ['JobIDRaw', 'State', 'Start', 'End', 'ElapsedRaw', 'AllocTRES'];
export const HEADER = FIELDS.join('|');

interface JobRow {
  id?: string;
  state?: string;
  start?: string;
  end?: string;
  elapsed?: string | number;
  tres?: string;
}

/** A row of `sacct`: an hour on one A100, unless it says otherwise. */
export const row = (facts: JobRow = {}): string => {
  const {
    id = '100',
    state = 'COMPLETED',
    start = '2026-03-02T10:00:00',
    end = 'Unknown',
    elapsed = 3600,
    tres = 'billing=32,cpu=32,gres/gpu:a100=1,gres/gpu=1,mem=128G,node=1',
  } = facts;
  return [id, state, start, end, elapsed, tres].join('|');
};

export const fileOf = (...rows: string[]): string => `${[HEADER, ...rows].join('\n')}\n`;
export const gzipOf = (text: string): Buffer => gzipSync(text);

/** In pieces of so many bytes, as a network may deliver them. */
export async function* inPieces(file: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const HOW: HowToRead = {
  cluster: 'saga',
  zone: 'UTC',
  delimiter: '|',
  fields: undefined,
};

/** All that a reader makes of a file. */
export async function readAll(
  file: string | Buffer,
  how: Partial<HowToRead> = {},
  pieceBytes = 1000,
): Promise<Found & { parts: JobPart[] }> {
  const reading = readJobs(linesOf(inPieces(file, pieceBytes)), { ...HOW, ...how });
  const parts: JobPart[] = [];
  for (;;) {
    const next = await reading.next();
    if (next.done) return { ...next.value, parts };
    parts.push(...next.value);
  }
}
