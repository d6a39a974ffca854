/** A bank's CSV. Columns are guessed by the names that banks give them, and asked for where that fails. */
import { CsvError, type Info } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { isCurrency } from '../domain/asset.ts';
import { guessColumns, plainHeader, type CsvColumns } from '../domain/csv-fields.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { agreed, currencyIn, readDay, readFigure } from '../domain/written.ts';
import { findOut, readRow } from '../import/csv/cells.ts';
import {
  DELIMITERS,
  LENIENT,
  MAX_COLUMNS,
  readCsv,
  textOf,
  type CsvRow,
} from '../import/csv/read.ts';
import { BANK_COLUMNS, CREDIT, DEBIT, NOT_BOOKED, TAKEN_BACK, TEXT } from './columns.ts';
import {
  accountOf,
  currencyOf,
  differencesIn,
  MAX_LINES,
  minorOf,
  plainText,
  referenceOf,
  refuseFile,
  type BankLine,
  type Statement,
} from './statement.ts';

const answer = z.string().trim().max(200).optional();

/** What an admin says of a file that doesn't say it; the columns by their names in it. */
export const bankAnswers = z.strictObject({
  account: answer,
  currency: answer,
  dayOrder: z.enum(['dmy', 'mdy']).optional(),
  day: answer,
  amount: answer,
});
export type BankAnswers = z.infer<typeof bankAnswers>;

const IBAN = /\b[A-Z]{2}\d\d(?: ?[A-Z\d]){11,30}\b/;

/** "-€1,234.50", "1.234,50-", "(12.00)" */
const isMinus = (text: string): boolean => /^\(.*\)$|[-−–]|\bDR$/i.test(text);
const unsigned = (text: string): string => text.replaceAll(/[()+−–-]|\b[CD]R$/gi, '').trim();

const isDay = (text: string): boolean => readDay(text, 'dmy') !== null;

const isFigure = (text: string): boolean =>
  !isDay(text) && readFigure(unsigned(text), { mark: null, currency: '' }) !== null;

const isValue = (text: string): boolean => isDay(text) || isFigure(text);

/** Numbers of accounts and banks have many digits and no mark. */
const isAmount = (text: string): boolean => isFigure(text) && !/^\d{8,}$/.test(text);

const HEAD_ROWS = 40;

interface HeadRow {
  /** As a spreadsheet counts. */
  n: number;
  cells: string[];
  /** Bytes up to the next row. */
  end: number;
}

