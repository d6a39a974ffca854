import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { noteFailures } from './audit/failures.ts';
import { ConfigError, type Config } from './config.ts';
import type { Context, Reading } from './context.ts';
import { APP_ROLE, migratePostgres, openPostgres, type Database } from './db/client.ts';
import type { Db } from './db/db.ts';
import { openEmbedded, type TrialDatabase } from './db/embedded.ts';
import { MigrationError, pendingMigrations } from './db/migrate.ts';
import { rowsOf } from './db/sql.ts';
import { newWatch } from './domain/log-watch.ts';
import { checkNotForked, readLastCheckpoint } from './ledger/last-checkpoint.ts';
import { sealExisting } from './ledger/seal.ts';
import { createFairQueue, type FairQueue } from './db/fair-queue.ts';
import { derivedSecret, openSigner } from './ledger/identity.ts';
import { openStripe } from './stripe/client.ts';
import { MIGRATIONS_DIR } from './paths.ts';
import { loadSnapshot } from './rates/import.ts';
import { beginMove, checkNotMoved, finishMove } from './trial/folder.ts';
import { fillLookKeys } from './signatories/sign.ts';

/** As many as connections for each. What may wait is some seconds of reading. */
const PUBLIC_READS = 4;
const IDENTITIES = 2;
const MOST_WAITING = 200;
/** Whoever has sent a large file should get its report. */
const METERING_WAITING = 50;

export interface Opened extends AsyncDisposable {
  ctx: Context;
  close: () => Promise<void>;
}

const POOL_BYTES = 8_192;

/** Random bytes, drawn from the system in larger parts: asking for each code alone takes longer than making it. */
function randomPool(): Context['randomBytes'] {
  let pool = Buffer.alloc(0);
  return (size) => {
    if (pool.length < size) pool = randomBytes(Math.max(size, POOL_BYTES));
    const drawn = pool.subarray(0, size);
    pool = pool.subarray(size);
    return drawn;
  };
}

async function openDatabase(config: Config): Promise<Database | TrialDatabase> {
  const { databaseUrl, dataDir, isPooled } = config;
  if (databaseUrl === null) return openEmbedded(dataDir);
  const database = openPostgres(databaseUrl, { isPooled });
  try {
    await checkRole(database.db);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Some poolers silently drop a connection's settings. */
async function checkRole(db: Db): Promise<void> {
  const [row] = rowsOf(
    await db.execute('SELECT current_user AS role'),
    z.strictObject({ role: z.string() }),
  );
  if (row!.role === APP_ROLE) return;
  throw new ConfigError(
    `DATABASE_URL: statements run as ${row!.role}, not as ${APP_ROLE}, because a pooler drops settings: ` +
      'set DATABASE_POOLER=transaction, or connect to Postgres itself',
  );
}

/** Nothing is migrated behind a pooler, which would lose the session's lock. */
async function checkMigrated(db: Db): Promise<void> {
  const session = {
    query: async (text: string) => ({
      rows: rowsOf(await db.execute(text), z.record(z.string(), z.unknown())),
    }),
  };
  const [pending] = await pendingMigrations(session, MIGRATIONS_DIR);
  if (!pending) return;
  throw new MigrationError(
    `the database lacks migration ${pending}; first: npm run migrate, with the owner's login at Postgres itself as MIGRATE_DATABASE_URL`,
  );
}

/** `beginAnew` may have replaced the database by the time a turn comes. */
const reading =
  (queue: FairQueue, current: () => Db): Reading =>
  (read) =>
    queue(() => read(current()));

/** Waiting for a turn is waiting for a connection. */
function withQueues(connections: Database['connections'], queues: FairQueue[]) {
  return () => {
    const { waiting, ...counts } = connections();
    if (waiting === undefined) return counts;
    return { ...counts, waiting: queues.reduce((sum, each) => sum + each.waiting(), waiting) };
  };
}

export function checkTrialExists({ dataDir }: Config): void {
  if (existsSync(join(dataDir, 'pg'))) return;
  throw new ConfigError(`DATA_DIR: there is no ledger in ${dataDir}`);
}

/** Makes no database where there is none. */
export async function openExisting(config: Config): Promise<Database> {
  if (config.databaseUrl === null) checkTrialExists(config);
  return openDatabase(config);
}

const secretsOf = (config: Config): Pick<Context, 'networkSecret' | 'accounts'> => ({
  networkSecret: derivedSecret(config, 'networks'),
  accounts: { key: derivedSecret(config, 'accounts'), seen: new Map() },
});

/**
 * Migrated, with the bundled rates; the first start seals older rows. Throws `FolderInUse`; and `ConfigError` if the
 * trial was moved, or if the database is older than what was shown, unless it `isForked` and a new log is to begin.
 */
export async function openContext(
  config: Config,
  now = () => new Date(),
  { isForked = false } = {},
): Promise<Opened> {
  if (config.databaseUrl === null) checkNotMoved(config.dataDir);
  if (config.migrateDatabaseUrl) await migratePostgres(config.migrateDatabaseUrl);
  const database = await openDatabase(config);
  const { db, engine, archive, copyOut, connections, close } = database;
  try {
    if (config.isPooled) await checkMigrated(db);
    const kept = readLastCheckpoint(config.dataDir);
    const signer = await openSigner(db, config, kept !== null);
    if (kept && !isForked) await checkNotForked(db, kept);
    const publicReads = createFairQueue(PUBLIC_READS, MOST_WAITING);
    const identityReads = createFairQueue(IDENTITIES, MOST_WAITING);
    const ctx: Context = {
      config,
      db,
      engine,
      archive,
      copyOut,
      connections: withQueues(connections, [publicReads, identityReads]),
      now,
      randomBytes: randomPool(),
      signer,
      ...secretsOf(config),
      log: newWatch(),
      stripe: await openStripe(config.stripe),
      publicly: reading(publicReads, () => database.apart?.publicly ?? ctx.db),
      identify: reading(identityReads, () => database.apart?.identities ?? ctx.db),
      metering: createFairQueue(1, METERING_WAITING),
      failed: () => {},
      appended: () => {},
      warnings: async () => [],
      beginAnew: null,
      connect: null,
    };
    ctx.failed = noteFailures(ctx);
    if ('reopen' in database) {
      ctx.beginAnew = () => beginAnew(ctx, database);
      ctx.connect = database.connect;
    }
    await sealExisting(ctx, (rows) => process.stderr.write(`muster: ${rows} rows sealed\n`));
    await loadSnapshot(db);
    await fillLookKeys(db);
    return { ctx, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where the move can't begin, nothing has changed. A later failure ends the process; the next start finishes. */
async function beginAnew(ctx: Context, database: TrialDatabase): Promise<void> {
  const { config } = ctx;
  beginMove(config.dataDir, ctx.now());
  ctx.log = newWatch();
  try {
    ctx.db = await database.reopen(() => finishMove(config.dataDir));
    ctx.signer = await openSigner(ctx.db, config, false);
    Object.assign(ctx, secretsOf(config));
    await sealExisting(ctx, () => {});
    await loadSnapshot(ctx.db);
  } catch (error) {
    setImmediate(() => {
      throw error;
    });
    throw error;
  }
}
