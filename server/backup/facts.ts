import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { rowsFrom } from '../db/sql.ts';
import { Breach } from '../ledger/breach.ts';
import { newestCheckpoint } from '../ledger/checkpoint.ts';
import { readLogs } from '../ledger/identity.ts';
import { newestSeal } from '../ledger/seal.ts';
import { verifyLedger } from '../ledger/verify.ts';
import { BackupError } from './program.ts';

export const facts = z.strictObject({
  entries: z.int().min(0),
  newest: z.strictObject({ size: z.int().positive(), root: z.string() }).nullable(),
  note: z.string().nullable(),
  /** Null if no server has started yet. */
  verifierKey: z.string().nullable(),
  // Backups from before there were seals lack it.
  seal: z
    .strictObject({ n: z.int().min(0), head: z.string() })
    .nullable()
    .default(null),
  migrations: z.array(z.string()),
});
export type Facts = z.infer<typeof facts>;

export const isSame = (one: Facts, other: Facts): boolean =>
  one.entries === other.entries &&
  one.newest?.size === other.newest?.size &&
  one.newest?.root === other.newest?.root &&
  one.note === other.note &&
  one.verifierKey === other.verifierKey &&
  one.seal?.head === other.seal?.head;

export type Say = (line: string) => void;

const PROGRESS_EVERY = 100_000n;

/** Throws `BackupError` at the first breach. */
export async function factsOf(reader: Tx, key: KeyObject, say: Say): Promise<Facts> {
  say('verifying');
  try {
    const { entries, newest } = await verifyLedger(reader, key, (done) => {
      if (done % PROGRESS_EVERY === 0n) say(`${done} entries verified`);
    });
    const log = (await readLogs(reader)).at(-1);
    const seal = await newestSeal(reader);
    const named = z.strictObject({ name: z.string() });
    const migrations = await rowsFrom(reader, named)`SELECT name FROM migration ORDER BY name`;
    return {
      entries,
      newest,
      note: (await newestCheckpoint(reader))?.note ?? null,
      verifierKey: log?.verifierKey ?? null,
      seal: seal && { n: Number(seal.n), head: seal.head.toString('base64') },
      migrations: migrations.map(({ name }) => name),
    };
  } catch (error) {
    if (error instanceof Breach) throw new BackupError(`BREACH: ${error.message}`);
    throw error;
  }
}

export const inSnapshot = <T>(db: Db, work: (reader: Tx) => Promise<T>): Promise<T> =>
  db.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' });
