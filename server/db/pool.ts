import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import type { Socket } from 'node:net';
import process from 'node:process';
import pg from 'pg';
import { currentRequest } from './request-context.ts';
import type { Db } from './db.ts';
import { prepareStatements, statementNames, type Query } from './prepare.ts';
import * as schema from './schema.ts';
import { refuseUnreplicated } from './unreplicated.ts';

/** For a connection, and in a request for a locked row. */
export const WAIT_MS = 2_000;
/** Also where waiting for a connection has used up the time. */
const LEAST_LOCK_MS = 100;
const ROLLBACK_MS = 1_000;
const GRACE_MS = 500;

/** Its code, query_canceled, makes the answer 503. */
class OutOfTime extends Error {
  readonly code = '57014';
  constructor() {
    super('the request has used up its time for the database');
  }
}

export interface PoolOptions {
  settings: pg.PoolConfig;
  max: number;
  statementMs: number;
  /** Settings after each BEGIN behind a pooler, where no statement has a name. Null on Postgres itself. */
  begin: string | null;
}

const STATES = ['open', 'used', 'most', 'waiting'] as const;

export type Pool = ReturnType<typeof openPool>;

export function openPool({ settings, max, statementMs, begin }: PoolOptions) {
  const pool = new pg.Pool({
    ...settings,
    // Statements asked together are sent together, and run in order.
    pipeline: true,
    max,
    connectionTimeoutMillis: WAIT_MS,
    query_timeout: statementMs,
  });
  // Without listeners a broken connection, idle here or lent below, would end the process.
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

export function connectionsOf(pools: readonly Pool[]): Record<string, number> {
  const each = pools.map((pool) => pool.connections());
  return Object.fromEntries(
    STATES.map((state) => [state, each.reduce((sum, counts) => sum + counts[state], 0)]),
  );
}

/** Locks get so much less. */
const waited = new WeakMap<pg.PoolClient, number>();
/** Still run a statement that nobody waits for, or their BEGIN failed. */
const stuck = new WeakSet<pg.PoolClient>();

/** A connection that doesn't answer in time is closed, which ends its transaction. */
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

/** drizzle's own transaction never releases a connection whose BEGIN fails. Behind a pooler all have a transaction. */
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

/** Sent with the BEGIN, they cost no round trip. */
function limitsOf(client: pg.PoolClient): string {
  const left = currentRequest()?.leftMs ?? Infinity;
  if (left === Infinity) return '';
  const lockMs = Math.max(LEAST_LOCK_MS, WAIT_MS - waited.get(client)!);
  return `; SET LOCAL statement_timeout = ${Math.ceil(left)}; SET LOCAL lock_timeout = ${Math.ceil(lockMs)}`;
}

const socketOf = (client: pg.PoolClient): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

function gather(socket: Socket): void {
  socket.cork();
  process.nextTick(() => socket.uncork());
}

/** Harmless outside of their transaction. */
const READS = /^\s*(select|commit|rollback)\b/i;

function leftFor(text: string): number {
  if (text === 'rollback') return ROLLBACK_MS;
  const left = (currentRequest()?.leftMs ?? Infinity) + GRACE_MS;
  if (left <= GRACE_MS) throw new OutOfTime();
  return left;
}

/** The database gives a statement up first, so that the connection is kept; one that is stuck is closed. */
function keepToTime(client: pg.PoolClient, begin: string): void {
  const query = client.query.bind(client) as unknown as Query;
  const socket = socketOf(client);
  let running = 0;
  let since = 0;
  const send: Query = async (config, values) => {
    const left = leftFor(config.text);
    const limited = left < Infinity ? { ...config, query_timeout: Math.ceil(left) } : config;
    // Statements that are sent together wait together.
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
  let begun: Promise<unknown> | null = null;
  let isHeld = false;
  const ask: Query = async (config, values) => {
    if (/^begin\b/.test(config.text)) {
      leftFor(config.text);
      const beginning = send({ ...config, text: config.text + begin + limitsOf(client) });
      beginning.catch(() => stuck.add(client));
      // With more settings it might be refused, and the next statement would run without it.
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
    // Reads go with the BEGIN. Were it refused, writes would commit by themselves: they wait, and all behind them.
    isHeld = before !== null && (isHeld || !READS.test(config.text));
    if (isHeld) await before;
    const [, result] = await Promise.all([before, send(config, values)]);
    return result;
  };
  client.query = ask as unknown as typeof client.query;
}
