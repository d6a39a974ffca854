import { readConfig } from '../config.ts';
import { migratePostgres, ownerUrlOf } from '../db/client.ts';
import { runOrExplain } from '../explain.ts';

/** The trial database migrates itself. */
await runOrExplain(async () => {
  const config = readConfig();
  if (config.databaseUrl === null) {
    process.stdout.write('muster: no DATABASE_URL; the trial database migrates itself\n');
    return;
  }
  const applied = await migratePostgres(ownerUrlOf(config));
  process.stdout.write(`muster: ${applied} migrations applied\n`);
});
