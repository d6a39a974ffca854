import type { z } from 'zod';
import { DomainError, type FieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { isStorable } from './text.ts';

/** `pledges[3].amount` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text + (text ? '.' : '') + String(part),
    '',
  );

/** An unknown key is a field of its own. A union's errors are those of the alternative with the value's outer shape. */
export function fieldErrorsOf(
  issues: readonly z.core.$ZodIssue[],
  at: readonly PropertyKey[] = [],
): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: pathText([...path, key]),
        message: say().http.unknownField,
      }));
    }
    const meant =
      issue.code === 'invalid_union' &&
      issue.errors.find((alternative) => alternative.every((inner) => inner.path.length > 0));
    if (meant && meant.length > 0) return fieldErrorsOf(meant, path);
    return [{ field: pathText(path) || '(body)', message: issue.message }];
  });
}

/** Undefined where the schema has words of its own. */
function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  const words = say().http;
  if (issue.code === 'invalid_value') return words.oneOf(issue.values);
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.input === undefined) return words.missing;
  if (issue.expected === 'string' && Array.isArray(issue.input)) return words.severalTexts;
  return words.mustBe(issue.expected);
}

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

/** Without recursion, because values may be nested deeply. */
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
    message: say().http.unstorable,
  }));
}

/** Throws `invalid-input` with every wrong field and every text that can't be stored. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, at: readonly PropertyKey[] = []): T {
  const parsed = schema.safeParse(value, { error: plainMessage });
  const fields = parsed.success
    ? unstorableIn(parsed.data, at)
    : fieldErrorsOf(parsed.error.issues, at);
  if (parsed.success && fields.length === 0) return parsed.data;
  throw new DomainError('invalid-input', fields.map((f) => `${f.field}: ${f.message}`).join('; '), {
    fields,
  });
}
