import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openPostgres } from '../../server/db/client.ts';
import { statementNames } from '../../server/db/prepare.ts';
import { rowsOf } from '../../server/db/sql.ts';
import { createDatabase } from '../support/database.ts';

test('a statement that comes again is prepared on its connection, and answers the same', async () => {
  const database = await createDatabase();
  const { db, close } = openPostgres(database.appUrl, { connections: 1 });
  const answers = [];
  for (const word of ['one', 'two', 'three']) {
    answers.push(...rowsOf(await db.execute(sql`SELECT ${word}::text AS word`)));
  }
  const prepared = rowsOf<{ statement: string }>(
    await db.execute(sql`SELECT statement FROM pg_prepared_statements`),
  );
  expect(answers).toEqual([{ word: 'one' }, { word: 'two' }, { word: 'three' }]);
  expect(prepared).toEqual([{ statement: 'SELECT $1::text AS word' }]);
  await close();
  await database.drop();
});

test('statements get a name each from the second time, short ones and not too many', () => {
  const nameOf = statementNames();
  const twice = (text: string) => [nameOf(text), nameOf(text), nameOf(text)];
  expect(twice('SELECT $1')).toEqual([undefined, 'muster_0', 'muster_0']);
  expect(twice('SELECT $2')).toEqual([undefined, 'muster_1', 'muster_1']);
  expect(twice(`SELECT ${'$1, '.repeat(1_000)}`)).toEqual([undefined, undefined, undefined]);
  for (let one = 0; one < 1_000; one++) nameOf(`SELECT once, ${one}`);
  const many = Array.from({ length: 1_000 }, (_, index) => twice(`SELECT ${index}, $1`)[2]);
  expect(new Set(many.filter((name) => name !== undefined)).size).toBe(198);
  expect(nameOf('SELECT $1')).toBe('muster_0');
});
