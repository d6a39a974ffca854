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

export interface Failure {
  act: Extract<Act, 'admin.passkey-failed' | 'admin.code-failed' | 'admin.refused'>;
  /** The account that was tried, or that was refused; null where there is no such account. */
  account: string | null;
  by: Admin | { kind: 'stranger'; from: string };
  facts?: Record<string, string | number | boolean | null>;
}

export interface Context extends Writer, SigningContext {
  config: Config;
  engine: Database['engine'];
  archive: Database['archive'];
  copyOut: Database['copyOut'];
  connections: Database['connections'];
  randomBytes: (size: number) => Buffer;
  /** Hashes networks, so that the database doesn't tell who was where. */
  networkSecret: Buffer;
  /** Null without payments through Stripe. */
  stripe: StripeClient | null;
  failed: (failure: Failure) => void;
  /** For what strangers read. */
  publicly: Reading;
  /** For looking up tokens and sessions, which must work however much strangers read. */
  identify: Reading;
  /** For plans of metered files, each of which holds a connection. */
  metering: Turns;
  /** For whoever runs the server: about its settings, and about work done by itself. */
  warnings: () => Promise<string[]>;
  /** Replaces the trial's log by an empty one, with `db` and `signer`: nothing may be using them. Null on Postgres. */
  beginAnew: (() => Promise<void>) | null;
  /** A port to the trial database for another thread (maintenance/jobs.ts). Null on Postgres. */
  connect: (() => Promise<MessagePort>) | null;
}
