import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCKS } from './locks.ts';
import { MENDED } from './mended.ts';

export class MigrationError extends Error {}

export interface OwnerSession {
  query: (sql: string, params?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
  script: (sql: string) => Promise<unknown>;
}

/** No dump has this setting of migrations/0010_sealed.sql. */
export const DATABASE_RIGHTS = `DO $$ BEGIN
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $$`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Throws for an applied file that has changed, or that this version lacks. */
async function pendingOf(
  session: Pick<OwnerSession, 'query'>,
  migrations: Migration[],
): Promise<Migration[]> {
  const { rows: exists } = await session.query(`SELECT to_regclass('migration') AS found`);
  if (exists[0]?.['found'] === null) return migrations;
  const { rows } = await session.query('SELECT name, checksum FROM migration ORDER BY name');
  const applied = new Map(rows.map((row) => [String(row['name']), String(row['checksum'])]));
  const names = new Set(migrations.map(({ name }) => name));
  for (const name of applied.keys()) {
    if (!names.has(name))
      throw new MigrationError(`the database has migration ${name}, which this version lacks`);
  }
  return migrations.flatMap((migration) => {
    const { name, checksum } = migration;
    const before = applied.get(name);
    if (before === undefined) return [migration];
    if (before === checksum) return [];
    const sql = MENDED[name]?.[before];
    if (sql !== undefined) return [{ name, sql, checksum }];
    throw new MigrationError(
      `migration ${name} was changed after it had been applied; restore the file`,
    );
  });
}

export async function pendingMigrations(
  session: Pick<OwnerSession, 'query'>,
  folder: string,
): Promise<string[]> {
  return (await pendingOf(session, await readMigrations(folder))).map(({ name }) => name);
}

/** Each file is one transaction with its record. With nothing pending it only reads, as the application may. */
export async function migrate(session: OwnerSession, folder: string): Promise<number> {
  const migrations = await readMigrations(folder);
  if ((await pendingOf(session, migrations)).length === 0) return 0;
  // Replicas that start together queue up on it.
  await session.query('SELECT pg_advisory_lock($1)', [LOCKS.migrate.toString()]);
  try {
    await session.script(
      `CREATE TABLE IF NOT EXISTS migration (
         name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const pending = await pendingOf(session, migrations);
    for (const migration of pending) await apply(session, migration);
    return pending.length;
  } finally {
    await session.query('SELECT pg_advisory_unlock($1)', [LOCKS.migrate.toString()]);
  }
}

async function apply(session: OwnerSession, { name, sql, checksum }: Migration): Promise<void> {
  await session.script('BEGIN');
  try {
    // Protected rows that a migration changes get their states too.
    await session.script(`SET LOCAL muster.states = 'on'`);
    await session.script(sql);
    await session.query(
      `INSERT INTO migration (name, checksum) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum`,
      [name, checksum],
    );
    await session.script('COMMIT');
  } catch (error) {
    await session.script('ROLLBACK');
    throw new MigrationError(`migration ${name} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
