import type { Exchanges } from '../openapi/operation.ts';
import { BO_MONEY, BO_PAYMENT, GIFT_PAYMENT, PAY_PAGE } from '../openapi/story.ts';

const as = 'signatory';
const bos = {
  code: BO_PAYMENT,
  status: 'open',
  way: 'checkout',
  currency: 'USD',
  amount: '33.33',
  pledge: BO_MONEY,
  url: PAY_PAGE,
};

export const openPayment: Exchanges = {
  'bo-pays-a-part': {
    summary: 'Bo pays the first instalment, on Stripe’s page',
    as,
    params: { ref: BO_MONEY },
    body: { amount: '33.33', country: 'NO' },
    status: 201,
    answer: { code: BO_PAYMENT, way: 'checkout', url: PAY_PAGE },
  },
};

export const openGift: Exchanges = {
  'a-gift': {
    summary: 'Somebody gives 25.00 euros without signing',
    as: 'public',
    body: { amount: '25.00', currency: 'EUR', country: 'FR' },
    status: 201,
    answer: { code: GIFT_PAYMENT, way: 'checkout', url: PAY_PAGE.replace('a1', 'b2') },
  },
};

export const getPayment: Exchanges = {
  'a-gift-that-has-not-come': {
    summary: 'The gift, before it is paid',
    params: { code: GIFT_PAYMENT },
    status: 200,
    answer: {
      ...bos,
      code: GIFT_PAYMENT,
      currency: 'EUR',
      amount: '25.00',
      pledge: null,
      url: PAY_PAGE.replace('a1', 'b2'),
    },
  },
};

export const listOwnPayments: Exchanges = {
  'bo-s-payments': {
    summary: 'What Bo has begun to pay',
    as,
    params: { ref: BO_MONEY },
    status: 200,
    answer: { payments: [bos] },
  },
};
