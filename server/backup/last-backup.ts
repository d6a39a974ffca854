import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The time of the last backup with this data folder, for /metrics, which must not need the database. */
const fileOf = (dataDir: string): string => join(dataDir, 'last-backup');

export async function keepBackupTime(dataDir: string, at: Date): Promise<void> {
  await writeFile(fileOf(dataDir), `${at.toISOString()}\n`);
}

export async function lastBackupAt(dataDir: string): Promise<Date | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => '');
  const at = new Date(text.trim());
  return Number.isNaN(at.getTime()) ? null : at;
}
