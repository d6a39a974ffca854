import {
  boolean,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BulkKind } from '../domain/signatory.ts';
import { instant, quantity } from './columns.ts';

export const signatorySkeleton = pgTable(
  'signatory_skeleton',
  { skeleton: text('skeleton').notNull(), signatoryId: uuid('signatory_id').notNull() },
  (table) => [primaryKey({ columns: [table.skeleton, table.signatoryId] })],
);

export const reviewSetting = pgTable('review_setting', {
  id: smallint('id').primaryKey().default(1),
  hold: boolean('hold').notNull(),
  dailyCapMinor: quantity('daily_cap_minor'),
  organisations: text('organisations').array(),
  revision: integer('revision').notNull(),
});

export const acceptedWithoutAdmin = pgTable('accepted_without_admin', {
  acceptedOn: date('accepted_on').primaryKey(),
  baseMinor: quantity('base_minor').notNull(),
});

export const bulkAct = pgTable('bulk_act', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<BulkKind>().notNull(),
  adminId: uuid('admin_id').notNull(),
  reason: text('reason'),
  ids: uuid('ids').array().notNull(),
  seen: text('seen').array().notNull(),
  done: integer('done').notNull().default(0),
  createdAt: instant('created_at').notNull(),
  undoneAt: instant('undone_at'),
});

export const bulkBatch = pgTable(
  'bulk_batch',
  {
    bulkId: uuid('bulk_id').notNull(),
    n: integer('n').notNull(),
    signatoryIds: uuid('signatory_ids').array().notNull(),
    pledgeIds: uuid('pledge_ids').array().notNull(),
    undone: integer('undone'),
  },
  (table) => [primaryKey({ columns: [table.bulkId, table.n] })],
);
