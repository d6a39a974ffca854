/** Which column each field is in: guessed, as kept, or as typed. */
import type { FormState } from '../../../web/components/form.tsx';
import { ANSWERS, columnName, type MatchPage } from '../../../web/desk/import/data.ts';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import {
  CSV_FIELDS,
  guessColumns,
  type CsvAnswers,
  type CsvKind,
} from '../../domain/csv-fields.ts';
import { DomainError } from '../../domain/errors.ts';
import { findOut } from '../../import/csv/cells.ts';
import { answerCsv, fileOf, findCsv } from '../../import/csv/stage.ts';
import { findInitiative } from '../../initiative/read.ts';

export const ANSWER_NAMES: readonly string[] = ANSWERS;

type Values = ReadonlyMap<string, string>;

const columnsIn = (kind: CsvKind, values: Values): CsvAnswers['columns'] =>
  Object.fromEntries(
    CSV_FIELDS[kind].flatMap(({ at }) => {
      const value = values.get(columnName(at));
      return value && /^\d{1,3}$/.test(value) ? [[at, Number(value)]] : [];
    }),
  );

const oneOf = <T extends string>(value: string | undefined, ...known: T[]): T | null =>
  known.find((each) => each === value) ?? null;

const answersIn = (kind: CsvKind, values: Values): CsvAnswers => ({
  columns: columnsIn(kind, values),
  currency: (values.get('currency_else') ?? 'USD').toUpperCase(),
  kind: oneOf(values.get('kind_else'), 'person', 'organisation') ?? 'person',
  // Nothing is published that nobody has agreed to.
  shown: values.get('shown_else') === 'yes',
  dayOrder: oneOf(values.get('dayOrder'), 'dmy', 'mdy'),
  mark: oneOf(values.get('mark'), '.', ','),
});

/** Keeps what was typed. Throws `invalid-input` on the names of the page's fields. */
export async function answer(
  ctx: Context,
  actor: Actor,
  id: string,
  values: Values,
): Promise<void> {
  const { kind } = await findCsv(ctx.db, id);
  try {
    await answerCsv(ctx, actor, id, answersIn(kind, values));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
    const isColumn = (field: string) => CSV_FIELDS[kind].some(({ at }) => at === field);
    const fields = error.fields.map(({ field, message }) => ({
      field: isColumn(field) ? columnName(field) : field,
      message,
    }));
    throw new DomainError('invalid-input', error.message, { fields });
  }
}

function valuesOf({ columns, ...said }: CsvAnswers): Map<string, string> {
  return new Map<string, string>([
    ...Object.entries(columns).map(([at, column]) => [columnName(at), String(column)] as const),
    ['currency_else', said.currency],
    ['kind_else', said.kind],
    ['shown_else', said.shown ? 'yes' : 'no'],
    ['dayOrder', said.dayOrder ?? ''],
    ['mark', said.mark ?? ''],
  ]);
}

const EXAMPLE_CHARACTERS = 30;

export async function matchPage(
  ctx: Context,
  id: string,
  typed: FormState,
): Promise<Omit<MatchPage, 'frame'>> {
  const row = await findCsv(ctx.db, id);
  const { kind } = row;
  const file = await fileOf(row);
  const currency = (await findInitiative(ctx.db))?.currency ?? 'USD';
  const guess: CsvAnswers = {
    columns: guessColumns(kind, file.header),
    currency,
    kind: 'person',
    shown: true,
    dayOrder: null,
    mark: null,
  };
  const values = typed.values.size > 0 ? typed.values : valuesOf(row.answers ?? guess);
  const { asksOrder, asksMark } = findOut(kind, file, answersIn(kind, values));
  return {
    id,
    kind,
    fields: CSV_FIELDS[kind],
    columns: file.header.map((name, at) => {
      const text = file.rows.find(({ cells }) => cells[at])?.cells[at] ?? '';
      const isLong = text.length > EXAMPLE_CHARACTERS;
      return { name, example: isLong ? `${text.slice(0, EXAMPLE_CHARACTERS)}…` : text };
    }),
    rows: file.rows.length,
    form: { values, errors: typed.errors },
    asksOrder,
    asksMark,
  };
}
