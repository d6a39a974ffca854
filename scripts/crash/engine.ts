import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import process from 'node:process';
import { count } from 'drizzle-orm';
import pg from 'pg';
import { openPostgres, type Database } from '../../server/db/client.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import * as schema from '../../server/db/schema.ts';
import { startPostgres } from '../../tests/support/postgres.ts';
import type { Env } from '../support/server.ts';

/** What the database holds once the server has stopped. */
export interface Held {
  entries: number;
  movements: number;
  pledges: number;
  signatories: number;
  keys: number;
  /** The signed notes of all checkpoints. */
  notes: Set<string>;
}

/** A database for one game, empty at first. */
export interface Engine {
  name: 'embedded' | 'postgres';
  env: Env;
  /** Kills one of the database's own processes; null where that cannot be done. */
  killDatabase: (() => Promise<void>) | null;
  held: () => Promise<Held>;
  stop: () => Promise<void>;
}

export function embeddedEngine(folder: string): Engine {
  const dataDir = join(folder, 'data');
  return {
    name: 'embedded',
    env: { DATA_DIR: dataDir },
    killDatabase: null,
    held: async () => readHeld(await openEmbedded(dataDir)),
    stop: async () => {},
  };
}

/**
 * A fresh database, migrated by a superuser and used through a login that has the application's
 * role alone; on a Postgres of its own with fsync on, or on that of TEST_DATABASE_URL.
 */
export async function postgresEngine(folder: string): Promise<Engine> {
  const server = await startPostgres();
  const name = `muster_crash_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  await runAll(server.url, [
    `DO $$ BEGIN CREATE ROLE muster_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `CREATE ROLE ${name} LOGIN PASSWORD '${password}' IN ROLE muster_app`,
    `CREATE DATABASE ${name}`,
  ]);
  const owner = new URL(server.url);
  owner.pathname = name;
  const application = new URL(owner);
  application.username = name;
  application.password = password;
  const env = {
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: application.href,
    MIGRATE_DATABASE_URL: owner.href,
  };
  return {
    name: 'postgres',
    env,
    // Somebody else's server is not ours to kill.
    killDatabase: process.env['TEST_DATABASE_URL'] ? null : () => killBackend(owner.href),
    held: async () => readHeld(openPostgres(application.href)),
    stop: async () => {
      await runAll(server.url, [`DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`]);
      await server.stop();
    },
  };
}

async function runAll(url: string, statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/**
 * kill -9 of the process behind one connection, for which Postgres ends all others, drops its
 * shared memory and recovers from the write-ahead log, as it does after a crash of the machine.
 */
async function killBackend(url: string): Promise<void> {
  const [row] = await runAll(url, [
    `SELECT pid FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1`,
  ]);
  if (row) process.kill(row['pid'] as number, 'SIGKILL');
}

async function readHeld({ db, close }: Database): Promise<Held> {
  const of = async (table: Parameters<typeof db.$count>[0]): Promise<number> => {
    const [row] = await db.select({ of: count() }).from(table as typeof schema.pledge);
    return row!.of;
  };
  try {
    const checkpoints = await db.select({ note: schema.checkpoint.note }).from(schema.checkpoint);
    return {
      entries: await of(schema.ledgerEntry),
      movements: await of(schema.movement),
      pledges: await of(schema.pledge),
      signatories: await of(schema.signatory),
      keys: await of(schema.idempotency),
      notes: new Set(checkpoints.map(({ note }) => note)),
    };
  } finally {
    await close();
  }
}
