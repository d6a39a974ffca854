import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { DIFFERENCE_KINDS, PROVIDER_VERBS } from '../../domain/payment.ts';
import { post, type PostOperation } from '../../http/api.ts';
import { day } from '../../openapi/shapes.ts';
import { compareInput, compareWithStripe } from './compare.ts';

const count = z.int().min(0);

const amount = z.string().nullable().describe('In major units of the currency.');

const comparePayments: PostOperation = {
  id: 'comparePayments',
  summary: 'Compare the ledger with Stripe’s balance',
  description:
    'Compares what payers moved on up to 400 days (UTC) with Stripe’s balance transactions. Makes one request to Stripe for each hundred of them. The desk lists a difference until somebody fixes it or sets it aside.',
  answers: {
    200: z
      .strictObject({
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
                'The day an admin reversed it by hand. It stays so until an admin records it.',
              ),
          }),
        ),
      })
      .describe(
        'How many transactions were compared, and how many differ and aren’t set aside. The newest 500 are named.',
      ),
  },
  refuses: ['payments-closed', 'busy'],
};

export function registerCompare(app: FastifyInstance, ctx: Context): void {
  post(
    app,
    '/api/v1/admin/payments/compare',
    { who: 'record', schema: compareInput, about: comparePayments },
    ({ actor, key, input }) => compareWithStripe(ctx, actor, key, input),
  );
}
