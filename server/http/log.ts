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

export const logSerializers = { err: errorFacts };
