import { CsvError, parse } from 'csv-parse/sync';
import { JSONParser, TokenType } from '@streamparser/json';
import { GPUS } from '../domain/asset.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import type { HowToRead, JobPart, ReadJobs } from './job.ts';
import { MAX_ROWS } from './lines.ts';
import { noCounts, readSacct, sacctReader, unreadCell, type Unread } from './sacct.ts';
import { durationOf, MAX_SECONDS } from './slurm-text.ts';
import { clockOf } from './zone.ts';

/** Before the first line of a file. */
const MOST_BLANK_LINES = 1_000;
/** What tells one format from another is at the beginning of its first line. */
const MOST_OF_HEAD = 1_000;

/**
 * Reads jobs as `sacct --parsable2` prints them, as `sacct --json` does, or as a plain table of jobs. The first line says
 * which. Throws `invalid-input` with what helps where it is none of them.
 */
export const readJobs: ReadJobs = async function* readJobs(blocks, how) {
  const iterator = blocks[Symbol.asyncIterator]();
  const first: string[] = [];
  let head: string | undefined;
  while (head === undefined && first.length <= MOST_BLANK_LINES) {
    // Each block follows the one before.
    // oxlint-disable-next-line no-await-in-loop
    const next = await iterator.next();
    if (next.done) break;
    first.push(...next.value);
    head = next.value.find((line) => line.trim() !== '');
  }
  if (head === undefined) throw fieldError('file', say().compute.empty);
  const all = async function* all(): AsyncGenerator<readonly string[]> {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return yield* readerOf(head.slice(0, MOST_OF_HEAD), how)(all(), how);
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
  if (!isSplit && /\bJobID(Raw)?\b/i.test(head) && /\S {2,}\S/.test(head)) {
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

function cellsOf({ job_id: id, cluster, state, time, tres }: JsonJob, how: HowToRead): string {
  const [current = ''] = [state?.current].flat();
  const { start, end, elapsed } = time ?? {};
  const cells = [
    id,
    cluster ?? how.cluster,
    current,
    ...[start, end].map(numberOf),
    numberOf(elapsed) || '0',
  ];
  // A line break or a tab would be another cell.
  return [...cells, tresOf(tres?.allocated)]
    .map((cell) => String(cell).replaceAll(/\s/g, ' '))
    .join('\t');
}

/** Slurm nests seven levels, and a job of a thousand steps has about 300,000 tokens. */
const MOST_DEPTH = 32;
const MOST_TOKENS_OF_JOB = 2_000_000;

/** The parser keeps a job whole, and an entry for each open bracket. */
function boundJson(parser: JSONParser): void {
  let depth = 0;
  let tokens = 0;
  parser.onToken = ({ token }) => {
    tokens += 1;
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) depth += 1;
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) depth -= 1;
    // A job has ended.
    if (depth <= 2) tokens = 0;
    if (depth > MOST_DEPTH || tokens > MOST_TOKENS_OF_JOB) {
      throw fieldError('file', say().compute.brokenJson);
    }
  };
}

/** Ids are raw, and steps are inside their jobs. */
const readSacctJson: ReadJobs = async function* readSacctJson(blocks, how) {
  const reader = sacctReader({ ...how, delimiter: '\t', fields: CELLS }, 'job');
  let parts: JobPart[] = [];
  const parser = new JSONParser({ paths: ['$.jobs.*'], keepStack: false });
  boundJson(parser);
  parser.onValue = ({ value }) => reader.take(cellsOf(value as JsonJob, how), parts);
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

interface TableRow {
  record: string[];
  info: { lines: number };
}

/** A cell has no line break, so each block is whole. */
function rowsIn(lines: readonly string[], delimiter: string): TableRow[] {
  try {
    return parse(lines.join('\n'), {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as TableRow[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fieldError('file', say().compute.brokenCsv);
  }
}

const readTable = (delimiter: string): ReadJobs =>
  async function* read(blocks, how) {
    const counts = noCounts();
    const clock = clockOf(how.zone);
    let names: string[] | null = null;
    let firstUnread: string | null = null;
    let before = 0;
    for await (const lines of blocks) {
      const parts: JobPart[] = [];
      for (const { record: cells, info } of rowsIn(lines, delimiter)) {
        const line = before + info.lines;
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
          counts.firstUnreadable ??= line;
          firstUnread ??= `line ${line} ${part.unread}`;
        } else if (part.gpus === 0) counts.withoutGpus += 1;
        else if (part.seconds === 0) counts.notRun += 1;
        else parts.push(part);
      }
      before += lines.length;
      yield parts;
    }
    if (firstUnread !== null && counts.unreadable === counts.rows) {
      throw fieldError('file', say().compute.noReadableJob(firstUnread));
    }
    return { counts, usesZone: clock.usesZone(), hasRawIds: false };
  };

/** One job, which is taken as ended. */
function tableRow(
  cells: readonly string[],
  names: readonly string[],
  read: (text: string) => number | null,
): JobPart | Unread {
  const cell = (name: ColumnName): string => cells[names.indexOf(name)]?.trim() ?? '';
  const unread = (name: ColumnName) => unreadCell(cell(name), name);
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