/** What payers write may hold another separator and a header's names: split by all of them, their rows show a day. */
function firstRows(bytes: Buffer): HeadRow[] {
  const rows: HeadRow[] = [];
  const keep = (cells: string[], { records, empty_lines, bytes: end }: Info): null => {
    const first = cells.slice(0, MAX_COLUMNS + 1).map((cell) => cell.trim());
    rows.push({ n: records + empty_lines, cells: first, end });
    return null;
  };
  try {
    parse(bytes, { ...LENIENT, delimiter: DELIMITERS, to: HEAD_ROWS, on_record: keep });
  } catch (error) {
    // Of a row below the header readCsv says it.
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}

function isHeader({ cells }: HeadRow): boolean {
  const { bookingDate, totalAmount, credit } = guessColumns(BANK_COLUMNS, cells);
  const isNamed = bookingDate !== undefined && (totalAmount ?? credit) !== undefined;
  return isNamed && cells.length <= MAX_COLUMNS && !cells.some(isValue);
}

/** Banks write about the account above the header. Throws `invalid-input` where a payment is above it. */
function headOf(bytes: Buffer): { above: string; rowsAbove: number; rest: Buffer } {
  const text = Buffer.from(textOf(bytes));
  const rows = firstRows(text);
  const header = rows.findIndex(isHeader);
  const payment = rows
    .slice(0, Math.max(header, 0))
    .find(({ cells }) => cells.some(isDay) && cells.some(isAmount));
  if (payment) throw refuseFile(say().bank.noHeader(payment.n));
  const { end, n } = rows[header - 1] ?? { end: 0, n: 0 };
  // Line ends of another kind would be taken for those of the rows.
  const [, ends = '', rest = ''] = /^([\r\n]*)(.*)$/s.exec(text.toString('utf8', end)) ?? [];
  return {
    above: text.toString('utf8', 0, end),
    rowsAbove: n + ends.split('\n').length - 1,
    rest: Buffer.from(rest),
  };
}

const FIGURES = ['totalAmount', 'credit', 'debit'];

/** Whatever payers write elsewhere, it is no error. */
const READ = BANK_COLUMNS.filter(({ at, as }) => as !== undefined || at === 'currency');

/** Throws `invalid-input` on `file`, or on the answer that it needs. */
export async function readBankCsv(bytes: Buffer, answers: BankAnswers): Promise<Statement> {
  const { above, rowsAbove, rest } = headOf(bytes);
  const { header: names, rows } = await readCsv(rest);
  if (rows.length > MAX_LINES) throw refuseFile(say().bank.tooMany(MAX_LINES));
  if (names.some((name) => name.split(/[,;\t|]/).some(isValue))) {
    throw refuseFile(say().bank.noHeader(rowsAbove + rows[0]!.n - 1));
  }
  const header = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
  const columns = columnsIn(header, answers);
  const cell = ({ cells }: CsvRow, at: string): string => cells[columns[at] ?? -1] ?? '';
  const booked = bookedOf(rows, cell);
  // Where it differs it is the payers'.
  const own = agreed(booked.map((row) => cell(row, 'account'))) || IBAN.exec(above)?.[0];
  const named = accountOf(own ?? '');
  const account = accountOf(answers.account ?? '') || named;
  if (account === '') throw fieldError('account', say().bank.accountMissing);
  const money = new Set(
    BANK_COLUMNS.flatMap(({ at, as }) => (as === 'amount' ? (columns[at] ?? []) : [])),
  );
  const plain = ({ n, cells }: CsvRow): CsvRow => ({
    n,
    cells: cells.map((text, at) => (money.has(at) ? unsigned(text) : text)),
  });
  const table = { header, rows: booked.map(plain) };
  const asked = { columns, dayOrder: answers.dayOrder ?? null };
  const { unclearDay, ...found } = findOut(BANK_COLUMNS, table, asked, '');
  if (unclearDay !== null && found.dayOrder === null) {
    throw fieldError('dayOrder', say().bank.unclearDay(unclearDay));
  }
  const figures = booked.flatMap((row) => FIGURES.map((at) => cell(row, at)));
  const isSaid = booked.every((row) => cell(row, 'currency') !== '');
  const of = header[columns['totalAmount'] ?? columns['credit'] ?? -1] ?? '';
  const currency = isSaid ? '' : (currencyIn(of, '') ?? currencyElse(answers.currency, figures));
  const how = { ...found, columns, currency, amountsIn: currency };
  const side = figures.some(isMinus) ? -1 : sideIn(header, booked);
  const texts = header.flatMap((name, at) => (TEXT.test(plainHeader(name)) ? [at] : []));
  // A separator in a payer's text makes a row longer than others, also where nothing stands in its last cell.
  const shortest = booked.reduce((least, { cells }) => Math.min(least, cells.length), Infinity);
  const most = Math.max(header.length, shortest);
  const lines = booked.map((row, index): CsvLine => {
    const { said, errors } = readRow(READ, table, table.rows[index]!, how);
    const place = say().bank.row(rowsAbove + row.n);
    const bookedOn = said['bookingDate'];
    const isLong = row.cells.length > most;
    const wrong = isLong ? say().csv.tooManyCells(header.length) : errors[0]?.message;
    if (wrong !== undefined || !bookedOn) throw refuseFile(say().bank.badRow(place, wrong));
    const code = currencyOf(said['currency'] || currency, place);
    const [only, another] = FIGURES.filter((at) => cell(row, at) !== '');
    const minor = (at: string): bigint => {
      // "n/a" is nothing beside a figure, and unclear alone.
      const nothing = at === only && another === undefined ? cell(row, at) : '0';
      const size = minorOf(said[at] ?? nothing, code, place);
      return isMinus(cell(row, at)) ? -size : size;
    };
    const paid = minor('debit');
    const signed = minor('totalAmount') + minor('credit') - (paid < 0n ? -paid : paid);
    const amountMinor = DEBIT.test(row.cells[side] ?? '') ? -signed : signed;
    const text = texts.map((at) => row.cells[at] ?? '').join(' ');
    return {
      bookedOn,
      currency: code,
      amountMinor,
      balance: said['balance'] === undefined ? null : minor('balance'),
      reference: referenceOf(cell(row, 'bankReference')),
      payerReference: referenceOf(cell(row, 'payerReference')),
      name: plainText(cell(row, 'name'), 200),
      text: plainText(text, 500),
      isReversal: amountMinor < 0n && TAKEN_BACK.test(text),
    };
  });
  return { account, named, ...inOrder(lines.filter(({ amountMinor }) => amountMinor !== 0n)) };
}

/** Without sums, remarks and what isn't booked: there the day says nothing, unless the wrong column was taken for it. */
function bookedOf(rows: readonly CsvRow[], cell: (row: CsvRow, at: string) => string): CsvRow[] {
  const booked = rows.filter(
    (row) => FIGURES.some((at) => cell(row, at) !== '') && !NOT_BOOKED.test(cell(row, 'status')),
  );
  const dated = booked.filter((row) => /\d.*\d/.test(cell(row, 'bookingDate')));
  return dated.length > 0 ? dated : booked;
}

/** Throws `invalid-input` on `day` or `amount`, and on `file` for one without a table. */
function columnsIn(header: string[], answers: BankAnswers): CsvColumns {
  if (header.length < 2) throw refuseFile(say().bank.noTable);
  const { credit, debit, ...columns } = guessColumns(BANK_COLUMNS, header);
  if (answers.day !== undefined) columns['bookingDate'] = header.indexOf(answers.day);
  if (answers.amount !== undefined) columns['totalAmount'] = header.indexOf(answers.amount);
  const { bookingDate = -1, totalAmount = -1, ...others } = columns;
  const isSplit = answers.amount === undefined && credit !== undefined;
  if (bookingDate >= 0 && isSplit && (debit !== undefined || totalAmount < 0)) {
    return { bookingDate, credit, ...(debit !== undefined && { debit }), ...others };
  }
  if (bookingDate >= 0 && totalAmount >= 0) return { bookingDate, totalAmount, ...others };
  const names = header.filter(Boolean).join(', ').slice(0, 1000);
  throw fieldError(bookingDate < 0 ? 'day' : 'amount', say().bank.noColumn(names));
}

/** The column that has a word for credit or debit in every row, or -1. */
const sideIn = (header: readonly string[], rows: readonly CsvRow[]): number =>
  header.findIndex((_, at) =>
    rows.every(({ cells }) => DEBIT.test(cells[at] ?? '') || CREDIT.test(cells[at] ?? '')),
  );

/** The currency whose sign or code a figure has. */
function signedCurrency(text: string): string | undefined {
  const figure = readFigure(text, { mark: null, currency: '' });
  return figure === null || figure === 'unclear' ? undefined : figure.currency || undefined;
}

/** The one that was typed, or whose sign the figures have. Throws `invalid-input` on `currency`. */
function currencyElse(typed: string | undefined, figures: readonly string[]): string {
  const code = typed?.toUpperCase();
  if (code !== undefined && isCurrency(code)) return code;
  if (code !== undefined) throw fieldError('currency', say().csv.notCurrency(code));
  for (const text of figures) {
    const currency = signedCurrency(unsigned(text));
    if (currency !== undefined) return currency;
  }
  throw fieldError('currency', say().bank.currencyMissing);
}

interface CsvLine extends BankLine {
  balance: bigint | null;
}

type Sums = Omit<Statement, 'account' | 'named'>;

/** The oldest first, with the balances before and after. Some banks write the newest first. */
function inOrder(lines: readonly CsvLine[]): Sums {
  const isNewestFirst = (lines[0]?.bookedOn ?? '') > (lines.at(-1)?.bookedOn ?? '');
  const reversed = lines.toReversed();
  const orders = (isNewestFirst ? [reversed, lines] : [lines, reversed]).map(withBalances);
  return orders.find((order) => differencesIn(order).length === 0) ?? orders[0]!;
}

function withBalances(lines: readonly CsvLine[]): Sums {
  const told = lines.every(({ balance }) => balance !== null) ? lines : [];
  const before = ({ currency, balance, amountMinor }: CsvLine) =>
    [currency, balance! - amountMinor] as const;
  return {
    opening: new Map(told.map(before).toReversed()),
    closing: new Map(told.map(({ currency, balance }) => [currency, balance!])),
    lines: [...lines],
  };
}
