import type { FormState } from '../../web/components/form.tsx';
import { ROWS, type TypedInput } from '../../web/forms/fields.ts';
import { t } from '../../web/words.ts';
import { DomainError, type FieldError } from '../domain/errors.ts';

type Values = FormState['values'];

/** What a form carries beside what is typed: its place, which button was pressed, and its key. */
export const STATE_FIELDS = ['step', 'go', 'key'];

/**
 * What is wrong, at the form's fields and in its words: once for a field of which the API's JSON has
 * two, as the amount of one sum on a day.
 */
export function formErrors(
  fields: readonly FieldError[],
  fieldOf: TypedInput['fieldOf'],
): FieldError[] {
  const worded = fields.map(({ field, message }) => {
    const own = field && fieldOf(field);
    return { field: own, message: t.forms.worded(own, message) };
  });
  return [...new Map(worded.map((error) => [error.field + error.message, error])).values()];
}

/** In the order in which the fields stand on the page; what stands in none comes first. */
export const inOrder = (errors: FieldError[], names: readonly string[]): FieldError[] =>
  errors.toSorted((one, other) => names.indexOf(one.field) - names.indexOf(other.field));

/** The value of `read`, or every field that it refuses. */
export function attempt<T>(read: () => T): { value: T } | { fields: FieldError[] } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'invalid-input') {
      return { fields: error.fields };
    }
    throw error;
  }
}

/** The values with some others in their place. */
export const withValues = (values: Values, others: Record<string, string>): Values =>
  new Map([...values, ...Object.entries(others)]);

/** One more row than there were. */
export const withRow = (values: Values): Values =>
  withValues(values, { [ROWS]: String(Number(values.get(ROWS)) + 1) });
