import {
  jsonb,
  pgTable,
  text,
  uuid,
  date,
  integer,
  primaryKey,
  smallint,
} from 'drizzle-orm/pg-core';
import type { RequestKind, RequestStatus } from '../domain/agreed.ts';
import { instant, quantity } from './columns.ts';
import type { WindowTuple } from './schema.ts';

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

/** Outstanding money by instalment: ledger/outstanding.ts. */
export const outstandingPart = pgTable(
  'outstanding_part',
  {
    pledgeId: uuid('pledge_id').notNull(),
    position: integer('position').notNull(),
    firstSeq: quantity('first_seq').notNull(),
    dueOn: date('due_on'),
    quantity: quantity('quantity').notNull(),
    received: quantity('received').notNull(),
    outstanding: quantity('outstanding').notNull(),
    committed: quantity('committed').notNull(),
    committedBase: quantity('committed_base').notNull(),
    pledged: quantity('pledged').notNull(),
    pledgedBase: quantity('pledged_base').notNull(),
    waiting: quantity('waiting').notNull(),
    waitingBase: quantity('waiting_base').notNull(),
  },
  (table) => [primaryKey({ columns: [table.pledgeId, table.position] })],
);

export const outstandingSize = pgTable('outstanding_size', {
  id: smallint('id').primaryKey().default(1),
  size: quantity('size').notNull(),
});
