import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { ConfigError } from '../config.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { readEffects } from './effects.ts';
import { appendHash, emptyFrontier, rootOf } from './merkle.ts';
import { openNote } from './note.ts';

/**
 * The newest checkpoint that was shown from this data folder, kept outside the database. A database
 * that is restored from an older backup would sign other entries at sizes that are signed already:
 * a fork of the log, which nobody could tell from fraud.
 */
const fileOf = (dataDir: string): string => join(dataDir, 'last-checkpoint');

export function rememberCheckpoint(dataDir: string, note: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const fresh = `${fileOf(dataDir)}.${process.pid}`;
  writeFileSync(fresh, note);
  renameSync(fresh, fileOf(dataDir));
}

function lastNote(dataDir: string): string | null {
  try {
    return readFileSync(fileOf(dataDir), 'utf8');
  } catch {
    return null;
  }
}

/**
 * Size and root of the newest checkpoint of a log that was shown from here, and the file that says
 * so; null when none was. A note of another log or key says nothing.
 */
export function lastShown(
  dataDir: string,
  verifierKey: string,
): { size: bigint; root: string; file: string } | null {
  const note = lastNote(dataDir);
  const text = note && openNote(note, verifierKey);
  if (!text) return null;
  const [, count = '', root = ''] = text.split('\n');
  return { size: BigInt(count), root, file: fileOf(dataDir) };
}

/** The root of the first `size` entries, from their leaf hashes. */
async function rootAt(db: Db, size: bigint): Promise<string> {
  const frontier = emptyFrontier();
  for await (const { leafHash } of readEffects(db, 0n, size)) appendHash(frontier, leafHash);
  return rootOf(frontier).toString('base64');
}

/**
 * Throws `ConfigError` when the database does not hold the last checkpoint of this log that was
 * shown from here.
 */
export async function checkNotForked({ db, config, signer }: Context): Promise<void> {
  const shown = lastShown(config.dataDir, signer.verifierKey);
  if (!shown) return;
  const { size, root, file } = shown;
  const [head] = await db.select().from(schema.ledgerHead);
  const { checkpoint } = schema;
  const [same] = await db
    .select({ root: checkpoint.root })
    .from(checkpoint)
    .where(eq(checkpoint.size, size));
  if (head!.size >= size && root === (same?.root.toString('base64') ?? (await rootAt(db, size)))) {
    return;
  }
  throw new ConfigError(
    `${file}: a checkpoint of ${size} entries was shown that this database does ` +
      'not hold: is it an older backup? Going on would fork the log; restore the newer one, or ' +
      'remove that file and tell your readers',
  );
}
