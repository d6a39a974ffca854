import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { migratePostgres, openEmbedded, openPostgres, type Database } from './db/client.ts';
import { checkNotForked } from './ledger/last-checkpoint.ts';
import { openSigner } from './ledger/identity.ts';
import { loadSnapshot } from './pledges/rates.ts';

export interface Opened {
  ctx: Context;
  close: () => Promise<void>;
}

/** Opens the database and nothing else: what verifying needs. */
export const openDatabase = async ({ databaseUrl, dataDir }: Config): Promise<Database> =>
  databaseUrl === null ? openEmbedded(dataDir) : openPostgres(databaseUrl);

/**
 * Opens what the server and the import work on: the database, migrated, with the bundled rates, and
 * the log's key. Throws `FolderInUse` when another process has the trial database, and `ConfigError`
 * when the database is older than what was shown from the data folder.
 */
export async function openContext(config: Config, now = () => new Date()): Promise<Opened> {
  if (config.migrateDatabaseUrl) await migratePostgres(config.migrateDatabaseUrl);
  const { db, engine, close } = await openDatabase(config);
  try {
    await loadSnapshot(db);
    const signer = await openSigner(db, config);
    const ctx: Context = { config, db, engine, now, randomBytes, signer, appended: () => {} };
    await checkNotForked(ctx);
    return { ctx, close };
  } catch (error) {
    await close();
    throw error;
  }
}
