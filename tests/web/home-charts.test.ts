import { describe, expect, it } from 'vitest';
import { outlookOf } from '../../web/components/outlook.ts';
import { renderHome } from '../../web/pages/home.tsx';
import type { HomePage, Money } from '../../web/data/home.ts';
import { demo, passed } from './fixtures-demo.ts';
import { NO_MONEY, atom, dollars, empty } from './fixtures.ts';

const chartsOf = (page: HomePage): string =>
  /<section class="charts".*?<\/section>/s.exec(renderHome(page))![0];

/** What a reader reads between the tags, with the labels of the pictures. */
const textOf = (page: HomePage): string =>
  chartsOf(page)
    .replaceAll(/<(title|desc)\b.*?<\/\1>/gs, '')
    .replaceAll(/<(?!\/?(?:b|strong|a)\b)[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ');

const withMoney = (money: Partial<Money>): HomePage => ({
  ...demo,
  money: { ...demo.money!, milestones: [], ...money },
});

const closed = (page: HomePage): HomePage => ({
  ...page,
  initiative: { ...page.initiative, closed: true },
});

const DAYS = [
  { on: '2026-10-27', received: dollars(500), committed: 0n },
  { on: '2026-11-05', received: dollars(10_500), committed: dollars(10_000) },
  { on: '2026-11-20', received: dollars(40_500), committed: dollars(210_000) },
];
const MONTHS = demo.money!.months;
const young = withMoney({
  stages: { ...NO_MONEY, received: dollars(40_500), committed: dollars(210_000) },
  months: [
    ...MONTHS.slice(0, -2).map(({ month }) => ({ month, received: 0n, committed: 0n })),
    { month: '2026-10', received: dollars(500), committed: 0n },
    { month: '2026-11', received: dollars(40_500), committed: dollars(210_000) },
  ],
  days: DAYS,
});

describe('the charts of the home page', () => {
  it('name each line at its end, and say what changed this month', () => {
    const text = textOf(demo);
    expect(text).toContain('secured $23.4M received $8.1M goal $100M');
    expect(text).toContain('all sites 1,920 one site 1,024 goal 10,000');
    expect(text).toContain('+$1.7M secured, +$700,000 received in November.');
    expect(text).toContain('1,920 GPUs at once today, as on 31 Oct 2026.');
    const steps = [
      { on: '2026-03-01', secured: 1_920, largestSite: 1_024, pledged: 0, bought: 0 },
      { on: '2026-11-10', secured: 1_600, largestSite: 1_024, pledged: 0, bought: 0 },
    ];
    const fewer = { ...demo, concurrency: { ...demo.concurrency!, steps } };
    expect(textOf(fewer)).toContain('1,600 GPUs at once today, 320 fewer than on 31 Oct 2026.');
  });

  it('are drawn for a desktop and for a phone, with exact figures in one table each', () => {
    const html = chartsOf(demo);
    for (const size of ['money broad', 'money narrow', 'gpus broad', 'gpus narrow']) {
      expect(html.split(`<svg class="${size}"`)).toHaveLength(2);
    }
    expect(html.match(/<table/g)).toHaveLength(2);
    expect(html).toMatch(/<td[^>]*>\$23,400,000\.00<\/td>/);
  });

  it('hold nothing that is only promised, and begin with the first money', () => {
    const html = chartsOf(demo);
    expect(html).toContain('#hatched-gpus');
    expect(html).not.toContain('#dotted');
    expect(textOf(demo)).not.toContain('December 2025 $0.00');
    const { concurrency } = demo;
    const steps = [{ on: '2026-01-01', secured: 0, largestSite: 0, pledged: 900, bought: 0 }];
    const promised = { ...demo, concurrency: { ...concurrency!, steps } };
    expect(chartsOf(promised)).not.toContain('gpus broad');
  });

  it('have a goal far above them in words', () => {
    const text = textOf(withMoney({ target: dollars(1_000_000_000) }));
    expect(text).toContain('The goal of $1B is off this chart’s scale.');
    expect(text).not.toContain('goal $1B');
    expect(textOf(demo)).not.toContain('above this chart');
  });

  it('go by day for a young initiative, from its first day on', () => {
    const text = textOf(young);
    expect(text).toContain('Secured since 27 Oct 2026');
    expect(text).toContain('27 Oct 2026 1 Nov 6 Nov 11 Nov');
    expect(text).toContain('5 Nov 2026 $20,500.00 $10,500.00 20 Nov 2026 $250,500.00 $40,500.00');
    expect(text).toContain('+$250,000 secured, +$40,000 received in November.');
    expect(text).not.toMatch(/pace|December 2025/);
  });

  it('say quietly that nothing changed, and what was taken back', () => {
    const months = (received: number, committed: number) => [
      ...MONTHS.slice(0, -1),
      { month: '2026-11', received: dollars(received), committed: dollars(committed) },
    ];
    expect(textOf(withMoney({ months: months(7_400_000, 14_300_000) }))).toContain(
      'Nothing changed in November.',
    );
    expect(textOf(withMoney({ months: months(7_300_000, 14_300_000) }))).toContain(
      '−$100,000 secured, −$100,000 received in November.',
    );
  });

  it('are sentences where there is nothing yet, and nothing at all in a closed record', () => {
    expect(chartsOf(empty)).not.toContain('<svg');
    expect(textOf(empty)).toContain('This chart starts with the first money');
    expect(textOf(empty)).toContain('This chart starts with the first GPUs');
    expect(textOf(atom).trim()).toBe('');
  });
});

describe('the date at which the goal would be reached', () => {
  it('is explained, and is no promise', () => {
    // $15.9M in six months, and $76.6M to go: 28.9 months after November.
    expect(textOf(demo)).toContain(
      'At the pace of the last six months the goal would be reached in April 2029 (arithmetic, not a promise).',
    );
    expect(outlookOf(demo.money!)).toEqual({ over: 6, reaches: '2029-04' });
  });

  it('is taken from the months since the first money, if they are fewer', () => {
    const months = MONTHS.map((month, at) =>
      at < 8 ? { ...month, received: 0n, committed: 0n } : month,
    );
    expect(outlookOf({ ...demo.money!, months })?.over).toBe(3);
    const fewer = months.map((month, at) =>
      at < 9 ? { ...month, received: 0n, committed: 0n } : month,
    );
    expect(outlookOf({ ...demo.money!, months: fewer })).toBeNull();
  });

  it('is not given without receipts or growth, without a goal, past it, or in a closed record', () => {
    const money = demo.money!;
    const agreed = money.months.map((month) => ({ ...month, received: 0n }));
    expect(outlookOf({ ...money, months: agreed })).toBeNull();
    const shrinking = money.months.map((month, at) => ({
      ...month,
      committed: dollars(90_000_000 - at * 5_000_000),
    }));
    expect(outlookOf({ ...money, months: shrinking })).toBeNull();
    expect(outlookOf({ ...money, target: null })).toBeNull();
    expect(outlookOf(passed.money!)).toBeNull();
    expect(textOf(closed(demo))).not.toMatch(/pace|in November|today,/);
  });

  it('is not given once the campaign has ended, and what still comes in is', () => {
    const ended = { ...demo.initiative, closed: true, closedAt: new Date() };
    const text = textOf({ ...demo, initiative: ended });
    expect(text).toContain('in November');
    expect(text).not.toContain('pace');
  });

  it('is not made up beyond ten years', () => {
    expect(textOf(withMoney({ target: dollars(900_000_000) }))).toContain(
      'At the pace of the last six months the goal would be more than ten years away.',
    );
  });
});
