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

/** An address without what opens anything: a query may hold the set-up's code, a link to pay its token. */
const shownUrl = (url: string): string =>
  url
    .split('?')[0]!
    .replace(/^(\/pay\/).+/, '$1…')
    .slice(0, MAX_URL);

export const logSerializers = {
  err: errorFacts,
  req: ({ method, url }: Pick<FastifyRequest, 'method' | 'url'>) => ({
    method,
    url: shownUrl(url),
  }),
};
