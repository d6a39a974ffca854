/** Importing CSV files at the desk, in English. */
import { LEAST_GIVERS } from '../../server/domain/accept-together.ts';
import { isCurrency } from '../../server/domain/asset.ts';
import { CSV_KINDS, type CsvKind } from '../../server/domain/csv-fields.ts';
import type { Day } from '../../server/domain/day.ts';
import { count, fullAmount, fullDay, gpuHours, instant } from '../format.ts';
import type { FieldWords } from './shapes.ts';

const some = (number: number, one: string): string =>
  `${count(number)} ${one}${number === 1 ? '' : 's'}`;

const kinds = {
  signatories: {
    text: 'Signatories',
    one: 'signature',
    hint: 'They are published at once. Import them before their pledges.',
    undo: 'The signatures are rejected. Signatories who have confirmed their address meanwhile stay.',
  },
  pledges: {
    text: 'Pledges',
    one: 'pledge',
    hint: 'They are accepted at once.',
    undo: 'The pledges leave the totals and are rejected.',
  },
  agreements: {
    text: 'Agreements',
    one: 'agreement',
    hint: 'Each needs a reference, an address or a description of what was signed.',
    undo: 'The amounts go back to promised.',
  },
  receipts: {
    text: 'Money and hours received',
    one: 'receipt',
    hint: 'Each payment needs the bank’s reference.',
    undo: 'The amounts go back to where they were.',
  },
} satisfies Record<CsvKind, object>;

const someOf = (number: number, kind: CsvKind): string => some(number, kinds[kind].one);

/** Where a field's label isn't its name in docs/import.md. */
const labels: Record<string, string> = {
  visibility: 'Anonymous',
  giverId: 'Giver’s external id',
  occurredOn: 'Day',
  url: 'Web address',
  gpuHours: 'GPU-hours',
  gpus: 'GPUs',
  to: 'Last day',
};

/** "dueOn" is "Due on". */
const labelOf = (at: string): string => {
  const words = at.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return labels[at] ?? words.charAt(0).toUpperCase() + words.slice(1);
};

const sumOf = ([asset, quantity]: readonly [string, bigint]): string =>
  isCurrency(asset) ? fullAmount(quantity, asset) : `${gpuHours(quantity)} GPU-hours of ${asset}`;

export const deskCsv = {
  title: 'Import',
  text: 'Bring a list that you have as a CSV file: from a form, a spreadsheet or another system. You see every row’s result before anything is recorded, and you can undo the import.',
  fields: {
    kind: {
      label: 'What does the file hold?',
      choices: CSV_KINDS.map((value) => ({ value, ...kinds[value] })),
    },
    file: {
      label: 'File',
      hint: 'CSV with a row that names the columns. Titles may be above that row. At most 100,000 rows and 32 MiB.',
    },
  } as Record<string, FieldWords>,
  upload: 'Upload',
  recent: 'Recent imports',
  recentLine: (kind: CsvKind, recorded: number | null, at: Date, who: string): string =>
    `${recorded === null ? `${kinds[kind].text}, not recorded yet` : someOf(recorded, kind)}, ${instant(at)} by ${who}`,
  isUndone: '(undone)',
  importOf: (kind: CsvKind): string => `Import: ${kinds[kind].text.toLowerCase()}`,
  labelOf,
  match: {
    title: 'Which column is each field in?',
    text: (rows: number): string => `${some(rows, 'row')} found.`,
    like: (on: Day, who: string): string => `Columns as in the import of ${fullDay(on)} by ${who}.`,
    none: 'Not in this file',
    column: (n: number): string => `Column ${n}`,
    shown: {
      label: 'If a row doesn’t say, what may the public see?',
      choices: [
        { value: 'yes', text: 'The name', hint: 'Only if these people agreed to it.' },
        { value: 'no', text: 'No name' },
      ],
    },
    dayOrder: (example: string): FieldWords => ({
      label: `Which day is ${example}?`,
      hint: 'No row of the file tells.',
      choices: [
        { value: 'dmy', text: 'The day is first' },
        { value: 'mdy', text: 'The month is first' },
      ],
    }),
    /** The tick counts for these columns alone. */
    leftOut: (unread: { column: number; name: string }[]): FieldWords => ({
      label: 'Columns to leave out',
      choices: [
        {
          value: String(unread.map(({ column }) => column)),
          text: `Leave out ${unread.map(({ name }) => `“${name}”`).join(', ')}`,
        },
      ],
    }),
    submit: 'Check the rows',
  },
  rows: {
    good: (of: number, kind: CsvKind): string =>
      `${someOf(of, kind)} can be recorded. Nobody gets an email.`,
    sums: (sums: [string, bigint][]): string => `Together: ${sums.map(sumOf).join(', ')}.`,
    missing: (fields: string[]): string =>
      `No column is chosen for ${fields.map(labelOf).join(' and ')}, which every row needs. Choose a column above, or add one to the file.`,
    known: (of: number): string =>
      `${some(of, 'row')} ${of === 1 ? 'was' : 'were'} recorded before. Nothing changes there.`,
    wrong: (of: number): string => `${some(of, 'row')} ${of === 1 ? 'has' : 'have'} errors.`,
    identifies: `Anonymous pledges come from fewer than ${LEAST_GIVERS} givers. Recorded together, they may show in the ledger whose they are. Enter them by hand instead: Muster then accepts them with those of others.`,
    alone: 'I understand that this may identify the givers',
    wrongTitle: 'Rows with errors',
    shownOnly: (of: number): string => `The first ${count(of)} are shown. The file has them all.`,
    row: 'Row',
    nth: (n: number): string => `Row ${n}`,
    error: 'What is wrong',
    download: 'Download the rows with errors',
    downloadText: '. Correct that file and import it. We skip rows that are already recorded.',
    sample: 'The first rows, as we read them',
    submit: (of: number, kind: CsvKind, isAll: boolean): string =>
      `Record ${isAll ? '' : 'only '}${someOf(of, kind)}`,
  },
  state: {
    running: 'This takes up to a minute. You can leave this page.',
    progress: {
      rows: (done: number, of: number): string => `${count(done)} of ${some(of, 'row')} checked`,
      entries: (done: number, of: number): string =>
        `${count(done)} of ${count(of)} ledger entries recorded`,
    } as Record<string, (done: number, of: number) => string>,
    recorded: (of: number, kind: CsvKind, at: Date): string =>
      `${someOf(of, kind)} recorded on ${instant(at)}.`,
    undone: (at: Date): string => `This import was undone on ${instant(at)}.`,
    again: 'Import another file',
  },
  undo: {
    title: 'Undo this import',
    text: (kind: CsvKind): string => kinds[kind].undo,
    submit: 'Undo the import',
  },
};
