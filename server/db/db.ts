import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

/** A function that takes a `Db` reads, or opens a transaction. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;
/** The first argument of every writer. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];
