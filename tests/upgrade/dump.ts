import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { DATABASE_RIGHTS } from '../../server/db/migrate.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';
import { startApp, type TestApp } from '../support/app.ts';

export type Engine = 'postgres' | 'embedded';

/**
 * What landed commits left: `<commit>.sql.gz` is the database, `<commit>.checkpoint` the file
 * `last-checkpoint` beside it. Their ledger key is that of `startApp`.
 */
export const DUMPS = join(PROJECT_ROOT, 'tests/upgrade/dumps');

/**
 * How each dump begins: the role belongs to the cluster, so `pg_dump` leaves it out; and a function in SQL may
 * stand before the tables that it reads.
 */
export const HEAD = `SET check_function_bodies = off;
DO $$ BEGIN CREATE ROLE muster_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;

`;

const dumpOf = async (state: string): Promise<string> =>
  gunzipSync(await readFile(join(DUMPS, `${state}.sql.gz`))).toString();

/** The leaves of a dump's ledger, in hexadecimal. */
export async function leavesIn(state: string): Promise<string[]> {
  const [, rows = ''] = (await dumpOf(state)).split('INSERT INTO public.ledger_entry VALUES\n');
  const leaf = /^\t\((\d+), '\w+', '\\x([\da-f]+)',/gm;
  return [...rows.split(';\n')[0]!.matchAll(leaf)]
    .toSorted(([, one], [, other]) => Number(one) - Number(other))
    .map(([, , hex]) => hex!);
}

/** Making a database costs PGlite five seconds, copying one costs it one. */
let emptyDatabase: Promise<Blob> | undefined;

async function makeEmpty(): Promise<Blob> {
  const made = await PGlite.create();
  const blob = await made.dumpDataDir('none');
  await made.close();
  return blob;
}

/** Starts today's server on what a commit left, or on an empty database. */
export const startFrom = (engine: Engine, state: string | null): Promise<TestApp> =>
  startApp({
    engine,
    initiative: null,
    // An hour later: the mails that waited are not given up yet.
    now: new Date('2026-03-10T13:00:00Z'),
    found: async (dataDir, database) => {
      // As `npm run restore` does it.
      const dump = state === null ? '' : `${await dumpOf(state)}\n${DATABASE_RIGHTS}`;
      if (database) await database.asOwner(dump);
      else {
        emptyDatabase ??= makeEmpty();
        const loadDataDir = await emptyDatabase;
        const embedded = await PGlite.create(join(dataDir, 'pg'), { loadDataDir });
        await embedded.exec(dump);
        await embedded.close();
      }
      if (state === null) return;
      await copyFile(join(DUMPS, `${state}.checkpoint`), join(dataDir, 'last-checkpoint'));
    },
  });
