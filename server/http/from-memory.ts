import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { requestIdOf } from './request-context.ts';
import type { Answered, Sample } from './request-log.ts';
import { formFor, write, type Served } from './served.ts';

type Find = (request: IncomingMessage) => Served | null;

export type FromMemory = ReturnType<typeof createFromMemory>;

/** Before Fastify, whose routing costs as much as node:http. One request a second goes the long way, into the log. */
export function createFromMemory(sample: Sample, count: (answered: Answered) => void) {
  const known = new Map<string, Find>();
  let common: readonly string[] | null = null;
  let isShut: (() => boolean) | null = null;
  return {
    /** Then every request goes the long way. */
    shutWhile: (when: () => boolean): void => void (isShut = when),
    /** GET and HEAD of a path without a query; not where `find` has null. */
    at: (path: string, find: Find): void => void known.set(path, find),
    follow: (app: FastifyInstance): void => {
      app.addHook('onReady', (done) => {
        common = app.commonHeaders;
        done();
      });
      app.addHook('preClose', (done) => {
        common = null;
        done();
      });
    },
    answer: (request: IncomingMessage, response: ServerResponse): boolean => {
      const { url: route = '', method = '' } = request;
      const find = known.get(route);
      if (!find || common === null || isShut?.() || (method !== 'GET' && method !== 'HEAD'))
        return false;
      const served = find(request);
      const began = performance.now();
      if (!served || !sample.isLeftOut(began)) return false;
      const form = formFor(request, served);
      write(response, form, common, requestIdOf(request));
      // Not once it is sent: to listen for that costs a tenth of the answer.
      count({ method, route, status: form.status, ms: performance.now() - began });
      return true;
    },
  };
}
