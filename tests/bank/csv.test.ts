import { describe, expect, test } from 'vitest';
import type { BankAnswers } from '../../server/bank/csv.ts';
import { central } from '../import/sheets/sheet.ts';
import { linesOf, read, refusalOf } from './csv.ts';

describe('an export', () => {
  test('of a German bank, with its account above the header', async () => {
    const file = `"Girokonto";"DE02 1203 0000 0000 2020 51"\r\n"Kontostand vom 31.03.2026:";"1.750,50 €"\r\n""\r\n
"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Betrag (€)";"Kundenreferenz"\r
"02.03.26";"02.03.26";"Gebucht";"Söhne & Co";"Wir";"Spende 7KQ2M9XW4T";"1.250,50";"E-1"\r
"03.03.26";"03.03.26";"Vorgemerkt";"Söhne & Co";"Wir";"Spende";"9,00";""\r
"03.03.26";"03.03.26";"Gebucht";"Wir";"Miete GmbH";"Miete";"-500";""\r\n`;
    const { account, lines } = await read(file);
    expect(account).toBe('DE02120300000000202051');
    expect(lines).toEqual([
      {
        bookedOn: '2026-03-02',
        amountMinor: 125_050n,
        currency: 'EUR',
        reference: null,
        payerReference: 'E-1',
        name: 'Söhne & Co',
        text: 'Spende 7KQ2M9XW4T',
        isReversal: false,
        balance: null,
      },
      expect.objectContaining({ bookedOn: '2026-03-03', amountMinor: -50_000n }),
    ]);
    const latin = Buffer.from(file.replaceAll('€', 'EUR'), 'latin1');
    expect((await read(latin)).lines[0]!.name).toBe('Söhne & Co');
  });

  test('of a British bank, with two columns and the newest first', async () => {
    const file = `Date,Type,Description,Paid out,Paid in,Balance
03/03/2026,FPI,A EXAMPLE GIFT,,£200.00,"£1,150.00"
03/03/2026,DD,RENT,£50.00,,£950.00
28/02/2026,FPI,B EXAMPLE,,"£1,000.00","£1,000.00"\n`;
    expect(await linesOf(file)).toEqual([
      ['2026-02-28', 100_000, 'GBP', null, 'B EXAMPLE'],
      ['2026-03-03', -5000, 'GBP', null, 'RENT'],
      ['2026-03-03', 20_000, 'GBP', null, 'A EXAMPLE GIFT'],
    ]);
    expect(await refusalOf(file.replace('£50.00', '£50.01'))).toContain(
      'The difference is GBP 0.01',
    );
  });

  test('of a Dutch bank, with a column that says which are debits', async () => {
    const file = `"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mededelingen"
"20260302";"Bo Voorbeeld";"NL91ABNA0417164300";"NL00X";"OV";"Bij";"10,00";"gift"
"20260303";"Huur";"NL91ABNA0417164300";"NL00Y";"GT";"Af";"4,00";"huur"\n`;
    expect((await read(file)).account).toBe('NL91ABNA0417164300');
    expect(await linesOf(file)).toEqual([
      ['2026-03-02', 1000, 'EUR', 'Bo Voorbeeld', 'gift'],
      ['2026-03-03', -400, 'EUR', 'Huur', 'huur'],
    ]);
  });

  test('of a Korean bank, and of one that writes the currency in a name', async () => {
    const korean = `거래일시,적요,보낸분,출금액,입금액,잔액
2026-03-02 10:11:12,기부,예시재단,0,"690,000,000","700,000,000"
2026-03-01 09:00:00,수수료,,"1,000",0,"10,000,000"\n`;
    expect(await linesOf(korean, { account: 'A', currency: 'KRW' })).toEqual([
      ['2026-03-01', -1000, 'KRW', null, '수수료'],
      ['2026-03-02', 690_000_000, 'KRW', '예시재단', '기부'],
    ]);
    const swiss = `Datum;Buchungstext;Belastung CHF;Gutschrift CHF;Valuta\n02.03.2026;Gift;;10.00;03.03.2026\n`;
    expect(await linesOf(swiss)).toEqual([['2026-03-02', 1000, 'CHF', null, 'Gift']]);
  });

  test('in several currencies, each with its balance', async () => {
    const file = `ID,Date,Amount,Currency,Description,Running Balance,Payer Name
T-1,02-03-2026,10.00,EUR,gift,110.00,Ada
T-2,15-03-2026,(3.00),USD,fee,7.00,
T-3,15-03-2026,5.00-,EUR,fee,105.00,\n`;
    const { opening, closing, lines } = await read(file, { account: 'A' });
    expect([...opening, ...closing]).toEqual([
      ['EUR', 10_000n],
      ['USD', 1000n],
      ['EUR', 10_500n],
      ['USD', 700n],
    ]);
    expect(lines.map(({ reference, amountMinor }) => [reference, amountMinor])).toEqual([
      ['T-1', 1000n],
      ['T-2', -300n],
      ['T-3', -500n],
    ]);
  });
});

