/**
 * npm run bench -- capacity
 *
 * Concurrency of 100,000 windows over five years, at few sites and at many. Goal: under 100 ms.
 */
import { capacityOf, type Presence } from '../server/domain/capacity.ts';
import { addDays } from '../server/domain/day.ts';
import { printMachine, printTable, spreadOf } from './support/machine.ts';

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

function presencesAt(sites: number): Presence[] {
  const random = generator();
  return Array.from({ length: WINDOWS }, () => {
    const first = random(DAYS - 1);
    return {
      site: `S${random(sites)}`,
      stage: random(3) === 0 ? 'pledged' : 'committed',
      bought: random(10) === 0,
      gpus: 1 + random(1_000),
      from: addDays('2026-01-01', first),
      to: addDays('2026-01-01', first + 1 + random(DAYS - first)),
    };
  });
}

function measure(sites: number): string[] {
  const presences = presencesAt(sites);
  const samples = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    capacityOf(presences);
    return performance.now() - start;
  });
  const { median, p95, max } = spreadOf(samples);
  return [String(sites), ...[median, p95, max].map((ms) => ms.toFixed(1)), String(GOAL_MS)];
}

printMachine();
printTable(
  [`capacity of ${WINDOWS} windows, sites`, 'median ms', 'p95', 'max', 'goal'],
  [10, 1_000, 20_000].map(measure),
);
