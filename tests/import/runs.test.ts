import { expect, test } from 'vitest';
import { createRuns } from '../../server/desk/import/run.ts';
import type { DeskRequest } from '../../server/desk/frame.ts';

test('of three imports at once the third is refused, and comes in once one is done', async () => {
  const { begin } = createRuns();
  const desk = {} as DeskRequest;
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const running = [begin(desk, 'a', () => first.promise), begin(desk, 'b', () => second.promise)];
  const done = () => Promise.resolve();
  await expect(begin(desk, 'c', done)).rejects.toThrow('Other imports are being recorded');
  await expect(begin(desk, 'a', done)).rejects.toThrow('recording this import right now');
  first.resolve();
  await running[0];
  await begin(desk, 'c', done);
  second.resolve();
  await running[1];
});
