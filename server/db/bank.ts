import { bigint, date, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, instant, quantity } from './columns.ts';

export const bankEntry = pgTable('bank_entry', {
  id: bigint('id', { mode: 'bigint' }).primaryKey().generatedAlwaysAsIdentity(),
  key: bytea('key').notNull(),
  format: text('format').$type<'camt' | 'csv'>().notNull(),
  account: text('account').notNull(),
  currency: text('currency').notNull(),
  bookedOn: date('booked_on').notNull(),
  amountMinor: quantity('amount_minor').notNull(),
  reference: text('reference'),
  payerReference: text('payer_reference'),
  name: text('name'),
  text: text('text'),
  batch: text('batch'),
  asideNote: text('aside_note'),
  readAt: instant('read_at').notNull(),
});
