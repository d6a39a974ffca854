import type { MessagePort } from 'node:worker_threads';
import type { NoteFailure } from './audit/failures.ts';
import type { Config } from './config.ts';
import type { Db, Database } from './db/client.ts';
import type { LogWatch } from './domain/log-watch.ts';
import type { Turns } from './http/turns.ts';
import type { LogSigner } from './ledger/identity.ts';
import type { StripeClient } from './payments/client.ts';

/** Reads by turns, on connections that nothing else uses. */
export type Reading = <T>(read: (db: Db) => Promise<T>) => Promise<T>;

/** What use cases are given: the database, time and randomness, and whom to tell of new entries. */
export interface Context {
  config: Config;
  db: Db;
  engine: Database['engine'];
  archive: Database['archive'];
  copyOut: Database['copyOut'];
  connections: Database['connections'];
  now: () => Date;
  randomBytes: (size: number) => Buffer;
  /** The newest log's key, under the name that was fixed when it began. */
  signer: LogSigner;
  /** Hashes networks, so that nobody can read from the database who was where. */
  networkSecret: Buffer;
  /** What this server knows of its log: nothing may be written where the database has lost some of it. */
  log: LogWatch;
  /** Null where no payments go by Stripe. */
  stripe: StripeClient | null;
  /** Has a failure written to the audit trail, later. */
  failed: NoteFailure;
  /** What strangers read goes by turns, on connections of its own. */
  publicly: Reading;
  /** Whom a token or a session names: the same, so that who is known gets in whatever strangers read. */
  identify: Reading;
  /** Plans of metered files, each of which holds a connection while it waits for the one before. */
  metering: Turns;
  /** Called after a commit that may have appended, or begun a payment: what follows need not wait for its turn. */
  appended: () => void;
  /** What whoever runs the server should know of its settings, and of what is done by itself. */
  warnings: () => Promise<string[]>;
  /**
   * Puts the trial's log aside and begins an empty one: `db` and `signer` are others afterwards, so
   * nothing may be using them. Null on Postgres.
   */
  beginAnew: (() => Promise<void>) | null;
  /** A port to the trial database for another thread (admin/beside.ts). Null on Postgres. */
  connect: (() => Promise<MessagePort>) | null;
}
