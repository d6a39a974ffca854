import { describe, expect, it } from 'vitest';
import { changeSentence } from '../../web/messages/en-changes.ts';
import type { Change } from '../../web/data/home.ts';
import { CHANGE, dollars, hours } from './fixtures.ts';

const WHOLE = { ...CHANGE, quantity: CHANGE.total };
const GPUS: Change = {
  ...CHANGE,
  kind: 'compute',
  asset: 'H100-SXM',
  quantity: hours(448_512_000n),
  total: hours(448_512_000n),
  extent: { levels: [512], from: '2027-01-01', to: '2028-01-01' },
  site: 'Oslo',
};

it.each<[Change, string]>([
  [CHANGE, 'Example Foundation paid $500,000 of a pledge of $2M.'],
  [WHOLE, 'Example Foundation paid $2M.'],
  [{ ...WHOLE, who: null, beyond: WHOLE.quantity }, 'Someone paid $2M, not promised before.'],
  [
    { ...CHANGE, beyond: dollars(300_000) },
    'Example Foundation paid $500,000, including $300,000 beyond a pledge of $2M.',
  ],
  [
    { ...CHANGE, verb: 'reinstate' },
    '$500,000 of a pledge of $2M from Example Foundation is expected after all.',
  ],
  [{ ...WHOLE, who: null, verb: 'pledge' }, 'Someone promised $2M.'],
  [{ ...WHOLE, verb: 'pledge', waits: true }, 'Example Foundation promised $2M, on a condition.'],
  [{ ...WHOLE, verb: 'trigger' }, 'The condition for $2M from Example Foundation is met.'],
  [{ ...WHOLE, verb: 'commit' }, 'Example Foundation agreed in writing to give $2M.'],
  [
    { ...CHANGE, verb: 'withdraw', reason: 'Funds were cut. ' },
    'Example Foundation withdrew $500,000 of a pledge of $2M: Funds were cut.',
  ],
  [{ ...WHOLE, who: null, verb: 'lapse' }, 'A pledge of $2M is no longer expected.'],
  [{ ...CHANGE, verb: 'dispute' }, 'A payment of $500,000 by Example Foundation is contested.'],
  [{ ...CHANGE, who: null, verb: 'win' }, 'The contested payment of $500,000 counts again.'],
  [{ ...CHANGE, verb: 'refund' }, '$500,000 was refunded to Example Foundation.'],
  [{ ...WHOLE, who: null, verb: 'reinstate' }, 'A pledge of $2M is expected after all.'],
  [
    { ...CHANGE, verb: 'reverse' },
    'Correction: an entry of $500,000 from Example Foundation is undone.',
  ],
  [{ ...CHANGE, who: 'élan', quantity: dollars(1) }, 'Élan paid $1 of a pledge of $2M.'],
  [{ ...GPUS, verb: 'pledge' }, 'Example Foundation promised 512 H100-SXM for a year at Oslo.'],
  [
    {
      ...GPUS,
      verb: 'commit',
      site: null,
      extent: { levels: [512], from: '2027-01-01', to: '2027-07-01' },
    },
    'Example Foundation agreed in writing to provide 512 H100-SXM for 6 months.',
  ],
  [
    {
      ...GPUS,
      verb: 'lapse',
      site: null,
      extent: { levels: [512], from: '2027-01-01', to: '2027-01-15' },
    },
    'A pledge of 512 H100-SXM from 1 Jan 2027 to 14 Jan 2027 by Example Foundation is no longer expected.',
  ],
  [
    { ...GPUS, extent: null, quantity: hours(2_150_450n) },
    'Example Foundation delivered 21,504.50 H100-SXM GPU-hours.',
  ],
  [
    { ...GPUS, quantity: hours(33_600n), days: { first: '2026-03-03', last: '2026-03-17' } },
    'Example Foundation delivered 336 H100-SXM GPU-hours from 3 Mar 2026 to 17 Mar 2026.',
  ],
  [
    {
      ...GPUS,
      quantity: hours(33_600n),
      beyond: hours(10_000n),
      days: { first: '2026-03-03', last: '2026-03-17' },
    },
    'Example Foundation delivered 336 H100-SXM GPU-hours from 3 Mar 2026 to 17 Mar 2026, including 100 H100-SXM GPU-hours beyond a pledge of 4,485,120.',
  ],
  [
    {
      ...GPUS,
      verb: 'pledge',
      extent: { levels: [256, 1024], from: '2027-01-01', to: '2027-07-01' },
    },
    'Example Foundation promised 256, then 1,024 H100-SXM, 6 months at Oslo.',
  ],
  [
    {
      ...GPUS,
      verb: 'pledge',
      extent: { levels: [256, 0, 256], from: '2027-01-01', to: '2027-01-15' },
    },
    'Example Foundation promised up to 256 H100-SXM, 1 Jan 2027 to 14 Jan 2027 at Oslo.',
  ],
])('sentence %#', (change, sentence) => {
  expect(changeSentence(change)).toBe(sentence);
});

describe('changed targets', () => {
  const before = {
    currency: 'USD',
    funding: dollars(100_000_000),
    gpus: 10_000,
    gpuSeconds: hours(8_760_000_000n),
    from: '2026-01-01',
    to: '2027-01-01',
    basis: 'site' as const,
  };
  const sentence = (after: object, reason = 'a second site.') =>
    changeSentence({
      kind: 'initiative',
      seq: 7,
      on: '2026-03-10',
      before,
      after: { ...before, ...after },
      reason,
    });

  it.each([
    [
      { funding: dollars(120_000_000) },
      'The funding goal is now $120M (was $100M): a second site.',
    ],
    [{ gpus: null }, 'The GPU goal of 10,000 at one site is dropped: a second site.'],
    [
      { gpuSeconds: hours(100n), from: null },
      'The goal for GPU-hours is now 1 (was 87,600,000), the window is now until 31 Dec 2026 (was 1 Jan 2026 to 31 Dec 2026): a second site.',
    ],
    [
      { from: null, to: null },
      'The window of 1 Jan 2026 to 31 Dec 2026 is dropped: a second site.',
    ],
  ])('are shown with the old ones: %#', (after, expected) => {
    expect(sentence(after)).toBe(expected);
  });
});
