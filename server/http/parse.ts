import type { z } from 'zod';
import { DomainError } from '../domain/errors.ts';

/** `["pledges", 3, "amount"]` as people write it: `pledges[3].amount`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text + (text ? '.' : '') + String(part),
    '',
  );

/** Every wrong field of a value; an unknown key is named itself. */
export const fieldErrorsOf = (error: z.ZodError): { field: string; message: string }[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          field: pathText([...issue.path, key]),
          message: 'is not a known field',
        }))
      : [{ field: pathText(issue.path) || '(body)', message: issue.message }],
  );

/** A value by a strict schema. Throws `invalid-input` that names every wrong field. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = fieldErrorsOf(parsed.error);
  throw new DomainError('invalid-input', fields.map((f) => `${f.field}: ${f.message}`).join('; '), {
    fields,
  });
}
