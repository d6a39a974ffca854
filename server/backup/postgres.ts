import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { migratePostgres, openOwner, ownerUrlOf, type Owner } from '../db/client.ts';
import { DATABASE_RIGHTS, pendingMigrations } from '../db/migrate.ts';
import { rowsFrom } from '../db/sql.ts';
import { ledgerKey } from '../ledger/identity.ts';
import { keepRestored } from '../ledger/last-checkpoint.ts';
import { MIGRATIONS_DIR } from '../paths.ts';
import { factsOf, inSnapshot, type Facts, type Say } from './facts.ts';
import { BackupError, runProgram } from './program.ts';

/** In one snapshot: the file has the very rows that were verified. */
export async function dumpPostgres(config: Config, file: string, say: Say): Promise<Facts> {
  const key = ledgerKey(config);
  await using owner = await openOwner(ownerUrlOf(config));
  const [pending] = await pendingMigrations(owner, MIGRATIONS_DIR);
  if (pending) {
    throw new BackupError(
      `the database lacks migration ${pending}: back up with the version that it runs with`,
    );
  }
  return await inSnapshot(owner.db, async (tx) => {
    const facts = await factsOf(tx, key, say);
    const withId = z.strictObject({ id: z.string() });
    const [exported] = await rowsFrom(tx, withId)`SELECT pg_export_snapshot() AS id`;
    say('pg_dump');
    const args = ['--format=custom', '--no-password', `--snapshot=${exported!.id}`];
    await runProgram('pg_dump', [...args, `--file=${file}`], owner.env);
    await runProgram('pg_restore', ['--list', file], owner.env);
    return facts;
  });
}

/** Into an empty database, wholly or not at all. `migrations` are the dump's. Throws `BackupError`. */
export async function restorePostgres(
  config: Config,
  file: string,
  migrations: string[],
  say: Say,
): Promise<Facts> {
  const ownerUrl = ownerUrlOf(config);
  const key = ledgerKey(config);
  await using owner = await openOwner(ownerUrl);
  await checkTarget(owner);
  await checkKnown(migrations);
  say('pg_restore');
  // The name alone could be taken for a connection string.
  const dbname = `dbname='${owner.database.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
  const args = ['--exit-on-error', '--single-transaction', '--no-owner', '--no-password'];
  await runProgram('pg_restore', [...args, `--dbname=${dbname}`, file], owner.env);
  await owner.script(DATABASE_RIGHTS);
  await migratePostgres(ownerUrl);
  await owner.script('ANALYZE');
  const facts = await inSnapshot(owner.db, (tx) => factsOf(tx, key, say));
  await keepRestored(owner.db, config.dataDir);
  return facts;
}

/** The dump has the role's grants, but not the role. */
async function checkTarget(owner: Owner): Promise<void> {
  const { rows } = await owner.query(`
    SELECT (SELECT min(relname) FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')) AS table,
           EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_app') AS "hasRole"`);
  const { table, hasRole } = rows[0] as { table: string | null; hasRole: boolean };
  if (table !== null) {
    throw new BackupError(
      `the database ${owner.database} is not empty, it has a table ${table}: restore into a new one`,
    );
  }
  if (!hasRole) throw new BackupError('the role muster_app is missing: run deploy/roles.sql first');
}

async function checkKnown(migrations: string[]): Promise<void> {
  const known = new Set(await readdir(MIGRATIONS_DIR));
  const unknown = migrations.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new BackupError(`the backup has migration ${unknown}, which this version lacks`);
}
