import { date, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Basis } from '../domain/asset.ts';
import { instant, quantity } from './columns.ts';

/** What GPUs are counted as, what an hour of one costs, and what jobs use, as schema.ts has the tables of the rest. */

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
