import { setTimeout as sleep } from 'node:timers/promises';
import { and, isNull, lte, max } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { keepDone } from '../backup/last-done.ts';
import { ConfigError } from '../config.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowState } from '../db/log.ts';
import * as schema from '../db/schema.ts';
import { acknowledgement, checkAcks, type Acknowledgement } from '../ledger/acks.ts';
import { Breach } from '../ledger/breach.ts';
import { newestCheckpoint } from '../ledger/checkpoint.ts';
import { ledgerKey, readLogs } from '../ledger/identity.ts';
import {
  missingOfShown,
  parseShown,
  readLastCheckpoint,
  type Kept,
} from '../ledger/last-checkpoint.ts';
import { newestSeal } from '../ledger/seal.ts';
import { verifyLedger, type Verified } from '../ledger/verify.ts';
import type { Unchanged } from '../ledger/verify-seals.ts';

export const verifyInput = z.strictObject({
  acks: z.array(acknowledgement).optional(),
  checkpoint: z
    .string()
    .max(10_000)
    .optional()
    .describe('A signed checkpoint that you kept elsewhere, as `/log/checkpoint` gives it.'),
});

export type VerifyAnswer =
  | ({ holds: true; acknowledged: number; keysGone: number } & Verified)
  | { holds: false; breach: string };

interface Options {
  checkpoint?: string | undefined;
  /** For entries to be signed. */
  waitMs?: number;
  progress?: (entries: bigint) => void;
  unchanged?: Unchanged;
}

/** Under the configured key, with the checkpoints kept in DATA_DIR and elsewhere: without any, that is a breach too. */
export async function verifyAll(
  { db, config, now }: Pick<Context, 'db' | 'config' | 'now'>,
  actor: Actor,
  acks: Acknowledgement[],
  { checkpoint, waitMs = 0, progress, unchanged }: Options = {},
): Promise<VerifyAnswer> {
  requireRight(actor, 'view');
  try {
    const key = ledgerKey(config);
    const unsigned = (await findUnsigned(db, waitMs)) ?? (await findUnsealed(db, waitMs));
    // Read before the snapshot, which then has at least as much.
    const given = checkpoint === undefined ? null : { file: 'checkpoint', text: checkpoint };
    const shown = [readLastCheckpoint(config.dataDir), given];
    const answer: VerifyAnswer = await db.transaction(
      async (tx) => {
        const verified = await verifyLedger(tx, key, progress, unchanged);
        await checkShown(tx, shown, verified);
        if (unsigned !== null) throw new Breach(unsigned);
        const { broken, keysGone } = await checkAcks(tx, now(), acks);
        if (broken.length > 0) throw new Breach(broken[0]);
        return { holds: true, acknowledged: acks.length, keysGone, ...verified };
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
    // The desk shows when this was; a folder that can't be written to takes nothing from the answer.
    await keepDone(config.dataDir, 'verification', now()).catch(() => {});
    return answer;
  } catch (error) {
    if (error instanceof Breach || error instanceof ConfigError) {
      return { holds: false, breach: error.message };
    }
    throw error;
  }
}

const POLL_MS = 100;

/** A running server signs and seals within a second. */
async function isSoon(is: () => Promise<boolean>, waitMs: number): Promise<boolean> {
  for (let waited = 0; ; waited += POLL_MS) {
    // oxlint-disable-next-line no-await-in-loop
    if (await is()) return true;
    if (waited >= waitMs) return false;
    // oxlint-disable-next-line no-await-in-loop
    await sleep(POLL_MS);
  }
}

const CURE =
  'A running server does so within a second: start it, and look at its log if it does not';

async function findUnsigned(db: Db, waitMs: number): Promise<string | null> {
  const [head] = await db.select().from(schema.ledgerHead);
  let signed = 0n;
  const isSigned = async (): Promise<boolean> => {
    signed = (await newestCheckpoint(db))?.size ?? 0n;
    return signed >= head!.size;
  };
  if (await isSoon(isSigned, waitMs)) return null;
  return `no checkpoint signs the entries from ${signed} on. ${CURE}`;
}

async function findUnsealed(db: Db, waitMs: number): Promise<string | null> {
  if (!(await newestSeal(db))) return null;
  const { id, sealedIn } = rowState;
  const [newest] = await db.select({ id: max(id) }).from(rowState);
  const upTo = newest!.id ?? 0n;
  const isUnsealed = and(isNull(sealedIn), lte(id, upTo));
  const isSealed = async (): Promise<boolean> =>
    (await db.select({ id }).from(rowState).where(isUnsealed).limit(1)).length === 0;
  if (await isSoon(isSealed, waitMs)) return null;
  return `no seal covers every change up to ${upTo}. ${CURE}`;
}

/** At least one checkpoint was kept. */
async function checkShown(tx: Tx, kept: (Kept | null)[], { newest }: Verified): Promise<void> {
  const logs = await readLogs(tx);
  const known = kept.filter((one) => one !== null);
  if (known.length === 0 && newest) {
    throw new Breach(
      'DATA_DIR has no last-checkpoint to compare the ledger with: verify where the server runs, or name a checkpoint that was kept: --checkpoint FILE',
    );
  }
  for (const one of known) {
    // oxlint-disable-next-line no-await-in-loop
    const missing = await missingOfShown(tx, parseShown(one, logs), logs);
    if (missing !== null) throw new Breach(`${one.file}: ${missing}`);
  }
}
