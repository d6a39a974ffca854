import { expect, it } from 'vitest';
import { changeSentence } from '../../web/messages/en-changes.ts';
import type { Change } from '../../web/model.ts';
import { CHANGE, dollars, hours } from './fixtures.ts';

const WHOLE = { ...CHANGE, quantity: CHANGE.total };
const GPUS: Change = {
  ...CHANGE,
  kind: 'compute',
  asset: 'H100-SXM',
  quantity: hours(448_512_000n),
  total: hours(448_512_000n),
  gpus: 512,
  site: 'Oslo',
  from: '2027-01-01',
  to: '2028-01-01',
};

it.each<[Change, string]>([
  [CHANGE, 'Example Foundation paid $500,000 of a pledge of $2.0M.'],
  [WHOLE, 'Example Foundation paid $2.0M.'],
  [{ ...WHOLE, who: null, beyond: WHOLE.quantity }, 'Someone paid $2.0M, not promised before.'],
  [
    { ...CHANGE, beyond: dollars(300_000) },
    'Example Foundation paid $500,000, of which $300,000 beyond a pledge of $2.0M.',
  ],
  [
    { ...CHANGE, verb: 'reinstate' },
    '$500,000 of a pledge of $2.0M from Example Foundation is expected after all.',
  ],
  [{ ...WHOLE, who: null, verb: 'pledge' }, 'Someone promised $2.0M.'],
  [
    { ...WHOLE, verb: 'pledge', waits: true },
    'Example Foundation promised $2.0M, waiting for a condition.',
  ],
  [{ ...WHOLE, verb: 'trigger' }, 'The condition for $2.0M from Example Foundation is met.'],
  [{ ...WHOLE, verb: 'commit' }, 'Example Foundation agreed in writing to $2.0M.'],
  [
    { ...CHANGE, verb: 'withdraw', reason: 'Funds were cut. ' },
    'Example Foundation withdrew $500,000 of a pledge of $2.0M: Funds were cut.',
  ],
  [{ ...WHOLE, who: null, verb: 'lapse' }, 'A pledge of $2.0M is no longer expected.'],
  [{ ...CHANGE, verb: 'dispute' }, 'A payment of $500,000 by Example Foundation is contested.'],
  [{ ...CHANGE, who: null, verb: 'win' }, 'The contested payment of $500,000 stands.'],
  [{ ...CHANGE, verb: 'refund' }, '$500,000 was refunded to Example Foundation.'],
  [{ ...WHOLE, who: null, verb: 'reinstate' }, 'A pledge of $2.0M is expected after all.'],
  [
    { ...CHANGE, verb: 'reverse' },
    'Correction: an entry of $500,000 from Example Foundation is taken back.',
  ],
  [{ ...CHANGE, who: 'élan', quantity: dollars(1) }, 'Élan paid $1 of a pledge of $2.0M.'],
  [{ ...GPUS, verb: 'pledge' }, 'Example Foundation promised 512 H100-SXM for a year at Oslo.'],
  [
    { ...GPUS, verb: 'commit', site: null, to: '2027-07-01' },
    'Example Foundation agreed in writing to 512 H100-SXM for 6 months.',
  ],
  [
    { ...GPUS, verb: 'lapse', to: '2027-01-15', site: null },
    'A pledge of 512 H100-SXM from 1 Jan 2027 to 14 Jan 2027 by Example Foundation is no longer expected.',
  ],
  [
    { ...GPUS, gpus: null, quantity: hours(2_150_450n) },
    'Example Foundation delivered 21,504.50 H100-SXM GPU-hours.',
  ],
])('sentence %#', (change, sentence) => {
  expect(changeSentence(change)).toBe(sentence);
});
