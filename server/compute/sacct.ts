import { fieldError } from '../domain/errors.ts';
import type { RowCounts } from '../domain/metering.ts';
import { say } from '../domain/say.ts';
import type { Found, HowToRead, JobPart, ReadJobs } from './job.ts';
import { MAX_ROWS } from './lines.ts';
import { durationOf, gpusOf, isNone, MAX_SECONDS, type Gpus } from './slurm-text.ts';
import { clockOf } from './zone.ts';

/** Most rows have one of a few short combinations. */
const KNOWN_TRES = 10_000;
const KNOWN_TRES_CHARACTERS = 500;
const MAX_TYPES = 100;

const NAMES = [
  'JobIDRaw',
  'JobID',
  'Cluster',
  'State',
  'Start',
  'End',
  'ElapsedRaw',
  'Elapsed',
  'AllocTRES',
] as const;
type Name = (typeof NAMES)[number];

interface Columns {
  at: Partial<Record<Name, number>>;
  count: number;
  /** A job's name is last, so it may hold the delimiter. */
  isOpenEnded: boolean;
}

const NEEDED: readonly (readonly Name[])[] = [
  ['JobIDRaw', 'JobID'],
  ['State'],
  ['Start'],
  ['ElapsedRaw', 'Elapsed'],
  ['AllocTRES'],
];

/** "JobName%30" is JobName. A final delimiter makes an empty name. */
const namesOf = (fields: readonly string[]): string[] => {
  const names = fields.map((field) => field.trim().toLowerCase().replace(/%.*$/, ''));
  return names.at(-1) === '' ? names.slice(0, -1) : names;
};

function columnsOf(names: readonly string[], from: 'file' | 'fields'): Columns {
  const at: Columns['at'] = {};
  for (const name of NAMES) {
    const index = names.indexOf(name.toLowerCase());
    if (index >= 0) at[name] = index;
  }
  if (NEEDED[0]!.every((name) => at[name] === undefined)) {
    throw fieldError('fields', say().compute.columnsUnnamed);
  }
  const missing = NEEDED.find((any) => any.every((name) => at[name] === undefined));
  if (missing) throw fieldError(from, say().compute.columnMissing(missing));
  return { at, count: names.length, isOpenEnded: names.at(-1) === 'jobname' };
}

const hasRawIds = ({ at }: Columns): boolean => at.JobIDRaw !== undefined;

const MAY_BE_HEADER = /^\D.*jobid|^jobid/i;

/** A row of a job has digits; a header has none. */
function isHeader(cells: readonly string[]): boolean {
  const names = namesOf(cells);
  return (
    NEEDED[0]!.some((name) => names.includes(name.toLowerCase())) &&
    names.every((name) => /^[a-z]*$/.test(name))
  );
}

export const noCounts = (): RowCounts => ({
  rows: 0,
  steps: 0,
  otherClusters: 0,
  notRun: 0,
  withoutGpus: 0,
  unreadable: 0,
  firstUnreadable: null,
});

/** Counts allocations only, because steps repeat their GPUs. */
export const readSacct: ReadJobs = async function* readSacct(blocks, how) {
  const reader = sacctReader(how);
  for await (const lines of blocks) {
    const parts: JobPart[] = [];
    for (const line of lines) reader.take(line, parts);
    yield parts;
  }
  return reader.end();
};

export interface Unread {
  unread: string;
}

/** Terminals obey control characters. */
export const unreadCell = (text: string, name: string): Unread => ({
  unread: `has "${text.slice(0, 60).replaceAll(/\p{C}/gu, '\uFFFD')}" as its ${name}`,
});

/** The id of a job, of one or the rest of an array, or of a part of a heterogeneous job. 0100 would be 100 again. */
const JOB_ID = /^(?!0\d)\d{1,19}(?:[_+](?!0\d)\d{1,19}|_\[[\d,.:%-]{0,200}\])?$/;

/** --parsable, unlike --parsable2, ends each line with a delimiter. */
const isWhole = (cells: readonly string[], { count, isOpenEnded }: Columns): boolean =>
  cells.length === count ||
  (cells.length > count && (isOpenEnded || (cells.length === count + 1 && cells.at(-1) === '')));

/** Suspended and completing jobs go on. */
const RUNNING = /^(?:running|suspended|completing)$/i;

interface Ran {
  all: number;
  withGpus: number;
}

function rowReader(how: HowToRead, clock: ReturnType<typeof clockOf>, counts: RowCounts, ran: Ran) {
  const gpusIn = knownGpus();
  return (cells: readonly string[], named: Columns, line: number) => {
    if (!isWhole(cells, named)) {
      return { unread: `has ${cells.length} columns, ${named.count} are named` };
    }
    const { at } = named;
    const cell = (name: Name): string => {
      const index = at[name];
      return index === undefined ? '' : cells[index]!.trim();
    };
    if (at.Cluster !== undefined && cell('Cluster').toLowerCase() !== how.cluster) {
      return 'otherClusters';
    }
    const idName = at.JobIDRaw === undefined ? 'JobID' : 'JobIDRaw';
    const job = cell(idName);
    if (job.includes('.')) return 'steps';
    if (!JOB_ID.test(job)) return unreadCell(job, idName);
    const run = runOf(cell, clock.read);
    if (run === 'notRun') {
      counts.notRun += 1;
      return neverRan(copyOf(job), cell, clock.read);
    }
    if ('unread' in run) return run;
    ran.all += 1;
    const tres = cell('AllocTRES');
    if (tres === '') throw fieldError('file', say().compute.tresEmpty(line));
    const gpus = gpusIn(tres);
    if (!gpus) return unreadCell(tres, 'AllocTRES');
    if (gpus.length === 0) return 'withoutGpus';
    ran.withGpus += 1;
    const isRunning = RUNNING.test(cell('State'));
    const id = copyOf(job);
    return gpus.map(([type, number]) => ({ job: id, ...run, gpus: number, type, isRunning }));
  };
}

