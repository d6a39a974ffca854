import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from './limits.ts';

export interface Answered {
  method: string;
  route: string | null;
  /** 499 if the client left before the answer began. */
  status: number;
  ms: number;
}

const SECOND_MS = 1_000;
const CLIENT_LEFT = 499;

/** One a second, with the number held back: a line for each cheap answer would fill a disk and halve the rate. */
export function onePerSecond(now = () => performance.now()) {
  let last = -Infinity;
  let unlogged = 0;
  const isLeftOut = (at = now()): boolean => {
    if (at - last >= SECOND_MS) return false;
    unlogged += 1;
    return true;
  };
  const next = (): { unlogged: number } | null => {
    if (isLeftOut()) return null;
    const due = { unlogged };
    last = now();
    unlogged = 0;
    return due;
  };
  return { isLeftOut, next };
}

export type Sample = ReturnType<typeof onePerSecond>;

/** Answered without the database: no such address, too many, or not now. */
const isCheap = ({ route, status }: Answered): boolean =>
  route === null || status === 429 || status === 503;

/** A line for each request, with the client's network, not its address. Cheap answers get one a second. */
export function registerRequestLog(
  app: FastifyInstance,
  memory: Sample,
  count: (answered: Answered) => void,
): void {
  app.decorateRequest('isFromMemory', false);
  const cheap = onePerSecond();
  app.addHook('onRequest', (request, reply, done) => {
    const began = performance.now();
    // Also if the client leaves.
    reply.raw.once('close', () => {
      const answered = answeredOf(request, reply, performance.now() - began);
      count(answered);
      const isSampled = request.isFromMemory || isCheap(answered);
      const due = isSampled ? (request.isFromMemory ? memory : cheap).next() : { unlogged: 0 };
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
    isFromMemory: boolean;
  }
}

interface DatabaseError extends Error {
  code?: string;
  constraint?: string;
}

/** Never the message, parameters or detail of a failed query, which have what people wrote. */
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
