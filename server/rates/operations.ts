import { z } from 'zod';
import { operationsOf } from '../http/operation.ts';
import { day } from '../openapi/shapes.ts';
import { factorShape, priceShape } from './gpu-figures.ts';

export const ratesInput = z.strictObject({
  file: z
    .string()
    .describe('The text of eurofxref.csv, eurofxref-hist.csv or one of the three XML files.'),
});

const count = z.int().min(0);

export const operations = operationsOf({
  giveFactor: {
    summary: 'Set the H100-equivalence of a GPU model from a day on',
    description:
      'The factor is the GPU’s dense peak ÷ 989.4 TFLOPS. Pledges accepted from that day on use it. Terms already in the ledger keep theirs. There is one factor for each model and day, and it can’t be changed.',
    answers: { 201: factorShape },
    refuses: ['conflict'],
  },
  givePrice: {
    summary: 'Set the price of an H100-hour on a day',
    description:
      'The page /compute uses the newest price to show what the secured money would buy. No total includes it.',
    answers: { 201: priceShape },
  },
  giveRate: {
    summary: 'Add a reference rate that the European Central Bank doesn’t publish',
    description:
      'Give the rate in either direction. There is one rate for each currency and day, and it can’t be changed. Pledges accepted before keep the rate in their terms.',
    answers: {
      201: z
        .strictObject({
          currency: z.string(),
          ratedOn: day,
          rate: z.strictObject({ num: z.string(), den: z.string(), source: z.string() }),
        })
        .describe('The rate as base per unit: a fraction of two decimal strings.'),
    },
    refuses: ['closed', 'conflict'],
  },
  importEcbRates: {
    summary: 'Import a file of the European Central Bank’s reference rates',
    description:
      'Imports the whole file or nothing. Refused if a rate differs from a recorded one, because terms may depend on it. You can send a file again, so the call needs no Idempotency-Key. At most 16 MiB.',
    body: ratesInput,
    answers: {
      201: z
        .strictObject({ added: count, known: count, newest: day })
        .describe(
          'How many days in the file had a new rate, how many had none, and the newest day with a rate.',
        ),
    },
    refuses: ['conflict'],
  },
});