const MAY_RUN = /^(?:pending|running|suspended|completing)$/i;

type Cell = (name: Name) => string;
type ReadTime = (text: string) => number | null;

/** A part without GPUs: an earlier file may have it as running. */
function neverRan(job: string, cell: Cell, read: ReadTime): JobPart[] {
  if (MAY_RUN.test(cell('State')) || isNone(cell('Start'))) return [];
  const startedAt = read(cell('Start'));
  return startedAt === null
    ? []
    : [{ job, startedAt, seconds: 0, gpus: 0, type: '', isRunning: false }];
}

/** `row` is what the file calls one: errors count them. */
export function sacctReader(how: HowToRead, row: 'line' | 'job' = 'line') {
  const { delimiter } = how;
  const counts = noCounts();
  const ran: Ran = { all: 0, withGpus: 0 };
  const clock = clockOf(how.zone);
  const readRow = rowReader(how, clock, counts, ran);
  let columns = how.fields ? columnsOf(namesOf(how.fields), 'fields') : null;
  let line = 0;
  let taken = 0;
  let firstUnread: string | null = null;

  /** Joined files have a header each. */
  const readHeader = (cells: readonly string[]): void => {
    const before = columns;
    columns = columnsOf(namesOf(cells), 'file');
    if (before && hasRawIds(before) !== hasRawIds(columns)) {
      throw fieldError('file', say().compute.headersDiffer(line));
    }
  };

  return {
    take(text: string, parts: JobPart[]): void {
      line += 1;
      if (text === '') return;
      const cells = text.split(delimiter);
      if (!columns || (MAY_BE_HEADER.test(text) && isHeader(cells))) return readHeader(cells);
      counts.rows += 1;
      const found = readRow(cells, columns, line);
      if (typeof found === 'string') {
        counts[found] += 1;
      } else if ('unread' in found) {
        counts.unreadable += 1;
        counts.firstUnreadable ??= line;
        firstUnread ??= `${row} ${line} ${found.unread}`;
      } else {
        for (const part of found) parts.push(part);
        taken += found.length;
        if (taken > MAX_ROWS) throw fieldError('file', say().compute.overParts);
      }
    },
    end(): Found {
      if (!columns) throw fieldError('file', say().compute.empty);
      if (ran.withGpus + counts.withoutGpus === 0 && firstUnread !== null) {
        const field = how.fields && row === 'line' ? 'fields' : 'file';
        throw fieldError(field, say().compute.noReadableJob(firstUnread));
      }
      if (ran.all > 0 && ran.withGpus === 0) throw fieldError('file', say().compute.noGpus);
      return { counts, usesZone: clock.usesZone(), hasRawIds: hasRawIds(columns) };
    },
  };
}

const ELAPSED = ['ElapsedRaw', 'Elapsed'] as const;

function runOf(
  cell: Cell,
  read: ReadTime,
): Pick<JobPart, 'startedAt' | 'seconds'> | 'notRun' | Unread {
  const start = cell('Start');
  const elapsed = ELAPSED.find((name) => !isNone(cell(name)));
  let seconds = elapsed === undefined ? null : durationOf(cell(elapsed));
  if (seconds === 0 || (isNone(start) && elapsed === undefined)) return 'notRun';
  const startedAt = isNone(start) ? null : read(start);
  if (startedAt === null) return unreadCell(start, 'Start');
  if (elapsed === undefined) {
    const end = isNone(cell('End')) ? null : read(cell('End'));
    seconds = end === null ? null : end - startedAt;
  }
  if (seconds === 0) return 'notRun';
  return seconds === null || seconds < 0 || seconds > MAX_SECONDS
    ? unreadCell(cell(elapsed ?? 'End'), elapsed ?? 'End')
    : { startedAt, seconds };
}

/** V8 copies shorter texts itself. */
const SLICE_CHARACTERS = 13;

/** A slice would keep the whole text in memory. */
const copyOf = (text: string): string =>
  text.length < SLICE_CHARACTERS ? text : Buffer.from(text).toString();

function knownGpus(): (tres: string) => Gpus | null {
  const known = new Map<string, Gpus | null>();
  const types = new Set<string>();
  return (tres) => {
    const before = known.get(tres);
    if (before !== undefined) return before;
    const gpus = gpusOf(tres);
    for (const [type] of gpus ?? []) types.add(type);
    if (types.size > MAX_TYPES) throw fieldError('file', say().compute.overTypes(MAX_TYPES));
    if (tres.length <= KNOWN_TRES_CHARACTERS && known.size < KNOWN_TRES) {
      known.set(copyOf(tres), gpus);
    }
    return gpus;
  };
}
