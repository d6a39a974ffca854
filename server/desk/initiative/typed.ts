import { RECIPIENT_FIELDS, TERMS_FIELDS } from '../../../web/desk/initiative/form-fields.ts';
import { fieldNames, readFields, type FormField, type Typed } from '../../../web/forms/fields.ts';
import { grouped } from '../../../web/format.ts';
import { numberOf, ungrouped } from '../../domain/typed-numbers.ts';
import { shownOf, termsVersion, type ChangedField } from '../../initiative/change.ts';
import {
  listedMilestones,
  PAYER_FIELDS,
  RECIPIENT_FIELDS as OF_RECIPIENT,
  recipientText,
  type Initiative,
  type Milestone,
} from '../../initiative/read.ts';

/** What the forms of the initiative hold, and the API's JSON of it, whose schemas judge. */

const TERMS: readonly FormField[] = Object.values(TERMS_FIELDS).flat();
const RECIPIENT: readonly FormField[] = Object.values(RECIPIENT_FIELDS).flat();
export const TERMS_NAMES = [...fieldNames(TERMS), 'seen', 'go'];
export const RECIPIENT_NAMES = [...fieldNames(RECIPIENT), 'seen', 'go'];

/** "100,000,000" of "100000000.00". */
const typedFigure = (text: string): string => grouped(text.replace(/\.0+$/, ''));

export const termsValues = (row: Initiative): Map<string, string> =>
  new Map([
    ...TERMS.filter(({ at }) => at !== 'reason').map(({ at, as }): [string, string] => {
      if (at === 'closed') return [at, row.closed ? 'on' : ''];
      const text = shownOf(row, at as ChangedField) ?? '';
      return [at, as === 'amount' || as === 'whole' ? typedFigure(text) : text];
    }),
    ['seen', termsVersion(row)],
  ]);

export const termsOf = (typed: Typed): unknown => ({
  ...readFields(TERMS, typed).input,
  seen: typed.get('seen'),
});

export const recipientValues = (row: Initiative): Map<string, string> =>
  new Map([
    ...[...OF_RECIPIENT, ...PAYER_FIELDS].map((name): [string, string] => [
      `recipient.${name}`,
      recipientText(row.recipient, name) ?? '',
    ]),
    ['seen', termsVersion(row)],
  ]);

export const recipientOf = (typed: Typed): unknown => ({
  recipient: null,
  ...readFields(RECIPIENT, typed).input,
  seen: typed.get('seen'),
});

export const KINDS = ['funding', 'gpus'] as const;
type Kind = (typeof KINDS)[number];

export const milestoneFields = (most: number): string[] =>
  KINDS.flatMap((kind) => [
    `rows.${kind}`,
    ...Array.from({ length: most }, (_, index) => [
      `${kind}[${index}].reaches`,
      `${kind}[${index}].label`,
    ]).flat(),
  ]);

interface Row {
  reaches: string;
  label: string;
}
export type MilestoneRows = Record<Kind, Row[]>;

export const rowsOf = (milestones: readonly Milestone[], currency: string): MilestoneRows => {
  const typed = (kind: Kind) =>
    listedMilestones(milestones, kind, currency).map(({ reaches, label }) => ({
      reaches: typedFigure(reaches),
      label,
    }));
  return { funding: typed('funding'), gpus: typed('gpus') };
};

export function typedRows(typed: Typed, most: number): MilestoneRows {
  const rows = (kind: Kind): Row[] => {
    const length = Math.min(Number(typed.get(`rows.${kind}`)) || 0, most);
    return Array.from({ length }, (_, index) => ({
      reaches: typed.get(`${kind}[${index}].reaches`) ?? '',
      label: typed.get(`${kind}[${index}].label`) ?? '',
    }));
  };
  return { funding: rows('funding'), gpus: rows('gpus') };
}

export const rowValues = (rows: MilestoneRows): Map<string, string> =>
  new Map(
    KINDS.flatMap((kind) =>
      rows[kind].flatMap(({ reaches, label }, index): [string, string][] => [
        [`${kind}[${index}].reaches`, reaches],
        [`${kind}[${index}].label`, label],
      ]),
    ),
  );

const isFilled = ({ reaches, label }: Row): boolean => reaches !== '' || label !== '';

/** The rows that say something, closed up, so that an error's place is its row's. */
export const filledRows = (rows: MilestoneRows): MilestoneRows => ({
  funding: rows.funding.filter(isFilled),
  gpus: rows.gpus.filter(isFilled),
});

export const milestonesOf = (rows: MilestoneRows) => ({
  funding: rows.funding.map(({ reaches, label }) => ({ reaches: ungrouped(reaches), label })),
  gpus: rows.gpus.map(({ reaches, label }) => ({ reaches: numberOf(reaches), label })),
});

/** The rows after one of the form's buttons: a row more, or one less. */
export function rowsAfter(rows: MilestoneRows, go: string): MilestoneRows {
  const [act, of, index] = go.split('-');
  const kind = KINDS.find((one) => one === of);
  if (!kind) return rows;
  const changed =
    act === 'add'
      ? [...rows[kind], { reaches: '', label: '' }]
      : rows[kind].filter((_, at) => at !== Number(index));
  return { ...rows, [kind]: changed };
}
