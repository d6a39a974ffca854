import { boolean, customType, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { RowCounts } from '../domain/metering.ts';
import { bytea, instant, quantity } from './columns.ts';

/** The tables of what schedulers' records say, as schema.ts has those of the rest. */

const multirange = customType<{ data: string }>({ dataType: () => 'int8multirange' });

export const metering = pgTable('metering', {
  id: uuid('id').primaryKey(),
  pledgeId: uuid('pledge_id').notNull(),
  cluster: text('cluster').notNull(),
  zone: text('zone'),
  rawIds: boolean('raw_ids'),
  models: jsonb('models').$type<Record<string, string>>().notNull(),
  sha256: bytea('sha256'),
  counts: jsonb('counts').$type<RowCounts>(),
  batch: text('batch'),
  createdAt: instant('created_at').notNull(),
});

export const meteringBlock = pgTable('metering_block', {
  meteringId: uuid('metering_id').notNull(),
  jobs: text('jobs').array().notNull(),
  starts: quantity('starts').array().notNull(),
  seconds: integer('seconds').array().notNull(),
  gpus: integer('gpus').array().notNull(),
  types: text('types').array().notNull(),
  running: boolean('running').array().notNull(),
});

export const meteredJob = pgTable('metered_job', {
  meteringId: uuid('metering_id').notNull(),
  job: text('job').notNull(),
  startedAt: quantity('started_at').notNull(),
  type: text('type').notNull(),
  gpus: integer('gpus').notNull(),
  ran: multirange('ran').notNull(),
  endedAt: quantity('ended_at'),
});
