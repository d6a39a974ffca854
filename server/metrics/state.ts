import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type SQL } from 'drizzle-orm';
import { Gauge, type Registry } from 'prom-client';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { rowsOf } from '../db/sql.ts';
import { DIFFERENCE_KINDS } from '../domain/payment.ts';

const READ_EACH_MS = 10_000;
/** Then an answer has the last figures. */
const WAIT_MS = 1_000;

const figure = z.number();
const state = z.strictObject({
  differences: z.record(z.string(), figure).nullable(),
  unmatched: figure,
  compared: figure,
  checkpoint: figure,
  unsigned: figure,
  mails: figure,
  retried: figure,
  oldestMail: figure,
  givenUp: figure,
  rates: figure,
});

const GAUGES: Record<
  Exclude<keyof z.infer<typeof state>, 'differences'>,
  [name: string, help: string]
> = {
  unmatched: [
    'muster_payment_unmatched',
    'Events of Stripe that could not be recorded and nobody has set aside.',
  ],
  compared: [
    'muster_payment_compared_timestamp_seconds',
    'When the ledger was last compared with Stripe; 0 for never.',
  ],
  checkpoint: [
    'muster_checkpoint_timestamp_seconds',
    'When the newest checkpoint was signed; 0 for never.',
  ],
  unsigned: ['muster_unsigned_entries', 'Entries of the ledger that no checkpoint signs yet.'],
  mails: ['muster_mail_waiting', 'Emails that are not sent yet.'],
  retried: ['muster_mail_retried', 'Of these, the ones that failed before.'],
  oldestMail: [
    'muster_mail_oldest_timestamp_seconds',
    'When the oldest of them was queued; 0 if there is none.',
  ],
  givenUp: ['muster_mail_given_up', 'Emails that were given up and that an admin has not seen to.'],
  rates: [
    'muster_rates_timestamp_seconds',
    'The day of the newest exchange rates of the European Central Bank; 0 for none.',
  ],
};

/** Keeps the figures for when the database doesn't answer. */
export function readState(registry: Registry, ctx: Context): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const gauges = Object.entries(GAUGES).map(([key, about]) => ({ key, gauge: gauge(...about) }));
  const differences = new Gauge({
    name: 'muster_payment_differences',
    help: 'What the ledger and Stripe differ in and nobody has set aside, by kind.',
    labelNames: ['kind'],
    registers,
  });
  const age = gauge(
    'muster_database_values_age_seconds',
    'How long ago the values above that come from the database were read; -1 for never.',
  );
  let readAt = -Infinity;
  let askedAt = -Infinity;
  let reading: Promise<void> = Promise.resolve();
  const read = async (): Promise<void> => {
    const [row] = rowsOf(await ctx.db.execute(stateAt(ctx.now())), state);
    for (const kind of DIFFERENCE_KINDS) differences.set({ kind }, row!.differences?.[kind] ?? 0);
    for (const each of gauges) each.gauge.set(row![each.key as keyof typeof GAUGES]);
    readAt = performance.now();
  };
  return async () => {
    if (performance.now() - askedAt >= READ_EACH_MS) {
      askedAt = performance.now();
      // After a failure the next request asks again.
      reading = read().catch(() => {
        askedAt = -Infinity;
      });
    }
    await within(WAIT_MS, reading);
    age.set(readAt === -Infinity ? -1 : (performance.now() - readAt) / 1_000);
  };
}

const seconds = (instant: SQL): SQL => sql`coalesce(extract(epoch FROM ${instant}), 0)::float8`;

const stateAt = (now: Date): SQL => sql`
  SELECT
    (SELECT jsonb_object_agg(kind, count) FROM (
      SELECT kind, count(*)::int AS count FROM difference WHERE aside_note IS NULL GROUP BY kind
    ) AS counted) AS differences,
    (SELECT count(*)::int FROM stripe_event
      WHERE outcome = 'unmatched' AND aside_note IS NULL) AS unmatched,
    (SELECT ${seconds(sql`max(finished_at)`)} FROM reconciliation
      WHERE finished_at <= ${now.toISOString()}::timestamptz) AS compared,
    newest.at AS checkpoint,
    (SELECT (size - newest.size)::int FROM ledger_head) AS unsigned,
    mails.*,
    (SELECT ${seconds(sql`max(rated_on)::timestamp AT TIME ZONE 'UTC'`)}
      FROM reference_rate WHERE currency = 'EUR') AS rates
  FROM
    (SELECT coalesce(max(size), 0) AS size, ${seconds(sql`max(created_at)`)} AS at
      FROM checkpoint WHERE size = (SELECT max(size) FROM checkpoint)) AS newest,
    (SELECT count(*) FILTER (WHERE given_up_at IS NULL)::int AS mails,
      count(*) FILTER (WHERE attempts > 1 AND given_up_at IS NULL)::int AS retried,
      ${seconds(sql`min(created_at) FILTER (WHERE given_up_at IS NULL)`)} AS "oldestMail",
      count(given_up_at)::int AS "givenUp" FROM mail) AS mails`;

export const within = (ms: number, work: Promise<void>): Promise<void> =>
  Promise.race([work, sleep(ms, undefined, { ref: false })]);
