import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { CsvAnswers, CsvKind } from '../domain/csv-fields.ts';
import { bytea, instant } from './columns.ts';

/* The tables of migrations/0032_csv_import.sql. */

export const csvImport = pgTable('csv_import', {
  id: uuid('id').primaryKey(),
  kind: text('kind').$type<CsvKind>().notNull(),
  adminId: uuid('admin_id').notNull(),
  file: bytea('file'),
  answers: jsonb('answers').$type<CsvAnswers>(),
  recorded: integer('recorded'),
  createdAt: instant('created_at').notNull(),
  recordedAt: instant('recorded_at'),
  undoneAt: instant('undone_at'),
});

export const csvItem = pgTable('csv_item', {
  key: text('key').primaryKey(),
  importId: uuid('import_id').notNull(),
  made: text('made').notNull(),
});
