import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import pg from 'pg';
import { migratePostgres, openPostgres } from '../../server/db/client.ts';
import { loadSnapshot } from '../../server/rates/import.ts';
import { APP_LOGIN, TEMPLATE, withDatabase } from './database.ts';
import { startPooler } from './pgbouncer.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL of the server that all test files share. */
    databaseUrl: string;
    /** With TEST_POOLER=transaction: where the PgBouncer is that every app goes by. */
    poolerPort: number | null;
    /** A folder that goes when all tests have ended. */
    templates: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ isThrownAway: true });
  const templates = await mkdtemp(join(tmpdir(), 'muster-templates-'));
  project.provide('templates', templates);
  await prepareTemplate(server.url);
  project.provide('databaseUrl', server.url);
  const pooler =
    process.env['TEST_POOLER'] === 'transaction' ? await startPooler(server.url) : null;
  project.provide('poolerPort', pooler?.port ?? null);
  return async () => {
    await pooler?.stop();
    await server.stop();
    await rm(templates, { recursive: true });
  };
}

/** Once, in place of 6,000 rates and their states at each start. */
async function loadRates(url: string): Promise<void> {
  const { db, close } = openPostgres(url);
  await loadSnapshot(db);
  await close();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('VACUUM (ANALYZE)');
  await owner.end();
}

/**
 * Makes the migrated template that each test file's database is a copy of, and a login that has
 * the application's role and nothing else.
 */
async function prepareTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await migratePostgres(withDatabase(url, TEMPLATE));
    await loadRates(withDatabase(url, TEMPLATE));
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_LOGIN]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${APP_LOGIN} LOGIN IN ROLE muster_app`);
  } finally {
    await client.end();
  }
}
