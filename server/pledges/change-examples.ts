import type { Exchanges } from '../openapi/operation.ts';
import { BATCHES, dollars, EUROS, GPUS, MONEY, refusal, YEN } from '../openapi/story.ts';

export const editPledge: Exchanges = {
  'the-euros-are-edited': {
    summary: 'The euros are a hundred, and wait for nothing',
    params: { ref: EUROS },
    body: { kind: 'funding', asset: 'EUR', amount: '100.00', visibility: 'anonymous' },
    status: 201,
    answer: { ref: EUROS, status: 'pending' },
  },
};

export const withdrawPledge: Exchanges = {
  'the-yen-are-withdrawn': {
    summary: 'Ada takes the yen back before they were accepted',
    params: { ref: YEN },
    body: {},
    status: 201,
    answer: { ref: YEN, status: 'withdrawn' },
  },
};

export const increasePledge: Exchanges = {
  'the-money-grows': {
    summary: 'Ada promises USD 500,000.00 more, to be paid in March',
    params: { ref: MONEY },
    body: {
      amount: '500000.00',
      instalments: [{ dueOn: '2027-03-31', amount: '500000.00' }],
    },
    status: 201,
    answer: {
      batch: BATCHES.more,
      movements: [
        dollars('500000.00', { seq: 16, verb: 'pledge', from: 'outside', to: 'pledged' }),
      ],
    },
  },
  'gpus-do-not-grow': {
    summary: 'A pledge of GPUs does not grow',
    params: { ref: GPUS },
    body: { amount: '1000.00' },
    status: 409,
    answer: refusal(409, 'conflict', 'This pledge is compute: log a further pledge.'),
  },
};

export const changeInstalments: Exchanges = {
  'what-is-open-is-spread': {
    summary: 'What is not paid yet is spread over a year',
    params: { ref: MONEY },
    body: {
      schedule: { every: 'quarter', times: 4, firstOn: '2026-12-31' },
      reason: 'Ada asked for it by letter.',
    },
    status: 201,
    answer: { ref: MONEY, status: 'accepted' },
  },
};
