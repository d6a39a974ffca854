import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SQL } from 'drizzle-orm';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Db } from './db.ts';
import type { EmbeddedConnection } from './embedded-client.ts';
import * as schema from './schema.ts';

/** From one read-only snapshot, as CSV. Destroying the stream ends the query; a failure is an error of the stream. */
export type CopyOut = (plan: (reader: Db) => Promise<SQL>) => Promise<Readable>;

const dialect = new PgDialect();

/** COPY takes no parameters: drizzle writes literals with doubled quotes (`standard_conforming_strings` is on). */
export const copyStatement = (query: SQL): string =>
  `COPY (${dialect.sqlToQuery(query.inlineParams()).sql}) TO STDOUT (FORMAT csv, HEADER)`;

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/** Postgres notices a reader that has gone while it still sorts. */
const LIMITS = `;
  SET LOCAL statement_timeout = '1h';
  SET LOCAL client_connection_check_interval = '5s'`;

/** A connection for each copy: slow readers take none from the pool. `begin` is as in `PoolOptions`. */
export const copyFromPostgres =
  (settings: pg.ClientConfig, begin: string | null): CopyOut =>
  async (plan) => {
    const client = new pg.Client(settings);
    // Without this listener a broken connection would end the process.
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(BEGIN + (begin ?? '') + LIMITS);
      const query = await plan(drizzlePg(client, { schema }));
      const rows = client.query(copyTo(copyStatement(query)));
      // This cuts the connection while a query runs; Postgres stops at the next row.
      rows.once('close', () => void client.end());
      return rows;
    } catch (error) {
      // Not awaited: a connection that was never made never reports its end.
      void client.end();
      throw error;
    }
  };

export const copyInto = (client: pg.Client, statement: string, rows: Readable): Promise<void> =>
  pipeline(rows, client.query(copyFrom(statement)));

/** A slow reader must not hold the one session, so the copy goes to a file. It has no name: the system frees it. */
export const copyFromEmbedded =
  ({ db, ask }: EmbeddedConnection, folder: string): CopyOut =>
  async (plan) => {
    const spool = await openNameless(folder);
    try {
      await db.transaction(
        async (tx) => ask('copyToFile', [copyStatement(await plan(tx)), spool.fd]),
        {
          isolationLevel: 'repeatable read',
          accessMode: 'read only',
        },
      );
    } catch (error) {
      await spool.close();
      throw error;
    }
    return spool.createReadStream({ start: 0 });
  };

async function openNameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `export-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}
