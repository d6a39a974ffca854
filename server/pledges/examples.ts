import type { Exchanges } from '../openapi/operation.ts';
import {
  ADA,
  BATCHES,
  BO_ANONYMOUS,
  dollars,
  EUROS,
  GPUS,
  h100s,
  MONEY,
  refusal,
  YEN,
} from '../openapi/story.ts';

const window = { gpus: 256, from: '2026-04-01', to: '2026-10-01', availability: '0.95' };

export const logPledge: Exchanges = {
  'ada-pledges-money': {
    summary: 'Ada pledges USD 5,000,000.00 in two instalments',
    body: {
      signatory: ADA,
      kind: 'funding',
      asset: 'USD',
      amount: '5000000.00',
      instalments: [
        { dueOn: '2026-06-30', amount: '2500000.00' },
        { dueOn: '2026-12-31', amount: '2500000.00' },
      ],
    },
    status: 201,
    answer: { ref: MONEY, status: 'pending' },
  },
  'ada-pledges-gpus': {
    summary: 'Ada pledges 256 GPUs at one site for half a year, 95% of the time',
    body: { signatory: ADA, kind: 'compute', asset: 'H100-SXM', site: 'Oslo', windows: [window] },
    status: 201,
    answer: { ref: GPUS, status: 'pending' },
  },
  'ada-pledges-euros': {
    summary: 'By mistake, EUR 1,000.00 that wait for a condition',
    body: {
      signatory: ADA,
      kind: 'funding',
      asset: 'EUR',
      amount: '1000.00',
      visibility: 'anonymous',
      condition: { kind: 'threshold', metric: 'funding', reaches: '10000000.00' },
    },
    status: 201,
    answer: { ref: EUROS, status: 'pending' },
  },
  'ada-pledges-yen': {
    summary: 'JPY 300,000 in twelve months, through a fund',
    body: {
      signatory: ADA,
      kind: 'funding',
      asset: 'JPY',
      amount: '300000',
      schedule: { every: 'month', times: 12, firstOn: '2026-04-30' },
      paidThrough: { kind: 'fund', name: 'Example Donor Fund' },
    },
    status: 201,
    answer: { ref: YEN, status: 'pending' },
  },
  'a-key-that-was-used': {
    summary: 'The key of an earlier request, with another body',
    key: 'ada-pledges-money',
    body: { signatory: ADA, kind: 'funding', asset: 'USD', amount: '7000000.00' },
    status: 422,
    answer: refusal(
      422,
      'idempotency-key-reused',
      'This Idempotency-Key came with another request before; use a new one.',
    ),
  },
  'a-pledge-without-a-token': {
    summary: 'A pledge without a token',
    body: { signatory: ADA, kind: 'funding', asset: 'USD', amount: '1000.00' },
    as: 'public',
    status: 401,
    answer: refusal(
      401,
      'unauthorised',
      'Sign in first: Authorization: Bearer … with a session’s token.',
    ),
  },
  'a-pledge-with-wrong-fields': {
    summary: 'Every wrong field is named',
    body: {
      signatory: ADA,
      kind: 'funding',
      asset: 'USD',
      amount: '1000.005',
      firm: true,
      instalments: [{ dueOn: '2026-06-30', amount: '-1' }],
    },
    status: 400,
    answer: refusal(
      400,
      'invalid-input',
      'amount: has 3 decimals; at most 2 decimals are possible here; instalments[0].amount: must not be negative; firm: only a conditional pledge can be firm',
      {
        errors: [
          { field: 'amount', message: 'has 3 decimals; at most 2 decimals are possible here' },
          { field: 'instalments[0].amount', message: 'must not be negative' },
          { field: 'firm', message: 'only a conditional pledge can be firm' },
        ],
      },
    ),
  },
};

const moneyPledged = dollars('5000000.00', {
  seq: 3,
  verb: 'pledge',
  from: 'outside',
  to: 'pledged',
});
const gpusPledged = h100s(
  '1068134.40',
  '3845283840',
  { seq: 5, verb: 'pledge', from: 'outside', to: 'pledged', occurredOn: '2026-03-09' },
  { windows: [window] },
);

