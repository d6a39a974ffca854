/** Concurrency of 100,000 windows over five years, at few sites and at many. */
import { GPUS } from '../server/domain/asset.ts';
import { capacityOf } from '../server/domain/capacity/capacity.ts';
import { addDays } from '../server/domain/day.ts';
import { h100Rate } from '../server/domain/quantity.ts';
import type { Presence } from '../server/domain/capacity/spans.ts';
import { milliseconds, spreadOf, timed, type Row } from './support/table.ts';

const WINDOWS = 100_000;
const DAYS = 5 * 365;
const RUNS = 15;
const GOAL_MS = 100;

/** The same windows in every run of this file: a linear congruential generator (Numerical Recipes). */
function generator(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const LOTS = GPUS.map((asset) => ({ model: asset.code, rate: h100Rate(asset) }));

function presencesAt(sites: number): Presence[] {
  const random = generator();
  return Array.from({ length: WINDOWS }, () => {
    const first = random(DAYS - 1);
    return {
      site: `S${random(sites)}`,
      lot: LOTS[random(LOTS.length)]!,
      stage: random(3) === 0 ? 'pledged' : 'committed',
      bought: random(10) === 0,
      gpus: 1 + random(1_000),
      from: addDays('2026-01-01', first),
      to: addDays('2026-01-01', first + 1 + random(DAYS - first)),
      availability: random(4) === 0 ? '0.95' : '1',
    };
  });
}

export async function measureCapacity(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const sites of [10, 1_000, 20_000]) {
    const presences = presencesAt(sites);
    const samples: number[] = [];
    for (let run = 0; run < RUNS; run++) samples.push(await timed(() => capacityOf(presences)));
    const spread = spreadOf(samples);
    rows.push({
      what: `capacity of ${WINDOWS.toLocaleString('en')} windows at ${sites.toLocaleString('en')} sites`,
      ours: milliseconds(spread),
      goal: `< ${GOAL_MS} ms`,
      isMet: spread.median < GOAL_MS,
    });
  }
  return rows;
}
