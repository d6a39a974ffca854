import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What was last done with this data folder is kept in files: /metrics must not need the database. */
type Chore = 'backup' | 'verification';

const fileOf = (dataDir: string, chore: Chore): string => join(dataDir, `last-${chore}`);

export async function keepDone(dataDir: string, chore: Chore, at: Date): Promise<void> {
  await writeFile(fileOf(dataDir, chore), `${at.toISOString()}\n`);
}

export async function lastDone(dataDir: string, chore: Chore): Promise<Date | null> {
  const text = await readFile(fileOf(dataDir, chore), 'utf8').catch(() => '');
  const at = new Date(text.trim());
  return Number.isNaN(at.getTime()) ? null : at;
}
