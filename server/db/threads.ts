import { DomainError, type ErrorCode, type FieldError } from '../domain/errors.ts';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../paths.ts';

/** On its way to another thread, where it would lose its own fields. */
export interface SentError {
  message: string;
  stack: string | undefined;
  /** Such as Postgres' code and constraint, and the name. */
  facts: Record<string, string | number>;
  refusal: { fields: FieldError[]; extra: Record<string, unknown> } | null;
  cause: SentError | null;
}

/** Without the statement that failed and its parameters. */
export function packError(error: unknown): SentError {
  if (!(error instanceof Error)) return packError(asError(error));
  const { message, stack, name, cause } = error;
  const own = Object.entries(error).filter(
    (entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1]) && entry[0] !== 'query',
  );
  const isRefusal = error instanceof DomainError;
  return {
    message,
    stack,
    facts: { ...Object.fromEntries(own), name },
    refusal: isRefusal ? { fields: error.fields, extra: error.extra } : null,
    cause: cause === undefined ? null : packError(cause),
  };
}

/** PGlite's file system throws an object with a name and a number. */
const asError = (thrown: unknown): Error =>
  typeof thrown === 'object' && thrown !== null && 'name' in thrown
    ? Object.assign(new Error(String(thrown.name)), thrown)
    : new Error(String(thrown));

export function unpackError({ message, stack, facts, refusal, cause: sent }: SentError): Error {
  const cause = sent ? { cause: unpackError(sent) } : {};
  const { code } = facts;
  const error = refusal
    ? new DomainError(code as ErrorCode, message, {
        ...refusal.extra,
        ...cause,
        fields: refusal.fields,
      })
    : new Error(message, cause);
  return Object.assign(error, facts, stack === undefined ? {} : { stack });
}

export const threadFile = (name: string): string =>
  import.meta.url.endsWith('.ts')
    ? join(PROJECT_ROOT, 'server', `${name}.ts`)
    : join(PROJECT_ROOT, 'dist', `${name}.js`);
