import { randomBytes } from 'node:crypto';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { migratePostgres, openEmbedded, openPostgres, type Database } from './db/client.ts';
import { openSigner } from './ledger/identity.ts';
import { loadSnapshot } from './pledges/rates.ts';

export interface Opened {
  ctx: Context;
  close: () => Promise<void>;
}

/**
 * Opens what every command and the server work on: the database, migrated, with the bundled rates,
 * and the log's key. Throws `FolderInUse` when another process has the trial database.
 */
export async function openContext(config: Config, now = () => new Date()): Promise<Opened> {
  if (config.migrateDatabaseUrl) await migratePostgres(config.migrateDatabaseUrl);
  const database: Database = config.databaseUrl
    ? openPostgres(config.databaseUrl)
    : await openEmbedded(config.dataDir);
  try {
    await loadSnapshot(database.db);
    const ctx: Context = {
      config,
      db: database.db,
      engine: database.engine,
      now,
      randomBytes,
      signer: await openSigner(database.db, config),
      appended: () => {},
    };
    return { ctx, close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
