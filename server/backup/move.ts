import { sql } from 'drizzle-orm';
import { ConfigError, type Config } from '../config.ts';
import type { Context } from '../context.ts';
import { migratePostgres, openOwner, type Owner } from '../db/client.ts';
import { ledgerKey } from '../ledger/identity.ts';
import { signNow } from '../ledger/last-checkpoint.ts';
import { checkTrialExists, openContext } from '../open-context.ts';
import { keepMoved } from '../trial/folder.ts';
import { factsOf, inSnapshot, isSame, type Facts, type Say } from './facts.ts';
import { BackupError } from './program.ts';

/**
 * Copies the trial to an unused Postgres and verifies both; key, log, checkpoints and seals stay. Crash points: it is
 * one transaction. DATA_DIR/moved, written just before the commit, stops the trial, because both must not sign; after a
 * crash between the two, the trial says where to look, and which file to remove.
 */
export async function move(config: Config, ownerUrl: string, say: Say) {
  if (config.databaseUrl !== null) {
    throw new ConfigError(
      'DATABASE_URL: unset it. The trial in DATA_DIR is moved, to the database that --to names',
    );
  }
  checkTrialExists(config);
  await using opened = await openContext(config);
  await using owner = await openTarget(ownerUrl);
  await migrateTarget(owner, ownerUrl);
  const facts = await copy(opened.ctx, owner, say);
  await owner.script('ANALYZE');
  return { ...facts, origin: opened.ctx.signer.name, to: placeOf(owner) };
}

const placeOf = ({ database, env }: Owner): string => `${database} on ${env['PGHOST']}`;

async function openTarget(ownerUrl: string): Promise<Owner> {
  try {
    return await openOwner(ownerUrl);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new BackupError(`--to: ${message || code}`, { cause: error });
  }
}

async function migrateTarget(owner: Owner, ownerUrl: string): Promise<void> {
  const { rows } = await owner.query(`
    SELECT min(relname) AS name, to_regclass('public.migration') IS NOT NULL AS "isOurs"
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`);
  const { name, isOurs } = rows[0] as { name: string | null; isOurs: boolean };
  if (name !== null && !isOurs) {
    throw new BackupError(
      `--to: the database ${owner.database} is not empty, it has a table ${name}: use a new one`,
    );
  }
  await migratePostgres(ownerUrl);
}

async function copy(ctx: Context, owner: Owner, say: Say): Promise<Facts> {
  const key = ledgerKey(ctx.config);
  await signNow(ctx);
  const before = await inSnapshot(ctx.db, (tx) => factsOf(tx, key, say));
  return owner.db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE log_identity IN ACCESS EXCLUSIVE MODE`);
    await checkUnused(owner);
    say('copying');
    await copyTables(ctx, owner);
    const after = await factsOf(tx, key, say);
    if (!isSame(before, after)) {
      throw new BackupError('the copy is not the ledger that was copied, and was not kept');
    }
    keepMoved(ctx.config.dataDir, placeOf(owner));
    return after;
  });
}

/** Every use of a database begins a log first. */
async function checkUnused(owner: Owner): Promise<void> {
  const { rows } = await owner.query(`
    SELECT EXISTS (SELECT FROM log_identity) OR EXISTS (SELECT FROM ledger_entry) AS "isUsed"`);
  if (!rows[0]!['isUsed']) return;
  throw new BackupError(
    `--to: the database ${owner.database} has a ledger of its own: use a new database`,
  );
}

/** After those that they refer to; without generated columns. */
const TABLES = `
  WITH RECURSIVE placed AS (
    SELECT oid, 0 AS depth FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'migration'
    UNION
    SELECT conrelid, depth + 1 FROM placed
    JOIN pg_constraint ON contype = 'f' AND confrelid = placed.oid AND conrelid <> confrelid)
  SELECT quote_ident(relname) AS name,
    (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
     WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
  FROM (SELECT oid, max(depth) AS depth FROM placed GROUP BY oid) AS deepest
  JOIN pg_class USING (oid) ORDER BY depth, relname`;

const SET_SEQUENCES = `
  DO $$
  DECLARE found record;
  BEGIN
    FOR found IN SELECT attrelid::regclass AS tbl, attname AS col FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      WHERE relnamespace = 'public'::regnamespace AND attidentity <> ''
    LOOP
      EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), max(%I)) FROM %s',
        found.tbl, found.col, found.col, found.tbl);
    END LOOP;
  END $$`;

/** Without the triggers, which would state and refuse the rows. */
async function copyTables({ copyOut }: Context, owner: Owner): Promise<void> {
  const { rows } = await owner.query(TABLES);
  const tables = rows as { name: string; columns: string }[];
  const triggers = (act: string) =>
    owner.script(tables.map(({ name }) => `ALTER TABLE ${name} ${act} TRIGGER USER`).join(';'));
  await triggers('DISABLE');
  await owner.script(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
  for (const { name, columns } of tables) {
    /* oxlint-disable no-await-in-loop */
    const rowsOut = await copyOut(async () => sql.raw(`SELECT ${columns} FROM ${name}`));
    await owner.copyIn(`COPY ${name} (${columns}) FROM STDIN (FORMAT csv, HEADER MATCH)`, rowsOut);
    /* oxlint-enable no-await-in-loop */
  }
  await owner.script(SET_SEQUENCES);
  await triggers('ENABLE');
}
