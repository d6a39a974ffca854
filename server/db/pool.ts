import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import type { Socket } from 'node:net';
import process from 'node:process';
import pg from 'pg';
import { currentRequest } from './request-context.ts';
import type { Db } from './db.ts';
import { prepareStatements, statementNames } from './prepare.ts';
import * as schema from './schema.ts';
import { refuseUnreplicated } from './unreplicated.ts';

/** How long anything waits for a connection, and a request for a row that another session has locked. */
export const WAIT_MS = 2_000;
/** A lock that was waited for so long is given up soon, also where the pool has used up the time. */
const LEAST_LOCK_MS = 100;
const ROLLBACK_MS = 1_000;
/** What the database has to give a statement up by itself. */
const GRACE_MS = 500;

/** A request has used up its time for the database. Its code, query_canceled, makes the answer 503. */
class OutOfTime extends Error {
  readonly code = '57014';
  constructor() {
    super('the request has used up its time for the database');
  }
}

export interface PoolOptions {
  settings: pg.PoolConfig;
  /** How many connections it has at most. */
  max: number;
  /** The longest that a statement outside of a request may take. */
  statementMs: number;
  /**
   * What each BEGIN is followed by, where a pooler may give every transaction another session: settings go
   * with the transaction, and no statement has a name. Null on Postgres itself.
   */
  begin: string | null;
}

/** How many connections are open, how many of those are used, how many there may be, how many are waited for. */
const STATES = ['open', 'used', 'most', 'waiting'] as const;
type Connections = Record<(typeof STATES)[number], number>;

export interface Pool {
  db: Db;
  connections: () => Connections;
  close: () => Promise<void>;
}

