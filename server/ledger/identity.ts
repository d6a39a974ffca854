import { createHash, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asc, sql } from 'drizzle-orm';
import { ConfigError, type Config } from '../config.ts';
import type { Db, Tx } from '../db/db.ts';
import * as tables from '../db/log.ts';
import * as schema from '../db/schema.ts';
import { keyOfSeed, openNote, signerOf, signNote, type Signer } from './note.ts';

/** A ledger that lost entries goes on under another log. */
export interface LogSigner extends Signer {
  log: number;
}

export interface SigningContext {
  db: Db;
  now: () => Date;
  signer: LogSigner;
}

export type LogRow = typeof tables.logIdentity.$inferSelect;

export const readLogs = (reader: Db | Tx): Promise<LogRow[]> =>
  reader.select().from(tables.logIdentity).orderBy(asc(tables.logIdentity.id));

export const logSigner = ({ id, origin }: Pick<LogRow, 'id' | 'origin'>, key: KeyObject) => ({
  log: id,
  ...signerOf(origin, key),
});

/** A later log's key signs how it began, so that nobody else can end the log before it. */
const beginText = ({
  origin,
  fromSize,
  lostSize,
  reason,
  begunAt,
}: Omit<LogRow, 'note'>): string => {
  const why = createHash('sha256')
    .update(reason ?? '')
    .digest('base64');
  return `${origin} begins\n${fromSize}\n${lostSize}\n${why}\n${begunAt?.toISOString()}\n`;
};

export const signedLog = (row: Omit<LogRow, 'note' | 'verifierKey'>, key: KeyObject): LogRow => {
  const signer = logSigner(row, key);
  const whole = { ...row, verifierKey: signer.verifierKey };
  return { ...whole, note: signNote(beginText(whole), signer) };
};

/** What is wrong with the logs under a key; null where nothing is. */
export function faultOfLogs(logs: readonly LogRow[], key: KeyObject): string | null {
  for (const [index, row] of logs.entries()) {
    const { verifierKey } = logSigner(row, key);
    if (row.id !== index + 1) return `log ${index + 1} is missing`;
    if (verifierKey !== row.verifierKey) {
      return `log ${row.id}: the configured key is not the one that it was begun with`;
    }
    const isBegun = row.id === 1 || openNote(row.note ?? '', verifierKey) === beginText(row);
    if (!isBegun) return `log ${row.id}: its key did not sign how it began`;
  }
  return null;
}

/** Throws where another log has begun: this server must not sign in the old one. */
export function checkNewest(logs: readonly LogRow[], signer: LogSigner): void {
  if (logs.at(-1)!.id !== signer.log) throw new Error('a new log was begun: restart this server');
}

type KeySource = Pick<Config, 'ledgerSeed' | 'dataDir' | 'databaseUrl'>;

const trialKeyFile = (dataDir: string): string => join(dataDir, 'ledger.key');

/** LEDGER_KEY, or DATA_DIR/ledger.key on the trial database. Throws `ConfigError`. */
export function ledgerKey({ ledgerSeed, dataDir, databaseUrl }: KeySource): KeyObject {
  if (ledgerSeed) return keyOfSeed(ledgerSeed);
  if (databaseUrl !== null) {
    throw new ConfigError('LEDGER_KEY: is needed with DATABASE_URL: openssl rand -base64 32');
  }
  const file = trialKeyFile(dataDir);
  if (!existsSync(file)) throw new ConfigError(`${file}: is missing; it signs the log`);
  return keyOfSeed(Buffer.from(readFileSync(file, 'utf8'), 'base64'));
}

/** Derived from the log's key for one purpose; tells neither that key nor another secret. */
export const derivedSecret = (config: KeySource, purpose: 'networks' | 'accounts'): Buffer =>
  Buffer.from(
    hkdfSync('sha256', ledgerKey(config).export({ format: 'der', type: 'pkcs8' }), '', purpose, 32),
  );

/** Under the folder's lock. The file is there whole or not at all. */
function makeTrialKey(dataDir: string): void {
  const file = trialKeyFile(dataDir);
  if (existsSync(file)) return;
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  renameSync(fresh, file);
}

/** Host and path, without scheme (C2SP tlog-checkpoint). */
const originOf = (baseUrl: string): string => baseUrl.replace(/^https?:\/\//, '');

/** The first start begins log 1. Throws `ConfigError` for another key, and a lost log, which a new one would hide. */
export async function openSigner(db: Db, config: Config, isShown: boolean): Promise<LogSigner> {
  if (config.databaseUrl === null && !config.ledgerSeed) makeTrialKey(config.dataDir);
  const key = ledgerKey(config);
  if ((await readLogs(db)).length === 0) await beginFirst(db, config, key, isShown);
  const logs = await readLogs(db);
  const fault = faultOfLogs(logs, key);
  if (fault === null) return logSigner(logs.at(-1)!, key);
  const name = config.ledgerSeed ? 'LEDGER_KEY' : trialKeyFile(config.dataDir);
  throw new ConfigError(
    logSigner(logs[0]!, key).verifierKey === logs[0]!.verifierKey
      ? fault
      : `${name}: is not the key that this ledger was begun with`,
  );
}

async function beginFirst(
  db: Db,
  { baseUrl, dataDir }: Config,
  key: KeyObject,
  isShown: boolean,
): Promise<void> {
  const [head] = await db.select().from(schema.ledgerHead);
  if (head!.size > 0n || isShown) {
    throw new ConfigError(
      head!.size > 0n
        ? 'the ledger has entries, but the database no longer says which log they are in: restore a backup'
        : `${dataDir}/last-checkpoint: is of another ledger, for this database is empty. Use another DATA_DIR, or restore a backup`,
    );
  }
  const { name: origin, verifierKey } = logSigner({ id: 1, origin: originOf(baseUrl) }, key);
  // The role may write these columns alone.
  await db.execute(sql`
    INSERT INTO log_identity (id, origin, verifier_key) VALUES (1, ${origin}, ${verifierKey})
    ON CONFLICT DO NOTHING`);
}
