/** Importing CSV files at the desk, in English. */
import { isCurrency } from '../../server/domain/asset.ts';
import type { CsvKind } from '../../server/domain/csv-fields.ts';
import { count, fullAmount, gpuHours, instant } from '../format.ts';
import type { FieldWords } from './shapes.ts';

const some = (number: number, one: string): string =>
  `${count(number)} ${one}${number === 1 ? '' : 's'}`;

const kinds: Record<CsvKind, string> = {
  signatories: 'Signatories',
  pledges: 'Pledges',
  agreements: 'Agreements',
  receipts: 'Money and hours received',
};

const ones: Record<CsvKind, string> = {
  signatories: 'signature',
  pledges: 'pledge',
  agreements: 'agreement',
  receipts: 'receipt',
};

/** Of the file's fields, by their names in docs/import.md. */
const columns: Record<string, FieldWords> = {
  external_id: {
    label: 'External id',
    hint: 'The row’s id where the file is from. A row with a known id changes nothing.',
  },
  email: { label: 'Email address' },
  kind: { label: 'Person or organisation' },
  first_name: { label: 'First name' },
  last_name: { label: 'Last name' },
  role: { label: 'Role' },
  affiliation: { label: 'Affiliation' },
  name: { label: 'Name' },
  url: { label: 'Website' },
  country: { label: 'Country' },
  statement: { label: 'Statement' },
  public: { label: 'Name is public' },
  signed_on: { label: 'Signed on' },
  giver_id: { label: 'Giver’s external id' },
  giver: { label: 'Giver’s name' },
  pledge: {
    label: 'Pledge',
    hint: 'Its reference here, or its external id. Not needed if the giver has only one.',
  },
  amount: { label: 'Amount' },
  currency: { label: 'Currency' },
  pledged_on: { label: 'Pledged on' },
  due_on: { label: 'Due on' },
  anonymous: { label: 'Anonymous' },
  restricted_to: { label: 'Restricted to' },
  purchase_order: { label: 'Purchase order' },
  note: { label: 'Note', hint: 'Only admins see it.' },
  model: { label: 'GPU model' },
  gpu_hours: { label: 'GPU-hours' },
  gpus: { label: 'GPUs' },
  site: { label: 'Site' },
  provider: { label: 'Provider' },
  from: { label: 'First day' },
  last_day: { label: 'Last day' },
  grade: { label: 'Evidence' },
  evidence_url: { label: 'Address of the evidence' },
  evidence_note: { label: 'Description of the evidence' },
  agreed_on: { label: 'Signed on' },
  reference: { label: 'Reference' },
  received_on: { label: 'Received on' },
  fee: { label: 'Bank’s fee' },
};

const answers: Record<string, FieldWords> = {
  currency_else: {
    label: 'Currency',
    hint: 'Of amounts without a sign, a code or a column that says it.',
  },
  kind_else: {
    label: 'Who are rows that don’t say?',
    choices: [
      { value: 'person', text: 'Persons' },
      { value: 'organisation', text: 'Organisations' },
    ],
  },
  shown_else: {
    label: 'What may the public see of rows that don’t say?',
    choices: [
      { value: 'yes', text: 'The name', hint: 'Only if these people agreed to it.' },
      { value: 'no', text: 'No name' },
    ],
  },
};

