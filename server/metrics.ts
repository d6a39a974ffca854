import type { FastifyInstance } from 'fastify';
import { sql, type SQL } from 'drizzle-orm';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { z } from 'zod';
import { requireRight } from './actor.ts';
import type { Context } from './context.ts';
import { DIFFERENCE_KINDS } from './domain/payment.ts';
import { rowsOf } from './db/sql.ts';
import { actorOf } from './http/actor.ts';
import { operation, type Operation } from './openapi/operation.ts';

/** What this process counts, and what the database says, in the text format of Prometheus. */
export interface Metrics {
  /** An event came to the webhook, and this became of it. */
  countEvent: (outcome: string) => void;
}

/** However often they are asked for, the database is asked once in so long. */
const READ_EACH_MS = 10_000;

const getMetrics: Operation = {
  id: 'getMetrics',
  tag: 'Operations',
  summary: 'Measurements, in the text format of Prometheus',
  description:
    'Of this process, and of payments: how many differ from Stripe’s balance by kind, how many of its events wait for an admin, when the two were compared last, and how many events came by what became of them. `muster_writes_stopped` is 1 while no writes are taken. Takes an API token with the right “view”, so that a proxy that passes everything on shows it to nobody.',
  access: 'view',
  answers: { 200: { text: 'The measurements.', type: 'text/plain', schema: z.string() } },
};

export function registerMetrics(app: FastifyInstance, ctx: Context): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const events = new Counter({
    name: 'muster_webhook_events_total',
    help: 'Events that Stripe sent to this process, by what became of each.',
    labelNames: ['outcome'],
    registers,
  });
  const differences = new Gauge({
    name: 'muster_payment_differences',
    help: 'What the ledger and Stripe differ in and nobody has put aside, by kind.',
    labelNames: ['kind'],
    registers,
  });
  const unmatched = new Gauge({
    name: 'muster_payment_unmatched',
    help: 'Events of Stripe that could not be recorded and nobody has put aside.',
    registers,
  });
  const stopped = new Gauge({
    name: 'muster_writes_stopped',
    help: '1 once the database has lost entries that this server has shown: it takes no writes.',
    registers,
  });
  const compared = new Gauge({
    name: 'muster_payment_compared_timestamp_seconds',
    help: 'When the ledger was last compared with Stripe; 0 for never.',
    registers,
  });

  const read = async (): Promise<void> => {
    const [row] = rowsOf<Counts>(await ctx.db.execute(countsAt(ctx.now())));
    for (const kind of DIFFERENCE_KINDS) differences.set({ kind }, row!.differences?.[kind] ?? 0);
    unmatched.set(row!.unmatched);
    compared.set(row!.compared);
  };
  let readAt = -Infinity;
  let reading: Promise<void> = Promise.resolve();
  const refresh = (): Promise<void> => {
    if (performance.now() - readAt < READ_EACH_MS) return reading;
    readAt = performance.now();
    reading = read();
    // What failed is asked again by the next.
    reading.catch(() => (readAt = -Infinity));
    return reading;
  };
  collectDefaultMetrics({ register: registry });
  app.get('/metrics', operation(getMetrics), async (request, reply) => {
    requireRight(await actorOf(request), 'view');
    stopped.set(ctx.log.stopped === null ? 0 : 1);
    await refresh();
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
  app.addHook('onClose', async () => registry.clear());
  return { countEvent: (outcome) => events.inc({ outcome }) };
}

interface Counts {
  differences: Record<string, number> | null;
  unmatched: number;
  compared: number;
}

const countsAt = (now: Date): SQL => sql`
  SELECT
    (SELECT jsonb_object_agg(kind, count) FROM (
      SELECT kind, count(*)::int AS count FROM difference WHERE aside_note IS NULL GROUP BY kind
    ) AS counted) AS differences,
    (SELECT count(*)::int FROM stripe_event
      WHERE outcome = 'unmatched' AND aside_note IS NULL) AS unmatched,
    (SELECT coalesce(extract(epoch FROM max(finished_at)), 0)::float8 FROM reconciliation
      WHERE finished_at <= ${now.toISOString()}::timestamptz) AS compared`;
