import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { perPart } from '../domain/bank-account.ts';
import { bytea, instant } from './columns.ts';

/* The recipient's bank accounts (server/accounts). schema.ts has most other tables. */

export const recipientAccount = pgTable(
  'recipient_account',
  {
    currency: text('currency').notNull(),
    revision: integer('revision').notNull(),
    ...perPart((part) => text(part)),
    madeAt: instant('made_at').notNull(),
    shownFrom: instant('shown_from').notNull(),
    keepsOld: boolean('keeps_old').notNull(),
    mac: bytea('mac').notNull(),
  },
  (table) => [primaryKey({ columns: [table.currency, table.revision] })],
);

export const accountAlarm = pgTable('account_alarm', {
  mac: bytea('mac').primaryKey(),
  toldAt: instant('told_at').notNull(),
});
