import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Config } from '../../server/config.ts';
import { openContext } from '../../server/open.ts';
import { createDatabase, type TestDatabase } from './database.ts';

type ConfigOf = (dataDir: string, database: TestDatabase | null) => Config;

let postgres: Promise<string> | undefined;
let trial: Promise<string> | undefined;

/**
 * What a server's first start makes, once for each worker: the log, 6,000 rates and their seal, but no
 * initiative. The name of a database to copy.
 */
export const startedDatabase = (configOf: ConfigOf): Promise<string> =>
  (postgres ??= (async () => {
    const database = await createDatabase();
    await startIn(await newFolder(), database, configOf);
    await database.leave();
    return database.name;
  })());

/** The same of a trial: the folder of its database. */
export const startedTrial = (configOf: ConfigOf): Promise<string> =>
  (trial ??= (async () => {
    const dataDir = await newFolder();
    await startIn(dataDir, null, configOf);
    return join(dataDir, 'pg');
  })());

const newFolder = (): Promise<string> => mkdtemp(join(inject('templates'), 'started-'));

async function startIn(
  dataDir: string,
  database: TestDatabase | null,
  configOf: ConfigOf,
): Promise<void> {
  const { close } = await openContext(configOf(dataDir, database));
  await close();
}
