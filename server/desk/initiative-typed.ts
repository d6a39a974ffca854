import { grouped } from '../../web/format.ts';
import { numberOf, ungrouped } from '../domain/typed.ts';
import { shownOf, termsVersion } from '../initiative/change.ts';
import {
  listedMilestones,
  PAYER_FIELDS,
  RECIPIENT_FIELDS,
  recipientText,
  type Initiative,
  type Milestone,
} from '../initiative/read.ts';

/** What the forms of the initiative hold, and the API's JSON of it, whose schemas judge. */

type Typed = ReadonlyMap<string, string>;

const TERMS = [
  'targets.funding',
  'targets.gpus',
  'targets.gpuHours',
  'startsOn',
  'endsOn',
  'deadlineOn',
  'call',
  'note',
  'closed',
] as const;
export const TERMS_FIELDS = [...TERMS, 'reason', 'seen', 'go'];
const RECIPIENT = [...RECIPIENT_FIELDS, ...PAYER_FIELDS];
export const RECIPIENT_FORM_FIELDS = [
  ...RECIPIENT.map((name) => `recipient.${name}`),
  'reason',
  'seen',
  'go',
];

/** "100,000,000" of "100000000.00". */
const typedFigure = (text: string): string => grouped(text.replace(/\.0+$/, ''));

export function termsValues(row: Initiative): Map<string, string> {
  const values = TERMS.map((name): [string, string] => {
    if (name === 'closed') return [name, row.closed ? 'on' : ''];
    const text = shownOf(row, name) ?? '';
    return [name, name.startsWith('targets.') ? typedFigure(text) : text];
  });
  return new Map([...values, ['seen', termsVersion(row)]]);
}

const orNull = <T>(text: string | undefined, read: (text: string) => T): T | null =>
  text === undefined || text === '' ? null : read(text);

/** What is empty is taken away. */
export const termsOf = (typed: Typed): unknown => ({
  targets: {
    funding: orNull(typed.get('targets.funding'), ungrouped),
    gpus: orNull(typed.get('targets.gpus'), numberOf),
    gpuHours: orNull(typed.get('targets.gpuHours'), ungrouped),
  },
  startsOn: orNull(typed.get('startsOn'), String),
  endsOn: orNull(typed.get('endsOn'), String),
  deadlineOn: orNull(typed.get('deadlineOn'), String),
  call: typed.get('call') ?? '',
  note: orNull(typed.get('note'), String),
  closed: typed.get('closed') === 'on',
  reason: typed.get('reason') ?? '',
  seen: typed.get('seen'),
});

export const recipientValues = (row: Initiative): Map<string, string> =>
  new Map([
    ...RECIPIENT.map((name): [string, string] => [
      `recipient.${name}`,
      recipientText(row.recipient, name) ?? '',
    ]),
    ['seen', termsVersion(row)],
  ]);

/** "NO, se" as a list: NO and SE. */
const codesIn = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean);

export function recipientOf(typed: Typed): unknown {
  const given = RECIPIENT.flatMap((name): [string, unknown][] => {
    const text = typed.get(`recipient.${name}`) ?? '';
    if (text === '') return [];
    if (name === 'screenedAbove') return [[name, ungrouped(text)]];
    return [[name, name === 'closedCountries' ? codesIn(text) : text]];
  });
  return {
    recipient: given.length > 0 ? Object.fromEntries(given) : null,
    reason: typed.get('reason') ?? '',
    seen: typed.get('seen'),
  };
}

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
