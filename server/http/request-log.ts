import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from './limits.ts';

/** What is known of a request once it is over. */
export interface Answered {
  method: string;
  /** The route's pattern; null where there is none. */
  route: string | null;
  /** 499 where the client left before an answer began. */
  status: number;
  ms: number;
}

const SECOND_MS = 1_000;
const CLIENT_LEFT = 499;

/**
 * Lets one through in a second, with how many were held back since the last. Answers that cost next to
 * nothing are as many as a client likes: a line for each would fill a disk, and halves the rate at which
 * pages are served from memory.
 */
export function onePerSecond(now = () => performance.now()): () => { unlogged: number } | null {
  let last = -Infinity;
  let unlogged = 0;
  return () => {
    if (now() - last < SECOND_MS) {
      unlogged += 1;
      return null;
    }
    const due = { unlogged };
    last = now();
    unlogged = 0;
    return due;
  };
}

/** One that nobody waited for a database to answer: no such address, too many, or not now. */
const isCheap = ({ route, status }: Answered): boolean =>
  route === null || status === 429 || status === 503;

/**
 * Writes a line for each request, with the client's network and without its address, and tells `count`. Of answers from
 * memory, and of refusals that cost nothing, it writes one a second each.
 */
export function registerRequestLog(
  app: FastifyInstance,
  count: (answered: Answered) => void,
): void {
  app.decorateRequest('isFromMemory', false);
  const sampled = { memory: onePerSecond(), cheap: onePerSecond() };
  app.addHook('onRequest', (request, reply, done) => {
    const began = performance.now();
    // Also where the client leaves, and where the answer was written raw.
    reply.raw.once('close', () => {
      const answered = answeredOf(request, reply, performance.now() - began);
      count(answered);
      const isSampled = request.isFromMemory || isCheap(answered);
      const due = isSampled
        ? sampled[request.isFromMemory ? 'memory' : 'cheap']()
        : { unlogged: 0 };
      if (due) app.log.info(lineOf(request, answered, due), 'request');
    });
    done();
  });
}

function answeredOf(
  { method, routeOptions }: FastifyRequest,
  { raw }: FastifyReply,
  ms: number,
): Answered {
  const status = raw.headersSent ? raw.statusCode : CLIENT_LEFT;
  return { method, route: routeOptions.url ?? null, status, ms };
}

const lineOf = (
  request: FastifyRequest,
  answered: Answered,
  { unlogged }: { unlogged: number },
) => ({
  requestId: request.id,
  network: networkOf(request),
  ...answered,
  ms: Math.round(answered.ms * 10) / 10,
  ...(unlogged > 0 && { unlogged }),
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Its answer was ready in memory. */
    isFromMemory: boolean;
  }
}

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
