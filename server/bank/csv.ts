/** A bank's CSV. Columns are guessed by the names that banks give them, and asked for where that fails. */
import { z } from 'zod';
import type { Day } from '../domain/day.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import {
  agreed,
  markIn,
  orderIn,
  readDay,
  readFigure,
  type DayOrder,
  type Mark,
} from '../domain/written.ts';
import { readCsv, type CsvRow } from '../import/csv/read.ts';
import {
  accountOf,
  currencyOf,
  dayOf,
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

/** Without brackets, accents and spaces. The better names are first; the day of booking is before that of value. */
const NAMES = {
  day: `bookingdate bookeddate bookedon postingdate posteddate dateposted completeddate datecompleted dateprocessed
    buchungstag buchungsdatum buchung datecomptable datedecomptabilisation dateop fechacontable datacontabile
    boekdatum boekingsdatum bokforingsdag bokforingsdatum bokfort dataksiegowania dataoperacji transactiondate
    transdate transactiedatum dateoperation datedoperation fechaoperacion fecha dataoperazione data datum dato
    date dateutc day created valuedate valutadatum wertstellung finishedon 거래일 거래일시 거래일자`,
  amount: `totalamount amount transactionamount accountamount betrag buchungsbetrag umsatz umsatzbetrag montant
    montantoperation importe importo bedrag transactiebedrag valor belopp belob kwota net`,
  credit: `credit credits creditamount deposit deposits depositamount depositamt paidin moneyin inflow in haben
    gutschrift crediteuros abono abonos haber entrate accrediti avere bij entree 입금 입금액 입금금액`,
  debit: `debit debits debitamount withdrawal withdrawals withdrawalamount withdrawalamt paidout moneyout outflow out
    soll lastschrift belastung debiteuros cargo cargos debe uscite addebiti dare af sortie 출금 출금액 출금금액`,
  currency: `currency currencycode accountcurrency paymentcurrency transactioncurrency ccy wahrung waehrung
    buchungswahrung devise moneda divisa munt muntsoort 통화`,
  balance: `balance runningbalance runningbal accountbalance balanceafter balanceaftertransaction closingbalance saldo
    saldonachbuchung saldonabuchung saldonatrn kontostand solde ledgerbalance 잔액 거래후잔액`,
  account: `account accountnumber accountiban auftragskonto ibanauftragskonto kontonummer eigeniban rekening
    rekeningnummer compte cuenta conto ibanbban konto 계좌번호`,
  name: `name payername counterparty counterpartyname payer payee sender from merchant partner partnername
    namezahlungsbeteiligter beguenstigterzahlungspflichtiger begunstigterzahlungspflichtiger
    begunstigterauftraggeber empfangerzahlungspflichtiger auftraggeberempfanger auftraggeberbegunstigter
    zahlungspflichtiger zahlungspflichtige empfanger auftraggeber naamtegenpartij naamomschrijving tegenpartij
    naam nom ordenante avsandare 보낸분 의뢰인`,
  reference: `transactionid transferwiseid bankreference entryreference uniqueid fitid id transactionreference
    transactiereferentie archivreferenz transaktionsnr`,
  payerReference: `reference paymentreference customerreference endtoendid endtoendreference kundenreferenz
    kundenreferenzendtoend betalingskenmerk`,
  status: 'status state umsatzstatus bookingstatus info',
} as const;
type Column = keyof typeof NAMES;

/** Banks spread what payers write over several columns. */
const TEXT =
  /^(?:transaction|payment|vorgang|bank)?(?:desc(?:ription|ripcion|rizione)|purpose|memo|notes?|message|narrati(?:ve|on)|details|remittance|label|verwendungszweck|(?:buchungs|avisierungs)?text|beschreibung|libelle|concepto|causale|omschrijving|mededeling(?:en)?|texte|tekst|opisoperacji|적요|내용|거래내용)\d?$/;

const NOT_BOOKED = /pending|declin|fail|revert|cancel|reject|vorgemerkt|offen/i;
const DEBIT = /^(?:d|dr|dbit|debit|withdrawal|s|soll|af|out)$/i;
const CREDIT = /^(?:c|cr|crdt|credit|deposit|h|haben|bij|in)$/i;
const IBAN = /\b[A-Z]{2}\d\d(?: ?[A-Z\d]){11,30}\b/;

/** The currency whose sign or code a figure has. */
function signedCurrency(text: string): string | undefined {
  const figure = readFigure(text, { mark: null, currency: '' });
  return figure === null || figure === 'unclear' ? undefined : figure.currency || undefined;
}

/** The currency at the end of a column's name: “Betrag (€)”, “Umsatz in EUR”. */
function currencyIn(name: string): string | undefined {
  const said = /[\s(]([A-Z]{3}|\p{Sc})\)?$/u.exec(name)?.[1];
  return said === undefined ? undefined : signedCurrency(`1 ${said}`);
}

/** No expression looks at more. */
const NAME_CHARACTERS = 200;

const folded = (whole: string): string => {
  const name = whole.slice(0, NAME_CHARACTERS);
  return (currencyIn(name) ? name.replace(/(?: in)?\s*\S+$/, '') : name)
    .replaceAll(/\([^()]*\)/g, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll(/[^\p{L}\d]/gu, '');
};

const columnOf = (header: readonly string[], names: string): number => {
  const own = header.map(folded);
  return own.indexOf(names.split(/\s+/).find((name) => own.includes(name)) ?? '-');
};

const HEAD_LINES = 40;
const LINE_BYTES = 5000;

/** Banks write about the account above the header. */
function headOf(bytes: Buffer): { above: string; rest: Buffer } {
  let start = 0;
  for (let line = 0; line < HEAD_LINES && start < bytes.length; line += 1) {
    const end = bytes.indexOf('\n', start) + 1 || bytes.length;
    const text = bytes.toString('utf8', start, Math.min(end, start + LINE_BYTES)).trim();
    const cells = text.replaceAll('"', '').split(/[,;\t|]/);
    const has = (column: Column): boolean => columnOf(cells, NAMES[column]) >= 0;
    if (has('day') && (has('amount') || has('credit'))) {
      return { above: bytes.toString('utf8', 0, start), rest: bytes.subarray(start) };
    }
    start = end;
  }
  return { above: '', rest: bytes };
}

/** "-€1,234.50", "1.234,50-", "(12.00)" */
const isMinus = (text: string): boolean => /^\(.*\)$|[-−–]|\bDR$/i.test(text);
const unsigned = (text: string): string => text.replaceAll(/[()+−–-]|\b[CD]R$/gi, '').trim();

const FIGURES = ['amount', 'credit', 'debit'] as const;

/** Throws `invalid-input` on `file`, or on the answer that it needs. */
export async function readBankCsv(bytes: Buffer, answers: BankAnswers): Promise<Statement> {
  const { above, rest } = headOf(bytes);
  const { header, rows } = await readCsv(rest);
  if (rows.length > MAX_LINES) throw refuseFile(say().bank.tooMany(MAX_LINES));
  const columns = columnsIn(header, answers);
  const linesAbove = above.split('\n').length - 1;
  const cell = ({ cells }: CsvRow, column: Column): string => cells[columns[column]] ?? '';
  const booked = rows.filter(
    (row) =>
      FIGURES.some((at) => cell(row, at) !== '') &&
      !NOT_BOOKED.test(`${cell(row, 'status')} ${cell(row, 'day')}`),
  );
  // Where it differs it is the payers'.
  const own = agreed(booked.map((row) => cell(row, 'account'))) || IBAN.exec(above)?.[0];
  const account = accountOf(answers.account ?? own ?? '');
  if (account === '') throw fieldError('account', say().bank.accountMissing);
  const dayIn = dayReader(
    booked.map((row) => cell(row, 'day')),
    answers.dayOrder,
  );
  const figures = booked.flatMap((row) => FIGURES.map((at) => cell(row, at)));
  const mark = agreed(figures.map((text) => markIn(unsigned(text))));
  const side = figures.some(isMinus) ? -1 : sideIn(header, booked);
  const currencyElse =
    currencyIn(header[columns.amount] ?? header[columns.credit] ?? '') ?? answers.currency;
  const texts = header.flatMap((name, at) => (TEXT.test(folded(name)) ? [at] : []));
  const lines = booked.map((row): CsvLine => {
    const place = say().bank.row(linesAbove + row.n);
    const bookedOn = dayIn(cell(row, 'day'), place);
    const given = cell(row, 'currency').toUpperCase() || currencyElse?.toUpperCase();
    const currency = currencyOf(given ?? signIn(figures), place);
    const minor = (at: Column) => minorIn(cell(row, at), { currency, mark, place });
    const amount = minor('amount') + minor('credit');
    const paid = minor('debit');
    const signed = amount - (paid < 0n ? -paid : paid);
    return {
      bookedOn,
      currency,
      amountMinor: DEBIT.test(row.cells[side] ?? '') ? -signed : signed,
      balance: cell(row, 'balance') === '' ? null : minor('balance'),
      reference: referenceOf(cell(row, 'reference')),
      payerReference: referenceOf(cell(row, 'payerReference')),
      name: plainText(cell(row, 'name'), 200),
      text: plainText(texts.map((at) => row.cells[at] ?? '').join(' '), 500),
      isReversal: false,
    };
  });
  return { account, ...inOrder(lines.filter(({ amountMinor }) => amountMinor !== 0n)) };
}

function columnsIn(header: string[], answers: BankAnswers): Record<Column, number> {
  const found = Object.entries(NAMES).map(([column, names]) => [column, columnOf(header, names)]);
  const columns = Object.fromEntries(found) as Record<Column, number>;
  for (const at of ['day', 'amount'] as const) {
    const typed = answers[at];
    if (typed !== undefined) columns[at] = header.indexOf(typed);
    if (columns[at] >= 0 || (at === 'amount' && typed === undefined && columns.credit >= 0))
      continue;
    throw fieldError(at, say().bank.noColumn(header.filter(Boolean).join(', ').slice(0, 1000)));
  }
  const isSplit = answers.amount === undefined && columns.credit >= 0 && columns.debit >= 0;
  return {
    ...columns,
    ...(isSplit ? { amount: -1 } : columns.amount >= 0 && { credit: -1, debit: -1 }),
  };
}

/** The column that has a word for credit or debit in every row, or -1. */
const sideIn = (header: readonly string[], rows: readonly CsvRow[]): number =>
  header.findIndex((_, at) =>
    rows.every(({ cells }) => DEBIT.test(cells[at] ?? '') || CREDIT.test(cells[at] ?? '')),
  );

function dayReader(days: readonly string[], told: DayOrder | undefined) {
  const order = agreed(days.map(orderIn)) ?? told ?? null;
  return (text: string, place: string): Day => {
    const day = readDay(text, order);
    if (day === 'unclear') throw fieldError('dayOrder', say().bank.unclearDay(text));
    return day ?? dayOf(text, place);
  };
}

/** The currency whose sign the figures have. Throws `invalid-input` on `currency`. */
function signIn(figures: readonly string[]): string {
  for (const text of figures) {
    const currency = signedCurrency(unsigned(text));
    if (currency !== undefined) return currency;
  }
  throw fieldError('currency', say().bank.currencyMissing);
}

/** Zero for an empty cell. */
function minorIn(
  text: string,
  { currency, mark, place }: { currency: string; mark: Mark | null; place: string },
): bigint {
  if (text === '') return 0n;
  const figure = readFigure(unsigned(text), { mark, currency });
  const decimal = figure === null || figure === 'unclear' ? text : figure.decimal;
  const minor = minorOf(decimal, currency, place);
  return isMinus(text) ? -minor : minor;
}

interface CsvLine extends BankLine {
  balance: bigint | null;
}

/** The oldest first, with the balances before and after. Some banks write the newest first. */
function inOrder(lines: readonly CsvLine[]): Omit<Statement, 'account'> {
  const isNewestFirst = (lines[0]?.bookedOn ?? '') > (lines.at(-1)?.bookedOn ?? '');
  const reversed = lines.toReversed();
  const orders = (isNewestFirst ? [reversed, lines] : [lines, reversed]).map(withBalances);
  return orders.find((order) => differencesIn(order).length === 0) ?? orders[0]!;
}

function withBalances(lines: readonly CsvLine[]): Omit<Statement, 'account'> {
  const opening = new Map<string, bigint>();
  const closing = new Map<string, bigint>();
  if (lines.every(({ balance }) => balance !== null)) {
    for (const { currency, balance, amountMinor } of lines) {
      if (!opening.has(currency)) opening.set(currency, balance! - amountMinor);
      closing.set(currency, balance!);
    }
  }
  return { opening, closing, lines: [...lines] };
}
