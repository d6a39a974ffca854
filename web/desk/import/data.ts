/** Importing CSV files: what the pages show. */
import type { CsvField, CsvKind } from '../../../server/domain/csv-fields.ts';
import type { FieldError } from '../../../server/domain/errors.ts';
import type { FormState } from '../../components/form.tsx';
import type { DeskFrame } from '../frame.tsx';

export const IMPORT = '/admin/import';

/** The names of the answers, apart from those of the fields. */
export const ANSWERS = ['currency_else', 'kind_else', 'shown_else', 'dayOrder', 'mark'] as const;

export const columnName = (at: string): string => `column.${at}`;

export interface ImportsPage {
  frame: DeskFrame;
  form: FormState;
  recent: {
    id: string;
    kind: CsvKind;
    recorded: number | null;
    at: Date;
    who: string;
    undoneAt: Date | null;
  }[];
}

export interface MatchPage {
  frame: DeskFrame;
  id: string;
  kind: CsvKind;
  fields: readonly CsvField[];
  /** Each column's name and first content. */
  columns: { name: string; example: string }[];
  rows: number;
  form: FormState;
  /** A day and a figure that only an admin can tell. */
  asksOrder: string | null;
  asksMark: string | null;
}

export interface RowsPage {
  frame: DeskFrame;
  id: string;
  kind: CsvKind;
  good: number;
  known: number;
  sums: ReadonlyMap<string, bigint>;
  sample: { n: number; said: Record<string, string> }[];
  wrong: { n: number; errors: FieldError[] }[];
  seen: string;
  refusal: string | null;
}

export interface ImportPage {
  frame: DeskFrame;
  id: string;
  kind: CsvKind;
  recorded: number | null;
  recordedAt: Date | null;
  undoneAt: Date | null;
  /** While it is recorded or undone here. */
  running: { what: string; done: number; of: number } | null;
  form: FormState;
  refusal: string | null;
}
