import { integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './columns.ts';

export const signUp = pgTable('sign_up', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  emailKey: text('email_key').notNull(),
  input: jsonb('input').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const link = pgTable('link', {
  tokenHash: bytea('token_hash').primaryKey(),
  purpose: text('purpose').$type<'confirm' | 'sign-in' | 'address'>().notNull(),
  signUpId: uuid('sign_up_id'),
  signatoryId: uuid('signatory_id'),
  address: text('address'),
  next: text('next'),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

export const session = pgTable('session', {
  id: uuid('id').primaryKey(),
  tokenHash: bytea('token_hash').notNull(),
  signatoryId: uuid('signatory_id'),
  adminId: uuid('admin_id'),
  browser: text('browser'),
  createdAt: instant('created_at').notNull(),
  confirmedAt: instant('confirmed_at').notNull(),
  seenAt: instant('seen_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const mail = pgTable('mail', {
  id: uuid('id').primaryKey(),
  kind: text('kind').notNull(),
  address: text('address').notNull(),
  data: jsonb('data').notNull(),
  createdAt: instant('created_at').notNull(),
  dueAt: instant('due_at').notNull(),
  attempts: integer('attempts').notNull().default(0),
  network: bytea('network'),
  askedBy: uuid('asked_by'),
  turnAt: instant('turn_at').notNull(),
  error: jsonb('error').$type<MailError>(),
  givenUpAt: instant('given_up_at'),
});

/** How an email failed, in the mail server's codes; without any, nobody could write it. */
export interface MailError {
  code?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
}

/** What somebody was told of, which lasts though the email is deleted once it is sent. */
export const told = pgTable('told', {
  kind: text('kind').notNull(),
  object: text('object').notNull(),
  occasion: text('occasion').notNull(),
  at: instant('at').notNull(),
});

export const knownNetwork = pgTable(
  'known_network',
  {
    signatoryId: uuid('signatory_id').notNull(),
    hash: bytea('hash').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.signatoryId, table.hash] })],
);

export const limitUse = pgTable('limit_use', {
  key: bytea('key').primaryKey(),
  uses: integer('uses').notNull(),
  endsAt: instant('ends_at').notNull(),
});

export const adminNotice = pgTable('admin_notice', {
  id: smallint('id').primaryKey().default(1),
  sentAt: instant('sent_at').notNull(),
});
