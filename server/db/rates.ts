import { date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const referenceRate = pgTable(
  'reference_rate',
  {
    currency: text('currency').notNull(),
    ratedOn: date('rated_on').notNull(),
    perEuro: text('per_euro').notNull(),
    source: text('source').notNull(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.ratedOn] })],
);

export const adminRate = pgTable(
  'admin_rate',
  {
    currency: text('currency').notNull(),
    ratedOn: date('rated_on').notNull(),
    num: text('num').notNull(),
    den: text('den').notNull(),
    source: text('source').notNull(),
    url: text('url'),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.ratedOn] })],
);
