import { DomainError, type FieldError } from './errors.ts';

export type Collector = ReturnType<typeof collector>;

function fieldErrors(fields: FieldError[]): DomainError {
  const detail = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return new DomainError('invalid-input', detail, { fields });
}

const isInvalidInput = (error: unknown): error is DomainError =>
  error instanceof DomainError && error.code === 'invalid-input';

/** Fields that `read` refuses get a prefix, as in `pledge.amount`. */
export function withPrefix<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isInvalidInput(error)) throw error;
    throw fieldErrors(
      error.fields.map(({ field, message }) => ({ field: `${place}.${field}`, message })),
    );
  }
}

/** Gathers every wrong field of an input, so that a person can fix them all at once. */
export function collector() {
  const fields: FieldError[] = [];
  return {
    /** Undefined if `read` throws `invalid-input`. */
    attempt<T>(read: () => T): T | undefined {
      try {
        return read();
      } catch (error) {
        if (!isInvalidInput(error)) throw error;
        // One by one: a large file may have more errors than a call takes arguments.
        for (const field of error.fields) fields.push(field);
        return undefined;
      }
    },
    refuse: (field: string, message: string): void => void fields.push({ field, message }),
    hasRefused: () => fields.length > 0,
    /** Throws `invalid-input` with all fields that were refused. */
    done(): void {
      if (fields.length > 0) throw fieldErrors(fields);
    },
  };
}
