import { setInterval } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { CSV_FIELDS, guessColumns } from '../../server/domain/csv-fields.ts';
import { readCsv } from '../../server/import/csv/read.ts';
import { central, latin } from './sheets/sheet.ts';

const read = (text: string | Buffer) => readCsv(Buffer.from(text));
const TEXT = 'Name,City\r\nÅse Øst,Zürich\r\n';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('a spreadsheet’s file', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16, the larger byte first', utf16be(`\uFEFF${TEXT}`)],
    ['Windows-1252', Buffer.from(TEXT, 'latin1')],
    ['semicolons', Buffer.from(TEXT.replaceAll(',', ';'))],
    ['tabs', Buffer.from(TEXT.replaceAll(',', '\t'))],
    ['a line for Excel', Buffer.from(`sep=;\r\n${TEXT.replaceAll(',', ';')}`)],
    ['one kind of line end', Buffer.from(TEXT.replaceAll('\r', ''))],
    ['empty rows', Buffer.from(`\r\n${TEXT},\r\n\r\n`)],
  ])('in %s is read', async (_, bytes) => {
    const { header, rows } = await readCsv(bytes);
    expect(header).toEqual(['Name', 'City']);
    expect(rows.map(({ cells }) => cells)).toEqual([['Åse Øst', 'Zürich']]);
  });

  test.each([
    ['Czech', 'Datum zaúčtování,Částka\nJiří Dvořák,Příspěvek', central],
    ['Polish', 'Kwota,Nadawca\n100 zł,Michał Wąs\nPaweł Wąs,wpłata\n90-001 Łódź,z Łodzi', central],
    ['Hungarian', 'Összeg,Küldő\nSzűcs Gyöngyi,időszámla\nelőfizetés,felelősség', central],
    ['Czech, in UTF-8', 'Částka,Plátce\nJiří Dvořák,dar', (text: string) => Buffer.from(text)],
    ['French', 'Libellé,Montant\nHélène Brûlé,prélèvement à coûts réduits', latin],
    ['Spanish', 'Concepto,Importe\nÍñigo Núñez,¿donación? año 2026', latin],
    ['Portuguese', 'Descrição,Valor\nJoão Simões,doações públicas', latin],
    ['Danish', 'Beløb,Tekst\nJørgen Ærø,overført på årets første dag', latin],
    ['Estonian', 'Summa,Selgitus\nÕie Võõras,õhtusöök', latin],
    ['German with one Czech name', 'Betrag,Name\n5 m³,Søren Dvorák aus Köln', latin],
    ['English with a payer who wrote one such word', 'Amount,Name\n$50,èáaaa èáaaa èáaaa', latin],
    ['English with pounds', 'Amount,Name\n£50,Jiøí Dvoøák: Pøíspìvek', latin],
    ['English with pounds behind', 'Amount,Name\n50 £,Jiøí Dvoøák: Pøíspìvek', latin],
  ])('in %s keeps its letters', async (_, text, encode) => {
    const { header, rows } = await readCsv(encode(text));
    expect([header, ...rows.map(({ cells }) => cells)].join('\n')).toBe(text);
  });

  test('may have separators and lines in quotes, and its rows are counted as a spreadsheet counts', async () => {
    const { rows } = await read('a;b\n"1,5; ""x""";"two\nlines"\n;\n\'=5;3\n');
    expect(rows).toEqual([
      { n: 2, cells: ['1,5; "x"', 'two\nlines'] },
      { n: 4, cells: ['=5', '3'] },
    ]);
  });

  test('with one column has no separator', async () => {
    expect(await read('email\na@b.example\n')).toMatchObject({ header: ['email'] });
  });

  test.each([
    ['', 'needs a first row'],
    ['a,b\n', 'needs a first row'],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'is a workbook'],
    ['a,b\n1,"never closed\n2,3\n', 'can’t be read at row'],
    [`a,b\n1,${'x'.repeat(100_001)}\n`, 'can’t be read at row 2'],
    [`${'a,'.repeat(101)}\n1\n`, 'has more than 100 columns'],
    [`a,b\n${'1,2\n'.repeat(100_001)}`, 'has more than 100,000 rows'],
  ])('is refused with the cause: %#', async (bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });
});

