import { parse } from 'csv-parse/sync';
import { JSONParser } from '@streamparser/json';
import { GPUS } from '../domain/asset.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import type { HowToRead, JobPart, ReadJobs } from './job.ts';
import { MAX_ROWS } from './lines.ts';
import { noCounts, readSacct, sacctReader } from './sacct.ts';
import { durationOf, MAX_SECONDS } from './slurm-text.ts';
import { clockOf } from './zone.ts';

/**
 * Reads jobs as `sacct --parsable2` prints them, as `sacct --json` does, or as a plain table of jobs. The first line says
 * which. Throws `invalid-input` with what helps where it is none of them.
 */
export const readJobs: ReadJobs = async function* readJobs(blocks, how) {
  const iterator = blocks[Symbol.asyncIterator]();
  const first: string[] = [];
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    first.push(...next.value);
    if (first.some((line) => line.trim() !== '')) break;
  }
  const all = async function* all(): AsyncGenerator<readonly string[]> {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return yield* readerOf(first.find((line) => line.trim() !== '') ?? '', how)(all(), how);
};

function readerOf(head: string, { fields, delimiter }: HowToRead): ReadJobs {
  if (/^\s*\{/.test(head)) return readSacctJson;
  if (fields) return readSacct;
  const comma = tableDelimiter(head);
  if (comma !== null) return readTable(comma);
  const isSplit = head.includes(delimiter);
  if (/^-{20,}\s*$/.test(head) || /^(Cluster Utilization|Top \d+ Users|Cluster\/)/i.test(head)) {
    throw fieldError('file', say().compute.isSreport);
  }
  if (!isSplit && /\bJobID(Raw)?\b.*\s{2,}\S/i.test(head)) {
    throw fieldError('file', say().compute.isAligned);
  }
  if (!isSplit && /\bJobID(Raw)?,/i.test(head)) throw fieldError('file', say().compute.hasCommas);
  return readSacct;
}

/** The cells of sacct's reader, in its order of columns. */
const CELLS = ['JobIDRaw', 'Cluster', 'State', 'Start', 'End', 'ElapsedRaw', 'AllocTRES'];

/** A job as Slurm's REST plugins write it (data_parser 0.0.37 to 0.0.43): newer ones wrap numbers and list states. */
interface JsonJob {
  job_id?: unknown;
  cluster?: unknown;
  state?: { current?: unknown };
  time?: Record<string, unknown>;
  tres?: { allocated?: unknown };
}

const numberOf = (value: unknown): string => {
  const bare =
    typeof value === 'object' && value !== null && 'number' in value ? value.number : value;
  return typeof bare === 'number' && bare > 0 ? String(bare) : '';
};

const tresOf = (allocated: unknown): string =>
  (Array.isArray(allocated) ? allocated : [])
    .map(({ type, name, count }) => `${type}${name ? `/${name}` : ''}=${count}`)
    .join(',');

function cellsOf({ job_id: id, cluster, state, time, tres }: JsonJob): string {
  const [current = ''] = [state?.current].flat();
  const { start, end, elapsed } = time ?? {};
  const cells = [
    id,
    cluster ?? '',
    current,
    ...[start, end].map(numberOf),
    numberOf(elapsed) || '0',
  ];
  // A line break or a tab would be another cell.
  return [...cells, tresOf(tres?.allocated)]
    .map((cell) => String(cell).replaceAll(/\s/g, ' '))
    .join('\t');
}

/** Ids are raw, and steps are inside their jobs. */
const readSacctJson: ReadJobs = async function* readSacctJson(blocks, how) {
  const reader = sacctReader({ ...how, delimiter: '\t', fields: CELLS });
  let parts: JobPart[] = [];
  const parser = new JSONParser({ paths: ['$.jobs.*'], keepStack: false });
  parser.onValue = ({ value }) => reader.take(cellsOf(value as JsonJob), parts);
  for await (const lines of blocks) {
    try {
      parser.write(`${lines.join('\n')}\n`);
    } catch (error) {
      throw error instanceof DomainError ? error : fieldError('file', say().compute.brokenJson);
    }
    yield parts;
    parts = [];
  }
  if (!parser.isEnded) throw fieldError('file', say().compute.brokenJson);
  return reader.end();
};

/** A table of jobs has the columns job, model, gpus, start, and end or seconds, in any order. */
const COLUMNS = ['job', 'model', 'gpus', 'start', 'end', 'seconds'] as const;
type ColumnName = (typeof COLUMNS)[number];

const columnsIn = (head: string, delimiter: string): string[] =>
  head.split(delimiter).map((name) => name.trim().toLowerCase().replaceAll('"', ''));

const tableDelimiter = (head: string): string | null =>
  [',', ';', '\t', '|'].find((delimiter) => {
    const names = columnsIn(head, delimiter);
    return ['job', 'model', 'gpus', 'start'].every((name) => names.includes(name));
  }) ?? null;

/** Whatever a scheduler calls its jobs. No quotes: ids are kept as arrays of Postgres. */
const TABLE_ID = /^[^"\\\p{C}]{1,100}$/u;

const models = new Map(GPUS.map(({ code }) => [code.toLowerCase(), code]));

const readTable = (delimiter: string): ReadJobs =>
  async function* read(blocks, how) {
    const counts = noCounts();
    const clock = clockOf(how.zone);
    let names: string[] | null = null;
    let firstUnread: string | null = null;
    for await (const lines of blocks) {
      const rows = parse(lines.filter((line) => line.trim() !== '').join('\n'), {
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        trim: true,
      });
      const parts: JobPart[] = [];
      for (const cells of rows) {
        if (names === null) {
          names = columnsIn(cells.join(delimiter), delimiter);
          if (!names.includes('end') && !names.includes('seconds')) {
            throw fieldError('file', say().compute.noEndColumn);
          }
          continue;
        }
        counts.rows += 1;
        if (counts.rows > MAX_ROWS) throw fieldError('file', say().compute.overRows(MAX_ROWS));
        const part = tableRow(cells, names, clock.read);
        if ('unread' in part) {
          counts.unreadable += 1;
          counts.firstUnreadable ??= counts.rows + 1;
          firstUnread ??= `line ${counts.rows + 1} ${part.unread}`;
        } else if (part.gpus === 0) counts.withoutGpus += 1;
        else if (part.seconds === 0) counts.notRun += 1;
        else parts.push(part);
      }
      yield parts;
    }
    if (firstUnread !== null && counts.unreadable === counts.rows) {
      throw fieldError('file', say().compute.noReadableJob(firstUnread));
    }
    return {
      counts,
      usesZone: clock.usesZone(),
      hasRawIds: false,
    };
  };

/** One job, which is taken as ended. */
function tableRow(
  cells: readonly string[],
  names: readonly string[],
  read: (text: string) => number | null,
): JobPart | { unread: string } {
  const cell = (name: ColumnName): string => cells[names.indexOf(name)]?.trim() ?? '';
  const unread = (name: ColumnName) => ({
    unread: `has "${cell(name).slice(0, 60).replaceAll(/\p{C}/gu, '\uFFFD')}" as its ${name}`,
  });
  const [job, type, gpus] = [cell('job'), models.get(cell('model').toLowerCase()), cell('gpus')];
  if (!TABLE_ID.test(job)) return unread('job');
  if (type === undefined) return unread('model');
  if (!/^\d{1,6}$/.test(gpus)) return unread('gpus');
  const startedAt = read(wholeTime(cell('start')));
  if (startedAt === null) return unread('start');
  const end = cell('seconds') === '' ? read(wholeTime(cell('end'))) : null;
  const seconds = end === null ? durationOf(cell('seconds')) : end - startedAt;
  if (seconds === null || seconds < 0 || seconds > MAX_SECONDS) {
    return unread(end === null && cell('seconds') !== '' ? 'seconds' : 'end');
  }
  return { job, startedAt, seconds, gpus: Number(gpus), type, isRunning: false };
}

/** "2026-03-01 08:30" has no seconds. */
const wholeTime = (text: string): string =>
  text.replace(/^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?=$|Z|[+-])/, '$1T$2:00');
