import { CSV_FIELDS, type CsvField, type CsvKind } from '../../../server/domain/csv-fields.ts';
import type { FieldError } from '../../../server/domain/errors.ts';
import { Table, type Column } from '../../components/table.tsx';
import { t } from '../../words.ts';
import { Section } from '../parts.tsx';

export interface Row {
  n: number;
  said: Partial<Record<string, string>>;
  errors: FieldError[];
}

/** As the file of wrong rows has it: after the label, unless it is a sentence of its own. */
export const errorText = (errors: readonly { field: string; message: string }[]): string =>
  errors
    .map(({ field, message }) => {
      const isSentence = field === 'row' && /^[A-Z]/.test(message);
      return t.forms.error(isSentence ? '' : t.csv.labelOf(field), message);
    })
    .join(' ');

/** More errors are in the file to download. */
const MOST_SHOWN = 50;

export function Wrong({ rows, file }: { rows: Row[]; file: string }) {
  const words = t.csv.rows;
  return (
    <Section class="desk-table" title={words.wrongTitle}>
      <Table
        rows={rows.slice(0, MOST_SHOWN)}
        columns={[
          [words.row, ({ n }) => words.nth(n)],
          [words.error, ({ errors }) => errorText(errors)],
        ]}
      />
      <p>
        {rows.length > MOST_SHOWN && words.shownOnly(MOST_SHOWN)}{' '}
        <a href={file} download="errors.csv">
          {words.download}
        </a>
        {words.downloadText}
      </p>
    </Section>
  );
}

/** Days and amounts stay in one line. */
const saidAt = ({ at, as }: CsvField): Column<Row> => {
  const said = (row: Row): string => row.said[at] ?? '';
  return as ? [t.csv.labelOf(at), said, 'figure-cell'] : [t.csv.labelOf(at), said];
};

/** Enough to see a column that is in the wrong place. */
export function Sample({ rows, kind }: { rows: Row[]; kind: CsvKind }) {
  const words = t.csv.rows;
  const fields = CSV_FIELDS[kind].filter(({ at }) => rows.some((row) => row.said[at]));
  return (
    <Section class="desk-table" title={words.sample}>
      <Table rows={rows} columns={[[words.row, ({ n }) => words.nth(n)], ...fields.map(saidAt)]} />
    </Section>
  );
}
