import { expect, test } from 'vitest';
import { line, lines } from '../../server/http/text.ts';
import { plainText } from '../../server/bank/statement.ts';

/** The square of so many takes Unicode's composition half a minute. */
const HEAP = '\u0301\u0316'.repeat(100_000);

test('a heap of marks is refused, and holds up nobody', () => {
  const began = performance.now();
  for (const shape of [line(200), lines(2_000)]) {
    expect(shape.safeParse(HEAP).success).toBe(false);
    expect(shape.safeParse(`a${'\u0301\u0316'.repeat(20)}`).success).toBe(false);
  }
  expect(plainText(`Ada ${HEAP}`, 20)).toHaveLength(20);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('a letter and its marks become one', () => {
  expect(line(200).parse(' A\u030Angstro\u0308m ')).toBe('Ångström');
  expect(plainText('A\u030A', 20)).toBe('Å');
});
