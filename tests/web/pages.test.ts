import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../server/domain/details.ts';
import { renderHowWeKnow } from '../../web/pages/how-we-know.tsx';
import { renderLedger, type LedgerPage } from '../../web/pages/ledger.tsx';
import type { Frame } from '../../web/data/home.ts';
import type { PledgeLine, PledgePage } from '../../web/data/pages.ts';
import { renderPledge } from '../../web/pages/pledge.tsx';
import { renderPledges, type PledgesPage } from '../../web/pages/pledges.tsx';
import { renderSignatories } from '../../web/pages/signatories.tsx';
import { CHANGE, dollars, empty, hours, NO_MONEY } from './fixtures.ts';

const HOSTILE = '<script>alert(1)</script>"\'&';

const frame = (name: string): Frame => ({
  baseUrl: 'https://muster.example',
  trial: false,
  testMoney: false,
  canSetUp: false,
  initiative: { name, closed: false, unlisted: false, demonstration: false, look: null },
  asOf: { size: 12, at: new Date('2026-11-24T12:40:00Z') },
});

const list = { found: 1, cursor: '5', next: '9' };

const line = (who: string | null): PledgeLine => ({
  ref: '7K3M9QXW2R',
  kind: 'compute',
  asset: 'H100-SXM',
  who,
  giverId: who,
  members: [],
  site: who,
  windows: [{ gpus: 512, from: '2026-03-01', to: '2027-03-01', availability: '0.9512' }],
  acceptedOn: '2026-02-03',
  total: hours(448_512_000n),
  totalBase: hours(448_512_000n),
  stages: { ...NO_MONEY, received: hours(100n), committed: hours(448_511_900n) },
});

const pledge = (who: string | null): PledgePage => ({
  ...frame(who ?? 'Open Model Initiative'),
  today: '2026-11-24',
  currency: 'USD',
  pledge: {
    ...line(who),
    details: detailsOf({ provider: who }),
    paidThrough: who === null ? null : { kind: 'employer', name: who },
    measuredBy: 'reservation',
    expectedUntil: null,
    bought: true,
    grant: null,
    firm: true,
    condition: { metric: 'organisations', counts: 'committed', reaches: 40n, by: '2027-06-30' },
    instalments: [],
    rate: { num: '989.4', den: '989.4', on: null, source: 'BF16', given: null, stale: false },
  },
  values: null,
  months: [],
  flow: [{ on: '2026-02-03', stages: { ...NO_MONEY, pledged: hours(448_512_000n) } }],
  changes: [{ ...CHANGE, who, evidenceUrl: who && `javascript:${who}` }],
  more: true,
});

const pledges = (who: string | null, lines: PledgeLine[]): PledgesPage => ({
  ...frame(who ?? 'Open Model Initiative'),
  currency: 'USD',
  filter: { kind: 'compute', asset: who ?? undefined, sort: 'newest' },
  assets: who === null ? [] : [who],
  list,
  pledges: lines,
});

const ledger = (who: string | null): LedgerPage => ({
  ...frame(who ?? 'Open Model Initiative'),
  breaks:
    who === null ? [] : [{ origin: who, on: '2026-11-01', size: 10, lostSize: 12, reason: who }],
  list,
  entries: [
    { seq: 11, on: '2026-11-22', kind: 'movement', change: { ...CHANGE, who, reason: who } },
    { seq: 10, on: '2026-11-22', kind: 'signature', act: 'sign', type: 'organisation' },
  ],
});

const PAGES: Record<string, (who: string | null) => string> = {
  pledges: (who) => renderPledges(pledges(who, [line(who)])),
  'one pledge': (who) => renderPledge(pledge(who)),
  ledger: (who) => renderLedger(ledger(who)),
  'how we know': (who) => {
    const initiative = {
      ...empty.initiative,
      reply: who,
      recipient: { name: who ?? 'Ada', contact: who ?? 'a' },
    };
    const back = [{ ...CHANGE, who, reason: who, evidenceUrl: who && `javascript:${who}` }];
    const grades = [{ grade: 'payment' as const, money: 1n, gpuSeconds: 0n }];
    const page = {
      ...empty,
      initiative,
      grades,
      back,
      gone: [],
      note: who ?? 'n',
      verifierKey: 'k',
    };
    return renderHowWeKnow(page);
  },
  signatories: (who) =>
    renderSignatories({
      ...frame(who ?? 'Open Model Initiative'),
      people: 3,
      organisations: 0,
      named: 1,
      filter: { q: who ?? undefined },
      list,
      shown: [
        {
          kind: 'person',
          name: who ?? 'Ada',
          role: who,
          affiliation: who,
          url: who && `javascript:${who}`,
          country: who,
          statement: who,
          verifiedDomain: who,
        },
      ],
    }),
};

const text = (html: string): string =>
  html
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,.:])/g, '');

describe.each(Object.entries(PAGES))('the page of %s', (_name, render) => {
  it('escapes what people typed, and keeps to the content security policy', () => {
    const html = render(HOSTILE);
    expect(html).toContain('&lt;script>');
    expect(html).not.toMatch(/<script|href="\s*javascript:| style=|<style| on\w+=/i);
  });

  it('has unique ids, one first heading, and a skip link', () => {
    const html = render(null);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<body[^>]*><a class="skip" href="#content">/);
    expect(ids).toContain('content');
  });
});

