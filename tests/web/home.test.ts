import { describe, expect, it } from 'vitest';
import { addDays } from '../../server/domain/day.ts';
import { renderCard } from '../../web/pages/card.tsx';
import { renderHome } from '../../web/pages/home.tsx';
import type { HomePage } from '../../web/data/home.ts';
import { demo, passed } from './fixtures-demo.ts';
import { CHANGE, NO_MONEY, NO_OFFER, atom, bloom, dollars, empty } from './fixtures.ts';

const ALL = { demo, passed, atom, bloom, empty };

/** What a reader reads: the text between the tags. */
const textOf = (page: HomePage): string =>
  renderHome(page)
    .replaceAll(/<(?!\/?(?:b|strong|span|code|data|a)\b)[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');

describe('the demonstration', () => {
  const text = textOf(demo);

  it.each([
    'Demonstration data. Every organisation here is invented.',
    'Trial database: these figures exist on this machine only.',
    '$23.4M secured, 23% of $100M',
    'received $8.1M agreed in writing $15.3M',
    'Not counted: $12M promised, $15M conditional, 1,536 GPUs promised. What counts?',
    'Late: 6.1M of the 15M GPU-hours due by 31 Oct 2026; $120,000 from one pledge.',
    'Sign or pledge Two minutes. Not a contract.',
    'Money goes to Example Open Models Foundation',
    'Next: $30M, “first training run”; $6.6M to go.',
    'Next: 2,048 GPUs at one site, “first training run”; 1,024 to go.',
    '$10M data and evaluation team reached $30M first training run $6.6M to go',
    '1,024 GPUs at one site, 10% of 10,000',
    'largest site, Oslo; 1,920 across all sites',
    'In GPU-hours: 21,504 delivered of 8,431,104 agreed in writing; 13,455,360 promised, not counted.',
    '17 Nov 2025 Someone promised €250,000. word only',
    '243 have signed: ',
    ' and 235 more',
    'All changes All pledges',
    'Updated 24 Nov 2026, 12:40 UTC How do we know?',
  ])('says "%s"', (sentence) => {
    expect(text).toContain(sentence);
  });

  it('gives every stage to the cent', () => {
    const html = renderHome(demo);
    const row = (stage: string) => html.split(`data-stage="${stage}"`)[1]?.split('</tr>')[0];
    expect(row('secured')).toContain('<data value="23400000.00">$23,400,000.00</data>');
    expect(row('lapsed')).toContain('<data value="201123.45">$201,123.45</data>');
    for (const stage of Object.keys(NO_MONEY)) expect(row(stage)).toContain('<data value=');
  });

  it('stays within 250 words and two charts above the changes', () => {
    const visible = renderHome(demo).replaceAll(/<(table|title|desc)\b.*?<\/\1>/g, '');
    // Marks on axes belong to the charts, which are counted apart.
    const words = visible
      .replaceAll(/<svg\b.*?<\/svg>/g, '')
      .split('id="changes"')[0]
      ?.replaceAll(/<\/?bdi[^>]*>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .match(/\S+/g);
    expect(words?.length).toBeLessThanOrEqual(250);
    // Each is drawn for a desktop and for a phone.
    expect(visible.match(/role="img"/g)).toHaveLength(4);
  });
});

describe('a closed record of press reports', () => {
  const text = textOf(atom);

  it('says that it isn’t the call’s own page, and neither asks nor counts', () => {
    expect(text).toContain('Not run by, and not raising money for, the ATOM Project.');
    expect(text).toContain('The call: at least $100M and 10,000 GPUs.');
    expect(text).toContain('No money on record');
    expect(text).toContain('No GPUs on record');
    expect(text).not.toMatch(/Money goes|have signed|so far|Sign or pledge|Late:/);
    expect(renderHome(atom)).not.toContain('<svg class="bar');
    expect(renderHome(atom)).toContain('<meta name="robots" content="noindex"/>');
  });

  it('and a campaign that ended keeps its goals', () => {
    const initiative = { ...empty.initiative, closed: true, closedAt: new Date() };
    const ended = textOf({ ...empty, initiative });
    expect(ended).toContain('$0 secured so far, of $100M');
    expect(ended).toContain('0 GPUs at one site, of 10,000');
    expect(ended).toContain('This chart starts with the first money');
  });

  it('shows each source once, under its names', () => {
    expect(text).toContain('Named in press reports, not counted First Person');
    expect(text.match(/Reported, not verified\. Source: Washington Post/g)).toHaveLength(1);
  });
});

it('shows a grant of hours in hours alone', () => {
  const text = textOf(bloom);
  expect(text).toContain('4.1M GPU-hours agreed in writing or delivered');
  expect(text).toContain('V100 GPU-hours delivered 2,067,743.02 agreed, not delivered 502,256.98');
  expect(text).toContain('A100 GPU-hours delivered 1,251,068.80 agreed, not delivered 248,931.20');
  expect(text).not.toContain('$');
});

it('a new initiative has no figures', () => {
  const text = textOf(empty);
  expect(text).toContain('$0 secured so far, of $100M');
  expect(text).toContain('0 GPUs at one site, of 10,000');
  expect(text).toContain('Nobody can pay until the initiative names a recipient');
  expect(text).toContain('No one has signed yet');
  expect(text).not.toMatch(/Not counted:|Late:/);
});

it('a past peak is shown with its months and the GPUs of today', () => {
  const { held } = demo.concurrency!;
  const site = { ...held.site, endedOn: '2026-06-01', now: 512 };
  const past = { ...demo, concurrency: { ...demo.concurrency!, held: { ...held, site } } };
  expect(textOf(past)).toContain(
    '1,024 GPUs at one site from March 2026 to May 2026, 10% of 10,000; 512 today',
  );
});

describe('a passed goal', () => {
  it('is mentioned, and no bar is too long', () => {
    expect(textOf(passed)).toContain('$104.3M secured, 104% of $100M');
    expect(textOf(passed)).toContain('10,240 GPUs at one site, 102% of 10,000');
    for (const [bar] of renderHome(passed).matchAll(/<svg class="bar.*?<\/svg>/g)) {
      const ends = [...bar.matchAll(/x="([\d.]+)%" width="([\d.]+)%"/g)];
      expect(ends.length).toBeGreaterThan(0);
      for (const [, x, width] of ends)
        expect(Number(x) + Number(width)).toBeLessThanOrEqual(100.01);
    }
  });

  it('is not reached by many sites together', () => {
    const { held } = passed.concurrency!;
    const site = { ...held.site, gpus: 6_000 };
    const scattered = {
      ...passed.concurrency!,
      secured: { allSites: 12_000, largestSite: 5_000, from: null },
      held: { site, all: { ...held.all, gpus: 12_000 } },
    };
    const page = (basis: 'site' | 'all') =>
      textOf({ ...passed, concurrency: { ...scattered, basis } });
    expect(page('site')).toContain('6,000 GPUs at one site, 60% of 10,000');
    expect(page('site')).toContain('12,000 across all sites');
    expect(page('all')).toContain('12,000 GPUs across all sites, 120% of 10,000');
    expect(page('all')).toContain('5,000 at the largest site');
  });

  it('is never said to be reached before it is', () => {
    const money = { ...demo.money!, stages: { ...NO_MONEY, received: dollars(99_999_999) } };
    expect(textOf({ ...demo, money })).toContain('99% of $100M');
    const little = { ...demo.money!, stages: { ...NO_MONEY, received: dollars(1) } };
    expect(textOf({ ...demo, money: little })).toContain('under 0.1% of $100M');
  });
});

describe('milestones', () => {
  it('show no next one if all are reached or it is a record of others', () => {
    expect(textOf(passed)).toContain('Milestone reached');
    const closed = { ...demo, initiative: { ...demo.initiative, closed: true } };
    expect(textOf(closed)).toContain('1 of 3 milestones reached');
    expect(textOf(closed)).not.toContain('Next:');
    const ended = { ...closed.initiative, closedAt: new Date() };
    expect(textOf({ ...closed, initiative: ended })).toContain('Next: $30M, “first training run”');
  });

  it('count GPUs at one site, as the goal does, and are marked within the bar', () => {
    const milestones = [1_024n, 1_025n, 50_000n].map((reaches) => ({ reaches, label: 'x' }));
    const page = { ...demo, money: null, concurrency: { ...demo.concurrency!, milestones } };
    const html = renderHome(page);
    expect(html.match(/class="point reached" cx="10.24%"/g)).toHaveLength(1);
    expect(html.match(/class="point"/g)).toHaveLength(1);
    expect(textOf(page)).toContain('Next: 1,025 GPUs at one site, “x”; 1 to go.');
  });
});

describe('every page', () => {
  it.each(Object.entries(ALL))('%s keeps to the content security policy', (_, page) => {
    const html = renderHome(page);
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).not.toMatch(/ style=|<style|<script(?! type="module" src="\/assets\/)| on\w+=/);
  });

  it.each(Object.entries(ALL))('%s has all ids that it links to, each once', (_, page) => {
    const html = renderHome(page);
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) {
      expect(html).toContain(`id="${anchor}"`);
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('escapes what people typed, and links to no script', () => {
    const hostile = '<script>alert(1)</script>"\'&';
    const html = renderHome({
      ...demo,
      initiative: { ...demo.initiative, name: hostile, call: hostile, note: hostile },
      changes: [{ ...CHANGE, who: hostile, reason: hostile }],
      signatories: {
        people: 1,
        organisations: 0,
        shown: [
          {
            kind: 'person',
            name: hostile,
            role: hostile,
            affiliation: hostile,
            url: 'javascript://example.org/%0aalert(1)',
          },
        ],
      },
      reported: [
        {
          name: hostile,
          role: null,
          affiliation: null,
          ...NO_OFFER,
          source: ' javascript:alert(1)',
          reportedOn: null,
        },
        {
          name: 'Ada',
          role: null,
          affiliation: null,
          ...NO_OFFER,
          what: hostile,
          value: hostile,
          source: 'https://example.org/"a',
          reportedOn: null,
        },
      ],
    });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/href="\s*javascript/i);
    expect(html).toContain('href="https://example.org/%22a"');
    expect(html).toContain('1 has signed:');
  });

  it('counts nothing refunded, withdrawn or no longer expected', () => {
    const stages = { ...NO_MONEY, refunded: dollars(5), lapsed: dollars(7), withdrawn: dollars(9) };
    expect(textOf({ ...empty, money: { ...empty.money!, stages } })).toContain('$0 secured so far');
  });

  it('has a picture that warns as the page does', () => {
    expect(renderCard(demo)).toContain('Every organisation here is invented.');
    const note = 'Not run by them.\nWhat the reports say.';
    const card = renderCard({ ...atom, initiative: { ...atom.initiative, note } });
    expect(card).toContain('>Not run by them.<');
  });

  it('doesn’t grow with the days of a chart', () => {
    const from = '2026-01-01';
    const steps = (years: number) =>
      Array.from({ length: 365 * years }, (_, index) => ({
        on: addDays(from, index),
        secured: 1_000 + (index % 7),
        largestSite: 500 + (index % 5),
        pledged: index % 3,
        bought: index % 2,
      }));
    const sizeOf = (years: number): number => {
      const to = addDays(from, 365 * years);
      const concurrency = { ...demo.concurrency!, steps: steps(years), from, to };
      return renderHome({ ...demo, concurrency }).length;
    };
    expect(sizeOf(10)).toBeLessThan(sizeOf(1) * 1.3);
  });
});
