import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { ConfigError } from '../config.ts';
import type { Context } from '../context.ts';
import * as schema from '../db/schema.ts';
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
 * Throws `ConfigError` when the database is behind the last checkpoint of this log that was shown
 * from here, or has another root at its size. A note of another log or key says nothing.
 */
export async function checkNotForked({ db, config, signer }: Context): Promise<void> {
  const note = lastNote(config.dataDir);
  const text = note && openNote(note, signer.verifierKey);
  if (!text) return;
  const [, size = '', root = ''] = text.split('\n');
  const [head] = await db.select().from(schema.ledgerHead);
  const [same] = await db
    .select({ root: schema.checkpoint.root })
    .from(schema.checkpoint)
    .where(eq(schema.checkpoint.size, BigInt(size)));
  if (head!.size >= BigInt(size) && (!same || same.root.toString('base64') === root)) return;
  throw new ConfigError(
    `${fileOf(config.dataDir)}: a checkpoint of ${size} entries was shown that this database does ` +
      'not hold: is it an older backup? Going on would fork the log; restore the newer one, or ' +
      'remove that file and tell your readers',
  );
}
