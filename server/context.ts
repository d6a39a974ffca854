import type { MessagePort } from 'node:worker_threads';
import type { Admin } from './actor.ts';
import type { Config } from './config.ts';
import type { Database } from './db/client.ts';
import type { Db } from './db/db.ts';
import type { Writer } from './db/write.ts';
import type { Act } from './domain/audit-trail.ts';
import type { Turns } from './db/turns.ts';
import type { SigningContext } from './ledger/identity.ts';
import type { StripeClient } from './stripe/client.ts';

/** Reads by turns, on connections that nothing else uses. */
export type Reading = <T>(read: (db: Db) => Promise<T>) => Promise<T>;

/** Something that somebody tried and couldn't do. */
export interface Failure {
  act: Extract<Act, 'admin.passkey-failed' | 'admin.code-failed' | 'admin.refused'>;
  /** Whose account it was tried on, or who was refused; null where there is no such account. */
  account: string | null;
  /** Who tried: an admin, or else the network of a stranger. */
  by: Admin | { kind: 'stranger'; from: string };
  facts?: Record<string, string | number | boolean | null>;
}

/** What use cases are given: the database, time and randomness, and whom to tell of new entries. */
export interface Context extends Writer, SigningContext {
  config: Config;
  engine: Database['engine'];
  archive: Database['archive'];
  copyOut: Database['copyOut'];
  connections: Database['connections'];
  randomBytes: (size: number) => Buffer;
  /** Hashes networks, so that nobody can read from the database who was where. */
  networkSecret: Buffer;
  /** Null where no payments go by Stripe. */
  stripe: StripeClient | null;
  /** Has a failure written to the audit trail, later. */
  failed: (failure: Failure) => void;
  /** What strangers read goes by turns, on connections of its own. */
  publicly: Reading;
  /** Whom a token or a session names: the same, so that who is known gets in whatever strangers read. */
  identify: Reading;
  /** Plans of metered files, each of which holds a connection while it waits for the one before. */
  metering: Turns;
  /** What whoever runs the server should know of its settings, and of what is done by itself. */
  warnings: () => Promise<string[]>;
  /**
   * Puts the trial's log aside and begins an empty one: `db` and `signer` are others afterwards, so
   * nothing may be using them. Null on Postgres.
   */
  beginAnew: (() => Promise<void>) | null;
  /** A port to the trial database for another thread (maintenance/job-thread.ts). Null on Postgres. */
  connect: (() => Promise<MessagePort>) | null;
}
