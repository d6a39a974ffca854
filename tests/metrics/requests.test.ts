import { Counter, Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { countRequests } from '../../server/metrics/requests.ts';

const ANSWERED = [
  { method: 'GET', route: '/', status: 200, ms: 0.4 },
  { method: 'GET', route: '/', status: 200, ms: 1 },
  { method: 'GET', route: '/', status: 304, ms: 1.5 },
  { method: 'POST', route: '/sign', status: 303, ms: 480 },
  { method: 'POST', route: '/sign', status: 303, ms: 70_000 },
  { method: 'BREW', route: null, status: 404, ms: 20 },
];

/** The lines that have figures, in any order. */
const figuresOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      line.replace(/\{(.*)\}/, (_, labels: string) => labels.split(',').toSorted().join()),
    )
    .toSorted();

test('requests are counted as prom-client itself counts them', async () => {
  const ours = new Registry();
  const count = countRequests(ours);
  const theirs = new Registry();
  const registers = [theirs];
  const requests = new Counter({
    name: 'muster_http_requests_total',
    help: 'Requests.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'muster_http_request_seconds',
    help: 'Seconds.',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers,
  });
  for (const answered of ANSWERED) {
    count(answered);
    const method = answered.method === 'BREW' ? 'other' : answered.method;
    const route = answered.route ?? '';
    requests.inc({ method, route, status: answered.status });
    seconds.observe({ method, route }, answered.ms / 1_000);
  }
  expect(figuresOf(await ours.metrics())).toEqual(figuresOf(await theirs.metrics()));
});
