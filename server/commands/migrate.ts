import { readConfig } from '../config.ts';
import { migratePostgres } from '../db/client.ts';
import { runOrExplain } from '../explain.ts';

/** npm run migrate: applies pending migrations to Postgres; the trial database does so itself. */
await runOrExplain(async () => {
  const { migrateDatabaseUrl } = readConfig();
  if (migrateDatabaseUrl === null) {
    process.stdout.write('muster: no DATABASE_URL; the trial database migrates itself\n');
    return;
  }
  const applied = await migratePostgres(migrateDatabaseUrl);
  process.stdout.write(`muster: ${applied} migrations applied\n`);
});
