import type { FastifyInstance } from 'fastify';
import { checkWritable, type LogWatch } from '../domain/log-watch.ts';

/** What is sent by POST and writes nothing: an admin needs it just when writes have stopped. */
const READS: ReadonlySet<string | undefined> = new Set([
  '/api/v1/admin/verify',
  '/api/v1/admin/archive',
]);
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Answers 503 to every write once this server has seen that its database lost something. */
export function registerWritesStopped(app: FastifyInstance, { log }: { log: LogWatch }): void {
  app.addHook('onRequest', ({ method, routeOptions }, _reply, done) => {
    if (!READING.has(method) && !READS.has(routeOptions.url)) checkWritable(log);
    done();
  });
}
