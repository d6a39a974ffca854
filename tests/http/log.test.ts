import { expect, test } from 'vitest';
import { logSerializers } from '../../server/http/request-log.ts';
import { createDatabase } from '../support/database.ts';
import { openPostgres } from '../../server/db/client.ts';
import * as schema from '../../server/db/schema.ts';

test('the log of a failed query tells the constraint, and nothing that people wrote', async () => {
  const database = await createDatabase();
  const { db, close } = openPostgres(database.appUrl);
  const site = { code: 'X', name: 'jane@example.org', nameKey: 'jane@example.org' };
  await db.insert(schema.site).values(site);
  const error = await db
    .insert(schema.site)
    .values(site)
    .then(
      () => null,
      (failure: Error) => failure,
    );
  expect(String(error?.message)).toContain('jane@example.org');
  const logged = logSerializers.err(error!);
  expect(logged).toMatchObject({ code: '23505', constraint: 'site_pkey' });
  expect(JSON.stringify(logged)).not.toContain('jane');
  await close();
  await database.drop();
});
