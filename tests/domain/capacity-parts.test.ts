import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityOf } from '../../server/domain/capacity/capacity.ts';
import type { PartStep } from '../../server/domain/capacity/model-and-site-curves.ts';
import { MOST_SITES } from '../../server/domain/capacity/sites.ts';
import type { Presence } from '../../server/domain/capacity/spans.ts';
import {
  at,
  countOn,
  days,
  h100eOf,
  isCommitted,
  isThere,
  lives,
  mostHeldOf,
  OVER,
  SITES,
  weightOf,
  type Pick,
} from './presences.ts';

const partOn = (day: string, presences: readonly Presence[]): number[] => {
  const raw = countOn(day, presences);
  const h100e = countOn(day, presences, h100eOf);
  return [raw.secured, raw.pledged, h100e.secured, h100e.pledged];
};

/** What a part's steps say of each day. */
const spreadOut = (steps: readonly PartStep[]): number[][] =>
  days.map((day) => (steps.findLast(([on]) => on <= day)?.slice(1) as number[]) ?? [0, 0, 0, 0]);

describe('concurrent GPUs', () => {
  it('of each model and of each site are what a count of that day finds', () => {
    fc.assert(
      fc.property(lives, (presences) => {
        const { models, sites } = capacityOf(presences);
        const check = (steps: PartStep[] | undefined, pick: Pick): void => {
          const own = presences.filter(pick);
          expect(spreadOut(steps ?? [])).toEqual(days.map((day) => partOn(day, own)));
        };
        for (const model of ['H100-SXM', 'A100', 'B200']) {
          const found = models.find((each) => each.model === model);
          check(found?.steps, ({ lot }) => lot.model === model);
        }
        for (const name of SITES) {
          const found = sites.find(({ site }) => site === name);
          check(found?.steps, ({ site }) => site === name);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of a site are held as those of all sites are', () => {
    fc.assert(
      fc.property(lives, (presences) => {
        for (const { site, held } of capacityOf(presences).sites) {
          const own = presences.filter((each) => each.site === site);
          const secured = mostHeldOf((day) => countOn(day, own).secured);
          expect([held.secured, held.pledged]).toEqual([
            secured.gpus,
            mostHeldOf((day) => countOn(day, own).pledged).gpus,
          ]);
          const run = secured.from ? days.slice(days.indexOf(secured.from)).slice(0, 30) : [];
          const h100e = run.map((day) => countOn(day, own, h100eOf).secured);
          expect(held.h100e.secured).toBe(run.length === 0 ? 0 : Math.min(...h100e));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('at more sites than are told apart are added up beside the largest', () => {
    const many = Array.from({ length: MOST_SITES + 2 }, (_, index) =>
      at(100 + index, '2024-02-01', '2024-04-01', { site: `site-${index}` }),
    );
    const pledged = at(1_000, '2024-02-01', '2024-04-01', { site: 'promised', stage: 'pledged' });
    const { sites } = capacityOf([...many, pledged]);
    expect(sites).toHaveLength(MOST_SITES + 1);
    expect(sites[0]).toMatchObject({ site: `site-${MOST_SITES + 1}`, models: ['H100-SXM'] });
    expect(sites.at(-1)).toMatchObject({
      site: null,
      steps: [
        ['2024-02-01', 201, 1_000, 201, 1_000],
        ['2024-04-01', 0, 0, 0, 0],
      ],
    });
  });

  it('are due in each month for its days and their availability, without what was bought', () => {
    fc.assert(
      fc.property(lives, (presences) => {
        const due = new Map(capacityOf(presences).due.map((each) => [each.month, each]));
        const given = presences.filter((each) => isCommitted(each) && !each.bought);
        for (const month of new Set(days.map((day) => day.slice(0, 7)))) {
          let parts = 0n;
          let weighted = 0n;
          for (const day of days.filter((each) => each.startsWith(month))) {
            for (const { gpus, availability, lot } of given.filter(isThere(day))) {
              const part = BigInt(Math.round(gpus * Number(availability) * 10_000));
              parts += part;
              weighted += part * weightOf(lot);
            }
          }
          expect([
            due.get(month)?.gpuSeconds ?? '0',
            due.get(month)?.h100eGpuSeconds ?? '0',
          ]).toEqual(
            [(parts * 86_400n) / 10_000n, (weighted * 86_400n) / (10_000n * OVER)].map(String),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of the leap day are due on it', () => {
    const { due } = capacityOf([at(2, '2024-02-28', '2024-03-02', { availability: '0.5' })]);
    expect(due).toEqual([
      { month: '2024-02', gpuSeconds: '172800', h100eGpuSeconds: '172800' },
      { month: '2024-03', gpuSeconds: '86400', h100eGpuSeconds: '86400' },
    ]);
  });
});
