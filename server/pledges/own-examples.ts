import { STAGES } from '../domain/stage.ts';
import type { Exchanges } from '../openapi/operation.ts';
import { BATCHES, BO_ANONYMOUS, BO_GPUS, BO_MONEY, dollars, refusal } from '../openapi/story.ts';

const as = 'signatory';
const none = { amount: '0.00', base: '0.00' };
const noHours = { gpuHours: '0.00', gpuSeconds: '0', h100eHours: '0.00' };
const stagesOf = (held: object, nothing: object) => ({
  ...Object.fromEntries(STAGES.map((stage) => [stage, nothing])),
  ...held,
});
const mine = {
  revision: 0,
  grant: null,
  firm: false,
  condition: null,
  provider: null,
  visibility: 'public',
  note: null,
  reason: null,
  purchaseOrder: null,
  paidThrough: null,
  asked: null,
  question: null,
  askedBackAt: null,
  requests: [],
  createdAt: '2026-03-10T12:00:00.000Z',
};
const window = { gpus: 8, from: '2026-04-01', to: '2026-05-01', availability: '1' };

export const listOwnPledges: Exchanges = {
  'bo-s-pledges': {
    summary: 'What Bo has pledged: a third of 100.00 is 33.33, and the last takes the rest',
    as,
    status: 200,
    answer: {
      pledges: [
        {
          ...mine,
          ref: BO_MONEY,
          paymentRef: BO_MONEY,
          status: 'accepted',
          kind: 'funding',
          asset: 'USD',
          amount: '100.00',
          source: null,
          site: null,
          windows: null,
          measuredBy: null,
          instalments: [
            { dueOn: '2026-04-30', amount: '33.33', received: '0.00', outstanding: '33.33' },
            { dueOn: '2026-05-30', amount: '33.33', received: '0.00', outstanding: '33.33' },
            { dueOn: '2026-06-30', amount: '33.34', received: '0.00', outstanding: '33.34' },
          ],
          stages: stagesOf({ pledged: { amount: '100.00', base: '100.00' } }, none),
        },
      ],
      next: null,
    },
  },
};

export const logOwnPledge: Exchanges = {
  'bo-pledges-gpus': {
    summary: 'Bo pledges 8 GPUs for a month, which wait for an admin',
    as,
    body: { kind: 'compute', asset: 'H100-SXM', site: 'Bergen', windows: [window] },
    status: 201,
    answer: { ref: BO_GPUS, status: 'pending' },
  },
  'bo-pledges-anonymously': {
    summary: 'Bo pledges anonymously: it is accepted together with others',
    as,
    body: { kind: 'funding', asset: 'USD', amount: '20.00', visibility: 'anonymous' },
    status: 201,
    answer: { ref: BO_ANONYMOUS, status: 'ready' },
  },
};

export const getOwnPledge: Exchanges = {
  'bo-s-gpus': {
    summary: 'One of them, which counts nowhere yet',
    as,
    params: { ref: BO_GPUS },
    status: 200,
    answer: {
      ...mine,
      ref: BO_GPUS,
      paymentRef: BO_GPUS,
      status: 'pending',
      kind: 'compute',
      asset: 'H100-SXM',
      gpuHours: '5760.00',
      gpuSeconds: '20736000',
      source: 'given',
      site: 'Bergen',
      windows: [window],
      measuredBy: 'jobs',
      instalments: [],
      stages: stagesOf({}, noHours),
    },
  },
};

export const increaseOwnPledge: Exchanges = {
  'bo-asks-for-more': {
    summary: 'Bo promises USD 5,000.00 more, which wait for an admin',
    as,
    params: { ref: BO_MONEY },
    body: { amount: '5000.00' },
    status: 201,
    answer: { ref: BO_MONEY, status: 'pending' },
  },
};

export const withdrawIncrease: Exchanges = {
  'bo-asks-for-no-more': {
    summary: 'Bo takes that back',
    as,
    params: { ref: BO_MONEY },
    body: {},
    status: 201,
    answer: { ref: BO_MONEY, status: 'accepted' },
  },
};

export const withdrawOwnPledge: Exchanges = {
  'bo-cannot-withdraw-it': {
    summary: 'What is agreed in writing is not withdrawn by its giver',
    as,
    params: { ref: BO_MONEY },
    body: { agreed: true },
    status: 409,
    answer: refusal(
      409,
      'conflict',
      'This is agreed in writing, so you cannot change it yourself. Ask an admin to postpone it, to reduce it, or to release you from it.',
    ),
  },
  'bo-withdraws': {
    summary: 'Bo takes back the part that is only promised',
    as,
    params: { ref: BO_MONEY },
    body: {},
    status: 201,
    answer: {
      batch: BATCHES.backToBo,
      movements: [
        dollars('50.00', { seq: 23, verb: 'withdraw', from: 'pledged', to: 'withdrawn' }),
      ],
    },
  },
};

export const askGiver: Exchanges = {
  'bo-is-asked': {
    summary: 'Bo is asked about the GPUs',
    params: { ref: BO_GPUS },
    body: { question: 'Is anything else to run on them in April?' },
    status: 201,
    answer: { ref: BO_GPUS, status: 'pending' },
  },
};
