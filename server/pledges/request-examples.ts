import type { Exchanges } from '../openapi/operation.ts';
import { BATCHES, BO_MONEY, BO_REQUESTS, dollars } from '../openapi/story.ts';

const as = 'signatory';
const params = { ref: BO_MONEY };
const { later, release, less } = BO_REQUESTS;

export const requestChange: Exchanges = {
  'bo-asks-to-pay-later': {
    summary: 'Bo asks to pay what is open half a year later',
    as,
    params,
    body: {
      kind: 'postpone',
      schedule: { every: 'month', times: 2, firstOn: '2026-12-31' },
      text: 'My grant comes in December.',
    },
    status: 201,
    answer: { ref: BO_MONEY, request: later, status: 'waiting' },
  },
  'bo-asks-to-be-released': {
    summary: 'Bo asks to be released',
    as,
    params,
    body: { kind: 'release', text: 'My grant does not come.' },
    status: 201,
    answer: { ref: BO_MONEY, request: release, status: 'waiting' },
  },
  'bo-asks-to-give-less': {
    summary: 'Bo asks to give USD 50.00 less',
    as,
    params,
    body: { kind: 'reduce', amount: '50.00', text: 'My grant is half as large.' },
    status: 201,
    answer: { ref: BO_MONEY, request: less, status: 'waiting' },
  },
};

export const cancelRequest: Exchanges = {
  'bo-cancels-the-request': {
    summary: 'Bo cancels the first request',
    as,
    params,
    body: {},
    status: 201,
    answer: { ref: BO_MONEY, request: later, status: 'cancelled' },
  },
};

export const refuseRequest: Exchanges = {
  'bo-is-not-released': {
    summary: 'The release is refused',
    params,
    body: { request: release, reason: 'The hardware is ordered. Can you give a part?' },
    status: 201,
    answer: { ref: BO_MONEY, request: release, status: 'refused' },
  },
};

export const grantRequest: Exchanges = {
  'bo-gives-less': {
    summary: 'The reduction is granted: USD 50.00 are withdrawn',
    params,
    body: { request: less, reason: 'The grant was halved.' },
    status: 201,
    answer: {
      batch: BATCHES.released,
      movements: [
        dollars('50.00', { seq: 22, verb: 'withdraw', from: 'committed', to: 'withdrawn' }),
      ],
    },
  },
};
