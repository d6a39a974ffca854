/** What keeps a whole file from being recorded: columns that no field reads, and fields that every row needs. */
import {
  PUBLIC_WORDS,
  type CsvAnswers,
  type CsvColumns,
  type CsvKind,
} from '../../domain/csv-fields.ts';
import { say } from '../../domain/say.ts';
import { NOTHING } from './cells.ts';
import type { CsvFile } from './read.ts';

const WHOM = ['giver', 'email', 'giverId'];
const WHICH = ['pledge', ...WHOM];

/** One of each is needed in every row. Agreements without an amount are of all that is promised. */
const NEEDED: Record<CsvKind, readonly (readonly string[])[]> = {
  signatories: [['name', 'firstName', 'lastName']],
  pledges: [WHOM, ['amount', 'model']],
  agreements: [WHICH, ['occurredOn'], ['reference', 'url', 'note']],
  receipts: [WHICH, ['amount', 'gpuHours'], ['occurredOn'], ['reference', 'gpuHours']],
};

/** The first of each group of needed fields that no column has. */
export const missingFields = (kind: CsvKind, { header }: CsvFile, columns: CsvColumns): string[] =>
  NEEDED[kind]
    .filter((group) => group.every((at) => header[columns[at] ?? -1] === undefined))
    .map(([first]) => first!);

const LOOKED_AT = 1_000;

/** The first texts of a column. */
function textsIn({ rows }: CsvFile, column: number): string[] {
  const texts: string[] = [];
  for (const { cells } of rows) {
    const text = cells[column] ?? '';
    if (text !== '' && !NOTHING.test(text) && texts.push(text) === LOOKED_AT) break;
  }
  return texts;
}

const YES_OR_NO = new Set(Object.values(PUBLIC_WORDS).join(' ').split(' '));

const saysYesOrNo = (text: string): boolean =>
  YES_OR_NO.has(
    text
      .slice(0, 40)
      .toLowerCase()
      .split(/[\s,.;:!]/)[0]!,
  );

export interface Unread {
  column: number;
  name: string;
  /** It may say who agreed to be named. */
  isYesOrNo: boolean;
}

/** The columns with anything in them that no field reads. */
export const unreadColumns = (file: CsvFile, columns: CsvColumns): Unread[] =>
  file.header.flatMap((header, column) => {
    if (Object.values(columns).includes(column)) return [];
    const texts = textsIn(file, column);
    if (texts.length === 0) return [];
    const isYesOrNo = texts.filter(saysYesOrNo).length > texts.length / 2;
    return [{ column, name: header || say().csv.column(column + 1), isYesOrNo }];
  });

/** Why nothing of the file may be recorded. A tick leaves out the columns that the admin saw, and no others. */
export function blockedBy(
  unread: readonly Unread[],
  { shown, leftOut = [] }: CsvAnswers,
): string | null {
  const open = unread.filter(({ column }) => !leftOut.includes(column));
  if (open.length > 0) return say().csv.unread(open.map(({ name }) => name));
  const consent = shown && unread.find(({ isYesOrNo }) => isYesOrNo);
  return consent ? say().csv.mayBeConsent(consent.name) : null;
}