test('millions of empty lines take no time', async () => {
  expect((await read(`a,b\n1,2${'\n'.repeat(3_000_000)}3,4`)).rows.map(({ n }) => n)).toEqual([
    2, 3_000_002,
  ]);
});

test('others get their turn while a file is read', async () => {
  let turns = 0;
  const counting = new AbortController();
  const count = async (): Promise<void> => {
    for await (const _ of setInterval(0, null, counting)) turns += 1;
  };
  const counted = count().catch(() => {});
  const { rows } = await read(`a,b\n1,2\n${`${','.repeat(90_000)}\n`.repeat(11)}`);
  counting.abort();
  await counted;
  expect(rows).toHaveLength(1);
  expect(turns).toBeGreaterThan(5);
});

describe('columns are guessed', () => {
  test('of Google Forms', () => {
    const header = [
      'Timestamp',
      'Email Address',
      'What is your full name?',
      'Organization (optional)',
      'Role',
      'How much do you pledge?',
      'Why do you sign?',
    ];
    expect(guessColumns(CSV_FIELDS.signatories, header)).toEqual({
      email: 1,
      role: 4,
      affiliation: 3,
      name: 2,
      signedOn: 0,
      statement: 6,
    });
    expect(guessColumns(CSV_FIELDS.pledges, header)).toEqual({
      email: 1,
      giver: 2,
      amount: 5,
      occurredOn: 0,
    });
  });

  test('of Airtable', () => {
    const header = [
      'Name',
      'Email',
      'Organisation',
      'Amount',
      'Currency',
      'Created',
      'Record ID',
      'Attachments',
    ];
    expect(guessColumns(CSV_FIELDS.signatories, header)).toEqual({
      externalId: 6,
      email: 1,
      affiliation: 2,
      name: 0,
      signedOn: 5,
    });
    expect(guessColumns(CSV_FIELDS.pledges, header)).toEqual({
      externalId: 6,
      email: 1,
      giver: 0,
      amount: 3,
      currency: 4,
      occurredOn: 5,
    });
  });

  test('of CiviCRM', () => {
    const contacts = [
      'Contact ID',
      'Contact Type',
      'Sort Name',
      'Display Name',
      'First Name',
      'Last Name',
      'Job Title',
      'Current Employer',
      'Country',
      'Email',
    ];
    expect(guessColumns(CSV_FIELDS.signatories, contacts)).toEqual({
      externalId: 0,
      kind: 1,
      firstName: 4,
      lastName: 5,
      role: 6,
      affiliation: 7,
      name: 3,
      country: 8,
      email: 9,
    });
    const pledges = [
      'Contact ID',
      'Pledge ID',
      'Total Pledged',
      'Pledge Currency',
      'Pledge Made',
      'Payments Start Date',
    ];
    expect(guessColumns(CSV_FIELDS.pledges, pledges)).toEqual({
      giverId: 0,
      externalId: 1,
      amount: 2,
      currency: 3,
      occurredOn: 4,
      dueOn: 5,
    });
    const contributions = [
      'Contact ID',
      'Contribution ID',
      'Total Amount',
      'Fee Amount',
      'Net Amount',
      'Transaction ID',
      'Currency',
      'Contribution Date',
      'Contribution Source',
    ];
    expect(guessColumns(CSV_FIELDS.receipts, contributions)).toEqual({
      giverId: 0,
      externalId: 1,
      amount: 2,
      fee: 3,
      reference: 5,
      currency: 6,
      occurredOn: 7,
      note: 8,
    });
  });

  test('of Muster’s own files', () => {
    const header = [
      'id',
      'status',
      'kind',
      'name',
      'email',
      'role',
      'affiliation',
      'url',
      'country',
      'public',
      'created_at',
      'published_at',
      'statement',
    ];
    expect(guessColumns(CSV_FIELDS.signatories, header)).toMatchObject({
      externalId: 0,
      kind: 2,
      name: 3,
      email: 4,
      public: 9,
      signedOn: 11,
      statement: 12,
    });
  });
});
