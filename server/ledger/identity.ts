import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, type Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { keyOfSeed, signerOf, type Signer } from './note.ts';

/**
 * The seed of the trial's own key, made once, under the folder's lock. It is there whole or not at
 * all: a crash in between would leave a log that no key opens.
 */
function trialSeed(dataDir: string): Buffer {
  const file = join(dataDir, 'ledger.key');
  if (!existsSync(file)) {
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    renameSync(fresh, file);
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}

/** Host and path, without scheme (C2SP tlog-checkpoint). */
const originOf = (baseUrl: string): string => baseUrl.replace(/^https?:\/\//, '');

/**
 * The log's signer, under the name that the first start fixed, whatever BASE_URL has become since.
 * Throws `ConfigError` when the key is not the one that the log was begun with: another key would
 * sign another log.
 */
export async function openSigner(db: Db, config: Config): Promise<Signer> {
  if (config.databaseUrl !== null && config.ledgerSeed === null) {
    throw new ConfigError('LEDGER_KEY: is needed with DATABASE_URL: openssl rand -base64 32');
  }
  const key = keyOfSeed(config.ledgerSeed ?? trialSeed(config.dataDir));
  const origin = originOf(config.baseUrl);
  const { verifierKey } = signerOf(origin, key);
  await db.insert(schema.logIdentity).values({ origin, verifierKey }).onConflictDoNothing();
  const [identity] = await db.select().from(schema.logIdentity);
  const signer = signerOf(identity!.origin, key);
  if (signer.verifierKey !== identity!.verifierKey) {
    const name = config.ledgerSeed ? 'LEDGER_KEY' : 'DATA_DIR/ledger.key';
    throw new ConfigError(`${name}: is not the key that this ledger was begun with`);
  }
  return signer;
}
