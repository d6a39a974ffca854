/** The demonstration, and the same with more than was asked for. */
import type { Change, HomePage, SignatoryCard } from '../../web/data/home.ts';
import { CHANGE, NO_MONEY, dollars, empty, hours } from './fixtures.ts';

const organisation = (name: string): SignatoryCard => ({
  kind: 'organisation',
  name,
  role: null,
  affiliation: null,
  url: 'https://example.org/',
});

const person = (name: string, role: string, affiliation: string | null = null): SignatoryCard => ({
  kind: 'person',
  name,
  role,
  affiliation,
  url: null,
});

const MONTHS = [
  ['2025-12', 0, 0],
  ['2026-01', 200, 500],
  ['2026-02', 300, 1_100],
  ['2026-03', 900, 3_100],
  ['2026-04', 1_700, 4_100],
  ['2026-05', 2_200, 7_700],
  ['2026-06', 3_000, 8_300],
  ['2026-07', 4_100, 10_400],
  ['2026-08', 5_300, 11_500],
  ['2026-09', 6_100, 13_100],
  ['2026-10', 7_400, 14_300],
  ['2026-11', 8_100, 15_300],
] as const;

const DEMO_CHANGES: Change[] = [
  CHANGE,
  {
    ...CHANGE,
    on: '2026-11-21',
    verb: 'commit',
    kind: 'compute',
    who: 'Example Compute Cooperative',
    asset: 'H100-SXM',
    quantity: hours(448_512_000n),
    total: hours(448_512_000n),
    extent: { levels: [512], from: '2027-01-01', to: '2028-01-01' },
    site: 'Oslo',
    grade: 'signed-agreement',
  },
  {
    ...CHANGE,
    on: '2026-11-19',
    kind: 'compute',
    who: 'Institute of Examples',
    asset: 'A100',
    quantity: hours(2_150_400n),
    total: hours(448_512_000n),
    grade: 'metered',
  },
  {
    ...CHANGE,
    on: '2026-11-18',
    verb: 'lapse',
    who: null,
    asset: 'KRW',
    quantity: 300_000_000n,
    total: 300_000_000n,
    grade: 'self-asserted',
    reason: 'the sponsor closed',
  },
  {
    ...CHANGE,
    on: '2025-11-17',
    verb: 'pledge',
    who: null,
    asset: 'EUR',
    quantity: dollars(250_000),
    total: dollars(250_000),
    grade: 'self-asserted',
  },
];

