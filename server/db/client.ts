import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { REQUEST_MS } from './request-context.ts';
import { ConfigError, type Config } from '../config.ts';
import { MIGRATIONS_DIR } from '../paths.ts';
import { copyFromPostgres, copyInto, type CopyOut } from './copy.ts';
import { migrate, type OwnerSession } from './migrate.ts';
import { connectionsOf, openPool, WAIT_MS } from './pool.ts';
import * as schema from './schema.ts';
import type { Db } from './db.ts';

export interface Database extends AsyncDisposable {
  db: Db;
  /** On connections of their own. */
  apart?: Record<'publicly' | 'identities', Db>;
  engine: 'postgres' | 'embedded';
  /** The trial database's files as a tar.gz, as a kill -9 would leave them. Null on Postgres. */
  archive: (() => Promise<Blob>) | null;
  copyOut: CopyOut;
  /** By state; none on the trial. */
  connections: () => Record<string, number>;
  close: () => Promise<void>;
}

/** An import may plan for some seconds between two statements. */
const QUERY_TIMEOUT_MS = 60_000;

/** The application's few rights: migrations/0002_append_only.sql. */
export const APP_ROLE = 'muster_app';

export interface Owner extends OwnerSession, AsyncDisposable {
  db: Db;
  database: string;
  copyIn: (statement: string, rows: Readable) => Promise<void>;
  /** The owner's login for Postgres' programs, where no `ps` shows it. */
  env: Record<string, string>;
}

/** Throws `ConfigError` where only a pooler's URL is known. */
export function ownerUrlOf({ migrateDatabaseUrl }: Pick<Config, 'migrateDatabaseUrl'>): string {
  if (migrateDatabaseUrl !== null) return migrateDatabaseUrl;
  throw new ConfigError(
    'MIGRATE_DATABASE_URL: is needed with DATABASE_POOLER: the owner’s login at Postgres itself',
  );
}

export async function openOwner(ownerUrl: string): Promise<Owner> {
  const client = new pg.Client({ connectionString: ownerUrl });
  // The query under way fails too.
  client.on('error', () => {});
  await client.connect();
  return {
    query: (sql, params) => client.query(sql, params),
    script: (sql) => client.query(sql),
    copyIn: (statement, rows) => copyInto(client, statement, rows),
    db: drizzlePg(client, { schema }),
    database: client.database ?? '',
    env: loginOf(client, ownerUrl),
    [Symbol.asyncDispose]: () => client.end(),
  };
}

/** libpq's variables for a URL's parameters. */
const LIBPQ_NAMES: Record<string, string> = {
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  options: 'PGOPTIONS',
};

function loginOf(client: pg.Client, url: string): Record<string, string> {
  const { host, port, user, password, database } = client;
  const parameters = [...new URLSearchParams(url.split('?')[1])].flatMap(([name, value]) => {
    const known = LIBPQ_NAMES[name];
    // libpq's name for no-verify is `require`.
    return known ? [[known, value === 'no-verify' ? 'require' : value]] : [];
  });
  return {
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user ?? '',
    PGDATABASE: database ?? '',
    ...(password && { PGPASSWORD: password }),
    ...Object.fromEntries(parameters),
  };
}

/** Returns how many were pending. */
export async function migratePostgres(ownerUrl: string, folder = MIGRATIONS_DIR): Promise<number> {
  await using owner = await openOwner(ownerUrl);
  return await migrate(owner, folder);
}

/** Of every session of the application. */
const SESSION = {
  // A temporary table can't hide a real one.
  search_path: 'public,pg_temp',
  role: APP_ROLE,
  // Days and instants are parsed from text.
  datestyle: 'ISO',
  standard_conforming_strings: 'on',
  // Compiling the desk's lists takes seconds, running them a tenth of one.
  jit: 'off',
  // Its parallel workers do the same work several times, each on a processor that others wait for.
  max_parallel_workers_per_gather: '0',
  // Rows change only with their states: migrations/0010_sealed.sql.
  'muster.states': 'on',
};

function asAppRole(url: string): { connectionString: string; options: string } {
  // Not by URL, which refuses addresses that Postgres takes, and has the password in its errors.
  const [address = '', query] = url.split('?');
  const parameters = new URLSearchParams(query);
  const given = parameters.get('options') ?? '';
  parameters.delete('options');
  const own = Object.entries(SESSION)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const rest = parameters.size > 0 ? `?${parameters}` : '';
  return { connectionString: address + rest, options: `${given} ${own}`.trim() };
}

const setLocal = (settings: Record<string, string | number>): string =>
  Object.entries(settings)
    .map(([name, value]) => `; SET LOCAL ${name} = ${value}`)
    .join('');

/** Of one server (docs/deploy.md). */
const CONNECTIONS = { own: 8, publicly: 4, identities: 2 };

/** Connections run as the application's role, whoever logs in; behind a pooler every transaction sets it anew. */
export function openPostgres(
  url: string,
  { connections = CONNECTIONS.own, isPooled = false } = {},
): Database {
  const settings = {
    ...(isPooled ? { connectionString: url } : asAppRole(url)),
    connectionTimeoutMillis: WAIT_MS,
    // A connection that was silently lost must not hold the ledger's head.
    keepAlive: true,
  };
  const open = (max: number, statementMs: number, moreLimits = {}) => {
    const limits = {
      ...moreLimits,
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: QUERY_TIMEOUT_MS,
    };
    return isPooled
      ? openPool({ settings, max, statementMs, begin: setLocal({ ...SESSION, ...limits }) })
      : openPool({ settings: { ...settings, ...limits }, max, statementMs, begin: null });
  };
  const own = open(connections, QUERY_TIMEOUT_MS);
  const publicly = open(CONNECTIONS.publicly, REQUEST_MS, { lock_timeout: WAIT_MS });
  const identities = open(CONNECTIONS.identities, REQUEST_MS, { lock_timeout: WAIT_MS });
  const close = async (): Promise<void> => {
    await Promise.all([own, publicly, identities].map((pool) => pool.close()));
  };
  return {
    db: own.db,
    apart: { publicly: publicly.db, identities: identities.db },
    engine: 'postgres',
    archive: null,
    copyOut: copyFromPostgres(settings, isPooled ? setLocal(SESSION) : null),
    connections: () => connectionsOf([own, publicly, identities]),
    close,
    [Symbol.asyncDispose]: close,
  };
}
