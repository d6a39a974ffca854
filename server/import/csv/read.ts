/** A spreadsheet's CSV as rows: its encoding and its separator are found out. */
import { Readable } from 'node:stream';
import { setImmediate as pause } from 'node:timers/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { markedCharset } from '../../http/text.ts';

export const MAX_CSV_MIB = 32;
export const MAX_ROWS = 100_000;
const MAX_COLUMNS = 100;
const MAX_ROW_CHARACTERS = 100_000;

export interface CsvRow {
  /** As a spreadsheet counts: the header is 1. */
  n: number;
  cells: string[];
}

export interface CsvFile {
  header: string[];
  rows: CsvRow[];
}

const refuse = (message: string) => fieldError('file', message);

/** UTF-16 without a mark: text in Latin letters has a zero in every second byte. */
const unmarkedCharset = ([first, second]: Buffer): string =>
  second === 0 ? 'utf-16le' : first === 0 ? 'utf-16be' : 'utf-8';

/** Throws `invalid-input` for a workbook, which begins as a ZIP or an OLE file does. */
export function textOf(bytes: Buffer): string {
  if (/^(504b0304|d0cf11e0)/.test(bytes.subarray(0, 4).toString('hex'))) {
    throw refuse(say().csv.workbook);
  }
  try {
    return new TextDecoder(markedCharset(bytes) ?? unmarkedCharset(bytes), { fatal: true }).decode(
      bytes,
    );
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const DELIMITERS = [',', ';', '\t', '|'];

/** What the first row has most of, outside of quotes, unless a line for Excel says it. */
function delimiterOf(text: string): string {
  const [, said] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  if (said !== undefined) return said;
  const unquoted = text.slice(0, MAX_ROW_CHARACTERS).replaceAll(/"[^"]*"/g, '');
  const header = unquoted.trimStart().split(/[\r\n]/, 1)[0]!;
  const countOf = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => countOf(b) - countOf(a))[0]!;
}

/** Muster's own files have it before what a spreadsheet would take for a formula. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+@\t\r-])/, '').trim();

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const PIECE_CHARACTERS = 64 * 1024;

/** Others get their turn after each piece: a file takes a processor for seconds. */
async function* piecesOf(text: string): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += PIECE_CHARACTERS) {
    // oxlint-disable-next-line no-await-in-loop -- a turn for others
    await pause();
    yield text.slice(at, at + PIECE_CHARACTERS);
  }
}

/** Throws `invalid-input` on `file` for what is no CSV with a header, and for too much of it. */
export async function readCsv(bytes: Buffer): Promise<CsvFile> {
  const text = textOf(bytes);
  const own = text.replace(/^sep=.\r?\n/i, '');
  const parser = Readable.from(piecesOf(own), { objectMode: false }).pipe(
    parse({
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      // Spreadsheets write quotes by the rules; by hand people write 5" pipes.
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW_CHARACTERS,
    }),
  );
  let header: string[] | null = null;
  const rows: CsvRow[] = [];
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{
      record: string[];
      info: Info;
    }>) {
      const n = info.records + info.empty_lines;
      // Rows of separators alone take as long as full ones.
      if (info.records > 2 * MAX_ROWS) throw refuse(say().csv.tooManyRows(MAX_ROWS));
      if (isEmpty(cells)) continue;
      if (header === null) header = checkHeader(cells);
      else rows.push({ n, cells: cells.slice(0, MAX_COLUMNS + 1).map(unguarded) });
      if (rows.length > MAX_ROWS) throw refuse(say().csv.tooManyRows(MAX_ROWS));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // How many rows it had read by then: some of them haven't arrived here.
    throw refuse(say().csv.unreadable(Number(error['records']) + 1));
  }
  if (header === null || rows.length === 0) throw refuse(say().csv.noRows);
  return { header, rows };
}

function checkHeader(cells: readonly string[]): string[] {
  if (cells.length > MAX_COLUMNS) throw refuse(say().csv.tooManyColumns(MAX_COLUMNS));
  return cells.map((cell) => cell.trim().slice(0, 200));
}
