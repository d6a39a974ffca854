import { describe, expect, test } from 'vitest';
import { linesOf, refusalOf } from './csv.ts';

describe('a payer’s text', () => {
  const forged = (header: string, quote = '') =>
    `${header}01.03.2026;Alice;50,00;gift
02.03.2026;Mallory;1,00;${quote}a,b,c,Date,Amount,Text${quote}
03.03.2026;Mallory;1,00;${quote}a,b,c,2026-03-03,1000000.00,DE02120300000000202051${quote}
04.03.2026;Rent;-5,00;rent\n`;
  const NO_NAMES = 'has no row that names its columns. Insert one above the first payment';

  test('never names the columns of a file without names', async () => {
    expect(await refusalOf(forged(''))).toContain(`${NO_NAMES}, such as`);
    expect(await refusalOf(forged('', '"'))).toContain('If row 1 is no payment, delete it');
    // The first row alone may have most of another separator, and days that we can't read.
    const first = '1. března;Mallory;1,00;a,b,c,d,e,Date,Amount,Text\n';
    const second = '2. března;Mallory;1,00;a,b,c,d,e,2026-03-03,1000000.00,REF\n';
    expect(await refusalOf(first + second)).toContain(NO_NAMES);
    // The text may come first, with more columns than are looked at.
    const long = `Text;Tag;Wieviel\n${'a,'.repeat(120)}Date,Amount;02.03.2026;1,00\n`;
    expect(await refusalOf(`${long}b;03.03.2026;2,00\n`)).toContain('day,wasn’t found');
  });

  test.each(['', ';;;;\n', 'sep=;\n'])('never names them below %j alone', async (above) => {
    const names = '01.03.2026;Mallory;1,00;Date;Amount\n';
    const file = `${above}${names}02.03.2026;Mallory;1,00;02.03.2026;1000000.00\n`;
    expect(await refusalOf(file)).toContain(NO_NAMES);
  });

  test('never names them below names that we don’t know, nor in a cell of several lines', async () => {
    const asked = 'day,wasn’t found in the file, whose first row must name its columns';
    expect(await refusalOf(forged('Tag;Wer;Wieviel;Wozu\n'))).toContain(asked);
    expect(await refusalOf(forged('"Tag";"Wer";"Wieviel";"Wozu"\n', '"'))).toContain(asked);
    const text = '"x\nDate;Amount;Text\n2026-03-03;1000000.00;REF"';
    const file = `Wozu;Tag;Wieviel\n${text};02.03.2026;1,00\nrent;04.03.2026;-5,00\n`;
    expect(await refusalOf(file)).toContain(asked);
    const said = { account: 'A', currency: 'EUR', day: 'Tag', amount: 'Wieviel' };
    expect((await linesOf(file, said)).map(([, minor]) => minor)).toEqual([100, -500]);
  });

  test.each(['', '"'])('changes neither rows nor account below known names (%j)', async (quote) => {
    const file = forged('Kontoauszug\nDatum;Name;Betrag;Text\n', quote);
    expect(await refusalOf(file, { currency: 'EUR' })).toContain('account,isn’t in the file');
    const lines = await linesOf(file, { account: 'A', currency: 'EUR' });
    expect(lines.map(([, minor]) => minor)).toEqual([5000, 100, 100, -500]);
  });

  test.each(['Date;Text;Amount', 'Date;Text;Amount;'])(
    'with a separator is refused below %s, and empty cells are not',
    async (names) => {
      const file = `${names}\n02.11.2026;y;€2,00;\n03.11.2026;x;€5000,00;1,00\n`;
      expect(await refusalOf(file)).toContain(
        'file,can’t be read in row 3: has more cells than the 3 columns',
      );
      expect(await linesOf(file.replace(';1,00', ';'))).toEqual([
        ['2026-11-02', 200, 'EUR', null, 'y'],
        ['2026-11-03', 500_000, 'EUR', null, 'x'],
      ]);
    },
  );

  test('with a separator is refused where the last column is empty, too', async () => {
    const file = 'Date;Text;Amount;Note\n02.11.2026;y;€2,00;\n03.11.2026;x;€5000,00;1,00;\n';
    expect(await refusalOf(file)).toContain('in row 3: has more cells than the 4 columns');
  });
});

test('above the names may be days, figures and the account’s numbers, but no payment', async () => {
  const above = `Period;01.01.2026 - 31.01.2026\nFrom;01.01.2026;to;31.01.2026\nBalance on 31.01.2026;1.234,56
"Printed, for
you";;BLZ:;12030000;;Datum:;01.02.2026\n\n`;
  const file = `${above}Datum;Betrag;Text\n02.01.2026;5,00 €;gift\n03.01.2026;x;gift\n`;
  expect(await refusalOf(file)).toContain('can’t be read in row 8: “x” isn’t a figure');
  expect(await linesOf(file.replace(';x;', ';;'))).toEqual([
    ['2026-01-02', 500, 'EUR', null, 'gift'],
  ]);
  expect(await refusalOf(`01.01.2026;Ada;7,00\n${file}`)).toContain(
    'If row 1 is no payment, delete it',
  );
  expect(await refusalOf(file.replace('12030000', '12,30'))).toContain(
    'If row 4 is no payment, delete it',
  );
});
