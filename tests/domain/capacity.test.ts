import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  capacityOf,
  openCapacity,
  type Counts,
  type Step,
} from '../../server/domain/capacity/capacity.ts';
import { HELD_DAYS } from '../../server/domain/capacity/held-30-days.ts';
import type { Lot, Presence } from '../../server/domain/capacity/spans.ts';
import { at, changesOf, countOn, days, h100eOf, lives, mostHeldOf, SITES } from './presences.ts';

const stepOn = (day: string, presences: readonly Presence[]): Omit<Step, 'on'> => ({
  ...countOn(day, presences),
  h100e: countOn(day, presences, h100eOf),
});

const NO_GPUS: Counts = {
  secured: 0,
  largestSite: 0,
  pledged: 0,
  largestPledged: 0,
  bought: 0,
};
const NOTHING = { ...NO_GPUS, h100e: NO_GPUS };
/** Of H100s alone, which are as many equivalents. */
const alike = (on: string, counts: Counts): Step => ({ on, ...counts, h100e: counts });

describe('concurrent GPUs', () => {
  it('are on each day what a count of that day finds', () => {
    fc.assert(
      fc.property(lives, (presences) => {
        const { steps } = capacityOf(presences);
        const found = days.map((day) => {
          const { on: _, ...figures } = steps.findLast(({ on }) => on <= day) ?? {
            on: day,
            ...NOTHING,
          };
          return figures;
        });
        expect(found).toEqual(days.map((day) => stepOn(day, presences)));
        const order = steps.map(({ on }) => on);
        expect(order).toEqual([...new Set(order)].toSorted());
      }),
      { numRuns: 150 },
    );
  });

  it('are rounded to whole H100-equivalents, half to even', () => {
    const half: Lot = { model: 'A100', rate: { num: '1', den: '2' } };
    const h100eOn = (gpus: number) =>
      capacityOf([at(gpus, '2024-02-01', '2024-03-02', { lot: half })]).heldH100e.allSites;
    expect([1, 3, 4, 5].map(h100eOn)).toEqual([0, 2, 2, 2]);
  });

  it('that are held are the most of any 30 days in a row, together and at one site on those days', () => {
    fc.assert(
      fc.property(lives, (presences) => {
        const capacity = capacityOf(presences);
        const all = mostHeldOf((day) => countOn(day, presences).secured);
        const run = all.from === null ? [] : days.slice(days.indexOf(all.from)).slice(0, 30);
        const atSite = (name: string) =>
          run.map(
            (day) =>
              countOn(
                day,
                presences.filter(({ site }) => site === name),
              ).secured,
          );
        expect(capacity.held).toEqual({
          allSites: all.gpus,
          from: all.from,
          largestSite:
            run.length === 0 ? 0 : Math.max(...SITES.map((name) => Math.min(...atSite(name)))),
        });
        expect(capacity.heldPledged).toBe(
          mostHeldOf((day) => countOn(day, presences).pledged).gpus,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('count when they are there for 30 days, and not for 29', () => {
    expect(HELD_DAYS).toBe(30);
    const held = (to: string) => capacityOf([at(100, '2024-02-01', to)]).held;
    expect(held('2024-03-01')).toEqual({ allSites: 0, largestSite: 0, from: null });
    expect(held('2024-03-02')).toEqual({ allSites: 100, largestSite: 100, from: '2024-02-01' });
  });

  it('at several sites make no larger site, even in turn', () => {
    const presences = [
      at(100, '2024-02-01', '2024-02-16'),
      at(100, '2024-02-16', '2024-03-02', { site: 'seoul' }),
      at(30, '2024-02-01', '2024-03-02', { site: 'austin' }),
    ];
    expect(capacityOf(presences).held).toEqual({
      allSites: 130,
      largestSite: 30,
      from: '2024-02-01',
    });
  });

  it('of a site that is gone on the last of the 30 days are not held by it', () => {
    const presences = [
      at(100, '2024-02-01', '2024-03-01'),
      at(100, '2024-03-01', '2024-03-02', { site: 'seoul' }),
      at(30, '2024-02-01', '2024-03-02', { site: 'austin' }),
    ];
    expect(capacityOf(presences).held).toMatchObject({ allSites: 130, largestSite: 30 });
  });

  it('of one large site at another time are not those of the headline', () => {
    const presences = [
      at(900, '2024-02-01', '2024-03-10'),
      at(500, '2024-03-10', '2024-04-20', { site: 'seoul' }),
      at(500, '2024-03-10', '2024-04-20', { site: 'austin' }),
    ];
    expect(capacityOf(presences).held).toEqual({
      allSites: 1_000,
      largestSite: 500,
      from: '2024-03-10',
    });
  });

  it('do not depend on the order in which they come', () => {
    fc.assert(
      fc.property(lives, (presences) => {
        expect(capacityOf(presences.toReversed())).toEqual(capacityOf(presences));
      }),
      { numRuns: 100 },
    );
    const big: Lot = { model: 'B200', rate: { num: '2250', den: '989.4' } };
    const tied = [
      at(8, '2024-02-01', '2024-03-10'),
      at(8, '2024-02-01', '2024-03-10', { site: 'seoul', lot: big }),
    ];
    const largest = (of: Presence[]) => capacityOf(of).heldH100e.largestSite;
    expect([largest(tied), largest(tied.toReversed())]).toEqual([18, 18]);
  });

  it('that are kept while pledges change are those of a new count', () => {
    fc.assert(
      fc.property(changesOf, (changes) => {
        const kept = openCapacity();
        const held = new Map<string, Presence[]>();
        for (const { pledge, has } of changes) {
          kept.put(pledge, has);
          held.set(pledge, has);
          expect(kept.capacity()).toEqual(capacityOf([...held.values()].flat()));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('that are kept may reach years before and after all others', () => {
    const windows = [
      at(8, '2024-02-01', '2024-05-01'),
      at(4, '2031-02-01', '2039-05-01'),
      at(2, '2001-02-01', '2004-05-01', { stage: 'pledged', site: 'seoul' }),
    ];
    const kept = openCapacity();
    for (const [key, window] of windows.entries()) {
      kept.put(String(key), [window]);
      expect(kept.capacity()).toEqual(capacityOf(windows.slice(0, key + 1)));
    }
  });

  it('that touch hold on, those with one day between do not', () => {
    const first = at(64, '2024-02-01', '2024-02-20');
    const next = (from: string) => capacityOf([first, at(64, from, '2024-03-10')]).held.allSites;
    expect(next('2024-02-20')).toBe(64);
    expect(next('2024-02-21')).toBe(0);
  });

  it('step only where a count changes, and end at nothing', () => {
    const presences = [
      at(8, '2024-02-01', '2024-03-01'),
      at(8, '2024-03-01', '2024-04-01'),
      at(4, '2024-02-10', '2024-02-20', { stage: 'pledged' }),
      at(2, '2024-02-10', '2024-02-12', { bought: true, site: 'seoul' }),
    ];
    const plain = { ...NO_GPUS, secured: 8, largestSite: 8 };
    expect(capacityOf(presences).steps).toEqual([
      alike('2024-02-01', plain),
      alike('2024-02-10', { ...plain, secured: 10, pledged: 4, largestPledged: 4, bought: 2 }),
      alike('2024-02-12', { ...plain, pledged: 4, largestPledged: 4 }),
      alike('2024-02-20', plain),
      alike('2024-04-01', NO_GPUS),
    ]);
  });

  it('of no windows are none', () => {
    expect(capacityOf([])).toEqual({
      held: { allSites: 0, largestSite: 0, from: null },
      heldPledged: 0,
      heldH100e: { allSites: 0, largestSite: 0, pledged: 0 },
      steps: [],
      models: [],
      sites: [],
      due: [],
    });
  });
});
