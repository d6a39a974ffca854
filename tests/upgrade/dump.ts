import { copyFile, cp, mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { inject } from 'vitest';
import { DATABASE_RIGHTS } from '../../server/db/migrate.ts';
import { EMPTY_TRIAL, PROJECT_ROOT } from '../../server/paths.ts';
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

/** Unpacking a database takes PGlite longer than copying its folder. */
let emptyDatabase: Promise<string> | undefined;

async function unpackEmpty(): Promise<string> {
  const folder = await mkdtemp(join(inject('templates'), 'empty-'));
  const loadDataDir = new Blob([await readFile(EMPTY_TRIAL)]);
  await (await PGlite.create(folder, { loadDataDir })).close();
  return folder;
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
        const folder = join(dataDir, 'pg');
        emptyDatabase ??= unpackEmpty();
        await cp(await emptyDatabase, folder, { recursive: true });
        if (state === null) return;
        const embedded = await PGlite.create(folder);
        await embedded.exec(dump);
        await embedded.close();
      }
      if (state === null) return;
      await copyFile(join(DUMPS, `${state}.checkpoint`), join(dataDir, 'last-checkpoint'));
    },
  });
