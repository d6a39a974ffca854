import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { is } from 'drizzle-orm';
import { PgTable as PgTableClass } from 'drizzle-orm/pg-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migratePostgres } from '../../server/db/client.ts';
import * as accounts from '../../server/db/accounts.ts';
import * as desk from '../../server/db/desk.ts';
import * as factors from '../../server/db/compute.ts';
import * as review from '../../server/db/review.ts';
import * as bank from '../../server/db/bank.ts';
import * as csv from '../../server/db/csv.ts';
import * as outstanding from '../../server/db/pledges.ts';
import * as requests from '../../server/db/pledges.ts';
import * as metering from '../../server/db/compute.ts';
import * as payments from '../../server/db/payments.ts';
import * as people from '../../server/db/people.ts';
import * as givers from '../../server/db/givers.ts';
import * as log from '../../server/db/log.ts';
import * as rateTables from '../../server/db/rates.ts';
import * as schema from '../../server/db/schema.ts';
import { MIGRATIONS_DIR } from '../../server/paths.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createDatabase({ empty: true });
  folder = await mkdtemp(join(tmpdir(), 'muster-migrations-'));
  for (const name of await readdir(MIGRATIONS_DIR)) {
    await copyFile(join(MIGRATIONS_DIR, name), join(folder, name));
  }
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('migrations', () => {
  test('six replicas that start together all succeed, and one of them applies the files', async () => {
    const files = (await readdir(folder)).length;
    const applied = await Promise.all(
      Array.from({ length: 6 }, () => migratePostgres(database.ownerUrl, folder)),
    );
    expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 0, files]);
  });

  test('an applied file that was changed is refused by name', async () => {
    await migratePostgres(database.ownerUrl, folder);
    await writeFile(join(folder, '0001_core.sql'), 'SELECT 1;');
    await expect(migratePostgres(database.ownerUrl, folder)).rejects.toThrow(
      'migration 0001_core.sql was changed after it had been applied',
    );
  });

  test('a file that was mended since gets what it lacks, once', async () => {
    await migratePostgres(database.ownerUrl, folder);
    const checksums = () => database.asOwner('SELECT name, checksum FROM migration ORDER BY name');
    const before = await checksums();
    await database.asOwner('DROP INDEX standing_amount, standing_secured');
    await database.asOwner('UPDATE migration SET checksum = $1 WHERE name = $2', [
      'a43333fe6f723689f1812c15f1cddf68f1a00f9c9f3f200b69537140517c49fd',
      '0003_standing.sql',
    ]);
    expect(await migratePostgres(database.ownerUrl, folder)).toBe(1);
    const [found] = await database.asOwner(`SELECT to_regclass('standing_amount') AS index`);
    expect(found).toEqual({ index: 'standing_amount' });
    expect(await checksums()).toEqual(before);
    expect(await migratePostgres(database.ownerUrl, folder)).toBe(0);
  });

  test('a database that is newer than the files is refused', async () => {
    await migratePostgres(database.ownerUrl, folder);
    await rm(join(folder, '0002_append_only.sql'));
    await expect(migratePostgres(database.ownerUrl, folder)).rejects.toThrow(
      'the database has migration 0002_append_only.sql, which this version lacks',
    );
  });

  test('a file that fails half way leaves nothing of itself, and the ones before it whole', async () => {
    await writeFile(join(folder, '0099_broken.sql'), 'CREATE TABLE half (id int); SELECT 1 / 0;');
    await expect(migratePostgres(database.ownerUrl, folder)).rejects.toThrow(
      '0099_broken.sql failed',
    );
    const found = await database.asOwner(
      `SELECT to_regclass('half') AS half, to_regclass('pledge') IS NOT NULL AS pledge`,
    );
    expect(found).toEqual([{ half: null, pledge: true }]);
    await writeFile(join(folder, '0099_broken.sql'), 'CREATE TABLE half (id int);');
    expect(await migratePostgres(database.ownerUrl, folder)).toBe(1);
  });

  test('the drizzle schema has the columns of the SQL files, as nullable as they are', async () => {
    await migratePostgres(database.ownerUrl, folder);
    const tables = (
      Object.values({
        ...accounts,
        ...rateTables,
        ...schema,
        ...outstanding,
        ...people,
        ...desk,
        ...factors,
        ...givers,
        ...log,
        ...requests,
        ...review,
        ...bank,
        ...csv,
        ...payments,
        ...metering,
      }) as unknown[]
    ).filter((value): value is PgTable => is(value, PgTableClass));
    const declared = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table);
      return columns.map((column) => ({
        column: `${name}.${column.name}`,
        type: column.getSQLType(),
        nullable: !column.notNull,
      }));
    });
    const found = await database.asOwner(`
      SELECT c.relname || '.' || a.attname AS column,
             format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
        AND NOT a.attisdropped AND c.relname <> 'migration'`);
    expect(new Set(declared.map((column) => JSON.stringify(column)))).toEqual(
      new Set(found.map((column) => JSON.stringify(column))),
    );
  });
});
