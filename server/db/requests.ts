import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { RequestKind, RequestStatus } from '../domain/agreed.ts';
import { instant, quantity } from './columns.ts';
import type { WindowTuple } from './schema.ts';

/** The tables of how agreed pledges change, as schema.ts has those of the rest. */

export const pledgeRequest = pgTable('pledge_request', {
  id: uuid('id').primaryKey(),
  pledgeId: uuid('pledge_id').notNull(),
  kind: text('kind').$type<RequestKind>().notNull(),
  text: text('text').notNull(),
  instalments: jsonb('instalments').$type<[dueOn: string, quantity: string][]>(),
  quantity: quantity('quantity'),
  windows: jsonb('windows').$type<WindowTuple[]>(),
  status: text('status').$type<RequestStatus>().notNull().default('waiting'),
  reason: text('reason'),
  createdAt: instant('created_at').notNull(),
  decidedAt: instant('decided_at'),
});
export type PledgeRequest = typeof pledgeRequest.$inferSelect;

export const termsChange = pgTable('terms_change', {
  seq: quantity('seq').primaryKey(),
  pledgeId: uuid('pledge_id').notNull(),
  earlier: quantity('earlier').notNull(),
});
