import { DomainError, type FieldError } from './errors.ts';

/** Gathers every wrong field of an input, so that a person mends them all at once. */
export interface Collector {
  /** The value of `read`, or undefined when it refuses the input. */
  attempt: <T>(read: () => T) => T | undefined;
  refuse: (field: string, message: string) => void;
  /** Throws `invalid-input` with all fields that were refused. */
  done: () => void;
}

/** The value of `read`; what it refuses is named below a place, as `pledge.amount`. */
export function below<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
    const fields = error.fields.map(({ field, message }) => ({
      field: `${place}.${field}`,
      message,
    }));
    const detail = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
    throw new DomainError('invalid-input', detail, { fields });
  }
}

export function collector(): Collector {
  const fields: FieldError[] = [];
  return {
    attempt(read) {
      try {
        return read();
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'invalid-input') throw error;
        // One by one: a large file may have more errors than a call takes arguments.
        for (const field of error.fields) fields.push(field);
        return undefined;
      }
    },
    refuse: (field, message) => void fields.push({ field, message }),
    done() {
      if (fields.length === 0) return;
      const detail = fields.map(({ field, message }) => `${field}: ${message}`).join('; ');
      throw new DomainError('invalid-input', detail, { fields });
    },
  };
}
