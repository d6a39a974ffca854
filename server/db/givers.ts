import { and, eq, sql } from 'drizzle-orm';
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Kind } from '../domain/asset.ts';
import { quantity } from './columns.ts';
import { IS_NAMED } from './standing.ts';

/** In base, of public pledges alone. Triggers keep it with `standing`: migrations/0039_givers.sql. */
export const giverSum = pgTable('giver_sum', {
  kind: text('kind').$type<Kind>().notNull(),
  signatoryId: uuid('signatory_id').notNull(),
  received: quantity('received').notNull(),
  committed: quantity('committed').notNull(),
  pledged: quantity('pledged').notNull(),
  waiting: quantity('waiting').notNull(),
  gone: quantity('gone').notNull(),
  amount: quantity('amount').notNull(),
  share: integer('share').notNull(),
});

/** Needs the table `signatory`. */
export const isListed = (kind?: Kind) =>
  and(kind && eq(giverSum.kind, kind), sql`${giverSum.amount} + ${giverSum.gone} > 0`, IS_NAMED);
