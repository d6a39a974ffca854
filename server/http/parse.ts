import type { z } from 'zod';
import { DomainError, type FieldError } from '../domain/errors.ts';
import { isStorable, UNSTORABLE_MESSAGE } from './text.ts';

/** `["pledges", 3, "amount"]` as people write it: `pledges[3].amount`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text + (text ? '.' : '') + String(part),
    '',
  );

/**
 * Every wrong field of a value. An unknown key is named itself; of a union, the alternative that
 * the value has the outer shape of speaks: a list of windows with a wrong day is no grant.
 */
export function fieldErrorsOf(
  issues: readonly z.core.$ZodIssue[],
  at: readonly PropertyKey[] = [],
): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: pathText([...path, key]),
        message: 'is not a known field',
      }));
    }
    const meant =
      issue.code === 'invalid_union' &&
      issue.errors.find((alternative) => alternative.every((inner) => inner.path.length > 0));
    if (meant && meant.length > 0) return fieldErrorsOf(meant, path);
    return [{ field: pathText(path) || '(body)', message: issue.message }];
  });
}

const TYPES: Record<string, string> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** What is wrong, in words; undefined where the schema says it itself. */
function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'is missing';
    // An address names it more than once.
    if (issue.expected === 'string' && Array.isArray(issue.input)) {
      return 'must be one text, not several';
    }
    return `must be ${TYPES[issue.expected] ?? issue.expected}`;
  }
  return issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : undefined;
}

/** A value inside of another one, and where. */
interface Part {
  value: unknown;
  in?: Part;
  key?: PropertyKey;
}

function pathOf(part: Part): PropertyKey[] {
  const path: PropertyKey[] = [];
  for (let each: Part | undefined = part; each?.key !== undefined; each = each.in) {
    path.unshift(each.key);
  }
  return path;
}

/** The texts in a value that cannot be stored. Without recursion, for a value may be nested deeply. */
function unstorableIn(whole: unknown, at: readonly PropertyKey[]): FieldError[] {
  const found: Part[] = [];
  const parts: Part[] = [{ value: whole }];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const { value } = part;
    if (typeof value === 'string' && !isStorable(value)) found.push(part);
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      parts.push({ value: inner, in: part, key: Array.isArray(value) ? Number(key) : key });
      if (!isStorable(key)) found.push(part);
    }
  }
  return found.map((part) => ({
    field: pathText([...at, ...pathOf(part)]) || '(body)',
    message: UNSTORABLE_MESSAGE,
  }));
}

/**
 * A value by a strict schema. Throws `invalid-input` that names every wrong field, as of what is `at` a place:
 * also each text that the database would not take.
 */
export function parse<T>(schema: z.ZodType<T>, value: unknown, at: readonly PropertyKey[] = []): T {
  const parsed = schema.safeParse(value, {
    error: plainMessage,
  });
  const fields = parsed.success
    ? unstorableIn(parsed.data, at)
    : fieldErrorsOf(parsed.error.issues, at);
  if (parsed.success && fields.length === 0) return parsed.data;
  throw new DomainError('invalid-input', fields.map((f) => `${f.field}: ${f.message}`).join('; '), {
    fields,
  });
}
