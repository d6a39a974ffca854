/** Lists of people, and days as they write them. */
import { ADA, BO, latin, lines, type Sheet } from './sheet.ts';

const UNCLEAR = [
  'Yes, but without my name',
  'Yes. But anonymously',
  'Ja, aber ohne Namen',
  'Oui; sans mon nom',
  '예, 익명으로',
  'No, but only after June',
  'Public: no',
  'Yes, keep it private',
];

export const SIGNATORIES: Record<string, Sheet> = {
  'a Google Form’s answers': {
    file: lines(
      'Timestamp,Email Address,What is your full name?,Organization,May we show your name in public?',
      '2026/02/13 2:05:33 PM GMT+9,ada@sheets.example,Ada Example,Works,"Yes, show my name"',
      '2026/02/14 9:00:00 AM GMT+9,bo@sheets.example,Bo Example,,"No, not yet"',
    ),
    rows: [
      { ...ADA, affiliation: 'Works', public: 'yes', signedOn: '2026-02-13' },
      { ...BO, public: 'no', signedOn: '2026-02-14' },
    ],
  },
  'a Google Form’s answers in Korean': {
    file: lines(
      '타임스탬프,이메일 주소,이름,소속',
      '2026. 2. 13 오후 2:05:33,minjun@sheets.example,김민준,예시대학교',
    ),
    rows: [
      {
        email: 'minjun@sheets.example',
        name: '김민준',
        affiliation: '예시대학교',
        signedOn: '2026-02-13',
      },
    ],
  },
  'an Airtable’s view': {
    file: lines(
      'Name,Email,Organisation,Kind,Created,Record ID',
      'Ada Example,ada@sheets.example,Works,Person,2/13/2026 2:05pm,recAAA',
    ),
    rows: [{ ...ADA, kind: 'person', signedOn: '2026-02-13', externalId: 'recAAA' }],
  },
  'CiviCRM’s contacts': {
    file: lines(
      'Contact ID,Contact Type,Display Name,Job Title,Current Employer,Country,Email',
      '12,Individual,Ada Example,Chair,Works,Norway,ada@sheets.example',
      '13,Organization,Example Works,,,Germany,',
    ),
    rows: [
      { externalId: '12', kind: 'person', role: 'Chair', affiliation: 'Works', country: 'Norway' },
      { externalId: '13', kind: 'organisation', name: 'Example Works' },
    ],
  },
  'Excel in German': {
    file: latin(
      'Vorname;Nachname;E-Mail;Firma;Land;Datum\r\nJürg;Beispiel;j@sheets.example;Beispiel AG;Schweiz;13.02.2026\r\n',
    ),
    rows: [
      {
        firstName: 'Jürg',
        lastName: 'Beispiel',
        email: 'j@sheets.example',
        affiliation: 'Beispiel AG',
        country: 'Schweiz',
        signedOn: '2026-02-13',
      },
    ],
    makes: [{ name: 'Jürg Beispiel', country: 'CH' }],
  },
  'Excel in French': {
    file: latin(
      'Prénom;Nom;Courriel;Organisme;Pays;Date\r\nZoé;Exemple;z@sheets.example;Atelier;Allemagne;1er février 2026\r\n',
    ),
    rows: [
      {
        firstName: 'Zoé',
        lastName: 'Exemple',
        email: 'z@sheets.example',
        country: 'Allemagne',
        signedOn: '2026-02-01',
      },
    ],
  },
  'Excel in English, with other names of countries': {
    file: lines('Name,Country', 'Ada Example,USA', 'Bo Example,UK', 'Cy Example,대한민국'),
    rows: [{ country: 'USA' }, { country: 'UK' }, { country: '대한민국' }],
    makes: [{ country: 'US' }, { country: 'GB' }, { country: 'KR' }],
  },
  'a country that there isn’t': {
    file: lines('Name,Country', 'Ada Example,Atlantis'),
    errors: [[2, 'Country ']],
  },
  'names in Hangul, Arabic and with combining marks': {
    file: lines('Name', '김 예시', 'مثال علي', 'Zoe\u0308 Exe\u0301mple'),
    rows: [{ name: '김 예시' }, { name: 'مثال علي' }, { name: 'Zoe\u0308 Exe\u0301mple' }],
    makes: [{ name: '김 예시' }, { name: 'مثال علي' }, { name: 'Zoë Exémple' }],
  },
  'addresses with what mail programs put around them': {
    file: lines(
      'Name,Email',
      'Ada Example, ada@sheets.example\u00A0',
      'Bo Example,mailto:bo@sheets.example',
      'Cy Example,Cy Example <cy@sheets.example>',
      'Dee Example,dee @ sheets.example',
      'Eli Example,eli@sheets.example; eli@other.example',
    ),
    rows: [ADA, BO, { email: 'cy@sheets.example' }],
    errors: [
      [5, 'Email “dee @ sheets.example” isn’t an email address.'],
      [6, 'Email “eli@sheets.example; eli@other.example” isn’t an email address.'],
    ],
  },
  'websites without their scheme': {
    file: lines(
      'Name,Website',
      'Ada Example,www.ada.example',
      'Bo Example,https://bo.example/x',
      'Cy Example,ask me',
    ),
    rows: [{ url: 'https://www.ada.example' }, { url: 'https://bo.example/x' }],
    errors: [[4, 'Web address ']],
  },
  'yes and no in words': {
    file: lines(
      'Name,Public',
      ...['Yes', 'ja', 'WAHR', '예', 'x', 'no', 'FALSE', 'maybe', 'No preference'].map(
        (word, nth) => `Signer ${nth} Example,${word}`,
      ),
    ),
    rows: ['yes', 'yes', 'yes', 'yes', 'yes', 'no', 'no'].map((word) => ({ public: word })),
    errors: [
      [9, 'Public “maybe” isn’t clear. Write yes or no.'],
      [10, 'Public “No preference” isn’t clear.'],
    ],
  },
  'a yes or no with a condition': {
    file: lines(
      'Name,Public',
      ...['Yes, show my name', 'No, not yet', ...UNCLEAR].map(
        (words, nth) => `Signer ${nth} Example,"${words}"`,
      ),
    ),
    rows: [{ public: 'yes' }, { public: 'no' }],
    errors: UNCLEAR.map((words, nth) => [
      nth + 4,
      `Public “${words}” isn’t clear. Write yes or no.`,
    ]),
  },
  'consent to be named, and days of signing': {
    file: lines(
      'Name,Email,Consent to publish name,Signed',
      'Ada Example,ada@sheets.example,No,2026-02-03',
      'Bo Example,bo@sheets.example,Yes,2026-02-04',
    ),
    rows: [
      { ...ADA, public: 'no', signedOn: '2026-02-03' },
      { ...BO, public: 'yes', signedOn: '2026-02-04' },
    ],
    blocked: null,
  },
  ...Object.fromEntries(
    [
      ['Consent', 'Date signed'],
      ['OK to publish?', 'Unterschrieben am'],
      ['ok_to_publish', 'signed'],
      ['Publish', 'Signed'],
    ].map(([consent, day]) => [
      `consent and a day as “${consent}” and “${day}”`,
      {
        file: lines(`Name,${consent},${day}`, 'Ada Example,No,2026-02-03'),
        rows: [{ name: 'Ada Example', public: 'no', signedOn: '2026-02-03' }],
        blocked: null,
      },
    ]),
  ),
  ...Object.fromEntries(
    [
      'Do not publish my name',
      'Hide me from the public list',
      'Data consent',
      'Please don’t make my name public',
    ].map((header) => [
      `“${header}”, which is no consent to be named`,
      {
        file: lines(`Name,${header}`, 'Ada Example,"No, thanks"', 'Bo Example,x', 'Cy Example,-'),
        // A tick doesn't settle whose name may be public.
        answers: { leftOut: [1] },
        rows: ['Ada', 'Bo', 'Cy'].map((name) => ({ name: `${name} Example` })),
        blocked: `“${header}” says yes or no, and no field reads it.`,
      },
    ]),
  ),
  'the same, if no name is shown': {
    file: lines('Name,Data consent', 'Ada Example,no'),
    answers: { leftOut: [1], shown: false },
    rows: [{ name: 'Ada Example' }],
    blocked: null,
  },
  'N/A and strokes for nothing': {
    file: lines('Name,Email,Website,Country', 'Ada Example,N/A,-,–', 'Bo Example,#N/A,n/a,—'),
    rows: [{ name: 'Ada Example' }, { name: 'Bo Example' }],
  },
  'what looks like a formula': {
    file: lines('Name,Phone,Organisation', "=1+1,+49 30 1234567,'=Works", '#REF!,,'),
    rows: [{ name: '=1+1', affiliation: '=Works' }],
    errors: [[3, 'Name “#REF!” is what a spreadsheet shows']],
  },
  'external ids of any kind': {
    file: lines(
      'ID,Name',
      '007,Ada Example',
      'rec A/1,Bo Example',
      '007,Cy Example',
      '1.23457E+14,Dee Example',
    ),
    rows: [{ externalId: '007' }, { externalId: 'rec A/1' }],
    errors: [
      [4, 'External id is also in row 2.'],
      [5, 'External id “1.23457E+14” is what a spreadsheet shows'],
    ],
  },
  'a name with a line break': {
    file: 'Name\n"Ada\nExample"\n',
    errors: [[2, 'Name has a control']],
  },
  'kinds in words': {
    file: lines(
      'Name,Typ',
      'Ada Example,Individual',
      ...['COMPANY', 'Foundation', 'nonprofit', 'NGO', 'Charity'].map(
        (kind, nth) => `Works ${nth},${kind}`,
      ),
      'Club,verein',
    ),
    rows: ['person', ...Array.from({ length: 5 }, () => 'organisation')].map((kind) => ({ kind })),
    errors: [[8, 'Kind “verein” isn’t clear. Write person or organisation.']],
  },
};

