import { chmodSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { EMPTY_TRIAL, MIGRATIONS_DIR } from '../paths.ts';
import { forgetServer } from '../trial/server-file.ts';
import { threadFile } from './threads.ts';
import { finishMove } from '../trial/folder.ts';
import { APP_ROLE, type Database } from './client.ts';
import type { Db } from './db.ts';
import { copyFromEmbedded } from './copy.ts';
import { connectEmbedded, type EmbeddedConnection } from './embedded-client.ts';
import { lockFolder } from '../trial/folder-lock.ts';
import { migrate } from './migrate.ts';

export interface TrialDatabase extends Database {
  /** Closes the database, runs `between` while no file is open, and opens what is there then. */
  reopen: (between: () => void) => Promise<Db>;
  /** For another thread (embedded-client.ts). */
  connect: () => Promise<MessagePort>;
}

/** Under an exclusive lock on the folder: two processes would overwrite each other. Throws `FolderInUse`. */
export async function openEmbedded(dataDir: string, archive?: Blob): Promise<TrialDatabase> {
  const lock = lockFolder(dataDir);
  const worker = new Worker(threadFile('db/embedded-worker'));
  const { db, ask } = connectEmbedded(worker);
  const end = async (): Promise<void> => {
    await worker.terminate();
    lock.close();
  };
  const close = async (): Promise<void> => {
    await ask('close', []);
    await end();
  };
  try {
    // A killed server left its address.
    forgetServer(dataDir);
    finishMove(dataDir);
    await openFolder(ask, dataDir, archive);
    return {
      db,
      engine: 'embedded',
      archive: async () => new Blob([await ask('archive', [])]),
      copyOut: copyFromEmbedded({ db, ask }, dataDir),
      connections: () => ({}),
      close,
      [Symbol.asyncDispose]: close,
      reopen: async (between) => {
        await ask('close', []);
        between();
        await openFolder(ask, dataDir);
        return db;
      },
      connect: async () => {
        const { port1, port2 } = new MessageChannel();
        await ask('connect', [port1], [port1]);
        return port2;
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function openFolder(
  ask: EmbeddedConnection['ask'],
  dataDir: string,
  archive?: Blob,
): Promise<void> {
  const folder = join(dataDir, 'pg');
  if (!existsSync(folder)) {
    // Made beside and renamed: PGlite can't continue from half a database.
    const fresh = `${folder}.new`;
    rmSync(fresh, { recursive: true, force: true });
    await ask('make', [fresh, archive ?? new Blob([readFileSync(EMPTY_TRIAL)])]);
    renameSync(fresh, folder);
  }
  // PGlite's files are open to all, so the folder is not. DATA_DIR may be somebody's own folder.
  chmodSync(folder, 0o700);
  await ask('open', [folder]);
  const how = { rowMode: 'object', isInside: false } as const;
  await migrate(
    {
      query: async (text, params = []) => (await ask('query', [text, params, how])) as never,
      script: (text) => ask('script', [text]),
    },
    MIGRATIONS_DIR,
  );
  await ask('script', [
    `SET search_path = public, pg_temp; SET muster.states = 'on'; SET ROLE ${APP_ROLE}`,
  ]);
}
