import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { z } from 'zod';
import { requireRight } from '../actor.ts';
import type { Context } from '../context.ts';
import type { DomainError } from '../domain/errors.ts';
import { actorOf } from '../http/api.ts';
import { lastDone } from '../backup/last-done.ts';
import { operation, type Operation } from '../http/operation.ts';
import { countRequests } from './requests.ts';
import { readState, within } from './state.ts';

type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics(ctx: Context) {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string) =>
    new Counter({ name, help, labelNames: ['outcome'], registers });
  const events = counter(
    'muster_webhook_events_total',
    'Events that Stripe sent to this process, by what became of each.',
  );
  const mails = counter(
    'muster_mail_failures_total',
    'Emails that this process could not send: tried again later, or given up.',
  );
  const showGauges = gaugesOf(registry, ctx);
  const readDatabase = readState(registry, ctx);
  ofProcess();
  return {
    countRequest: countRequests(registry),
    countEvent: (outcome: string) => events.inc({ outcome }),
    countMailFailure: (outcome: 'later' | 'given-up') => mails.inc({ outcome }),
    type: registry.contentType,
    show: async (): Promise<string> => {
      await Promise.all([readDatabase(), showGauges()]);
      return Registry.merge([registry, ofProcess()]).metrics();
    },
  };
}

let processMetrics: Registry | undefined;

/** One for all apps: what observes the process never ends. */
function ofProcess(): Registry {
  if (!processMetrics) {
    processMetrics = new Registry();
    collectDefaultMetrics({ register: processMetrics });
  }
  return processMetrics;
}

function gaugesOf(registry: Registry, ctx: Context): () => Promise<void> {
  const registers = [registry];
  const stopped = new Gauge({
    name: 'muster_writes_stopped',
    help: '1 once the database has lost entries that this server has shown: it takes no writes.',
    registers,
  });
  const connections = new Gauge({
    name: 'muster_database_connections',
    help: 'Connections of this process: open, in use, the most it opens, and how many requests wait for one.',
    labelNames: ['state'],
    registers,
  });
  const backup = new Gauge({
    name: 'muster_backup_timestamp_seconds',
    help: 'When a backup was last made with this data folder; 0 for never.',
    registers,
  });
  return async () => {
    stopped.set(ctx.log.stopped === null ? 0 : 1);
    const states = Object.entries(ctx.connections());
    for (const [state, count] of states) connections.set({ state }, count);
    backup.set(((await lastDone(ctx.config.dataDir, 'backup'))?.getTime() ?? 0) / 1_000);
  };
}

const getMetrics: Operation = {
  id: 'getMetrics',
  tag: 'Operations',
  summary: 'Get measurements in Prometheus’ text format',
  description:
    'About this process: requests by route and status, their times, and database connections. About the ledger, payments and email: the database’s last figures, and how old they are. Needs a token with the right “view”. If the database is down, a token that worked before still works.',
  access: 'view',
  answers: { 200: z.string().meta({ contentMediaType: 'text/plain' }) },
};

export function registerMetrics(app: FastifyInstance, metrics: Metrics): void {
  const mayRead = whoMayRead();
  app.get('/metrics', operation(getMetrics), async (request, reply) => {
    await mayRead(request);
    return reply
      .type(metrics.type)
      .header('cache-control', 'no-store')
      .send(await metrics.show());
  });
}

const KNOWN = 100;
const LOOK_UP_MS = 1_000;

/** While the database is down, lets in whoever had the right at the last look. */
function whoMayRead(): (request: FastifyRequest) => Promise<void> {
  const known = new Set<string>();
  return async (request) => {
    const { authorization = '' } = request.headers;
    const token = createHash('sha256').update(authorization).digest('base64');
    const looking = actorOf(request).then((actor) => requireRight(actor, 'view'));
    try {
      await (known.has(token) ? within(LOOK_UP_MS, looking) : looking);
      if (known.size < KNOWN) known.add(token);
    } catch (error) {
      const { code } = error as DomainError;
      if (code !== 'unauthorised' && code !== 'forbidden' && known.has(token)) return;
      known.delete(token);
      throw error;
    }
  };
}
