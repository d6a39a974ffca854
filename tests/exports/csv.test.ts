import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordsInCrlf } from '../../server/exports/send.ts';

/** As COPY writes a cell: quoted where it must be, and quotes doubled. */
const cell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

async function through(chunks: Buffer[], withMark = false): Promise<string> {
  const out = await Readable.from(chunks).pipe(recordsInCrlf(withMark)).toArray();
  return Buffer.concat(out).toString();
}

const texts = fc.stringMatching(/^[a-z,"\n€한=]{0,6}$/u);
const tables = fc.array(fc.array(texts, { minLength: 2, maxLength: 2 }), { minLength: 1 });

test('records end in CR LF and cells stay as they are, wherever the chunks are cut', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.integer({ min: 1, max: 7 }), async (rows, size) => {
      const copied = Buffer.from(rows.map((row) => `${row.map(cell).join(',')}\n`).join(''));
      const chunks = Array.from({ length: Math.ceil(copied.length / size) }, (_, index) =>
        copied.subarray(index * size, (index + 1) * size),
      );
      const csv = await through(chunks);
      expect(csv).toBe(rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''));
      expect(parse(csv, { record_delimiter: '\r\n', skip_empty_lines: false })).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});

test('the mark comes first, also before nothing', async () => {
  expect(await through([Buffer.from('a\n')], true)).toBe('\uFEFFa\r\n');
  expect(await through([], true)).toBe('\uFEFF');
});
