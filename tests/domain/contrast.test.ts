import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, LEAST_CONTRAST, PAPER, shadeOn } from '../../server/domain/contrast.ts';
import { PROJECT_ROOT } from '../../server/paths.ts';

test('contrast is as WCAG defines it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  // Known from WebAIM's checker.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

test('the papers are those of the stylesheet', async () => {
  const css = await readFile(join(PROJECT_ROOT, 'web/styles/palette.css'), 'utf8');
  const papers = [...css.matchAll(/--paper: (#\w+)/g)].map(([, hex]) => hex);
  expect(papers).toEqual([PAPER.light, PAPER.dark]);
});

test('each colour has a shade on each theme, and is its own where it is enough', () => {
  const hex = fc
    .integer({ min: 0, max: 0xffffff })
    .map((n) => `#${n.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, fc.constantFrom('light' as const, 'dark' as const), (colour, theme) => {
      const shade = shadeOn(colour, theme);
      expect(contrast(shade, PAPER[theme])).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      if (contrast(colour, PAPER[theme]) >= LEAST_CONTRAST) expect(shade).toBe(colour);
    }),
  );
});
