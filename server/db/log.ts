import { pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { bytea, instant, quantity } from './columns.ts';

export const logIdentity = pgTable('log_identity', {
  id: smallint('id').primaryKey(),
  origin: text('origin').notNull(),
  verifierKey: text('verifier_key').notNull(),
  fromSize: quantity('from_size').notNull().default(0n),
  lostSize: quantity('lost_size'),
  reason: text('reason'),
  begunAt: instant('begun_at'),
  note: text('note'),
});

export const rowState = pgTable('row_state', {
  id: quantity('id').primaryKey().generatedAlwaysAsIdentity(),
  tbl: text('tbl').notNull(),
  rowKey: text('row_key').notNull(),
  hash: bytea('hash'),
  sealedIn: quantity('sealed_in'),
});

export const rowSalt = pgTable(
  'row_salt',
  { tbl: text('tbl').notNull(), rowKey: text('row_key').notNull(), salt: bytea('salt').notNull() },
  (table) => [primaryKey({ columns: [table.tbl, table.rowKey] })],
);

export const protectedTable = pgTable('protected_table', {
  tbl: text('tbl').primaryKey(),
  key: text('key').notNull(),
  unstated: text('unstated').array().notNull(),
});

export const seal = pgTable('seal', {
  n: quantity('n').primaryKey(),
  log: smallint('log').notNull(),
  size: quantity('size').notNull(),
  head: bytea('head').notNull(),
  note: text('note').notNull(),
});
