import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Yardsticks } from '../../web/components/comparisons.tsx';

const textOf = (secured: bigint, delivered: bigint): string =>
  renderToString(Yardsticks({ secured: secured * 3600n, delivered: delivered * 3600n })!)
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('compute is compared with published runs, each with its conversion', () => {
  const text = textOf(8_760_000n, 1_000_000n);
  expect(text).toContain(
    'The secured compute is enough for 3.1 DeepSeek-V3 training runs, the delivered compute for 35% of a DeepSeek-V3 training run.',
  );
  expect(text).toContain(
    'DeepSeek-V3 2,788,000 H800-hours 1 H800 counts as 1 H100 3.1 times 35% of a run',
  );
  expect(text).toContain(
    'BLOOM-176B 1,082,990 A100-hours 1 A100 counts as 312 ÷ 989.4 H100 25 times',
  );
  expect(text).toContain('Llama 3.1 405B 30,840,000 H100-hours 28% of a run');
  expect(text).toContain(
    'Pythia-12B 72,300 A100-hours 1 A100 counts as 312 ÷ 989.4 H100 380 times',
  );
});

test('a run without published hours is an estimate, and says how it was made', () => {
  expect(textOf(8_760_000n, 0n)).toContain(
    'Qwen3-235B-A22B 3,340,000 H100-hours our estimate, no hours published: 6 × 22B active parameters × 36T tokens, at 40% of the H100’s peak speed 2.6 times',
  );
});

test('compute that is all delivered, or not at all, is compared once', () => {
  expect(textOf(2_788_000n, 2_788_000n)).toContain('enough for 1.0 DeepSeek-V3 training run.');
  expect(textOf(2_788_000n, 0n)).toContain('nothing yet');
});

test('without secured compute nothing is compared', () => {
  expect(Yardsticks({ secured: 0n, delivered: 0n })).toBeNull();
});