/** A pool whose statements and transactions keep to the time of the request that they are a part of. */
export function openPool({ settings, max, statementMs, begin }: PoolOptions): Pool {
  const pool = new pg.Pool({
    ...settings,
    // Statements that are asked together are sent together, and run one after the other.
    pipeline: true,
    max,
    connectionTimeoutMillis: WAIT_MS,
    query_timeout: statementMs,
  });
  // A connection that breaks fails the query that it carries, or is replaced on the next use; without
  // listeners, on the pool for idle ones and on each that is lent, it would end the process.
  pool.on('error', () => {});
  const nameOf = statementNames();
  pool.on('connect', (client) => {
    client.on('error', () => {});
    if (begin === null) prepareStatements(client, nameOf);
    refuseUnreplicated(client);
    keepToTime(client, begin ?? '');
  });
  return {
    db: lending(pool, begin !== null),
    connections: () => ({
      open: pool.totalCount,
      used: pool.totalCount - pool.idleCount,
      most: max,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  };
}

/** The connections of several pools together. */
export function connectionsOf(pools: readonly Pool[]): Record<string, number> {
  const each = pools.map((pool) => pool.connections());
  return Object.fromEntries(
    STATES.map((state) => [state, each.reduce((sum, counts) => sum + counts[state], 0)]),
  );
}

/** How long each connection was waited for: so much less are locks. */
const waited = new WeakMap<pg.PoolClient, number>();
/** Those that still run a statement which nobody waits for any more, or are left in half a BEGIN. */
const stuck = new WeakSet<pg.PoolClient>();

/** Lends a connection to `work`; one that does not answer in time is closed, which ends its transaction. */
async function lend<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const asking = currentRequest();
  if (asking && asking.leftMs <= 0) throw new OutOfTime();
  const since = performance.now();
  const client = await pool.connect();
  const waitedMs = performance.now() - since;
  if (asking) asking.leftMs -= waitedMs;
  waited.set(client, waitedMs);
  try {
    return await work(client);
  } finally {
    client.release(stuck.has(client));
  }
}

/**
 * The database on a pool. drizzle itself begins a transaction before it takes care to give the
 * connection back, so that each BEGIN that fails, as while the database restarts, would keep one of
 * the pool's for ever. Behind a pooler a statement alone has a transaction of its own, which has the settings.
 */
function lending(pool: pg.Pool, isPooled: boolean): Db {
  const lent = new WeakMap<pg.PoolClient, Db>();
  const on = (client: pg.PoolClient): Db => {
    const known = lent.get(client) ?? drizzlePg(client, { schema });
    lent.set(client, known);
    return known;
  };
  const transaction: Db['transaction'] = (work, config) =>
    lend(pool, (client) => on(client).transaction(work, config));
  const query = (config: pg.QueryConfig, values: unknown[]): Promise<unknown> =>
    lend(pool, (client) => {
      const ask = (): Promise<unknown> => client.query(config, values);
      return isPooled ? on(client).transaction(ask) : ask();
    });
  // drizzle calls nothing else of it.
  return Object.assign(drizzlePg({ query } as unknown as pg.Pool, { schema }), { transaction });
}

/** The limits of a request's transaction: sent with its BEGIN, they cost no round trip. */
function limitsOf(client: pg.PoolClient): string {
  const left = currentRequest()?.leftMs ?? Infinity;
  if (left === Infinity) return '';
  const lockMs = Math.max(LEAST_LOCK_MS, WAIT_MS - waited.get(client)!);
  return `; SET LOCAL statement_timeout = ${Math.ceil(left)}; SET LOCAL lock_timeout = ${Math.ceil(lockMs)}`;
}

type Query = (config: pg.QueryConfig, values?: unknown[]) => Promise<unknown>;

/** A connection's socket, of which node-postgres' types say nothing. */
const socketOf = (client: pg.PoolClient): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

/** Sends what is asked until the next tick by one write. */
function gather(socket: Socket): void {
  socket.cork();
  process.nextTick(() => socket.uncork());
}

/** Does no harm outside of its transaction. */
const READS = /^\s*(select|commit|rollback)\b/i;

/** How long a statement may take; Infinity for what the server does by itself. */
function leftFor(text: string): number {
  if (text === 'rollback') return ROLLBACK_MS;
  const left = (currentRequest()?.leftMs ?? Infinity) + GRACE_MS;
  if (left <= GRACE_MS) throw new OutOfTime();
  return left;
}

/**
 * Has each statement end with the time of its request, and each transaction begin with its settings. The
 * database is the first to give a statement up, so that its connection is kept; one that is stuck is closed.
 */
function keepToTime(client: pg.PoolClient, begin: string): void {
  const query = client.query.bind(client) as unknown as Query;
  const socket = socketOf(client);
  let running = 0;
  let since = 0;
  const send: Query = async (config, values) => {
    const left = leftFor(config.text);
    const limited = left < Infinity ? { ...config, query_timeout: Math.ceil(left) } : config;
    // Those that are sent together are waited for together.
    if (running === 0) since = performance.now();
    running += 1;
    gather(socket);
    try {
      return await query(limited, values);
    } catch (error) {
      if ((error as Error).message === 'Query read timeout') stuck.add(client);
      throw error;
    } finally {
      running -= 1;
      const asking = currentRequest();
      if (running === 0 && asking) asking.leftMs -= performance.now() - since;
    }
  };
  /** A BEGIN that is not answered yet, or was refused. */
  let begun: Promise<unknown> | null = null;
  let isHeld = false;
  const ask: Query = async (config, values) => {
    if (/^begin\b/.test(config.text)) {
      leftFor(config.text);
      const beginning = send({ ...config, text: config.text + begin + limitsOf(client) });
      beginning.catch(() => stuck.add(client));
      // One that asks for more than a transaction might be refused, and the next statement be run without.
      if (config.text !== 'begin') return beginning;
      begun = beginning;
      isHeld = false;
      beginning.then(
        () => (begun = null),
        () => {},
      );
      return { rows: [] };
    }
    // Closing the connection rolls back.
    if (config.text === 'rollback' && stuck.has(client)) return { rows: [] };
    const before = begun;
    // What only reads goes with the BEGIN. Anything else would stand by itself where BEGIN is refused, so it waits,
    // and with it whatever comes behind it.
    isHeld = before !== null && (isHeld || !READS.test(config.text));
    if (isHeld) await before;
    const [, result] = await Promise.all([before, send(config, values)]);
    return result;
  };
  client.query = ask as unknown as typeof client.query;
}
