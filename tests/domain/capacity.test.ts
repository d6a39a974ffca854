import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacityOf, HELD_DAYS, type Presence, type Step } from '../../server/domain/capacity.ts';
import { calendar } from './calendar.ts';

const SITES = ['oslo', 'seoul', 'austin'];
const days = calendar(2024, 2024).slice(30, 150);

const at = (gpus: number, from: string, to: string, more: Partial<Presence> = {}): Presence => ({
  site: 'oslo',
  stage: 'committed',
  bought: false,
  gpus,
  from,
  to,
  ...more,
});

/** A window's life: promised, perhaps agreed in part, perhaps given up again from some day on. */
const life = fc
  .record({
    site: fc.constantFrom(...SITES),
    bought: fc.boolean(),
    gpus: fc.integer({ min: 1, max: 50 }),
    agreed: fc.integer({ min: 0, max: 50 }),
    start: fc.nat(days.length - 2),
    length: fc.integer({ min: 0, max: 80 }),
    givenUp: fc.option(fc.nat(80)),
  })
  .map(({ site, bought, gpus, agreed, start, length, givenUp }): Presence[] => {
    const part = Math.min(gpus, agreed);
    const end = Math.min(start + length, days.length - 1);
    const of = (stage: Presence['stage'], count: number, first = start): Presence => ({
      site,
      bought,
      stage,
      gpus: count,
      from: days[first]!,
      to: days[end]!,
    });
    const moves = [of('pledged', gpus), of('pledged', -part), of('committed', part)];
    if (givenUp === null || start + givenUp >= end) return moves;
    return [...moves, of('committed', -part, start + givenUp)];
  });

const lives = fc
  .array(life, { maxLength: 12 })
  .chain((list) => fc.shuffledSubarray(list.flat(), { minLength: list.flat().length }));

/** The same figures of one day, one presence after another. */
function countOn(day: string, presences: readonly Presence[]): Omit<Step, 'on'> {
  const sum = (pick: (presence: Presence) => boolean): number =>
    presences
      .filter((each) => pick(each) && each.from <= day && day < each.to)
      .reduce((total, { gpus }) => total + gpus, 0);
  const isCommitted = ({ stage }: Presence) => stage === 'committed';
  return {
    secured: sum(isCommitted),
    promised: sum(({ stage }) => stage === 'pledged'),
    bought: sum((each) => isCommitted(each) && each.bought),
    largestSite: Math.max(
      ...SITES.map((name) => sum((each) => isCommitted(each) && each.site === name)),
    ),
  };
}

/** The most that is there on each of 30 days in a row, and the first day of the first such days. */
function mostHeldOf(countFor: (day: string) => number): { gpus: number; from: string | null } {
  const counts = days.map((day) => countFor(day));
  const runs = days
    .slice(0, days.length - 29)
    .map((from, first) => ({ gpus: Math.min(...counts.slice(first, first + 30)), from }));
  const gpus = Math.max(...runs.map((run) => run.gpus));
  return { gpus, from: gpus > 0 ? runs.find((run) => run.gpus === gpus)!.from : null };
}

const NOTHING = { secured: 0, largestSite: 0, promised: 0, bought: 0 };

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
        expect(found).toEqual(days.map((day) => countOn(day, presences)));
        const order = steps.map(({ on }) => on);
        expect(order).toEqual([...new Set(order)].toSorted());
      }),
      { numRuns: 150 },
    );
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
        expect(capacity.heldPromised).toBe(
          mostHeldOf((day) => countOn(day, presences).promised).gpus,
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
    const plain = { secured: 8, largestSite: 8, promised: 0, bought: 0 };
    expect(capacityOf(presences).steps).toEqual([
      { on: '2024-02-01', ...plain },
      { on: '2024-02-10', ...plain, secured: 10, promised: 4, bought: 2 },
      { on: '2024-02-12', ...plain, promised: 4 },
      { on: '2024-02-20', ...plain },
      { on: '2024-04-01', ...NOTHING },
    ]);
  });

  it('of no windows are none', () => {
    expect(capacityOf([])).toEqual({
      held: { allSites: 0, largestSite: 0, from: null },
      heldPromised: 0,
      steps: [],
    });
  });
});