describe('a pledge of compute', () => {
  const said = text(renderPledge(pledge('Ada Example')));

  it.each([
    '512 H100-SXM for a year at Ada Example from Ada Example',
    '4,485,120 GPU-hours secured: 1 delivered, 4,485,119 agreed in writing.',
    '512 H100-SXM, 1 Mar 2026 to 28 Feb 2027, available 95.12% of the time',
    'Bought with the initiative’s own money',
    'Matched by an employer Ada Example',
    'Counted as delivered The GPU-hours kept available, used or not.',
    'Counts once 40 organisations have signed, by 30 Jun 2027 at the latest. This is already agreed in writing.',
    '1 H100-SXM hour = 1 H100-equivalent hours, by dense BF16 peak.',
    'Earlier changes (JSON)',
  ])('says "%s"', (sentence) => {
    expect(said).toContain(sentence);
  });

  it('says that the giver is not shown', () => {
    expect(text(renderPledge(pledge(null)))).toContain('512 H100-SXM for a year, giver not shown');
  });
});

describe('the list of pledges', () => {
  it('keeps its filter on the way to more, and drops the cursor on the way back', () => {
    const html = renderPledges(pledges(null, [line(null)]));
    expect(html).toContain('href="/pledges?kind=compute&amp;sort=newest&amp;cursor=9" rel="next"');
    expect(html).toContain('<a href="/pledges?kind=compute&amp;sort=newest">First page</a>');
  });

  it('offers all pledges if none matches the filter', () => {
    const page = pledges(null, []);
    const html = renderPledges({ ...page, list: { found: 0, cursor: null, next: null } });
    expect(text(html)).toContain('No pledge matches. Show all');
  });

  it('can’t be sorted by amount while it mixes money and hours', () => {
    const page = { ...pledges(null, [line(null)]), filter: { sort: 'newest' as const } };
    expect(renderPledges(page)).not.toContain('largest first');
    expect(renderPledges(pledges(null, [line(null)]))).toContain('largest first');
  });

  it('shows money in its own currency, and its value at acceptance in the initiative’s', () => {
    const won: PledgeLine = {
      ...line('Ada'),
      kind: 'funding',
      asset: 'KRW',
      windows: [],
      total: 300_000_000n,
      totalBase: dollars(200_345),
      stages: { ...NO_MONEY, lapsed: 300_000_000n },
    };
    expect(text(renderPledges(pledges(null, [won])))).toContain(
      '₩300,000,000 no longer expected. Accepted on 3 Feb 2026 at $200,345.',
    );
  });
});

it('the wall explains affiliations once, and shows whose address is confirmed', () => {
  const signatory = {
    kind: 'person' as const,
    role: null,
    affiliation: 'Example University',
    url: null,
    country: null,
    statement: null,
    verifiedDomain: null,
  };
  const wall = renderSignatories({
    ...frame('Open Model Initiative'),
    people: 2,
    organisations: 1,
    named: 3,
    filter: {},
    list: { found: 3, cursor: null, next: null },
    shown: [
      {
        ...signatory,
        kind: 'organisation',
        name: 'Example Lab',
        affiliation: null,
        verifiedDomain: 'lab.example',
      },
      { ...signatory, name: 'Ada Example' },
      { ...signatory, name: 'Bo Example' },
    ],
  });
  expect(wall.match(/It doesn’t mean that the organisation signed/g)).toHaveLength(1);
  expect(text(wall).match(/address at \S+ confirmed/g)).toEqual([
    'address at lab.example confirmed',
  ]);
});

describe('the chart of a pledge’s stages', () => {
  const from = (on: string) => renderPledge({ ...pledge(null), flow: [{ on, stages: NO_MONEY }] });

  it('ends today, and needs two days', () => {
    expect(from('2026-11-24')).not.toContain('id="flow"');
    expect(text(from('2026-11-23'))).toContain('from 23 Nov 2026 to 24 Nov 2026.');
  });
});

it('a withdrawn instalment is not shown as due', () => {
  const page = pledge(null);
  const gone = { dueOn: '2026-01-01', quantity: 100n, received: 0n, outstanding: 0n };
  const due = { ...gone, dueOn: '2026-02-01', outstanding: 100n };
  const said = text(
    renderPledge({ ...page, pledge: { ...page.pledge, asset: 'USD', instalments: [gone, due] } }),
  );
  expect(said).toContain('1 Jan 2026 $1.00 – no longer expected');
  expect(said).toContain('1 Feb 2026 overdue $1.00 – $1.00');
});

describe('names that people typed', () => {
  it('are set apart from the sentence around them, also where they begin it', () => {
    const small = renderPledge({ ...pledge('عطاء'), changes: [{ ...CHANGE, who: 'ada’s lab' }] });
    expect(small).toContain('<bdi>Ada’s lab</bdi> paid');
    expect(small).toMatch(/<h1>.* at <bdi>عطاء<\/bdi> from <bdi>عطاء<\/bdi><\/h1>/);
  });

  it('are marked as Korean where they are, so that they break between words', () => {
    expect(PAGES['signatories']!('예시 재단')).toContain('<bdi lang="ko">예시 재단</bdi>');
  });
});

it('an entry’s number is written as its label has it', () => {
  const entries = [{ ...ledger(null).entries[0]!, seq: 1_000 }];
  const html = renderLedger({ ...ledger(null), entries });
  expect(html).toMatch(/aria-label="Entry 1,000, byte for byte"[^>]*>1,000<\/a>/);
});
