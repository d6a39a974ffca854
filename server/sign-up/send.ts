import type { FormState } from '../../web/components/form.tsx';
import { ROWS, type TypedInput } from '../../web/forms/fields.ts';
import { t } from '../../web/words.ts';
import { DomainError, type FieldError } from '../domain/errors.ts';

type Values = FormState['values'];

export const STATE_FIELDS = ['step', 'go', 'key'];

/**
 * The errors at the form's fields, in its words. Once for a field that is two in the API's JSON, as one sum on a day
 * is.
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

/** In the order of the page; an error without a field comes first. */
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

export const withValues = (values: Values, others: Record<string, string>): Values =>
  new Map([...values, ...Object.entries(others)]);

export const withRow = (values: Values): Values =>
  withValues(values, { [ROWS]: String(Number(values.get(ROWS)) + 1) });
