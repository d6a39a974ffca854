import type { FastifyInstance } from 'fastify';
import { DomainError } from '../domain/errors.ts';

/** A restart takes about so long; another replica answers at once. */
const RETRY_AFTER_SECONDS = 5;

/** While the server stops, requests that come on open connections are refused, and asked to come again. */
export function registerDrain(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  app.addHook('onRequest', (_request, _reply, done) => {
    if (!isStopping) return done();
    const words = 'This server is stopping. Try again in a few seconds.';
    done(new DomainError('stopping', words, { retryAfter: RETRY_AFTER_SECONDS }));
  });
}
