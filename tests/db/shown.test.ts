import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rowsOf } from '../../server/db/sql.ts';
import { IS_SHOWN } from '../../server/db/standing.ts';
import { GIVER_STATUSES } from '../../server/domain/signatory.ts';
import { shownGiver } from '../../server/pledges/pledge-row.ts';
import { startApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const givers = (['public', 'anonymous'] as const).flatMap((visibility) =>
  [true, false].flatMap((isPublic) =>
    GIVER_STATUSES.map((status) => ({ visibility, isPublic, status, name: 'Ada' })),
  ),
);

test('a giver is shown by SQL where the pages show them, and nowhere else', async () => {
  const found = await app.ctx.db.execute(sql`
    SELECT (${IS_SHOWN}) AS shown
    FROM jsonb_array_elements(${JSON.stringify(givers)}::jsonb) WITH ORDINALITY AS given (json, nth),
      LATERAL (SELECT json->>'visibility' AS visibility) AS pledge,
      LATERAL (SELECT (json->>'isPublic')::boolean AS public, json->>'status' AS status) AS signatory
    ORDER BY nth`);
  const shown = rowsOf<{ shown: boolean }>(found).map((row) => row.shown);
  expect(shown).toEqual(givers.map((giver) => shownGiver(giver) !== null));
  expect(shown.filter(Boolean)).toHaveLength(1);
});