export const deskCsv = {
  title: 'Import',
  text: 'Bring a list that you have as a CSV file: from a form, a spreadsheet or another system. You see every row’s result before anything is recorded, and you can undo the import.',
  kinds,
  fields: {
    kind: {
      label: 'What does the file hold?',
      choices: [
        {
          value: 'signatories',
          text: kinds.signatories,
          hint: 'They are published at once. Import them before their pledges.',
        },
        { value: 'pledges', text: kinds.pledges, hint: 'They are accepted at once.' },
        {
          value: 'agreements',
          text: kinds.agreements,
          hint: 'Each needs a reference, an address or a description of what was signed.',
        },
        {
          value: 'receipts',
          text: kinds.receipts,
          hint: 'Each payment needs the bank’s reference.',
        },
      ] satisfies { value: CsvKind; text: string; hint: string }[],
    },
    file: {
      label: 'File',
      hint: 'CSV with the names of the columns in its first row: at most 100,000 rows and 32 MiB.',
    },
  } as Record<string, FieldWords>,
  upload: 'Upload',
  recent: 'Recent imports',
  recentLine: (kind: CsvKind, recorded: number | null, at: Date, who: string): string =>
    `${recorded === null ? `${kinds[kind]}, not recorded yet` : some(recorded, ones[kind])}, ${instant(at)} by ${who}`,
  isUndone: '(undone)',
  columns,
  answers,
  match: {
    title: (kind: CsvKind): string => `Import: ${kinds[kind].toLowerCase()}`,
    text: (rows: number): string =>
      `${some(rows, 'row')} found. Check which column each field is in. Columns that you don’t choose are left out.`,
    none: 'Not in this file',
    column: (n: number): string => `Column ${n}`,
    all: 'For all rows',
    dayOrder: (example: string): FieldWords => ({
      label: `Which day is ${example}?`,
      hint: 'No row of the file tells.',
      choices: [
        { value: 'dmy', text: 'The day is first' },
        { value: 'mdy', text: 'The month is first' },
      ],
    }),
    mark: (example: string): FieldWords => ({
      label: `How is ${example} meant?`,
      hint: 'No row of the file tells.',
      choices: [
        { value: '.', text: 'The comma is between thousands, the point before decimals' },
        { value: ',', text: 'The point is between thousands, the comma before decimals' },
      ],
    }),
    submit: 'Check the rows',
    leave: 'Delete this file',
  },
  rows: {
    title: (kind: CsvKind): string => `Check the import: ${kinds[kind].toLowerCase()}`,
    good: (of: number, kind: CsvKind): string =>
      `${some(of, ones[kind])} can be recorded. Nobody gets an email.`,
    sum: (asset: string, quantity: bigint): string =>
      isCurrency(asset)
        ? fullAmount(quantity, asset)
        : `${gpuHours(quantity)} GPU-hours of ${asset}`,
    sums: (parts: string[]): string => `Together: ${parts.join(', ')}.`,
    known: (of: number): string =>
      `${some(of, 'row')} ${of === 1 ? 'was' : 'were'} recorded before. Nothing changes there.`,
    wrong: (of: number): string => `${some(of, 'row')} ${of === 1 ? 'has' : 'have'} errors.`,
    wrongTitle: 'Rows with errors',
    shownOnly: (of: number): string => `The first ${count(of)} are shown. The file has them all.`,
    row: 'Row',
    error: 'What is wrong',
    wholeRow: 'Row',
    download: 'Download the rows with errors',
    downloadText:
      'Correct them in the file and import it: rows that are recorded by then change nothing.',
    sample: 'The first rows, as we read them',
    submit: (of: number, kind: CsvKind, isAll: boolean): string =>
      `Record ${isAll ? '' : 'only '}${some(of, ones[kind])}`,
    back: 'Change the columns',
    file: 'errors.csv',
  },
  state: {
    title: (kind: CsvKind): string => `Import: ${kinds[kind].toLowerCase()}`,
    running: 'This takes up to a minute. You can leave this page.',
    progress: {
      rows: (done: number, of: number): string => `${count(done)} of ${some(of, 'row')} checked`,
      entries: (done: number, of: number): string =>
        `${count(done)} of ${count(of)} ledger entries recorded`,
    } as Record<string, (done: number, of: number) => string>,
    recorded: (of: number, kind: CsvKind, at: Date): string =>
      `${some(of, ones[kind])} recorded on ${instant(at)}.`,
    undone: (at: Date): string => `This import was undone on ${instant(at)}.`,
    undoTitle: 'Undo this import',
    undoText: {
      signatories:
        'The signatures are withdrawn. Signatories who have confirmed their address meanwhile stay.',
      pledges: 'The pledges leave the totals and are rejected.',
      agreements: 'The amounts go back to promised.',
      receipts: 'The amounts go back to where they were.',
    } satisfies Record<CsvKind, string>,
    fields: {
      reason: { label: 'Reason', hint: 'It is shown with the change, where the giver’s name is.' },
    } as Record<string, FieldWords>,
    undo: 'Undo the import',
    again: 'Import another file',
    noUndo: 'We can’t do this',
  },
};
