/** A spreadsheet's CSV as rows: its encoding and its separator are found out. */
import { Readable } from 'node:stream';
import { setImmediate as pause } from 'node:timers/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { CSV_FIELDS, knownColumns, type CsvKind } from '../../domain/csv-fields.ts';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { markedCharset } from '../../http/text.ts';

export const MAX_CSV_MIB = 32;
export const MAX_ROWS = 100_000;
export const MAX_COLUMNS = 100;
const MAX_ROW_CHARACTERS = 100_000;

export interface CsvRow {
  /** As a spreadsheet counts: the header is 1. */
  n: number;
  cells: string[];
}

/** The header of the column that says what is wrong, in a file to mend. */
export const REASONS = 'error';

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
    return koreanOf(bytes) ?? centralOf(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Korean Excel's own: most letters beyond ASCII are Hangul, in pairs of bytes, and ₩ is a backslash. Null for others. */
function koreanOf(bytes: Buffer): string | null {
  const words = bytes.toString('latin1', 0, MAX_ROW_CHARACTERS).match(/[\x80-\xff]+/g) ?? [];
  const hangul = words.filter((word) => /^(?:[\xb0-\xc8][\xa1-\xfe])+$/.test(word));
  if (hangul.length <= words.length / 2) return null;
  return new TextDecoder('euc-kr').decode(bytes).replaceAll(/\\(?=\d)/g, '₩');
}

/** In a word with “è” or the like, for “č”, only Central Europe has “á” or “ž”; and after a letter “³”, for “ł”. */
const isCentral = (word: string): boolean =>
  (/[èìøùòû]/i.test(word) && /[áíúýšž]/i.test(word)) ||
  (/õ/i.test(word) && /[áéíóúšž]/i.test(word)) ||
  /\p{L}[¹³¿]/u.test(word);

/** In 1250 these are “Ł” and “Ą”. */
const WESTERN_MONEY = /[£¥]\s?\d|\d\s?[£¥](?!\p{L})/u;

/** Excel's own in Czech, Polish and Hungarian: of the words with a letter that is another there, a quarter can't be Western. */
function centralOf(bytes: Buffer): string | null {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const words = western.slice(0, MAX_ROW_CHARACTERS).match(/[\p{L}¹³¿]{4,}/gu) ?? [];
  const doubtful = words.filter((word) => /[èìøùòõûñãàêåðæ¹³¿]/i.test(word));
  const central = doubtful.filter(isCentral);
  // One may be a payer's.
  const isFew = new Set(central).size < 3 || central.length * 4 < doubtful.length;
  return isFew || WESTERN_MONEY.test(western)
    ? null
    : new TextDecoder('windows-1250').decode(bytes);
}

export const DELIMITERS = [',', ';', '\t', '|'];

const most = (countOf: (delimiter: string) => number) =>
  DELIMITERS.map((by) => ({ by, count: countOf(by) })).toSorted((a, b) => b.count - a.count)[0]!;

/** People write titles above the header. */
const HEADER_WITHIN = 10;

const knownIn = (cells: readonly string[], kind: CsvKind | undefined): number =>
  kind ? Object.keys(knownColumns(CSV_FIELDS[kind], cells)).length : 0;

/**
 * Where a line for Excel doesn't say it: what makes two known headers of a row; else what the first row with any has
 * most of, outside of quotes.
 */
function delimiterOf(text: string, kind: CsvKind | undefined): string {
  const [, said] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  if (said !== undefined) return said;
  const start = text.slice(0, MAX_ROW_CHARACTERS);
  for (const row of start.replaceAll('"', '').split(/[\r\n]+/, HEADER_WITHIN)) {
    const known = most((delimiter) => knownIn(row.split(delimiter, MAX_COLUMNS), kind));
    if (known.count > 1) return known.by;
  }
  const unquoted = start.replaceAll(/"[^"]*"/g, '');
  const header = unquoted.split(/[\r\n]/).find((row) => /[,;\t|]/.test(row)) ?? '';
  return most((delimiter) => header.split(delimiter).length).by;
}

export const LENIENT = {
  relax_column_count: true,
  // Spreadsheets write quotes by the rules; by hand people write 5" pipes.
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: MAX_ROW_CHARACTERS,
};

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

/** The first row with two known headers; else the first with one, or with more than one cell. */
function headerAt(rows: readonly CsvRow[], kind: CsvKind | undefined): number {
  const first = rows.slice(0, kind ? HEADER_WITHIN : 1).map(({ cells }) => ({
    known: knownIn(cells, kind),
    filled: cells.filter((cell) => cell !== '').length,
  }));
  const certain = first.findIndex(({ known }) => known > 1);
  const likely = first.findIndex(({ known, filled }) => known > 0 || filled > 1);
  return Math.max(certain >= 0 ? certain : likely, 0);
}

/**
 * Throws `invalid-input` on `file` for what is no CSV with a header, and for too much of it. Of a `kind` of rows the
 * header may have titles above.
 */
export async function readCsv(bytes: Buffer, kind?: CsvKind): Promise<CsvFile> {
  const text = textOf(bytes);
  const own = text.replace(/^sep=.\r?\n/i, '');
  const parser = Readable.from(piecesOf(own), { objectMode: false }).pipe(
    parse({ ...LENIENT, delimiter: delimiterOf(text, kind), info: true }),
  );
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
      rows.push({ n, cells: cells.slice(0, MAX_COLUMNS + 1).map(unguarded) });
      if (rows.length > MAX_ROWS + HEADER_WITHIN) throw refuse(say().csv.tooManyRows(MAX_ROWS));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // How many rows it had read by then: some of them haven't arrived here.
    throw refuse(say().csv.unreadable(Number(error['records']) + 1));
  }
  const header = rows.splice(0, headerAt(rows, kind) + 1).at(-1)?.cells ?? [];
  if (rows.length === 0) throw refuse(say().csv.noRows);
  if (rows.length > MAX_ROWS) throw refuse(say().csv.tooManyRows(MAX_ROWS));
  if (header.length > MAX_COLUMNS) throw refuse(say().csv.tooManyColumns(MAX_COLUMNS));
  const file = { header: header.map((cell) => cell.slice(0, 200)), rows };
  return kind ? withoutReasons(file) : file;
}

/** The rows with errors were downloaded, with our reasons in a column of their own. */
function withoutReasons({ header, rows }: CsvFile): CsvFile {
  const at = header.findIndex((name) => name.toLowerCase() === REASONS);
  const own = (cells: string[]): string[] => (at < 0 ? cells : cells.toSpliced(at, 1));
  return { header: own(header), rows: rows.map(({ n, cells }) => ({ n, cells: own(cells) })) };
}
