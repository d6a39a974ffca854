import { Counter, Histogram, type Registry } from 'prom-client';
import type { Answered } from '../http/request-log.ts';

/** From an answer in memory to an import. */
const SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60];

/** Any other could be made up by a client, and each would be a series for ever. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** Counts requests by route and status, and how long they took. */
export function countRequests(registry: Registry): (answered: Answered) => void {
  const registers = [registry];
  const requests = new Counter({
    name: 'muster_http_requests_total',
    help: 'Requests by route and status. The route is empty where there is none; 499 means that the client left.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'muster_http_request_seconds',
    help: 'How long requests took, from the end of their headers to the end of the answer.',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers,
  });
  return ({ method: given, route: pattern, status, ms }) => {
    const method = METHODS.has(given) ? given : 'other';
    const route = pattern ?? '';
    requests.inc({ method, route, status });
    seconds.observe({ method, route }, ms / 1_000);
  };
}
