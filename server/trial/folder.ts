import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config.ts';

/**
 * How a trial's demonstration gives way to the initiative that somebody typed: its log is moved to
 * DATA_DIR/demo-<time>, which is a data folder itself, and an empty one is begun. The steps, and
 * what a kill -9 after each leaves:
 *
 * 1. `keepTyped` puts initiative.json in place by one rename. Before and after it the demonstration
 *    is whole: the file is read only where the database is empty.
 * 2. `beginMove` makes demo-<time>.moving: from here on it is theirs. Each opening of the folder
 *    finishes the move, under the folder's lock, before it looks for a database.
 * 3. `finishMove` moves what is still here, name by name, and gives the folder its own name last.
 *    Each rename is done or not done, and done again does nothing. Nothing new can have come under
 *    these names meanwhile, for whoever opens the folder finishes first.
 * 4. The empty database is made and initiative.json imported, in one transaction. Until it commits
 *    the database is empty, and a start loads that file into it.
 */
const LOG_FILES = ['last-checkpoint', 'ledger.key', 'pg'];
const MOVING = /^demo-\w+\.moving$/;

const typedFile = (dataDir: string): string => join(dataDir, 'initiative.json');

/** Keeps what was typed, whole or not at all. */
export function keepTyped(dataDir: string, initiative: unknown): void {
  const fresh = `${typedFile(dataDir)}.${process.pid}`;
  const file = openSync(fresh, 'w');
  writeFileSync(file, `${JSON.stringify(initiative, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, typedFile(dataDir));
}

/** The initiative file that was typed in this data folder; null where none was. */
export const typedInitiative = (dataDir: string): string | null =>
  existsSync(typedFile(dataDir)) ? typedFile(dataDir) : null;

/** Makes the move certain; fails, and has changed nothing, where the folder takes no new name. */
export function beginMove(dataDir: string, now: Date): void {
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  mkdirSync(join(dataDir, `demo-${time}.moving`), { mode: 0o700 });
}

/** Finishes a move that was begun. Only for whoever holds the folder's lock. */
export function finishMove(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (!MOVING.test(name)) continue;
    const target = join(dataDir, name);
    for (const file of LOG_FILES) {
      const from = join(dataDir, file);
      if (existsSync(from)) renameSync(from, join(target, file));
    }
    renameSync(target, target.replace(/\.moving$/, ''));
  }
}

const movedFile = (dataDir: string): string => join(dataDir, 'moved');

/** Keeps where this trial's ledger goes on: two servers that sign under one name would fork the log. */
export const keepMoved = (dataDir: string, to: string): void =>
  writeFileSync(movedFile(dataDir), `${to}\n`, { flush: true });

/** Throws `ConfigError` when this trial's ledger goes on in Postgres. */
export function checkNotMoved(dataDir: string): void {
  const file = movedFile(dataDir);
  if (!existsSync(file)) return;
  throw new ConfigError(
    `DATA_DIR: this trial was moved to ${readFileSync(file, 'utf8').trim()}: set DATABASE_URL. ` +
      `If the ledger isn't there, remove ${file}`,
  );
}
