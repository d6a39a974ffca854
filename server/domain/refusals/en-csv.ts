/** Refusals of server/import/csv, in English. */
const some = (names: readonly string[], most = 10): string =>
  names.length > most
    ? `${names.slice(0, most).join(', ')} and ${names.length - most} more`
    : names.join(', ');

export const csv = {
  overMib: (most: number) => `is larger than ${most} MiB. Split it into smaller files`,
  workbook: 'is a workbook or a ZIP file. Download it as CSV from your spreadsheet, or unpack it',
  tooManyRows: (most: number) =>
    `has more than ${most.toLocaleString('en')} rows. Split it into smaller files`,
  tooManyColumns: (most: number) => `has more than ${most} columns`,
  unreadable: (row: number) =>
    `can’t be read at row ${row}: a quotation mark isn’t closed there, or the row is longer than 100,000 characters`,
  noRows: 'needs a first row with the names of the columns, and at least one more row',
  tooManyCells: (of: number) =>
    `has more cells than the ${of} columns that the first row names. Put quotation marks around text with a separator`,
  notFigure: (text: string) => `“${text}” isn’t a figure. Write it as 1250.50`,
  unclearFigure: (text: string) => `“${text}” may be thousands or decimals. Write it as 1234.00`,
  negative: (text: string) =>
    `“${text}” is negative. Leave this row out, and record what went back at the pledge`,
  lost: (text: string) =>
    `“${text}” is what a spreadsheet shows instead of the value. Format the column as text or correct its formula, and export it again`,
  total: 'adds up other rows. Leave it out',
  notDay: (text: string) => `“${text}” isn’t a day. Write it as 2026-03-31`,
  unclearDay: (text: string) => `“${text}” may be two days. Answer the question above the rows`,
  notCurrency: (text: string) => `“${text}” isn’t a currency. Use its code, such as USD`,
  otherCurrency: (sign: string, column: string) => `is in ${sign}, but the currency is ${column}`,
  notOneOf: (text: string, words: readonly string[]) =>
    `“${text}” isn’t clear. Write ${words.join(' or ')}`,
  notEmail: (text: string) => `“${text}” isn’t an email address`,
  column: (n: number) => `Column ${n}`,
  unread: (names: readonly string[]) => {
    const [it, they] = names.length === 1 ? ['it', 'it'] : ['them', 'they'];
    return `Not read: ${names.map((name) => `“${name}”`).join(', ')}. Choose a field for ${it}, or tick that ${they} may be left out.`;
  },
  mayBeConsent: (name: string) =>
    `“${name}” says yes or no, and no field reads it. If it says whose name may be public, choose a field for it. Otherwise answer “No name”, or delete that column from the file.`,
  closed:
    'The initiative is closed, so signatories and pledges can’t be imported. Agreements and receipts still can.',
  oldRate: (asset: string, on: string, days: number) =>
    `The newest ${asset} rate is from ${on}, ${days} days before this pledge. Add a rate at /admin/rates, or turn on daily rates.`,
  noEvidence: 'is needed: a reference, an address or a description of the signed agreement',
  noReference: 'is needed: the bank’s reference of the payment',
  twice: (row: number) => `is also in row ${row}. Each row needs its own`,
  sameRow: (row: number) =>
    `says the same as row ${row}. Leave one out, or give each an external id of its own`,
  signed: 'has signed already, or waits to be reviewed. Leave this row out',
  emailTwice: (row: number) => `is also in row ${row}. Each address can sign once`,
  noWhom: 'is needed: the giver’s external id, email address or name',
  unknownWhom: (text: string) =>
    `“${text}” has not signed. Import the signatories first, or correct this`,
  severalWhom: (text: string) =>
    `${text} is the name of several signatories. Add a column with their email addresses`,
  noPledge: (text: string) =>
    `“${text}” is neither a pledge’s reference nor the external id of an imported one`,
  noPledgeOf: (name: string) => `${name} has no accepted pledge`,
  severalPledges: (refs: readonly string[]) =>
    `could be one of ${some(refs)}. Add a column with the pledge’s reference`,
  pledgeCurrency: (currency: string, pledge: string) =>
    `is in ${currency}, but the pledge is in ${pledge}. Record this payment at the pledge`,
  identifies:
    'Anonymous pledges come from too few givers to hide whose they are. Tick the box below, or enter them by hand.',
  noImport: 'There is no such import. What nobody records is deleted after a day.',
  over: 'This import has been recorded or undone already.',
  busy: 'Somebody is recording this import right now.',
  othersRun: 'Other imports are being recorded right now. Try again once one of them is done.',
  changedSince: 'Something has changed since you looked at these rows. Look at them again.',
  failed: 'Something went wrong, and nothing has changed. Try again.',
  /** The evidence of what was reversed. */
  wasUndone: 'An import was undone.',
  movedOn: (names: readonly string[]) =>
    `We can’t undo this import, because more has happened since. Undo that first: ${some(names)}.`,
};