/** The demonstration: money and GPUs in every stage. */
export const demo: HomePage = {
  ...empty,
  initiative: {
    ...empty.initiative,
    unlisted: true,
    demonstration: true,
    recipient: {
      name: 'Example Open Models Foundation',
      taxStatus: 'registered charity',
      registration: 'No. 0000000',
      country: 'Exampleland',
      contact: 'treasurer@example.org',
    },
    reply: null,
    deadlineOn: '2027-12-31',
  },
  asOf: { ...empty.asOf, size: 1204 },
  money: {
    currency: 'USD',
    target: dollars(100_000_000),
    stages: {
      ...NO_MONEY,
      pledged: dollars(12_000_000),
      waiting: dollars(15_000_000),
      committed: dollars(15_300_000),
      received: dollars(8_100_000),
      refunded: dollars(5_000),
      lapsed: 20_112_345n,
    },
    restricted: 0n,
    months: MONTHS.map(([month, received, committed]) => ({
      month,
      received: dollars(received * 1_000),
      committed: dollars(committed * 1_000),
    })),
    days: null,
    milestones: [
      { reaches: dollars(10_000_000), label: 'data and evaluation team' },
      { reaches: dollars(30_000_000), label: 'first training run' },
      { reaches: dollars(75_000_000), label: 'a frontier model' },
    ],
  },
  concurrency: {
    target: 10_000,
    basis: 'site',
    secured: { allSites: 1_920, largestSite: 1_024, from: '2026-03-01' },
    held: {
      all: { gpus: 1_920, from: '2026-03-01', endedOn: null, now: 1_920 },
      site: { gpus: 1_024, from: '2026-03-01', endedOn: null, now: 1_024 },
    },
    site: 'Oslo',
    pledged: 1_536,
    steps: [
      { on: '2025-12-01', secured: 0, largestSite: 0, pledged: 128, bought: 0 },
      { on: '2026-01-01', secured: 256, largestSite: 256, pledged: 128, bought: 0 },
      { on: '2026-02-01', secured: 512, largestSite: 256, pledged: 256, bought: 128 },
      { on: '2026-03-01', secured: 1_920, largestSite: 1_024, pledged: 256, bought: 128 },
      { on: '2026-07-15', secured: 1_920, largestSite: 1_024, pledged: 1_536, bought: 128 },
      { on: '2027-03-01', secured: 1_408, largestSite: 1_024, pledged: 1_536, bought: 128 },
      { on: '2027-06-01', secured: 0, largestSite: 0, pledged: 0, bought: 0 },
    ],
    from: '2025-12-01',
    to: '2027-07-01',
    milestones: [{ reaches: 2_048n, label: 'first training run' }],
  },
  volume: {
    target: null,
    delivered: hours(2_150_400n),
    committed: hours(840_960_000n),
    pledged: hours(1_345_536_000n),
    models: [
      {
        asset: 'H100-SXM',
        delivered: 0n,
        committed: hours(840_960_000n),
        pledged: hours(1_345_536_000n),
      },
      { asset: 'A100', delivered: hours(2_150_400n), committed: 0n, pledged: 0n },
    ],
  },
  late: {
    money: { amount: dollars(120_000), pledges: 1, largest: [] },
    hours: { due: 15_000_000n * 3_600n, missing: 6_050_000n * 3_600n, by: '2026-10-31' },
  },
  changes: DEMO_CHANGES,
  signatories: {
    people: 212,
    organisations: 31,
    shown: [
      organisation('Example University'),
      person('Ada Example', 'researcher', 'Example University'),
      organisation('Example Compute Cooperative'),
      person('Bo Example', 'engineer'),
      organisation('Example Foundation'),
      person('Cy Example', 'student'),
      organisation('Institute of Examples'),
      person('Dee Example', 'founder', 'Example Labs'),
    ],
  },
  rates: { on: '2026-04-13', stale: true, used: true },
};

/** Both goals are passed. */
export const passed: HomePage = {
  ...demo,
  trial: false,
  testMoney: false,
  money: {
    currency: 'USD',
    target: dollars(100_000_000),
    stages: {
      ...NO_MONEY,
      received: dollars(60_000_000),
      committed: dollars(44_250_000),
      pledged: dollars(9_000_000),
      disputed: dollars(1_200),
    },
    restricted: 0n,
    months: MONTHS.map(([month, received, committed]) => ({
      month,
      received: dollars(received * 7_407),
      committed: dollars(committed * 2_892),
    })),
    days: null,
    milestones: [{ reaches: dollars(75_000_000), label: 'a frontier model' }],
  },
  concurrency: {
    target: 10_000,
    basis: 'site',
    secured: { allSites: 12_288, largestSite: 10_240, from: '2026-03-01' },
    held: {
      all: { gpus: 12_288, from: '2026-03-01', endedOn: null, now: 12_288 },
      site: { gpus: 10_240, from: '2026-03-01', endedOn: null, now: 10_240 },
    },
    site: null,
    pledged: 0,
    steps: [
      { on: '2026-03-01', secured: 12_288, largestSite: 10_240, pledged: 0, bought: 0 },
      { on: '2027-03-01', secured: 0, largestSite: 0, pledged: 0, bought: 0 },
    ],
    from: '2026-03-01',
    to: '2027-03-01',
    milestones: [],
  },
};
