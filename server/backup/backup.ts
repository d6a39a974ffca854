import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Config } from '../config.ts';
import { keepDone } from './last-done.ts';
import { dumpEmbedded, keyPath } from './embedded.ts';
import type { Facts, Say } from './facts.ts';
import { digestOf, manifestPath, type Manifest } from './manifest.ts';
import { dumpPostgres } from './postgres.ts';
import { BackupError } from './program.ts';

/**
 * To a new file, or a folder, where the time names it; the manifest is FILE.json. Throws `BackupError`. Crash points:
 * the bytes go to FILE.partial, which refuses a second backup, and are synced and read back; then the manifest is
 * written; FILE appears last, by a rename, so it is always whole.
 */
export async function backup(config: Config, target: string, say: Say) {
  const now = new Date();
  const engine = config.databaseUrl === null ? 'embedded' : 'postgres';
  const file = await fileFor(target, engine, now);
  const partial = `${file}.partial`;
  await reserve(partial);
  const made = [partial];
  try {
    for (const path of [file, manifestPath(file), keyPath(file)]) {
      if (existsSync(path)) throw new BackupError(`${path} is there already`);
    }
    const facts =
      engine === 'postgres'
        ? await dumpPostgres(config, partial, say)
        : await dumpEmbedded(config, { file, partial }, (path) => made.push(path), say);
    const manifest = await describe(partial, { engine, createdAt: now.toISOString() }, facts);
    // FILE.partial reserves the name, so nobody else's manifest is removed.
    made.push(manifestPath(file));
    const json = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFile(manifestPath(file), json, { mode: 0o600, flag: 'wx', flush: true });
    await rename(partial, file);
    await sync(dirname(file));
    await noteTime(config, say);
    return { ...manifest, file };
  } catch (error) {
    await Promise.all(made.map((path) => rm(path, { force: true })));
    throw error;
  }
}

/** The backup counts without it. */
const noteTime = ({ dataDir }: Config, say: Say): Promise<void> =>
  keepDone(dataDir, 'backup', new Date()).catch(() =>
    say(`DATA_DIR: can’t write to ${dataDir}, so /metrics won’t show this backup`),
  );

async function describe(file: string, made: Pick<Manifest, 'engine' | 'createdAt'>, facts: Facts) {
  await sync(file);
  return { format: 'muster-backup-1', ...made, ...(await digestOf(file)), ...facts } as const;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function fileFor(target: string, engine: Manifest['engine'], now: Date): Promise<string> {
  // A new name without an ending is a folder's.
  const isNewFolder = extname(target) === '' && !existsSync(target);
  if (isNewFolder) await mkdir(target, { recursive: true, mode: 0o700 });
  if (isNewFolder || (await isFolder(target))) {
    const time = now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
    return join(target, `muster-${time}Z.${engine === 'postgres' ? 'dump' : 'tar.gz'}`);
  }
  if (await isFolder(dirname(target))) return target;
  throw new BackupError(`${dirname(target)}: there is no such folder`);
}

/** Only its owner may read a backup, which has names and addresses. */
async function reserve(partial: string): Promise<void> {
  try {
    await writeFile(partial, '', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new BackupError(`${partial}: another backup is at it, or was cut off: remove it then`, {
      cause: error,
    });
  }
}

async function sync(path: string): Promise<void> {
  await using handle = await open(path);
  await handle.sync();
}
