import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { inject } from 'vitest';
import { MACHINE } from '../../server/actor.ts';
import type { Config } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { importFile } from '../../server/import/import.ts';
import { makeSeal } from '../../server/ledger/seal.ts';
import { openContext } from '../../server/open-context.ts';
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

interface Made {
  /** The name of a database to copy, or the folder of a trial's. */
  of: string;
  sealed: Sealed;
}

/** Of a database that a server was started on. */
export interface Sealed {
  /** The newest state of a reference rate. */
  rates: string | null;
  /** How many seals there are: the first has the 6,000 rates. */
  seals: string;
}

/**
 * What a server's first start makes: the log, 6,000 rates and their seal, and then the initiative. The name of a
 * database to copy.
 */
const startedDatabase = (configOf: ConfigOf, imported: Imported): Promise<string> =>
  once('postgres', imported, async () => {
    const database = await createDatabase(await templateOf(configOf, imported));
    const sealed = await startIn(await newFolder(), database, configOf, imported);
    // Sealing has left a dead row for each rate, for every copy to read.
    if (imported.initiative === null) await database.asOwner('VACUUM (ANALYZE)');
    await database.leave();
    return { of: database.name, sealed };
  });

/** An initiative is imported into a copy of the database without one. */
const templateOf = async (configOf: ConfigOf, { initiative }: Imported) =>
  initiative === null ? {} : { template: await startedDatabase(configOf, NOTHING) };

/** The same of a trial: the folder of its database. */
const startedTrial = (configOf: ConfigOf, imported: Imported): Promise<string> =>
  once('embedded', imported, async () => {
    const dataDir = await newFolder();
    if (imported.initiative !== null) {
      const before = await startedTrial(configOf, NOTHING);
      await cp(before, join(dataDir, 'pg'), { recursive: true });
    }
    const sealed = await startIn(dataDir, null, configOf, imported);
    return { of: join(dataDir, 'pg'), sealed };
  });

/** Of each engine, what is sealed in every copy. */
export const copiedSealed = new Map<string, Sealed>();

export async function sealedIn({ db }: Context): Promise<Sealed> {
  const [row] = rowsOf<Sealed>(
    await db.execute(sql`
      SELECT (SELECT max(id) FROM row_state WHERE tbl = 'reference_rate')::text AS rates,
        (SELECT count(*) FROM seal)::text AS seals`),
  );
  return row!;
}

/** By engine and by what was imported. */
const made = new Map<string, Promise<Made>>();

async function once(
  engine: Context['engine'],
  imported: Imported,
  make: () => Promise<Made>,
): Promise<string> {
  const key = `${engine} ${imported.initiative === null ? '' : JSON.stringify(imported)}`;
  const making = made.get(key) ?? inOneWorker(createHash('sha256').update(key).digest('hex'), make);
  made.set(key, making);
  const { of, sealed } = await making;
  copiedSealed.set(engine, sealed);
  return of;
}

/** The first worker that asks makes it, and the others wait for that. */
async function inOneWorker(name: string, make: () => Promise<Made>): Promise<Made> {
  const folder = join(inject('templates'), name);
  const file = `${folder}.json`;
  const isFirst = await mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
  if (isFirst) {
    const answer = await make().then(
      (it) => ({ made: it }),
      (error: unknown) => ({ failed: String(error) }),
    );
    await writeFile(`${folder}/answer`, JSON.stringify(answer));
    await rename(`${folder}/answer`, file);
  }
  while (!existsSync(file)) await sleep(20);
  const { made: it, failed } = JSON.parse(await readFile(file, 'utf8'));
  if (failed) throw new Error(`the template was not made: ${failed}`);
  return it;
}

const newFolder = (): Promise<string> => mkdtemp(join(inject('templates'), 'started-'));

async function startIn(
  dataDir: string,
  database: TestDatabase | null,
  configOf: ConfigOf,
  { initiative, now, useOldRates }: Imported,
): Promise<Sealed> {
  const clock = initiative === null ? undefined : () => now;
  const { ctx, close } = await openContext(configOf(dataDir, database), clock);
  // A trial's rates are new, and else each copy would seal them.
  await makeSeal(ctx);
  const sealed = await sealedIn(ctx);
  if (initiative !== null) {
    await importFile(ctx, MACHINE, structuredClone(initiative), { useOldRates });
  }
  await close();
  return sealed;
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
