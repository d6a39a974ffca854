/** Very different initiatives, and the edge of nothing yet; the demonstration has a file of its own. */
import type { Change, HomePage, Money } from '../../web/data/home.ts';
import { setAssets } from '../../web/pages/page.tsx';

setAssets({
  'main.css': '/assets/main-0000.css',
  'refresh.js': '/assets/refresh-0000.js',
  'favicon.svg': '/assets/favicon-0000.svg',
  'inter.woff2': '/assets/inter-0000.woff2',
  'source-serif.woff2': '/assets/source-serif-0000.woff2',
});

export const dollars = (amount: number): bigint => BigInt(amount) * 100n;
export const hours = (hundredths: bigint): bigint => hundredths * 36n;

export const NO_MONEY: Money['stages'] = {
  pledged: 0n,
  waiting: 0n,
  committed: 0n,
  received: 0n,
  disputed: 0n,
  refunded: 0n,
  withdrawn: 0n,
  lapsed: 0n,
};

export const CHANGE: Change = {
  ref: '7K3M9QXW2R',
  seq: 12,
  undoneBy: null,
  undoes: null,
  on: '2026-11-22',
  days: null,
  verb: 'receive',
  kind: 'funding',
  who: 'Example Foundation',
  waits: false,
  beyond: 0n,
  asset: 'USD',
  quantity: dollars(500_000),
  total: dollars(2_000_000),
  extent: null,
  site: null,
  grade: 'payment',
  more: null,
  reason: null,
  evidenceUrl: null,
};

/** Targets only: one ledger entry, and nobody has come yet. */
export const empty: HomePage = {
  baseUrl: 'https://muster.example',
  trial: true,
  testMoney: false,
  canSetUp: false,
  canGive: false,
  initiative: {
    name: 'Open Model Initiative',
    call: 'One lab, in the open, with the compute to lead.',
    note: null,
    closed: false,
    unlisted: false,
    demonstration: false,
    look: null,
    recipient: null,
    reply: null,
    deadlineOn: null,
  },
  asOf: {
    size: 1,
    at: new Date('2026-11-24T12:40:00Z'),
  },
  money: {
    currency: 'USD',
    target: dollars(100_000_000),
    stages: NO_MONEY,
    restricted: 0n,
    months: [],
    days: null,
    milestones: [],
  },
  concurrency: {
    target: 10_000,
    basis: 'site',
    secured: { allSites: 0, largestSite: 0, from: null },
    held: {
      all: { gpus: 0, from: null, endedOn: null, now: 0 },
      site: { gpus: 0, from: null, endedOn: null, now: 0 },
    },
    site: null,
    pledged: 0,
    steps: [],
    from: '2025-11-24',
    to: '2026-11-24',
    milestones: [],
  },
  volume: null,
  late: {
    money: { amount: 0n, pledges: 0, largest: [] },
    hours: { due: 0n, missing: 0n, by: '2026-09-30' },
  },
  changes: [],
  signatories: { people: 0, organisations: 0, shown: [] },
  reported: [],
  rates: null,
};

/** Of somebody whom the press named without an offer. */
export const NO_OFFER = { what: null, value: null, expiresOn: null, pledge: null };

const named = (name: string, role: string | null, affiliation: string | null) => ({
  name,
  role,
  affiliation,
  ...NO_OFFER,
  source: 'Washington Post, as reported by Global Economic (g-enews.com)',
  reportedOn: '2025-08-05',
});

/** A closed record of a call that somebody else makes: names from the press, and no pledge. */
export const atom: HomePage = {
  ...empty,
  trial: false,
  testMoney: false,
  initiative: {
    ...empty.initiative,
    name: 'ATOM Project, an independent record',
    call: 'American truly open models: a lab with 10,000 leading-edge GPUs.',
    note: 'An independent record of press reports. Not run by, and not raising money for, the ATOM Project.',
    closed: true,
    unlisted: true,
  },
  reported: [
    named('First Person', 'chief executive', 'A Company'),
    named('Second Person', 'researcher', 'An Institute'),
    named('Third Person', 'professor', 'A University'),
    named('Fourth Person', null, 'A Fund'),
    named('Fifth Person', 'engineer', null),
    named('Sixth Person', null, null),
    named('Seventh Person', 'author', null),
  ],
};

/** Hours granted and used, with no targets, no money and no GPUs at once. */
export const bloom: HomePage = {
  ...empty,
  trial: false,
  testMoney: false,
  initiative: {
    ...empty.initiative,
    name: 'BigScience BLOOM',
    call: 'A large open multilingual language model, trained on public compute.',
    closed: true,
    unlisted: true,
  },
  asOf: { ...empty.asOf, size: 9 },
  money: null,
  concurrency: null,
  volume: {
    target: null,
    delivered: hours(331_881_182n),
    committed: hours(407_000_000n - 331_881_182n),
    pledged: 0n,
    models: [
      { asset: 'V100', delivered: hours(206_774_302n), committed: hours(50_225_698n), pledged: 0n },
      { asset: 'A100', delivered: hours(125_106_880n), committed: hours(24_893_120n), pledged: 0n },
    ],
  },
  changes: [
    {
      ...CHANGE,
      on: '2022-07-12',
      kind: 'compute',
      who: 'GENCI',
      asset: 'A100',
      quantity: hours(125_106_880n),
      total: hours(150_000_000n),
      grade: 'provider-statement',
    },
  ],
};
