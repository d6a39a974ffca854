import { date, integer, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core';
import { quantity } from './columns.ts';

/** What is expected of money by instalment, as schema.ts has the other tables; ledger/outstanding.ts keeps it. */
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

/** Of how many entries it is. */
export const outstandingSize = pgTable('outstanding_size', {
  id: smallint('id').primaryKey().default(1),
  size: quantity('size').notNull(),
});
