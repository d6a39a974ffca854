import type { Exchanges } from '../openapi/operation.ts';
import { BATCHES, BO_MONEY, dollars, GPUS, MONEY, refusal } from '../openapi/story.ts';
import { gpusAgreed, halfAgreed, hoursDelivered } from './examples.ts';
import type { ADMIN_VERBS } from './move.ts';

const AGREEMENT = { grade: 'signed-agreement', url: 'https://example.org/agreement' };
const PAYMENT = { grade: 'payment' };

export const MOVE_EXAMPLES: Record<(typeof ADMIN_VERBS)[number], Exchanges> = {
  commit: {
    'half-is-agreed': {
      summary: 'Half of the money is agreed in writing',
      params: { ref: MONEY },
      body: { amount: '2500000.00', occurredOn: '2026-03-09', evidence: AGREEMENT },
      status: 201,
      answer: { batch: BATCHES.agreed, movements: [halfAgreed] },
    },
    'gpus-are-agreed': {
      summary: '128 of the GPUs are agreed in writing',
      params: { ref: GPUS },
      body: {
        windows: [{ gpus: 128, from: '2026-04-01', to: '2026-10-01', availability: '0.95' }],
        evidence: AGREEMENT,
      },
      status: 201,
      answer: { batch: BATCHES.gpusAgreed, movements: [gpusAgreed] },
    },
    'bo-s-money-is-agreed': {
      summary: 'Half of Bo’s money is agreed in writing',
      params: { ref: BO_MONEY },
      body: { amount: '50.00', evidence: AGREEMENT },
      status: 201,
      answer: {
        batch: BATCHES.boAgreed,
        movements: [
          dollars('50.00', {
            seq: 21,
            verb: 'commit',
            from: 'pledged',
            to: 'committed',
            grade: 'signed-agreement',
          }),
        ],
      },
    },
    'more-than-there-is': {
      summary: 'More than is pledged',
      params: { ref: MONEY },
      body: { amount: '3000000.00', evidence: AGREEMENT },
      status: 409,
      answer: refusal(
        409,
        'over-draw',
        '3000000.00 USD is more than there is to commit: 2500000.00 in pledged.',
        {
          errors: [{ field: 'amount', message: 'is more than stands there' }],
          balances: { pledged: '2500000.00' },
        },
      ),
    },
  },
  receive: {
    'a-part-arrives': {
      summary: 'USD 500,000.00 arrive',
      params: { ref: MONEY },
      body: {
        amount: '500000.00',
        evidence: { ...PAYMENT, reference: 'WIRE-2026-0311', fee: '15.00' },
      },
      status: 201,
      answer: {
        batch: BATCHES.arrived,
        movements: [
          dollars('500000.00', {
            seq: 8,
            verb: 'receive',
            from: 'committed',
            to: 'received',
            grade: 'payment',
          }),
        ],
      },
    },
    'a-typing-mistake': {
      summary: 'USD 100,000.00 are entered that never came',
      params: { ref: MONEY },
      body: { amount: '100000.00', evidence: PAYMENT },
      status: 201,
      answer: {
        batch: BATCHES.mistake,
        movements: [
          dollars('100000.00', {
            seq: 9,
            verb: 'receive',
            from: 'committed',
            to: 'received',
            grade: 'payment',
          }),
        ],
      },
    },
    'hours-are-delivered': {
      summary: '1,000 GPU-hours are delivered',
      params: { ref: GPUS },
      body: { gpuHours: '1000', evidence: { grade: 'provider-statement' } },
      status: 201,
      answer: { batch: BATCHES.hours, movements: [hoursDelivered] },
    },
  },
  lapse: {
    'a-part-lapses': {
      summary: 'USD 250,000.00 are no longer expected',
      params: { ref: MONEY },
      body: { amount: '250000.00', evidence: { note: 'The budget was cut.' } },
      status: 201,
      answer: {
        batch: BATCHES.lapsed,
        movements: [
          dollars('250000.00', { seq: 12, verb: 'lapse', from: 'pledged', to: 'lapsed' }),
        ],
      },
    },
  },
  reinstate: {
    'a-part-is-expected-after-all': {
      summary: 'USD 50,000.00 of it are expected after all',
      params: { ref: MONEY },
      body: { amount: '50000.00' },
      status: 201,
      answer: {
        batch: BATCHES.expected,
        movements: [
          dollars('50000.00', { seq: 13, verb: 'reinstate', from: 'lapsed', to: 'pledged' }),
        ],
      },
    },
  },
  dispute: {
    'a-wire-is-contested': {
      summary: 'USD 3,000.00 of the wire are asked back',
      params: { ref: MONEY },
      body: { amount: '3000.00', evidence: { ...PAYMENT, reference: 'WIRE-2026-0311' } },
      status: 201,
      answer: {
        batch: BATCHES.contested,
        movements: [
          dollars('3000.00', {
            seq: 26,
            verb: 'dispute',
            from: 'received',
            to: 'disputed',
            grade: 'payment',
          }),
        ],
      },
    },
  },
  win: {
    'a-part-of-it-stays': {
      summary: 'USD 2,000.00 of them stay',
      params: { ref: MONEY },
      body: { amount: '2000.00', evidence: { note: 'The bank found no fault.' } },
      status: 201,
      answer: {
        batch: BATCHES.won,
        movements: [dollars('2000.00', { seq: 27, verb: 'win', from: 'disputed', to: 'received' })],
      },
    },
  },
  lose: {
    'the-rest-of-it-is-lost': {
      summary: 'The rest of them went back',
      params: { ref: MONEY },
      body: { evidence: PAYMENT },
      status: 201,
      answer: {
        batch: BATCHES.lost,
        movements: [
          dollars('1000.00', {
            seq: 28,
            verb: 'lose',
            from: 'disputed',
            to: 'refunded',
            grade: 'payment',
          }),
        ],
      },
    },
  },
  refund: {
    'a-part-is-returned': {
      summary: 'USD 1,000.00 are returned',
      params: { ref: MONEY },
      body: { amount: '1000.00', evidence: PAYMENT },
      status: 201,
      answer: {
        batch: BATCHES.returned,
        movements: [
          dollars('1000.00', {
            seq: 14,
            verb: 'refund',
            from: 'received',
            to: 'refunded',
            grade: 'payment',
          }),
        ],
      },
    },
  },
};

export const reverseBatch: Exchanges = {
  'the-mistake-is-taken-back': {
    summary: 'What never came is taken back',
    params: { batch: BATCHES.mistake },
    body: { reason: 'The payment of another pledge.' },
    status: 201,
    answer: {
      batch: BATCHES.reversal,
      movements: [
        dollars(
          '100000.00',
          { seq: 10, verb: 'reverse', from: 'received', to: 'committed' },
          { reverses: 9 },
        ),
      ],
    },
  },
  'taken-back-twice': {
    summary: 'A batch that is reversed already',
    params: { batch: BATCHES.mistake },
    body: { reason: 'The payment of another pledge.' },
    status: 409,
    answer: refusal(
      409,
      'already-reversed',
      `Batch ${BATCHES.mistake} is reversed, or is itself a reversal.`,
    ),
  },
};
