import type { FastifyInstance, FastifyRequest } from 'fastify';
import { REQUEST_MS, whileAsking, type Asking } from '../db/asking.ts';
import { networkOf } from './limits.ts';

/** Imports, exports and backups take as long as they take, and so does what an admin does to many at once. */
const TAKES_LONG = /\/(import|ecb|exports|metering|bulk|compare|verify|archive|setup)(\/|$)/;

/** Lets all that a request calls know whose it is, and how much time it has left. */
export function registerAsking(app: FastifyInstance): void {
  const known = new WeakMap<FastifyRequest, Asking>();
  app.addHook('onRequest', (request, _reply, done) => {
    const asking: Asking = {
      get network() {
        return networkOf(request);
      },
      leftMs: TAKES_LONG.test(request.routeOptions.url ?? '') ? Infinity : REQUEST_MS,
    };
    known.set(request, asking);
    whileAsking(asking, done);
  });
  // What reads a body goes on from the connection's events, which know nothing of the request.
  app.addHook('preValidation', (request, _reply, done) => {
    whileAsking(known.get(request)!, done);
  });
}
