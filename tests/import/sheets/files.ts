/** Encodings, separators, and what is around the rows. */
import { ADA, BO, TWO, latin, lines, utf16, type Sheet } from './sheet.ts';

export const ENCODINGS: Record<string, Sheet> = {
  'UTF-8 with a byte order mark': { file: `\uFEFF${TWO}`, rows: [ADA, BO] },
  'two byte order marks, as joined files have them': {
    file: `\uFEFF\uFEFF${TWO}`,
    rows: [ADA, BO],
  },
  'UTF-16, Excel’s “Unicode text” with tabs': {
    file: utf16(`\uFEFF${TWO.replaceAll(',', '\t')}`),
    rows: [ADA, BO],
  },
  'UTF-16, the larger byte first': { file: utf16(`\uFEFF${TWO}`).swap16(), rows: [ADA, BO] },
  'UTF-16 without a mark': { file: utf16(TWO), rows: [ADA, BO] },
  'Windows-1252': {
    file: latin('Name;Organisation\nJürg Beispiel;Universität Zürich\n'),
    rows: [{ name: 'Jürg Beispiel', affiliation: 'Universität Zürich' }],
  },
  'Korean Excel’s own': {
    // 이름,소속 / 김민준,한국대학교
    file: latin(
      '\xc0\xcc\xb8\xa7,\xbc\xd2\xbc\xd3\n\xb1\xe8\xb9\xce\xc1\xd8,\xc7\xd1\xb1\xb9\xb4\xeb\xc7\xd0\xb1\xb3\n',
    ),
    rows: [{ name: '김민준', affiliation: '한국대학교' }],
  },
  'lines that end in CRLF': { file: TWO.replaceAll('\n', '\r\n'), rows: [ADA, BO] },
  'lines that end in CR, as an old Mac wrote them': {
    file: TWO.replaceAll('\n', '\r'),
    rows: [ADA, BO],
  },
  'semicolons, with commas in a cell': {
    file: 'Name;Organisation\nAda Example;Works, Unlimited, and more\n',
    rows: [{ name: 'Ada Example', affiliation: 'Works, Unlimited, and more' }],
  },
  bars: { file: TWO.replaceAll(',', '|'), rows: [ADA, BO] },
  'a line that tells Excel the separator': {
    file: `sep=;\r\n${TWO.replaceAll(',', ';')}`,
    rows: [ADA, BO],
  },
  'lines and quotes within quotes': {
    file: 'Name,Statement\n"Ada ""Ace"" Example","First line\nsecond line"\n',
    rows: [{ name: 'Ada "Ace" Example', statement: 'First line\nsecond line' }],
  },
  'an Excel workbook': { file: latin('PK\x03\x04 and so on'), refused: 'is a workbook' },
  'a header alone': { file: 'Name,Email\n', refused: 'at least one more row' },
};

export const LAYOUTS: Record<string, Sheet> = {
  'a merged title above the header': {
    file: lines(
      'Our signatories,,',
      ',,',
      'Name,Email,Town',
      'Ada Example,ada@sheets.example,Oslo',
    ),
    rows: [ADA],
  },
  'a title without separators': {
    file: lines('Signatories; as of spring', '', 'Name;Email', 'Ada Example;ada@sheets.example'),
    rows: [ADA],
  },
  'a title with other separators than the table': {
    file: lines(
      'Signatories of Example Lab, as of 3 March 2026',
      '',
      '"Name";"Email"',
      'Ada Example;ada@sheets.example',
    ),
    rows: [ADA],
  },
  'when it was exported, above the header': {
    file: lines('Exported on,2026-03-01', TWO.trim()),
    rows: [ADA, BO],
  },
  'groups above the header': {
    file: lines('Who,,Where', 'Name,Email,Country', 'Ada Example,ada@sheets.example,NO'),
    rows: [{ ...ADA, country: 'NO' }],
  },
  'empty rows and columns': {
    file: lines(',Name,,Email', ',,,', ',Ada Example,,ada@sheets.example', ',,,', ',,,'),
    rows: [ADA],
  },
  'a row of totals at the end': {
    file: lines(TWO.trim(), 'Total:,2'),
    rows: [ADA, BO],
    errors: [[4, 'Row adds up other rows.']],
  },
  'a header with line breaks': {
    file: lines('"Full\nname","Email\n(private)"', 'Ada Example,ada@sheets.example'),
    rows: [ADA],
  },
  'a header with invisible marks': {
    file: lines('\u200BName,\u200BEmail\u00A0', 'Ada Example,ada@sheets.example'),
    rows: [ADA],
  },
  'a header in capitals': { file: TWO.replace('Name,Email', 'NAME,E-MAIL'), rows: [ADA, BO] },
  'a header in a language that we don’t know': {
    file: lines('Όνομα,Πόλη', 'Ada Example,Oslo'),
    missing: ['name'],
    blocked: 'Not read: “Όνομα”, “Πόλη”.',
  },
  'the same, once a person says which column is the name': {
    file: lines('Όνομα,Πόλη', 'Ada Example,Oslo'),
    answers: { columns: { name: 0 } },
    rows: [{ name: 'Ada Example' }],
  },
  'a column without a header, beside empty ones': {
    file: lines('Name,,Town,', 'Ada Example,x,-,', 'Bo Example,y,N/A,'),
    rows: [{ name: 'Ada Example' }, { name: 'Bo Example' }],
    blocked: 'Not read: “Column 2”. Choose a field for it, or tick that it may be left out.',
  },
  'the same, left out by a person': {
    file: lines('Name,,Town,', 'Ada Example,5,-,'),
    answers: { leftOut: [1] },
    rows: [{ name: 'Ada Example' }],
    blocked: null,
  },
  'a further column, which that tick doesn’t leave out': {
    file: lines('Name,,Town,', 'Ada Example,5,Oslo,'),
    answers: { leftOut: [1] },
    rows: [{ name: 'Ada Example' }],
    blocked: 'Not read: “Town”.',
  },
  'more cells than columns, for want of quotes': {
    file: lines('Name,Organisation', 'Ada Example,Works, Unlimited'),
    errors: [[2, 'more cells than the 2 columns']],
  },
  'one person in two rows': {
    file: lines('Name,Organisation', 'Ada Example,Works', 'Bo Example,', 'Ada Example,Works'),
    rows: [{ name: 'Ada Example' }, { name: 'Bo Example' }],
    errors: [[4, 'Row says the same as row 2.']],
  },
  'one address in two rows': {
    file: lines(TWO.trim(), 'A. Example,ADA@sheets.example'),
    rows: [ADA, BO],
    errors: [[4, 'Email is also in row 2.']],
  },
};
