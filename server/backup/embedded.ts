import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { openEmbedded } from '../db/embedded.ts';
import { lockFolder } from '../trial/folder-lock.ts';
import { ledgerKey } from '../ledger/identity.ts';
import { keepRestored, lastCheckpointFile } from '../ledger/last-checkpoint.ts';
import { keyOfSeed } from '../ledger/note.ts';
import { onLedger } from '../trial/on-ledger.ts';
import { openExisting } from '../open-context.ts';
import { factsOf, inSnapshot, type Facts, type Say } from './facts.ts';
import { BackupError } from './program.ts';

/** Without it the restored log could not go on. */
export const keyPath = (file: string): string => `${file}.key`;

/** Asks the server if it holds the folder. Verifies a copy of those very bytes. Tells `made` each other file. */
export async function dumpEmbedded(
  config: Config,
  { file, partial }: { file: string; partial: string },
  made: (path: string) => void,
  say: Say,
): Promise<Facts> {
  const archive = await onLedger<Blob>({
    here: async () => {
      await using database = await openExisting(config);
      return await database.archive!();
    },
    path: '/api/v1/admin/archive',
    body: () => ({}),
    read: (response) => response.blob(),
  });
  await writeFile(partial, archive.stream());
  const key = await readFile(join(config.dataDir, 'ledger.key')).catch(() => null);
  if (key && config.ledgerSeed === null) {
    made(keyPath(file));
    await writeFile(keyPath(file), key, { mode: 0o600, flag: 'wx', flush: true });
  }
  const copy = await mkdtemp(join(tmpdir(), 'muster-backup-'));
  try {
    return await restoreInto(copy, archive, ledgerKey(config), say);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function restoreInto(folder: string, archive: Blob, ledger: KeyObject, say: Say) {
  await using database = await openEmbedded(folder, archive);
  const facts = await inSnapshot(database.db, (tx) => factsOf(tx, ledger, say));
  await keepRestored(database.db, folder);
  return facts;
}

/** Crash points: all is made in a folder beside and renamed last, the key first; the next run removes the rest. */
export async function restoreEmbedded(
  config: Config,
  file: string,
  check: (facts: Facts) => void,
  say: Say,
): Promise<Facts> {
  const { dataDir, ledgerSeed } = config;
  // oxlint-disable-next-line no-unused-vars -- held to the end
  using lock = lockFolder(dataDir);
  const target = join(dataDir, 'pg');
  if (existsSync(target)) {
    throw new BackupError(`DATA_DIR: ${target} is there already; restore into a new folder`);
  }
  const key = await readFile(keyPath(file), 'utf8').catch(() => null);
  const kept = await readFile(join(dataDir, 'ledger.key'), 'utf8').catch(() => null);
  if (key !== null && kept !== null && key !== kept) {
    throw new BackupError(`DATA_DIR: ${dataDir} has another ledger.key; restore into a new folder`);
  }
  const beside = join(dataDir, 'restoring');
  await rm(beside, { recursive: true, force: true });
  const seed = ledgerSeed ?? (key === null ? null : Buffer.from(key, 'base64'));
  const ledger = seed ? keyOfSeed(seed) : ledgerKey(config);
  const facts = await restoreInto(beside, new Blob([await readFile(file)]), ledger, say);
  check(facts);
  if (key !== null) {
    const fresh = join(beside, 'ledger.key');
    await writeFile(fresh, key, { mode: 0o600, flush: true });
    await rename(fresh, join(dataDir, 'ledger.key'));
  }
  const shown = lastCheckpointFile(beside);
  if (existsSync(shown) && !existsSync(lastCheckpointFile(dataDir))) {
    await rename(shown, lastCheckpointFile(dataDir));
  }
  await rename(join(beside, 'pg'), target);
  await rm(beside, { recursive: true });
  return facts;
}
