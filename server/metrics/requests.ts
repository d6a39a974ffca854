import type { Registry } from 'prom-client';
import type { Answered } from '../http/request-log.ts';

const SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60];

/** A client could make up others, and each would be a series for ever. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

interface Counted {
  labels: { method: string; route: string };
  /** By status. */
  answers: Map<number, number>;
  seconds: number;
  /** Of SECONDS, then all others; each without those below. */
  buckets: number[];
}

/** prom-client looks labels up by a text that it makes for each request: a tenth of an answer from memory. */
export function countRequests(registry: Registry): (answered: Answered) => void {
  const all = new Map<string, Counted>();
  register(registry, {
    name: 'muster_http_requests_total',
    help: 'Requests by route and status. The route is empty where there is none; 499 means that the client left.',
    type: 'counter',
    values: () =>
      [...all.values()].flatMap(({ labels, answers }) =>
        [...answers].map(([status, value]) => ({ labels: { ...labels, status }, value })),
      ),
  });
  register(registry, {
    name: 'muster_http_request_seconds',
    help: 'How long requests took, from the end of their headers to the end of the answer.',
    type: 'histogram',
    values: () => [...all.values()].flatMap(histogramOf),
  });
  return ({ method: given, route: pattern, status, ms }) => {
    const method = METHODS.has(given) ? given : 'other';
    const route = pattern ?? '';
    const key = `${method} ${route}`;
    let counted = all.get(key);
    if (!counted) {
      const buckets = [...SECONDS, Infinity].map(() => 0);
      counted = { labels: { method, route }, answers: new Map(), seconds: 0, buckets };
      all.set(key, counted);
    }
    counted.answers.set(status, (counted.answers.get(status) ?? 0) + 1);
    const seconds = ms / 1_000;
    counted.seconds += seconds;
    let at = 0;
    while (at < SECONDS.length && seconds > SECONDS[at]!) at += 1;
    counted.buckets[at]! += 1;
  };
}

interface Value {
  labels: Record<string, string | number>;
  value: number;
  metricName?: string;
}

interface Metric {
  name: string;
  help: string;
  type: 'counter' | 'histogram';
  values: () => Value[];
}

/** All that prom-client's registry asks for. */
function register(registry: Registry, { values, ...about }: Metric): void {
  const get = () => Promise.resolve({ ...about, aggregator: 'sum', values: values() });
  registry.registerMetric({ ...about, get } as unknown as Parameters<
    Registry['registerMetric']
  >[0]);
}

function histogramOf({ labels, seconds, buckets }: Counted): Value[] {
  const name = 'muster_http_request_seconds';
  let upTo = 0;
  return [
    ...buckets.map((count, at) => ({
      labels: { le: SECONDS[at] ?? '+Inf', ...labels },
      value: (upTo += count),
      metricName: `${name}_bucket`,
    })),
    { labels, value: seconds, metricName: `${name}_sum` },
    { labels, value: upTo, metricName: `${name}_count` },
  ];
}
