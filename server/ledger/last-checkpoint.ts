import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { ConfigError, type Config } from '../config.ts';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { together } from '../db/sql.ts';
import { newestCheckpoint, makeCheckpoint } from './checkpoint.ts';
import { readLogs, type LogRow, type SigningContext } from './identity.ts';
import { openNote } from './note.ts';
import { holdsSeal, newestSeal, parseSealText, sealTitle, makeSeal } from './seal.ts';

/** Kept outside the database: one restored from an older backup would sign other entries at signed sizes, a fork. */
export const lastCheckpointFile = (dataDir: string): string => join(dataDir, 'last-checkpoint');

export interface Kept {
  file: string;
  text: string;
}

/** Written before anybody is shown them, whole or not at all. The folder is synced against a power loss. */
export function keepLastCheckpoint(dataDir: string, notes: readonly string[]): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = lastCheckpointFile(dataDir);
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, notes.join('\n'), { flush: true });
  renameSync(fresh, file);
  const folder = openSync(dataDir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Throws `ConfigError` where it can't be read. */
export function readLastCheckpoint(dataDir: string): Kept | null {
  const file = lastCheckpointFile(dataDir);
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new ConfigError(`${file}: can't be read: ${(error as Error).message}`);
  }
}

export interface Shown {
  log: number;
  size: bigint;
  root: string;
  seal: { n: bigint; head: string } | null;
}

/** Within a note, an empty line precedes the signatures. */
const splitNotes = (text: string): string[] =>
  text.split(/\n\n(?!— )/).map((note) => `${note.trimEnd()}\n`);

/** A checkpoint's note comes first. Throws `ConfigError` for a file that is empty, damaged, or another ledger's. */
export function parseShown({ file, text }: Kept, logs: readonly LogRow[]): Shown {
  const refuse = (why: string): never => {
    throw new ConfigError(
      `${file}: ${why}. If this is another ledger's file, use another DATA_DIR. If it is damaged, restore it from a backup of the folder`,
    );
  };
  if (text.trim() === '') return refuse('is empty');
  const [first = '', second] = splitNotes(text);
  const log = logs.find(({ origin, verifierKey }) =>
    openNote(first, verifierKey)?.startsWith(`${origin}\n`),
  );
  if (!log) return refuse('holds no checkpoint that the key of this ledger signed');
  const [, size = '', root = ''] = first.split('\n');
  const checkpoint = { log: log.id, size: BigInt(size), root };
  if (second === undefined) return { ...checkpoint, seal: null };
  const sealed = openNote(second, log.verifierKey);
  if (!sealed?.startsWith(sealTitle(log.origin))) {
    return refuse('holds a seal that the key of this ledger did not sign');
  }
  return { ...checkpoint, seal: parseSealText(sealed) };
}

/** Null if another log signed it. */
export function sizeShown({ text }: Kept, verifierKey: string): bigint | null {
  const [first = ''] = splitNotes(text);
  const opened = openNote(first, verifierKey);
  return opened === null ? null : BigInt(opened.split('\n')[1]!);
}

/** The signed end of a log excuses what it says was lost. */
export async function missingOfShown(
  reader: Db | Tx,
  { log, size, root, seal }: Shown,
  logs: readonly LogRow[],
): Promise<string | null> {
  const following = logs.find(({ id }) => id === log + 1);
  const isExcused = (found: string): string | null =>
    following && (size > following.fromSize || size <= following.lostSize!) ? null : found;
  const { checkpoint } = schema;
  const [row] = await reader
    .select({ root: checkpoint.root })
    .from(checkpoint)
    .where(and(eq(checkpoint.log, log), eq(checkpoint.size, size)));
  if (!row) {
    return isExcused(
      `a checkpoint of ${size} entries was shown, and the database does not hold it`,
    );
  }
  if (row.root.toString('base64') !== root) {
    return isExcused(
      `a checkpoint of ${size} entries was shown with another root than the database has`,
    );
  }
  if (!seal || following) return null;
  if (await holdsSeal(reader, seal)) return null;
  return `seal ${seal.n} was kept outside the database, which does not hold it`;
}

/** Throws `ConfigError` where the database lacks what was shown: going on would fork the log. */
export async function checkNotForked(db: Db, kept: Kept): Promise<void> {
  const logs = await readLogs(db);
  const missing = await missingOfShown(db, parseShown(kept, logs), logs);
  if (missing === null) return;
  throw new ConfigError(
    `${kept.file}: ${missing}. Is it an older backup, or a standby that was behind? Put the newer database back. If there is none, begin a new log: npm run new-log -- --reason "…"`,
  );
}

/** What the folder keeps already stays, for the next start to compare with. */
export async function keepRestored(db: Db, dataDir: string): Promise<void> {
  if (!existsSync(lastCheckpointFile(dataDir))) await keepNewest(db, dataDir);
}

export async function keepNewest(db: Db, dataDir: string): Promise<void> {
  const [checkpoint, seal] = [await newestCheckpoint(db), await newestSeal(db)];
  if (checkpoint) keepLastCheckpoint(dataDir, [checkpoint.note, ...(seal ? [seal.note] : [])]);
}

export function openKeeper(
  dataDir: string,
  log: { error: (facts: object, message: string) => void },
) {
  let kept = '';
  let trouble: string | null = null;
  return {
    keep: (notes: string[]): void => {
      if (notes.length === 0 || notes.join() === kept) return;
      try {
        keepLastCheckpoint(dataDir, notes);
        kept = notes.join();
        trouble = null;
      } catch (error) {
        trouble = `DATA_DIR can't be written: ${(error as Error).message}`;
        log.error({ err: error }, 'the last checkpoint could not be kept in DATA_DIR');
      }
    },
    forget: (): void => {
      kept = '';
    },
    trouble: () => trouble,
  };
}

/** Each seal follows the one before. */
async function sealAll(ctx: SigningContext): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop
  while (await makeSeal(ctx));
}

export async function signNow(
  ctx: SigningContext & { config: Pick<Config, 'dataDir'> },
): Promise<void> {
  // Seals of what is there already are made beside the checkpoint; the last one covers it.
  await together([makeCheckpoint(ctx), sealAll(ctx)]);
  await sealAll(ctx);
  await keepNewest(ctx.db, ctx.config.dataDir);
}
