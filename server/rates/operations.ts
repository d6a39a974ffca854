import { z } from 'zod';
import type { PostOperation } from '../http/api.ts';
import type { Operation } from '../openapi/operation.ts';
import { day } from '../openapi/shapes.ts';
import { factorShape, priceShape } from './gpus.ts';

export const giveFactor: PostOperation = {
  id: 'giveFactor',
  tag: 'Admin',
  summary: 'Say what a GPU model is counted as from a day on',
  description:
    'Its dense peak ÷ 989.4 TFLOPS is the H100-equivalence that acceptances take from that day on; terms keep theirs. It stands: there is one for each model and day.',
  refuses: ['conflict'],
  answers: { 201: { text: 'Recorded.', schema: factorShape } },
};

export const givePrice: PostOperation = {
  id: 'givePrice',
  tag: 'Admin',
  summary: 'Say what an hour of an H100 costs on a day',
  description:
    'By the price of the newest day /compute says what the secured money would buy. It is in no total and in no headline.',
  refuses: [],
  answers: { 201: { text: 'Recorded.', schema: priceShape } },
};

export const giveRate: PostOperation = {
  id: 'giveRate',
  tag: 'Admin',
  summary: 'Give a reference rate that the European Central Bank lacks',
  description:
    'Either way round. It stands: there is one for each currency and day. What was accepted before keeps the rate of its terms.',
  refuses: ['closed', 'conflict'],
  answers: {
    201: {
      text: 'Recorded, as base per unit: a fraction of two decimal strings.',
      schema: z.strictObject({
        currency: z.string(),
        ratedOn: day,
        rate: z.strictObject({ num: z.string(), den: z.string(), source: z.string() }),
      }),
    },
  },
};

export const ratesInput = z.strictObject({
  file: z
    .string()
    .describe('The text of eurofxref.csv, eurofxref-hist.csv or one of the three XML files.'),
});

const count = z.int().min(0);

export const importEcbRates: Operation = {
  id: 'importEcbRates',
  tag: 'Admin',
  summary: 'Import a file of the European Central Bank’s reference rates',
  description:
    'All of it, or nothing. A figure that differs from the one that is there is refused, for terms may rest on it. A file may come twice, so no Idempotency-Key is needed. At most 16 MiB.',
  body: ratesInput,
  refuses: ['conflict'],
  answers: {
    201: {
      text: 'How many of its days brought a rate, how many were known, and the newest day of all.',
      schema: z.strictObject({ added: count, known: count, newest: day }),
    },
  },
};
