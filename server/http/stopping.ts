import { DomainError } from '../domain/errors.ts';
import type { FastifyInstance } from 'fastify';
import { checkWritable, type LogWatch } from '../domain/log-watch.ts';
import { say } from '../domain/say.ts';

/** A restart takes about so long; another replica answers at once. */
const RETRY_AFTER_SECONDS = 5;

export function registerDrain(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  app.addHook('onRequest', (_request, _reply, done) => {
    if (!isStopping) return done();
    done(new DomainError('stopping', say().http.stopping, { retryAfter: RETRY_AFTER_SECONDS }));
  });
}

/** POSTs that only read, needed just when writes have stopped. */
const READS: ReadonlySet<string | undefined> = new Set([
  '/api/v1/admin/verify',
  '/api/v1/admin/archive',
]);
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** 503 to every write once this server has seen that its database lost entries. */
export function registerWritesStopped(app: FastifyInstance, { log }: { log: LogWatch }): void {
  app.addHook('onRequest', ({ method, routeOptions }, _reply, done) => {
    if (!READING.has(method) && !READS.has(routeOptions.url)) checkWritable(log);
    done();
  });
}