const dated = (...days: string[]): string =>
  lines('Name;Date', ...days.map((day, nth) => `Signer ${nth} Example;${day}`));
const onDays = (...days: string[]) => days.map((signedOn) => ({ signedOn }));

export const DAYS: Record<string, Sheet> = {
  'days that may be two': {
    file: dated('3/2/2026', '4/2/2026'),
    asks: '3/2/2026',
    errors: [
      [2, 'may be two days'],
      [3, 'may be two days'],
    ],
  },
  'the same, once a person says that the day is first': {
    file: dated('3/2/2026', '4/2/2026'),
    answers: { dayOrder: 'dmy' },
    asks: '3/2/2026',
    rows: onDays('2026-02-03', '2026-02-04'),
  },
  'days of which one row tells the order': {
    file: dated('3/2/2026', '2/25/26'),
    rows: onDays('2026-03-02', '2026-02-25'),
  },
  'days of which two rows tell different orders': {
    file: dated('3/2/2026', '25/2/2026', '2/25/2026'),
    asks: '3/2/2026',
    rows: onDays('2026-02-25', '2026-02-25'),
    errors: [[2, 'may be two days']],
  },
  'days in words': {
    file: dated('3 Feb 2026', 'February 3rd, 2026', '3-Feb-26', '3. Februar 2026', '3 févr. 2026'),
    rows: onDays(...Array.from({ length: 5 }, () => '2026-02-03')),
  },
  'days in the order of Korea, China and computers': {
    file: dated(
      '2026. 2. 3.',
      '2026년 2월 3일',
      '2026年2月3日',
      '20260203',
      '2026-02-03T23:59:59Z',
    ),
    rows: onDays(...Array.from({ length: 5 }, () => '2026-02-03')),
  },
  'days that lost their format': {
    file: dated('46056', '46056,5'),
    rows: onDays('2026-02-03', '2026-02-03'),
  },
  'months and parts of days': {
    file: dated('Apr-26', '2/2026', 'spring', '30.02.2026'),
    errors: [2, 3, 4, 5].map((row): [number, string] => [row, 'isn’t a day']),
  },
  'days that are to come': {
    file: dated('2026-12-24'),
    errors: [[2, 'Signed on ']],
  },
};
