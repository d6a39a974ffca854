import type { FastifyRequest } from 'fastify';

/** A longer address says no more, and anybody can send one. */
const MAX_URL = 200;

interface DatabaseError extends Error {
  code?: string;
  constraint?: string;
}

/**
 * An error as the log has it: what happened and where. Never the message of a failed query, nor its
 * parameters or detail: they hold what people wrote and their addresses.
 */
function errorFacts(error: Error) {
  let isQuery = false;
  let code: string | undefined;
  let constraint: string | undefined;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    isQuery ||= 'query' in cause || 'severity' in cause;
    ({ code = code, constraint = constraint } = cause as DatabaseError);
  }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: isQuery ? 'a query failed' : error.message,
    code,
    constraint,
    stack: frames?.join('\n') ?? '',
  };
}

export const logSerializers = {
  err: errorFacts,
  /** A query may hold the set-up's code. */
  req: ({ method, url }: FastifyRequest) => ({ method, url: url.split('?')[0]!.slice(0, MAX_URL) }),
};
