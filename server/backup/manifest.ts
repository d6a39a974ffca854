import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { facts, isSame, type Facts, type Say } from './facts.ts';
import { BackupError } from './program.ts';

/** FILE.json beside a backup. */
const manifest = facts.extend({
  format: z.literal('muster-backup-1'),
  createdAt: z.iso.datetime(),
  engine: z.enum(['postgres', 'embedded']),
  bytes: z.int().positive(),
  sha256: z.hex().length(64),
});

export type Manifest = z.infer<typeof manifest>;

export const manifestPath = (file: string): string => `${file}.json`;

export async function digestOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Throws `BackupError` unless the bytes are those that were written. */
export async function readManifest(file: string): Promise<Manifest> {
  const path = manifestPath(file);
  let found: Manifest;
  try {
    found = manifest.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? 'is not that of a backup' : (error as Error).message;
    throw new BackupError(`${path}: ${why}`, { cause: error });
  }
  const { bytes, sha256 } = await digestOf(file).catch((error: Error) => {
    throw new BackupError(`${file}: ${error.message}`, { cause: error });
  });
  if (bytes === found.bytes && sha256 === found.sha256) return found;
  throw new BackupError(`${file}: is not what was backed up: its SHA-256 is another`);
}

export function checkSame(restored: Facts, backedUp: Manifest): void {
  if (isSame(restored, backedUp)) return;
  const { entries, newest } = backedUp;
  throw new BackupError(
    `what was restored has ${restored.entries} entries under root ${restored.newest?.root}, ` +
      `the backup ${entries} under ${newest?.root}: do not use it`,
  );
}

/** Standard output has the result. */
export const say: Say = (line) => process.stderr.write(`muster: ${line}\n`);

export function ledgerLine({ entries, newest }: Facts): string {
  const root = newest
    ? `root ${newest.root}${newest.size === entries ? '' : ` of the first ${newest.size}`}`
    : 'no checkpoint yet';
  return `${entries.toLocaleString('en')} entries, ${root}, verified`;
}

export const lineOf = (made: Manifest): string =>
  `${ledgerLine(made)}, ${(made.bytes / 1e6).toFixed(1)} MB`;
