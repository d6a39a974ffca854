import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { DomainError, type ErrorCode } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { logSerializers } from './request-log.ts';

export const PROBLEM_STATUS = {
  'invalid-input': 400,
  'no-longer-offered': 422,
  'malformed-json': 400,
  unauthorised: 401,
  forbidden: 403,
  'touch-again': 403,
  'not-found': 404,
  gone: 410,
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
  stopping: 503,
  'malformed-request': 400,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  internal: 500,
  unavailable: 503,
} satisfies Record<ErrorCode, number> & Record<string, number>;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

export const problemType = (code: ProblemCode): string => `urn:muster:problem:${code}`;

const FASTIFY: Record<string, () => Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => ({ code: 'body-too-large', detail: say().http.tooLarge }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => ({
    code: 'malformed-request',
    detail: say().http.wrongLength,
  }),
};

interface Problem {
  code: ProblemCode;
  detail: string;
  /** Where it isn't the code's. */
  status?: number;
  [extra: string]: unknown;
}

const statusOf = ({ code, status = PROBLEM_STATUS[code] }: Problem): number => status;

/** For programs; titles of pages are in web/messages/en-refusals.ts. */
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

/** RFC 9457; `type` ends in the stable code. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { code, status = statusOf(problem), detail, ...extra } = problem;
  const document = { type: problemType(code), title: titleOf(problem), status, detail };
  return withHead(reply, status, problem)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify({ ...document, ...extra }));
}

/** Postgres' ways to say "not now", and those of the network and of our own disk. */
const UNAVAILABLE =
  /^(08...|25006|25P03|40001|40P01|53...|55P03|57014|57P0.|58...|EAI_AGAIN|ECONN\w+|EHOST\w+|ENET\w+|ENOTFOUND|EPIPE|ETIMEDOUT|ENOSPC|EDQUOT)$/;
/** node-postgres' own ways have no code. */
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

/** Only programs send a wrong type; pages' forms never do. */
function wrongType({ routeOptions }: FastifyRequest): Problem {
  const { operation } = routeOptions.config;
  const types = operation?.bodyTypes ?? ['application/json'];
  const detail = operation ? say().http.sendAs(types) : say().http.wrongType;
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
  if (known) return known();
  if (isUnavailable(error)) {
    return { code: 'unavailable', detail: say().http.unavailable };
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { status: error.statusCode, code: 'malformed-request', detail: error.message };
  }
  return null;
}

/** For an address that can't be decoded, which Fastify refuses before any route. */
export const sendFrameworkProblem = (
  error: FastifyError,
  { id }: Pick<FastifyRequest, 'id'>,
  reply: FastifyReply,
): void => {
  void sendProblem(reply.header('x-request-id', id), {
    code: 'malformed-request',
    detail: error.message,
  });
};

const PROBLEM_TYPE = 'application/problem+json';

/** The API never answers with a page. */
const wantsPage = ({ headers, url }: FastifyRequest): boolean =>
  !url.startsWith('/api/') &&
  new Negotiator({ headers }).mediaType([PROBLEM_TYPE, 'text/html']) === 'text/html';

interface Answering {
  noticed?: (error: Error, request: FastifyRequest) => void;
  notFound: () => string;
  refusal: (code: ProblemCode, detail: string, url: string) => string;
}

/** Refusals that only whoever runs the server can cure, or that a flood causes. */
const LOGGED: ReadonlySet<ProblemCode> = new Set([
  'busy',
  'too-many',
  'unavailable',
  'signature-wrong',
  'signature-late',
]);
const LINE_EACH_MS = 1_000;

/** For each code at most one line a second: else a flood fills the disk. */
function createRefusalLog(): (request: FastifyRequest, problem: Problem, error: Error) => void {
  const last = new Map<ProblemCode, { at: number; unlogged: number }>();
  return (request, { code, detail }, error) => {
    const { at, unlogged } = last.get(code) ?? { at: -Infinity, unlogged: 0 };
    const now = performance.now();
    if (now - at < LINE_EACH_MS) {
      last.set(code, { at, unlogged: unlogged + 1 });
      return;
    }
    last.set(code, { at: now, unlogged: 0 });
    const { code: reason } = logSerializers.err(error);
    request.log.warn({ refusal: code, reason, client: request.ip, unlogged }, detail);
  };
}

export function registerProblems(app: FastifyInstance, pages: Answering): void {
  const logRefusal = createRefusalLog();
  const answer = (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    if (!wantsPage(request)) return sendProblem(reply, problem);
    const status = statusOf(problem);
    // The page of a checkpoint that there isn't names those that there are.
    const isPlain = status === 404 && request.routeOptions.url !== '/at/:size';
    const page = isPlain
      ? pages.notFound()
      : pages.refusal(problem.code, problem.detail, request.url);
    return withHead(reply, status, problem).type('text/html; charset=utf-8').send(page);
  };
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    pages.noticed?.(error, request);
    const problem = problemOf(error, request);
    if (!problem) {
      request.log.error({ err: error }, 'a request failed');
      return answer(request, reply, { code: 'internal', detail: say().http.failed });
    }
    if (LOGGED.has(problem.code)) logRefusal(request, problem, error);
    else if (problem.code === 'payment-refused') {
      request.log.warn({ err: error.cause ?? error }, error.message);
    }
    return answer(request, reply, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, {
      code: 'not-found',
      detail: say().http.nothingAt(request.method, request.url.split('?')[0]!),
    }),
  );
}
