import { z } from 'zod';
import { DIFFERENCE_KINDS, PROVIDER_VERBS } from '../domain/payment.ts';
import type { PostOperation } from '../http/api.ts';
import { day } from '../openapi/shapes.ts';

const count = z.int().min(0);

const amount = z.string().nullable().describe('In major units of the currency.');

export const comparePayments: PostOperation = {
  id: 'comparePayments',
  tag: 'Admin',
  summary: 'Compare the ledger with Stripe’s balance',
  description:
    'What payers moved on some days at UTC, at most 400, by Stripe’s balance transactions. Takes a request to Stripe for each hundred of them. What differs stands at the desk until it is mended or put aside.',
  refuses: ['payments-closed', 'busy'],
  answers: {
    200: {
      text: 'How many were compared, and what differs and is not put aside: the newest 500 are named.',
      schema: z.strictObject({
        from: day,
        to: day,
        compared: count,
        differences: count,
        named: z.array(
          z.strictObject({
            kind: z
              .enum(DIFFERENCE_KINDS)
              .describe('`missing` in the ledger, `extra` in it, or another `amount`.'),
            object: z.string().describe('Stripe’s id.'),
            verb: z.enum(PROVIDER_VERBS),
            currency: z.string(),
            theirs: amount,
            ours: amount,
            day,
            takenBackOn: day
              .nullable()
              .describe(
                'On which an admin took it back by hand: it stays so until that one records it.',
              ),
          }),
        ),
      }),
    },
  },
};