export const acceptPledge: Exchanges = {
  'the-money-is-accepted': {
    summary: 'The money is accepted',
    params: { ref: MONEY },
    body: {},
    status: 201,
    answer: { batch: BATCHES.money, movements: [moneyPledged] },
  },
  'the-gpus-are-accepted': {
    summary: 'The GPUs are accepted, as of the day before',
    params: { ref: GPUS },
    body: { occurredOn: '2026-03-09' },
    status: 201,
    answer: { batch: BATCHES.gpus, movements: [gpusPledged] },
  },
  'accepted-twice': {
    summary: 'A pledge that is accepted already',
    params: { ref: GPUS },
    body: {},
    status: 409,
    answer: refusal(409, 'conflict', `Pledge ${GPUS} is accepted already.`),
  },
  'it-waits-for-others': {
    summary: 'An anonymous pledge that is ready, without `alone`',
    params: { ref: BO_ANONYMOUS },
    body: {},
    status: 409,
    answer: refusal(
      409,
      'conflict',
      'This anonymous pledge is already waiting to be accepted together with others. You can accept it alone, but that may identify its giver.',
    ),
  },
};

export const rejectPledge: Exchanges = {
  'the-euros-are-rejected': {
    summary: 'The euros are rejected, as they were last changed',
    params: { ref: EUROS },
    body: { revision: 1, reason: 'Entered by mistake.' },
    status: 201,
    answer: { ref: EUROS, status: 'rejected' },
  },
};

export const halfAgreed = dollars('2500000.00', {
  seq: 6,
  verb: 'commit',
  from: 'pledged',
  to: 'committed',
  occurredOn: '2026-03-09',
  grade: 'signed-agreement',
});
export const gpusAgreed = h100s(
  '534067.20',
  '1922641920',
  { seq: 7, verb: 'commit', from: 'pledged', to: 'committed', grade: 'signed-agreement' },
  { windows: [{ ...window, gpus: 128 }] },
);
export const hoursDelivered = h100s('1000.00', '3600000', {
  seq: 11,
  verb: 'receive',
  from: 'committed',
  to: 'received',
  grade: 'provider-statement',
});
const held = (gpuHours: string, gpuSeconds: string) => ({
  gpuHours,
  gpuSeconds,
  h100eHours: gpuHours,
});
const NONE = held('0.00', '0');

const gpusShown = {
  ref: GPUS,
  kind: 'compute',
  signatory: 'Ada Example',
  asset: 'H100-SXM',
  source: 'given',
  site: 'Oslo',
  windows: [window],
  condition: null,
  stages: {
    pledged: held('534067.20', '1922641920'),
    waiting: NONE,
    committed: held('533067.20', '1919041920'),
    received: held('1000.00', '3600000'),
    disputed: NONE,
    refunded: NONE,
    withdrawn: NONE,
    lapsed: NONE,
  },
};

export const listPledges: Exchanges = {
  'pledges-of-compute': {
    summary: 'The pledges of compute, the largest first',
    query: { kind: 'compute', sort: 'amount' },
    status: 200,
    answer: {
      pledges: [
        { ...gpusShown, acceptedOn: '2026-03-09', total: held('1068134.40', '3845283840') },
      ],
      next: null,
    },
  },
  'sorted-by-what-does-not-compare': {
    summary: 'Dollars and GPU-hours in one order',
    query: { sort: 'amount' },
    status: 400,
    answer: refusal(400, 'invalid-input', 'sort: by amount needs a kind: funding or compute', {
      errors: [{ field: 'sort', message: 'by amount needs a kind: funding or compute' }],
    }),
  },
};

export const getPledge: Exchanges = {
  'the-gpus': {
    summary: 'The GPUs, when some of their hours were delivered',
    params: { ref: GPUS },
    status: 200,
    answer: {
      ...gpusShown,
      grant: null,
      firm: false,
      measuredBy: 'jobs',
      paidThrough: null,
      instalments: [],
      rate: {
        num: '989.4',
        den: '989.4',
        on: null,
        source: 'BF16',
        sourceText: null,
        sourceUrl: null,
        stale: false,
      },
      movements: [
        { ref: GPUS, batch: BATCHES.gpus, ...gpusPledged },
        { ref: GPUS, batch: BATCHES.gpusAgreed, ...gpusAgreed },
        { ref: GPUS, batch: BATCHES.hours, ...hoursDelivered },
      ],
      next: null,
    },
  },
  'a-rejected-pledge': {
    summary: 'A pledge that is not accepted is not public',
    params: { ref: EUROS },
    status: 404,
    answer: refusal(404, 'not-found', `There is no public pledge ${EUROS}.`),
  },
};

export const listMovements: Exchanges = {
  'the-first-movements': {
    summary: 'The first two movements of the money',
    query: { ref: MONEY, limit: '2' },
    status: 200,
    answer: {
      movements: [
        { ref: MONEY, batch: BATCHES.money, ...moneyPledged },
        { ref: MONEY, batch: BATCHES.agreed, ...halfAgreed },
      ],
      next: '6',
    },
  },
};
