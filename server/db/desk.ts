import { bigint, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { Act } from '../domain/audit-trail.ts';
import type { Right, Role } from '../domain/right.ts';
import { bytea, instant, quantity } from './columns.ts';

export const ANSWERED = { question: null, askedAt: null };

export const UNREADY = { readyAt: null, readyBy: null };

/** No admin entered the pledge, or added anything to it. */
export const UNENTERED = {
  enteredFrom: null,
  adminNote: null,
  giverConfirmedAt: null,
  members: null,
};

export const admin = pgTable('admin', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull(),
  emailKey: text('email_key').notNull(),
  role: text('role').$type<Role>().notNull(),
  createdAt: instant('created_at').notNull(),
  inviteHash: bytea('invite_hash'),
  inviteExpiresAt: instant('invite_expires_at'),
  removedAt: instant('removed_at'),
});

export const passkey = pgTable('passkey', {
  id: uuid('id').primaryKey(),
  adminId: uuid('admin_id').notNull(),
  credentialId: text('credential_id').notNull(),
  publicKey: bytea('public_key').notNull(),
  counter: bigint('counter', { mode: 'number' }).notNull(),
  transports: text('transports').array().notNull(),
  name: text('name').notNull(),
  createdAt: instant('created_at').notNull(),
  usedAt: instant('used_at'),
});

export type Purpose = 'sign-in' | 'touch' | 'passkey' | 'owner';

export const challenge = pgTable('challenge', {
  hash: bytea('hash').primaryKey(),
  purpose: text('purpose').$type<Purpose>().notNull(),
  adminId: uuid('admin_id'),
  expiresAt: instant('expires_at').notNull(),
});

export const recoveryCode = pgTable('recovery_code', {
  hash: bytea('hash').primaryKey(),
  adminId: uuid('admin_id').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const apiToken = pgTable('api_token', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  tokenHash: bytea('token_hash').notNull(),
  rights: text('rights').array().$type<Right[]>().notNull(),
  madeBy: uuid('made_by').notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  revokedAt: instant('revoked_at'),
  usedAt: instant('used_at'),
});

export const audit = pgTable('audit', {
  id: quantity('id').primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  by: text('by').notNull(),
  adminId: uuid('admin_id'),
  meansId: uuid('means_id'),
  signatoryId: uuid('signatory_id'),
  from: text('from'),
  act: text('act').$type<Act>().notNull(),
  object: text('object'),
  fields: text('fields').array().notNull(),
  facts: jsonb('facts').$type<Record<string, string | number | boolean | null>>().notNull(),
});

export const initiativeChange = pgTable('initiative_change', {
  seq: quantity('seq').primaryKey(),
  reason: text('reason').notNull(),
});

export const milestone = pgTable('milestone', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<'funding' | 'gpus'>().notNull(),
  reaches: quantity('reaches').notNull(),
  label: text('label').notNull(),
});
