import type { FastifyInstance } from 'fastify';
import { REQUEST_MS, inRequest, type RequestContext } from '../db/request-context.ts';
import { networkOf } from './limits.ts';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Imports, bank files, exports, backups, and what an admin does or writes to many at once may take long. */
const TAKES_LONG =
  /\/(bank|import|ecb|exports|metering|bulk|compare|verify|archive|setup|last-email)(\/|$)/;

declare module 'fastify' {
  interface FastifyRequest {
    asking: RequestContext | null;
  }
}

export function registerRequestContext(app: FastifyInstance): void {
  app.decorateRequest('asking', null);
  app.addHook('onRequest', (request, _reply, done) => {
    const asking: RequestContext = {
      get network() {
        return networkOf(request);
      },
      leftMs: TAKES_LONG.test(request.routeOptions.url ?? '') ? Infinity : REQUEST_MS,
    };
    request.asking = asking;
    inRequest(asking, done);
  });
  // Reading a body goes on from the connection's events.
  app.addHook('preValidation', (request, _reply, done) => {
    inRequest(request.asking!, done);
  });
}

/** An id that can't break or fill a log's line. */
const GIVEN = /^[\x21-\x7e]{1,64}$/;

export function requestIdOf({ headers }: { headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}
