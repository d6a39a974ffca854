import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../config.ts';

/*
 * How a typed initiative replaces a demonstration, whose log moves to DATA_DIR/demo-<time>; what a kill -9 leaves:
 * 1. `keepTyped` renames initiative.json into place. Only an empty database loads it.
 * 2. `beginMove` makes demo-<time>.moving. Each opening of the folder finishes the move first, under its lock.
 * 3. `finishMove` moves name by name, and renames the folder last. Nothing new can have these names.
 * 4. The empty database imports initiative.json in one transaction; until its commit a start does.
 */
const LOG_FILES = ['last-checkpoint', 'ledger.key', 'pg'];
const MOVING = /^demo-\w+\.moving$/;

const typedFile = (dataDir: string): string => join(dataDir, 'initiative.json');

/** Whole or not at all. */
export function keepTyped(dataDir: string, initiative: unknown): void {
  const fresh = `${typedFile(dataDir)}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(initiative, null, 2)}\n`, { flush: true });
  renameSync(fresh, typedFile(dataDir));
}

export const typedInitiative = (dataDir: string): string | null =>
  existsSync(typedFile(dataDir)) ? typedFile(dataDir) : null;

/** Where this fails, nothing has changed. */
export function beginMove(dataDir: string, now: Date): void {
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  mkdirSync(join(dataDir, `demo-${time}.moving`), { mode: 0o700 });
}

/** The caller holds the folder's lock. */
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

/** Two servers that sign under one name would fork the log. */
export const keepMoved = (dataDir: string, to: string): void =>
  writeFileSync(movedFile(dataDir), `${to}\n`, { flush: true });

export function checkNotMoved(dataDir: string): void {
  const file = movedFile(dataDir);
  if (!existsSync(file)) return;
  throw new ConfigError(
    `DATA_DIR: this trial was moved to ${readFileSync(file, 'utf8').trim()}: set DATABASE_URL. ` +
      `If the ledger isn't there, remove ${file}`,
  );
}
