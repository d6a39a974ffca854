import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export const TEMPLATE = 'muster_template';
/** A login that has the application's few rights. */
export const APP_LOGIN = 'muster_login';

/** The same server, another database and, if one is named, another login. */
export function withDatabase(url: string, database: string, user?: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  if (user !== undefined) changed.username = user;
  return changed.href;
}

export interface TestDatabase {
  name: string;
  ownerUrl: string;
  appUrl: string;
  /** Runs a statement as the owner: to look, and to do what the application may not. */
  asOwner: (sql: string, params?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** How many sessions wait for another's lock, with a statement like this; a checkpoint may wait as well. */
  waiting: (statement: string) => Promise<number>;
  drop: () => Promise<void>;
  /** Leaves it there, for others to be made of. */
  leave: () => Promise<void>;
}

interface Options {
  empty?: boolean;
  /** Of which it is a copy. */
  template?: string;
}

/** A fresh database: a copy of the migrated template or of another one, or an empty one. */
export async function createDatabase({
  empty = false,
  template = TEMPLATE,
}: Options = {}): Promise<TestDatabase> {
  const serverUrl = inject('databaseUrl');
  const name = `muster_${randomBytes(6).toString('hex')}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  // Files are copied in half the time that their blocks take through the log.
  const copy = empty ? '' : ` TEMPLATE ${template} STRATEGY file_copy`;
  await server.query(`CREATE DATABASE ${name}${copy}`);
  const ownerUrl = withDatabase(serverUrl, name);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  // What tests change by hand stands for what a server did.
  await owner.query(`SET muster.states = 'on'`);
  return {
    name,
    ownerUrl,
    appUrl: withDatabase(serverUrl, name, APP_LOGIN),
    asOwner: async (sql, params) => (await owner.query(sql, params)).rows,
    waiting: async (statement) => {
      // A transaction would see its first look again.
      await owner.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await owner.query(
        `SELECT FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ILIKE $1`,
        [statement],
      );
      return rows.length;
    },
    drop: async () => {
      await owner.end();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
    leave: async () => {
      await owner.end();
      await server.end();
    },
  };
}
