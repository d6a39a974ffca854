import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Factors, Worth, type FactorLine } from '../../web/components/comparisons.tsx';

const textOf = (element: Parameters<typeof renderToString>[0]): string =>
  renderToString(element)
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

const PRICE = { perHour: '2', pricedOn: '2026-03-01', source: 'Example Cloud', url: null };

test('each factor is shown with its basis, its day and its source', () => {
  const line = (facts: Partial<FactorLine>): FactorLine => ({
    model: 'B200',
    tflops: '2250',
    basis: 'BF16',
    source: 'Example sheet',
    url: 'https://example.org/sheet',
    holdsFrom: null,
    ...facts,
  });
  const factors = [
    line({}),
    line({ tflops: '2200', holdsFrom: '2026-03-05' }),
    line({ model: 'V100', tflops: '125', basis: 'FP16' }),
    line({ model: 'H200', tflops: '989.4' }),
  ];
  const text = textOf(Factors({ factors }));
  expect(text).toContain('B200 2250 BF16 2.2741 H100 the start Example sheet');
  expect(text).toContain('B200 2200 BF16 2.2235 H100 5 Mar 2026 Example sheet');
  expect(text).toContain('V100 125 FP16, because it has no BF16 0.12633 H100');
  expect(text).toContain('H200 989.4 BF16 1 H100');
  expect(renderToString(Factors({ factors }))).toContain('href="https://example.org/sheet"');
});

test('money is converted to H100-hours by a price with its day and source, if there is one', () => {
  const secured = 2_340_000_000n;
  expect(textOf(Worth({ secured, currency: 'USD', price: PRICE })!)).toContain(
    'The $23.4M secured would buy about 11,700,000 H100-hours, at $2.00 per H100-hour. Price on 1 Mar 2026: Example Cloud.',
  );
  expect(Worth({ secured, currency: 'USD', price: null })).toBeNull();
  expect(Worth({ secured: 0n, currency: 'USD', price: PRICE })).toBeNull();
});
