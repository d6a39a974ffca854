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

/**
 * Opens a snapshot that only reads, asks `plan` what to copy, and gives the bytes of that as
 * Postgres writes CSV: a header of the columns' names, UTF-8, records that end in a line feed. Who
 * destroys the stream ends the query with it; a failure on the way is an error of the stream, never
 * its end.
 */
export type CopyOut = (plan: (reader: Db) => Promise<SQL>) => Promise<Readable>;

const dialect = new PgDialect();

/**
 * COPY takes no parameters, so they are written into the statement as literals, by the library that
 * would have sent them: each quote doubled. (`standard_conforming_strings` is on: SESSION in client.ts.)
 */
export const copyStatement = (query: SQL): string =>
  `COPY (${dialect.sqlToQuery(query.inlineParams()).sql}) TO STDOUT (FORMAT csv, HEADER)`;

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
/** Longer than any reader is given; a reader that is gone is noticed while the database still sorts. */
const LIMITS = `;
  SET LOCAL statement_timeout = '1h';
  SET LOCAL client_connection_check_interval = '5s'`;

/**
 * Each copy has a connection of its own, so that slow readers take none from the pool. `begin` is as in
 * `PoolOptions`.
 */
export const copyFromPostgres =
  (settings: pg.ClientConfig, begin: string | null): CopyOut =>
  async (plan) => {
    const client = new pg.Client(settings);
    // The stream tells of a connection that breaks; without a listener it would end the process.
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(BEGIN + (begin ?? '') + LIMITS);
      const query = await plan(drizzlePg(client, { schema }));
      const rows = client.query(copyTo(copyStatement(query)));
      // While a query runs this cuts the connection; the server stops at the next row.
      rows.once('close', () => void client.end());
      return rows;
    } catch (error) {
      // Not awaited: a connection that never came to be never tells that it has ended.
      void client.end();
      throw error;
    }
  };

/** Runs a `COPY … FROM STDIN` with what a `CopyOut` gave, inside the transaction that is open. */
export const copyInto = (client: pg.Client, statement: string, rows: Readable): Promise<void> =>
  pipeline(rows, client.query(copyFrom(statement)));

/**
 * The embedded database has one session, which a slow reader must not hold: the copy goes to a file
 * first, and is read from there. The file has no name any more when the first byte is written, so
 * the system takes it back however the process ends.
 */
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
