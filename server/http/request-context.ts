import type { FastifyInstance, FastifyRequest } from 'fastify';
import { REQUEST_MS, inRequest, type RequestContext } from '../db/request-context.ts';
import { networkOf } from './limits.ts';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Imports, exports and backups take as long as they take, and so does what an admin does to many at once. */
const TAKES_LONG = /\/(import|ecb|exports|metering|bulk|compare|verify|archive|setup)(\/|$)/;

/** Lets all that a request calls know whose it is, and how much time it has left. */
export function registerRequestContext(app: FastifyInstance): void {
  const known = new WeakMap<FastifyRequest, RequestContext>();
  app.addHook('onRequest', (request, _reply, done) => {
    const asking: RequestContext = {
      get network() {
        return networkOf(request);
      },
      leftMs: TAKES_LONG.test(request.routeOptions.url ?? '') ? Infinity : REQUEST_MS,
    };
    known.set(request, asking);
    inRequest(asking, done);
  });
  // What reads a body goes on from the connection's events, which know nothing of the request.
  app.addHook('preValidation', (request, _reply, done) => {
    inRequest(known.get(request)!, done);
  });
}

/** What a proxy or a client may call its request: nothing that could break a log's line, or fill it. */
const GIVEN = /^[\x21-\x7e]{1,64}$/;

/** The id of a request: the one that it came with (`X-Request-Id`), or else a new one. */
export function requestIdOf({ headers }: { headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}