test('above the header may be anything, in any character set', async () => {
  const french = `Compte n°;00012345678;Société Exemple\nSolde au 31/03/2026;1 250,50 €\n\nDate opération;Libellé;Débit euros;Crédit euros
02/03/2026;Don de Zoé;;1 250,50\n31/03/2026;Frais;-3,20;\n`;
  for (const file of [
    Buffer.from(french.replace('€', 'EUR'), 'latin1'),
    Buffer.from(`\uFEFF${french}`, 'utf16le'),
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    expect(await linesOf(file, { account: 'A', currency: 'EUR' })).toEqual([
      ['2026-03-02', 125_050, 'EUR', null, 'Don de Zoé'],
      ['2026-03-31', -320, 'EUR', null, 'Frais'],
    ]);
  }
});

test('a column may have the signs, or inflow and outflow', async () => {
  const signs =
    'Datum;Betrag;+/-;Text\n02.03.2026;1.250,50 €;+;Spende\n03.03.2026;9,00 €;-;Porto\n';
  expect((await read(signs, { account: 'A' })).lines.map(({ amountMinor }) => amountMinor)).toEqual(
    [125_050n, -900n],
  );
  const words = `Tranzakció dátuma,Partner neve,Tranzakció összege,Tranzakció devizaneme,Bevétel/Kiadás
2026.03.02.,Példa Anna,1290,HUF,inflow\n2026.03.03.,Bolt,350,HUF,outflow\n`;
  expect(await linesOf(words)).toEqual([
    ['2026-03-02', 129_000, 'HUF', 'Példa Anna', null],
    ['2026-03-03', -35_000, 'HUF', 'Bolt', null],
  ]);
});

test('a payment service says what is left after its fee, and what is pending', async () => {
  const german = `Datum,Name,Status,Währung,Brutto,Gebühr,Netto\n02.03.2026,Ada,Abgeschlossen,EUR,"10,00","-0,50","9,50"
03.03.2026,Bo,Ausstehend,EUR,"7,00","0,00","7,00"\n`;
  expect(await linesOf(german)).toEqual([['2026-03-02', 950, 'EUR', 'Ada', null]]);
});

test('a Czech bank’s file is read in its character set', async () => {
  const file = `Datum zaúčtování;Název protiúčtu;Zaúčtovaná částka;Měna účtu;Zpráva
02.03.2026;Jiří Dvořák;"1 250,50";CZK;Příspěvek\n`;
  expect(await linesOf(central(file))).toEqual([
    ['2026-03-02', 125_050, 'CZK', 'Jiří Dvořák', 'Příspěvek'],
  ]);
});

test('sums and remarks below the rows are left out', async () => {
  const file = 'Date;Amount;Text\n2026-03-02;€5;gift\nTotal;€5;\n;€5;\nPage 1;Page 1;Page 1\n';
  expect(await linesOf(file)).toEqual([['2026-03-02', 500, 'EUR', null, 'gift']]);
});

test('what the reader doesn’t use, and payers choose, may be anything', async () => {
  const file = `Name;Date;Amount (EUR);Reference;Text
Total;2026-03-02;5;1,5E+10;gift
Summe;2026-03-03;6;#REF!;-
Ada;2026-03-04;7;n/a;+\n`;
  const { lines } = await read(file, { account: 'A' });
  expect(lines.map((line) => [line.name, line.amountMinor, line.payerReference])).toEqual([
    ['Total', 500n, '1,5E+10'],
    ['Summe', 600n, '#REF!'],
    ['Ada', 700n, null],
  ]);
});

test('strokes in both columns are no payment, and beside a figure they are nothing', async () => {
  const file = `Date;Text;Paid out;Paid in;Balance
2026-03-01;carried over;-;n/a;-
2026-03-02;gift;-;€5;€15
2026-03-03;fee;€1;N/A;€14\n`;
  expect(await linesOf(file)).toEqual([
    ['2026-03-02', 500, 'EUR', null, 'gift'],
    ['2026-03-03', -100, 'EUR', null, 'fee'],
  ]);
});

test.each([
  ['Rückbuchung', true],
  ['SEPA RUECKLASTSCHRIFT', true],
  ['Chargeback of T-1', true],
  ['payment reversal', true],
  ['Rent, until now unpaid', false],
  ['Returned goods, recall of March', false],
  ['rent', false],
])('a debit with the text “%s” takes a credit back: %s', async (text, isReversal) => {
  const file = `Date;Amount;Text\n2026-03-02;€55;${text}\n2026-03-03;-€55;${text}\n`;
  const { lines } = await read(file, { account: 'A' });
  expect(lines.map((line) => [line.amountMinor, line.isReversal])).toEqual([
    [5500n, false],
    [-5500n, isReversal],
  ]);
});

test('a payee’s name says nothing of that', async () => {
  const file = 'Date;Amount;Name;Text\n2026-03-03;-€55;Storno Example;rent\n';
  expect((await read(file, { account: 'A' })).lines[0]!.isReversal).toBe(false);
});

const PLAIN = 'Date,Amount,Name\n03/04/2026,1.00,Ada\n';

test.each([
  ['a day that may be two', PLAIN, 'dayOrder,can’t be told from the file: 03/04/2026'],
  ['no currency', PLAIN.replaceAll('/', '.'), 'currency,isn’t in the file'],
  ['no day', 'When,Amount\n2026-04-03,$1\n', 'day,wasn’t found in the file'],
  ['no amount', 'Date,Sum of it\n2026-04-03,$1\n', 'Date, Sum of it'],
  [
    'another currency',
    'Date,Amount,Currency\n2026-04-03,1,XXX\n',
    'in row 2: “XXX” isn’t a currency',
  ],
  ['a wrong day', 'Date,Amount\n2026-02-30,$1\n', 'in row 2: “2026-02-30” isn’t a day'],
  ['a wrong amount', 'Date,Amount (EUR)\n2026-02-03,1x1\n', '“1x1” isn’t a figure'],
  [
    'a huge amount',
    `Date,Amount\n2026-02-03,$${'9'.repeat(30)}\n`,
    'an amount that Muster can’t read',
  ],
  ['“n/a” for an amount', 'Date,Amount\n2026-02-03,$1\n2026-02-04,n/a\n', 'read: n/a, in row 3'],
  ['a stroke for an amount', 'Date,Amount (EUR)\n2026-02-03,-\n', 'read: -, in row 2'],
  [
    'a stroke for a currency',
    'Date,Amount,Currency\n2026-02-03,1,EUR\n2026-02-04,1,-\n',
    'a currency that Muster can’t read: none, in row 3',
  ],
  ['whose account', 'Date,Amount,Account\n2026-02-03,$1,1\n2026-02-03,$1,2\n', 'account,isn’t'],
  ['no rows', 'Date,Amount\n', 'file,'],
  [
    'no header',
    '02.03.2026;Gift of Ada;02.03.2026;10,00;EUR\n03.03.2026;Rent;03.03.2026;-5,00;EUR\n',
    'file,has no row that names its columns. Insert one above the first payment, such as “Date;Text;Amount;Currency”',
  ],
  [
    'MT940',
    ':20:STARTUMS\n:25:10010010/123\n:61:2603020302C10,00N',
    'file,is neither camt.053 nor',
  ],
  ['JSON', '[\n  {\n    "day": "2026-03-02"\n  }\n]', 'file,is neither camt.053 nor a CSV'],
  ['days that say nothing', 'Date,Amount\nMonday,$1\n', '“Monday” isn’t a day'],
  ['a currency that is none', 'Date,Amount\n2026-04-03,1\n', 'currency,“EURO” isn’t a currency'],
  ['no table', 'Hello', 'file,'],
])('%s is asked for or refused', async (_, text, expected) => {
  const answers: BankAnswers = expected.startsWith('account') ? {} : { account: 'A' };
  if (expected.includes('EURO')) answers.currency = 'Euro';
  expect(await refusalOf(text, answers)).toContain(expected);
});

test('what is missing can be said', async () => {
  expect(await refusalOf('Date,Amount\n2026-04-03,$1\n', {})).toContain(
    'account,isn’t in the file',
  );
  const file = 'When;Gift;Name\n03/04/2026;1,50;Ada\n';
  const said = { account: 'A', currency: 'eur', day: 'When', amount: 'Gift' };
  expect(await linesOf(file, { ...said, dayOrder: 'mdy' })).toEqual([
    ['2026-03-04', 150, 'EUR', 'Ada', null],
  ]);
  expect(await linesOf(file, { ...said, dayOrder: 'dmy' })).toEqual([
    ['2026-04-03', 150, 'EUR', 'Ada', null],
  ]);
});

test.each(['a', '(', '-', '"', ' ', "'=", '\n', '9', 'A1'])(
  'a megabyte of %j is read or refused at once',
  async (each) => {
    const long = each.repeat(2 ** 20 / each.length);
    for (const text of [long, `Date,Amount,Name\n2026-01-01,${long},x`, `Date,${long}\n1,2\n`]) {
      const start = performance.now();
      await refusalOf(text);
      // A fifth of a second, unless the machine is busy.
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  },
  60_000,
);
