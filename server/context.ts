import type { MessagePort } from 'node:worker_threads';
import type { Admin } from './actor.ts';
import type { Config } from './config.ts';
import type { Database } from './db/client.ts';
import type { Db } from './db/db.ts';
import type { Writer } from './db/write.ts';
import type { Act } from './domain/audit-trail.ts';
import type { FairQueue } from './db/fair-queue.ts';
import type { SigningContext } from './ledger/identity.ts';
import type { StripeClient } from './stripe/client.ts';

/** Through a fair queue, on connections that nothing else uses. */
export type Reading = <T>(read: (db: Db) => Promise<T>) => Promise<T>;

export interface Failure {
  act: Extract<Act, 'admin.passkey-failed' | 'admin.code-failed' | 'admin.refused'>;
  /** Null where there is no such account. */
  account: string | null;
  by: Admin | { kind: 'stranger'; from: string };
  facts?: Record<string, string | number | boolean | null>;
}

/** The key of the recipient's accounts, and the newest change of each currency that this server has seen. */
export interface AccountKeeper {
  key: Buffer;
  seen: Map<string, number>;
}

export interface Context extends Writer, SigningContext {
  config: Config;
  engine: Database['engine'];
  archive: Database['archive'];
  copyOut: Database['copyOut'];
  connections: Database['connections'];
  randomBytes: (size: number) => Buffer;
  /** The database doesn't tell who was where. */
  networkSecret: Buffer;
  accounts: AccountKeeper;
  stripe: StripeClient | null;
  failed: (failure: Failure) => void;
  /** For what strangers read. */
  publicly: Reading;
  /** For tokens and sessions, however much strangers read. */
  identify: Reading;
  /** Each plan of a metered file holds a connection. */
  metering: FairQueue;
  warnings: () => Promise<string[]>;
  /** Nothing may be using `db` and `signer`. Null on Postgres. */
  beginAnew: (() => Promise<void>) | null;
  /** For another thread (maintenance/jobs.ts). Null on Postgres. */
  connect: (() => Promise<MessagePort>) | null;
}
