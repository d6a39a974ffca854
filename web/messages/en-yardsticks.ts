/** Compute set against published training runs, in English. */
import type { Enough } from '../../server/domain/yardstick.ts';
import { count, grouped } from '../format.ts';

const enough = (given: Enough): string =>
  'times' in given ? `${grouped(given.times)} times` : `${given.percent}% of it`;

/** "3.1 DeepSeek-V3 training runs", "31% of a DeepSeek-V3 training run" */
const runs = (given: Enough, run: string): string => {
  if ('percent' in given) return `${given.percent}% of a ${run} training run`;
  return `${grouped(given.times)} ${run} training ${given.times === '1.0' ? 'run' : 'runs'}`;
};

export const yardsticks = {
  title: 'What that is enough for',
  sentence: (secured: Enough, delivered: Enough | null, run: string): string =>
    `What is secured is enough for ${runs(secured, run)}${
      delivered === null ? '' : `; what was delivered, for ${runs(delivered, run)}`
    }.`,
  all: 'Each run, and how far it goes',
  run: 'Published training run',
  took: 'took',
  secured: 'secured suffices for',
  delivered: 'delivered suffices for',
  enough,
  nothing: 'nothing yet',
  hours: (hours: bigint, gpu: string): string => `${count(hours)} ${gpu}-hours`,
  /** How hours of its GPU become those of an H100. */
  conversion: (gpu: string, { num, den }: { num: string; den: string }): string | null => {
    if (gpu === 'H100') return null;
    return num === den ? `1 ${gpu} counts as 1 H100` : `1 ${gpu} counts as ${num} ÷ ${den} H100`;
  },
  basis:
    'By H100-equivalent hours, rounded down to two digits. A run is the final training as its makers published it; what was tried before is not in it.',
};
