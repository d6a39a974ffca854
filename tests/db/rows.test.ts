import { expect, test } from 'vitest';
import { z } from 'zod';
import { rowsOf } from '../../server/db/sql.ts';

const shape = z.strictObject({ code: z.string(), count: z.number() });

test('a row of a raw statement that differs from its shape fails the test', () => {
  const result = { rows: [{ code: 'a', count: '1' }] };
  expect(() => rowsOf(result, shape)).toThrow('expected number, received string');
});

test('rows that fit their shape come back as they are', () => {
  const rows = [{ code: 'a', count: 1 }];
  expect(rowsOf({ rows }, shape)).toBe(rows);
});
