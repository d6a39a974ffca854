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

/*
 * How a typed initiative replaces a trial's demonstration: the demonstration's log moves to DATA_DIR/demo-<time>, a data
 * folder itself, and an empty one begins. The steps, and what a kill -9 after each leaves:
 *
 * 1. `keepTyped` puts initiative.json in place by one rename. The demonstration stays whole: only an empty database
 *    loads the file.
 * 2. `beginMove` makes demo-<time>.moving. From here on each opening of the folder finishes the move, under the folder's
 *    lock, before it looks for a database.
 * 3. `finishMove` moves what is still here, name by name, and renames the folder last. Repeating it does nothing, and
 *    nothing new can have these names, because whoever opens the folder finishes first.
 * 4. The empty database is made, and initiative.json imported in one transaction. Until the commit a start loads the
 *    file.
 */
const LOG_FILES = ['last-checkpoint', 'ledger.key', 'pg'];
const MOVING = /^demo-\w+\.moving$/;

const typedFile = (dataDir: string): string => join(dataDir, 'initiative.json');

/** Whole or not at all. */
export function keepTyped(dataDir: string, initiative: unknown): void {
  const fresh = `${typedFile(dataDir)}.${process.pid}`;
  const file = openSync(fresh, 'w');
  writeFileSync(file, `${JSON.stringify(initiative, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(fresh, typedFile(dataDir));
}

export const typedInitiative = (dataDir: string): string | null =>
  existsSync(typedFile(dataDir)) ? typedFile(dataDir) : null;

/** From here on the move will be finished. Where this fails, nothing has changed. */
export function beginMove(dataDir: string, now: Date): void {
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  mkdirSync(join(dataDir, `demo-${time}.moving`), { mode: 0o700 });
}

/** Finishes a move that was begun. The caller holds the folder's lock. */
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

/** Notes where this trial's ledger goes on: two servers that sign under one name would fork the log. */
export const keepMoved = (dataDir: string, to: string): void =>
  writeFileSync(movedFile(dataDir), `${to}\n`, { flush: true });

/** Throws `ConfigError` if this trial's ledger goes on in Postgres. */
export function checkNotMoved(dataDir: string): void {
  const file = movedFile(dataDir);
  if (!existsSync(file)) return;
  throw new ConfigError(
    `DATA_DIR: this trial was moved to ${readFileSync(file, 'utf8').trim()}: set DATABASE_URL. ` +
      `If the ledger isn't there, remove ${file}`,
  );
}
