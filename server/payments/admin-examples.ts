import type { Exchanges } from '../openapi/operation.ts';
import { GPUS, refusal } from '../openapi/story.ts';

const NO_PAYMENT = 'P0000000000N';
const noPayment = refusal(404, 'not-found', 'There is no such payment.');

export const listPayments: Exchanges = {
  'nobody-has-paid': {
    summary: 'Nobody has gone to pay yet',
    status: 200,
    answer: { payments: [], next: null },
  },
};

export const checkPayment: Exchanges = {
  'a-payment-that-is-none': {
    summary: 'A payment that there is not',
    params: { code: NO_PAYMENT },
    body: {},
    status: 404,
    answer: noPayment,
  },
};

export const refundPayment: Exchanges = {
  'a-refund-of-nothing': {
    summary: 'A refund of a payment that there is not',
    params: { code: NO_PAYMENT },
    body: { amount: '120.00', reason: 'Paid twice' },
    status: 404,
    answer: noPayment,
  },
};

export const mailPayLink: Exchanges = {
  'gpus-are-not-paid': {
    summary: 'A link to pay GPUs by',
    params: { ref: GPUS },
    body: {},
    status: 409,
    answer: refusal(409, 'conflict', `Pledge ${GPUS} is compute: nothing is paid for it.`),
  },
};
