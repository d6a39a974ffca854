import {
  date,
  pgTable,
  primaryKey,
  text,
  uuid,
  boolean,
  customType,
  integer,
  json,
  jsonb,
} from 'drizzle-orm/pg-core';
import type { Basis } from '../domain/asset.ts';
import { instant, quantity, bytea } from './columns.ts';
import type { RowCounts } from '../domain/metering.ts';

export const gpuFactor = pgTable(
  'gpu_factor',
  {
    model: text('model').notNull(),
    holdsFrom: date('holds_from').notNull(),
    tflops: text('tflops').notNull(),
    basis: text('basis').$type<Basis>().notNull(),
    source: text('source').notNull(),
    url: text('url'),
    createdAt: instant('created_at'),
  },
  (table) => [primaryKey({ columns: [table.model, table.holdsFrom] })],
);

export const gpuPrice = pgTable('gpu_price', {
  id: uuid('id').primaryKey(),
  pricedOn: date('priced_on').notNull(),
  perHour: text('per_hour').notNull(),
  source: text('source').notNull(),
  url: text('url'),
  createdAt: instant('created_at').notNull(),
});

export const gpuUse = pgTable(
  'gpu_use',
  {
    pledgeId: uuid('pledge_id').notNull(),
    usedOn: date('used_on').notNull(),
    gpuSeconds: quantity('gpu_seconds').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pledgeId, table.usedOn] })],
);

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
  /** What the statement with this hash answered (compute/sum-jobs.ts). */
  tally: json('tally').$type<{ hash: string; row: unknown }>(),
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
