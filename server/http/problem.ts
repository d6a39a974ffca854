import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorCode } from '../domain/errors.ts';

const STATUS: Record<ErrorCode, number> = {
  'invalid-input': 400,
  'no-longer-offered': 422,
  'malformed-json': 400,
  unauthorised: 401,
  forbidden: 403,
  'touch-again': 403,
  'not-found': 404,
  'no-initiative': 409,
  closed: 403,
  conflict: 409,
  'rate-too-old': 409,
  'over-draw': 409,
  'already-reversed': 409,
  'moved-on': 409,
  'idempotency-key-missing': 400,
  'idempotency-key-reused': 422,
  'still-running': 409,
  'foreign-origin': 403,
  'already-set-up': 409,
  'link-spent': 410,
  'confirm-again': 403,
  'too-many': 429,
  'payments-closed': 403,
  'payment-refused': 502,
  'signature-wrong': 400,
  'signature-late': 400,
  'log-rolled-back': 503,
  busy: 503,
};

/** Every code of a problem document and its status: those of the rules, and those of HTTP itself. */
export const PROBLEM_STATUS = {
  ...STATUS,
  'malformed-request': 400,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  internal: 500,
  unavailable: 503,
};
export type ProblemCode = keyof typeof PROBLEM_STATUS;

export const problemType = (code: ProblemCode): string => `urn:muster:problem:${code}`;

/** The refusals that Fastify itself makes, and what they say to a person. */
const FASTIFY: Record<string, Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    code: 'body-too-large',
    detail: 'The body is larger than this address takes.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'malformed-request',
    detail: 'The body is not as long as its Content-Length says.',
  },
};

interface Problem {
  code: ProblemCode;
  detail: string;
  /** Only where it is another one than the code's. */
  status?: number;
  [extra: string]: unknown;
}

const statusOf = ({ code, status = PROBLEM_STATUS[code] }: Problem): number => status;

/** For programs; what a page is titled by stands in web/messages/en-refusals.ts. */
const titleOf = ({ code }: Problem): string =>
  code.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());

function withHead(reply: FastifyReply, status: number, { retryAfter }: Problem): FastifyReply {
  const wait = typeof retryAfter === 'number' ? retryAfter : status === 503 && 1;
  return reply.code(status).headers({
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(wait !== false && { 'retry-after': String(wait) }),
  });
}

/** A problem document (RFC 9457); `type` ends in the stable code. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { code, status = statusOf(problem), detail, ...extra } = problem;
  const document = { type: problemType(code), title: titleOf(problem), status, detail };
  return withHead(reply, status, problem)
    .type('application/problem+json')
    .send(JSON.stringify({ ...document, ...extra }));
}

/** Postgres' ways to say "not now": no connection, a conflict of two, or it is going down or full. */
const UNAVAILABLE =
  /^(08...|25P03|40001|40P01|53...|57014|57P0.|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE)$/;
/** node-postgres' own ways, which have no code. */
const BROKEN =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|is not queryable/;

function isUnavailable(error: unknown): boolean {
  for (let at = error as { code?: string; message?: string; cause?: unknown } | undefined; at;) {
    if (at.code !== undefined && UNAVAILABLE.test(at.code)) return true;
    if (BROKEN.test(at.message ?? '')) return true;
    at = at.cause as typeof at;
  }
  return false;
}

/** What to send instead: what the operation takes, for a program; forms of pages send the right one. */
function wrongType({ routeOptions }: FastifyRequest): Problem {
  const { operation } = routeOptions.config;
  const types = operation?.bodyTypes ?? ['application/json'];
  const detail = operation
    ? `Send the body as ${types.join(' or ')}.`
    : 'This address takes no body of that type.';
  return { code: 'unsupported-media-type', detail };
}

function problemOf(thrown: FastifyError | DomainError, request: FastifyRequest): Problem | null {
  // The trial database refuses when it is busy; drizzle wraps that.
  const { cause } = thrown;
  const error = !(thrown instanceof DomainError) && cause instanceof DomainError ? cause : thrown;
  if (error instanceof DomainError) {
    const { code, message: detail, fields, extra } = error;
    const errors = fields.length > 0 ? { errors: fields } : {};
    return { code, detail, ...errors, ...extra };
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return wrongType(request);
  const known = FASTIFY[error.code];
  if (known) return known;
  if (isUnavailable(error)) {
    return { code: 'unavailable', detail: 'The database cannot be reached; try again.' };
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { status: error.statusCode, code: 'malformed-request', detail: error.message };
  }
  return null;
}

/** What Fastify refuses before any route: an address that cannot be decoded. */
export const sendFrameworkProblem = (
  error: FastifyError,
  _request: unknown,
  reply: FastifyReply,
): void => {
  void sendProblem(reply, { code: 'malformed-request', detail: error.message });
};

/** A person at a browser, not a program: the API answers both with a problem document. */
const wantsPage = ({ headers, url }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

interface Pages {
  notFound: string;
  refusal: (code: ProblemCode, detail: string, url: string) => string;
}

/** What only whoever runs the server can mend, and would not hear of from those who are refused. */
const TOLD_TO_WHO_RUNS_IT: ReadonlySet<ErrorCode> = new Set([
  'busy',
  'payment-refused',
  'signature-wrong',
  'signature-late',
]);

/** The one place where an error becomes an answer. */
export function registerProblems(app: FastifyInstance, pages: Pages): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    if (!wantsPage(request)) return sendProblem(reply, problem);
    const status = statusOf(problem);
    const page =
      status === 404 ? pages.notFound : pages.refusal(problem.code, problem.detail, request.url);
    return withHead(reply, status, problem).type('text/html; charset=utf-8').send(page);
  };
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error, request);
    if (error instanceof DomainError && TOLD_TO_WHO_RUNS_IT.has(error.code)) {
      request.log.warn({ err: error.cause ?? error }, error.message);
    }
    const isRefusal = error instanceof DomainError || (problem && statusOf(problem) < 500);
    if (problem && isRefusal) return answer(request, reply, problem);
    request.log.error({ err: error }, 'a request failed');
    const unknown: Problem = { code: 'internal', detail: 'Something went wrong on our side.' };
    return answer(request, reply, problem ?? unknown);
  });
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, {
      code: 'not-found',
      detail: `There is nothing at ${request.method} ${request.url.split('?')[0]}.`,
    }),
  );
}
