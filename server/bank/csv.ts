/** A bank's CSV. Columns are guessed by the names that banks give them, and asked for where that fails. */
import { z } from 'zod';
import { isCurrency } from '../domain/asset.ts';
import { guessColumns, plainHeader, type CsvColumns } from '../domain/csv-fields.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { agreed, currencyIn, markIn, readDay, readFigure } from '../domain/written.ts';
import { findOut, readRow } from '../import/csv/cells.ts';
import { readCsv, textOf, type CsvFile, type CsvRow } from '../import/csv/read.ts';
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

const HEAD_LINES = 40;
const LINE_CHARACTERS = 5000;

/** Banks write about the account above the header. */
function headOf(bytes: Buffer): { above: string[]; rest: Buffer } {
  const lines = textOf(bytes).split('\n');
  const header = lines.slice(0, HEAD_LINES).findIndex((line) => {
    const cells = line
      .slice(0, LINE_CHARACTERS)
      .replaceAll('"', '')
      .split(/[,;\t|]/);
    const { bookingDate, totalAmount, credit } = guessColumns(BANK_COLUMNS, cells);
    return bookingDate !== undefined && (totalAmount ?? credit) !== undefined;
  });
  const above = lines.splice(0, Math.max(header, 0));
  return { above, rest: Buffer.from(lines.join('\n')) };
}

/** "-€1,234.50", "1.234,50-", "(12.00)" */
const isMinus = (text: string): boolean => /^\(.*\)$|[-−–]|\bDR$/i.test(text);
const unsigned = (text: string): string => text.replaceAll(/[()+−–-]|\b[CD]R$/gi, '').trim();

const isDay = (text: string): boolean => readDay(text, 'dmy') !== null;

/** Whether a column has nothing but figures, some of them with decimals or a sign: numbers of accounts have neither. */
const mayBeMoney = (cells: readonly string[]): boolean => {
  const figures = cells.filter((text) => text !== '' && !isDay(text));
  const asFigure = { mark: null, currency: '' };
  return (
    figures.every((text) => readFigure(unsigned(text), asFigure) !== null) &&
    figures.some((text) => isMinus(text) || markIn(text) !== null)
  );
};

/** The columns of money by their names, if it is clear which have the amounts. */
function moneyIn([one, other, ...more]: string[][]): [string[], string][] {
  if (!one || more.length > 0) return [];
  // Without a payment out it may be one that leaves out the sign.
  if (!other) return !one.includes('') && one.some(isMinus) ? [[one, 'Amount']] : [];
  const [debit, credit] = one.some(isMinus) ? [one, other] : [other, one];
  const isEitherOr = debit.every((text, row) => (text === '') !== (credit[row] === ''));
  const areOut = debit.every((text) => text === '' || isMinus(text)) && !credit.some(isMinus);
  return isEitherOr && areOut
    ? [
        [debit, 'Debit'],
        [credit, 'Credit'],
      ]
    : [];
}

/** Some banks name no columns. Of several days the first is that of booking. */
function withNames(file: CsvFile): CsvFile {
  if (!file.header.some(isDay)) return file;
  const rows = [{ n: file.rows[0]!.n - 1, cells: file.header }, ...file.rows];
  // A single cell is a remark.
  const full = rows.filter(({ cells }) => cells.filter(Boolean).length > 1);
  const columns = file.header.map((_, at) => full.map(({ cells }) => cells[at] ?? ''));
  const days = columns.filter((cells) => cells.every(isDay));
  const money = moneyIn(columns.filter(mayBeMoney));
  if (days.length === 0 || money.length === 0) return file;
  const currencies = columns.filter((cells) => cells.every(isCurrency));
  const names = new Map([...money, [days[0]!, 'Date']]);
  if (currencies.length === 1) names.set(currencies[0]!, 'Currency');
  const isText = (cells: string[]) => cells.some((text) => /\p{L}{3}/u.test(text) && !isDay(text));
  return {
    header: columns.map((cells) => names.get(cells) ?? (isText(cells) ? 'Text' : '')),
    rows,
  };
}

const FIGURES = ['totalAmount', 'credit', 'debit'];

/** Whatever payers write elsewhere, it is no error. */
const READ = BANK_COLUMNS.filter(({ at, as }) => as !== undefined || at === 'currency');

/** Throws `invalid-input` on `file`, or on the answer that it needs. */
export async function readBankCsv(bytes: Buffer, answers: BankAnswers): Promise<Statement> {
  const { above, rest } = headOf(bytes);
  const file = await readCsv(rest);
  if (file.rows.length > MAX_LINES) throw refuseFile(say().bank.tooMany(MAX_LINES));
  const { header, rows } = withNames(file);
  const columns = columnsIn(header, answers);
  const cell = ({ cells }: CsvRow, at: string): string => cells[columns[at] ?? -1] ?? '';
  const booked = bookedOf(rows, cell);
  // Where it differs it is the payers'.
  const own = agreed(booked.map((row) => cell(row, 'account'))) || IBAN.exec(above.join('\n'))?.[0];
  const named = accountOf(own ?? '');
  const account = accountOf(answers.account ?? '') || named;
  if (account === '') throw fieldError('account', say().bank.accountMissing);
  const money = new Set(
    BANK_COLUMNS.flatMap(({ at, as }) => (as === 'amount' ? (columns[at] ?? []) : [])),
  );
  const plain = ({ n, cells }: CsvRow): CsvRow => ({
    n,
    cells: cells.slice(0, header.length).map((text, at) => (money.has(at) ? unsigned(text) : text)),
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
  const lines = booked.map((row, index): CsvLine => {
    const { said, errors } = readRow(READ, table, table.rows[index]!, how);
    const place = say().bank.row(above.length + row.n);
    const bookedOn = said['bookingDate'];
    if (errors[0] || !bookedOn) throw refuseFile(say().bank.badRow(place, errors[0]?.message));
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

/** Throws `invalid-input` on `day` or `amount`, and on `file` for one without a table or its header. */
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
  if (header.some((name) => readDay(name, 'dmy') !== null)) throw refuseFile(say().bank.noHeader);
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
