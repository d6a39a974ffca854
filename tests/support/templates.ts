import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { inject } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import type { Config } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { importFile } from '../../server/import/import.ts';
import { openContext } from '../../server/open.ts';
import { createDatabase, type TestDatabase } from './database.ts';

type ConfigOf = (dataDir: string, database: TestDatabase | null) => Config;

/** What is imported once a server has started, and when. */
interface Imported {
  /** Null: nothing. */
  initiative: unknown;
  now: Date;
  useOldRates: boolean;
}

const asked = new Set<string>();

/** What to find in the database: an initiative that nobody asked for before is yet to be imported. */
export function findableOf(imported: Imported): Imported {
  const key = JSON.stringify(imported);
  const isFirst = !asked.has(key);
  asked.add(key);
  return isFirst ? { ...imported, initiative: null } : imported;
}

const NOTHING: Imported = { initiative: null, now: new Date(), useOldRates: false };

/** By what was imported. */
const databases = new Map<string, Promise<string>>();
const trials = new Map<string, Promise<string>>();

/**
 * What a server's first start makes, once for each worker: the log, 6,000 rates and their seal, and
 * then the initiative. The name of a database to copy.
 */
const startedDatabase = (configOf: ConfigOf, imported: Imported): Promise<string> =>
  once(databases, imported, async () => {
    const database = await createDatabase(await templateOf(configOf, imported));
    await startIn(await newFolder(), database, configOf, imported);
    await database.leave();
    return database.name;
  });

/** An initiative is imported into a copy of the database without one. */
const templateOf = async (configOf: ConfigOf, { initiative }: Imported) =>
  initiative === null ? {} : { template: await startedDatabase(configOf, NOTHING) };

/** The same of a trial: the folder of its database. */
const startedTrial = (configOf: ConfigOf, imported: Imported): Promise<string> =>
  once(trials, imported, async () => {
    const dataDir = await newFolder();
    if (imported.initiative !== null) {
      const before = await startedTrial(configOf, NOTHING);
      await cp(before, join(dataDir, 'pg'), { recursive: true });
    }
    await startIn(dataDir, null, configOf, imported);
    return join(dataDir, 'pg');
  });

/** Of each engine, the newest state of a reference rate in what is copied. */
export const copiedRates = new Map<string, string | null>();

/** The newest state of a reference rate. */
export async function ratesIn({ db }: Context): Promise<string | null> {
  const [row] = rowsOf<{ rates: string | null }>(
    await db.execute(
      sql`SELECT max(id)::text AS rates FROM row_state WHERE tbl = 'reference_rate'`,
    ),
  );
  return row!.rates;
}

function once<T>(
  made: Map<string, Promise<T>>,
  imported: Imported,
  make: () => Promise<T>,
): Promise<T> {
  const key = imported.initiative === null ? '' : JSON.stringify(imported);
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
}

const newFolder = (): Promise<string> => mkdtemp(join(inject('templates'), 'started-'));

async function startIn(
  dataDir: string,
  database: TestDatabase | null,
  configOf: ConfigOf,
  { initiative, now, useOldRates }: Imported,
): Promise<void> {
  const clock = initiative === null ? undefined : () => now;
  const { ctx, close } = await openContext(configOf(dataDir, database), clock);
  if (initiative === null) copiedRates.set(ctx.engine, await ratesIn(ctx));
  else await importFile(ctx, MACHINE, structuredClone(initiative), { useOldRates });
  await close();
}

/** What a server had. */
export interface Kept {
  database: string;
  dataDir: string;
}

interface Wanted {
  engine: 'postgres' | 'embedded';
  imported: Imported | false;
  copyOf: Kept | undefined;
  empty: boolean;
}

/** A copy of what was kept, or of where a server was started before, or a new one. */
export async function databaseFor(
  configOf: ConfigOf,
  dataDir: string,
  { engine, imported, copyOf, empty }: Wanted,
): Promise<TestDatabase | null> {
  if (copyOf) {
    await cp(copyOf.dataDir, dataDir, { recursive: true });
    return createDatabase({ template: copyOf.database });
  }
  if (engine === 'postgres') {
    return createDatabase(
      imported ? { template: await startedDatabase(configOf, imported) } : { empty },
    );
  }
  if (imported) {
    await cp(await startedTrial(configOf, imported), join(dataDir, 'pg'), { recursive: true });
  }
  return null;
}
