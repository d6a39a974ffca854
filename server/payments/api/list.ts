import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { PAYMENT_SUMS } from '../../db/payment-sums.ts';
import { payment } from '../../db/payments.ts';
import { pledge } from '../../db/schema.ts';
import { PAYMENT_FLAGS, PAYMENT_STATUSES, PAYMENT_WAYS } from '../../domain/payment.ts';
import { formatAmount } from '../../domain/quantity.ts';
import { say } from '../../domain/say.ts';
import { paged, pageOf } from '../../http/paging.ts';
import { isCode } from '../../ledger/codes.ts';

export const paymentsInput = z.strictObject({
  ...pageOf(z.uuid({ error: () => say().http.notNext })),
  status: z.enum(PAYMENT_STATUSES).optional(),
  way: z.enum(PAYMENT_WAYS).optional(),
  flag: z
    .enum(PAYMENT_FLAGS)
    .optional()
    .describe('Only payments that an admin should check for this.'),
  ref: z
    .string()
    .refine(isCode, { error: () => say().payments.pledgeRef })
    .optional()
    .describe('Only payments for this pledge.'),
});

const sumOf = <T extends string | null>(name: string) => sql<T>`sum.${sql.identifier(name)}::text`;

export async function listPayments(
  { db }: Pick<Context, 'db'>,
  { limit, cursor, status, way, flag, ref }: z.infer<typeof paymentsInput>,
) {
  const rows = await db
    .select({
      row: payment,
      ref: pledge.ref,
      received: sumOf<string>('received'),
      refunded: sumOf<string>('refunded'),
      disputed: sumOf<string>('disputed'),
      fee: sumOf<string | null>('fee'),
      net: sumOf<string | null>('net'),
      balanceCurrency: sumOf<string | null>('balance_currency'),
    })
    .from(payment)
    .leftJoin(pledge, eq(pledge.id, payment.pledgeId))
    .crossJoinLateral(PAYMENT_SUMS)
    .where(
      and(
        cursor === undefined ? undefined : lt(payment.id, cursor),
        status && eq(payment.status, status),
        way && eq(payment.way, way),
        flag && sql`${flag} = ANY(${payment.flags})`,
        ref === undefined ? undefined : eq(pledge.ref, ref),
      ),
    )
    .orderBy(desc(payment.id))
    .limit(limit + 1);
  const { items, next } = paged(rows, limit, ({ row }) => row.id);
  return {
    payments: items.map(({ row, ref: of, fee, net, balanceCurrency, ...sums }) => {
      const amount = (minor: string | bigint, currency = row.currency): string =>
        formatAmount(BigInt(minor), currency);
      return {
        code: row.code,
        pledge: of,
        status: row.status,
        way: row.way,
        currency: row.currency,
        amount: amount(row.amountMinor),
        country: row.country,
        received: amount(sums.received),
        refunded: amount(sums.refunded),
        disputed: amount(sums.disputed),
        balance:
          balanceCurrency === null || fee === null || net === null
            ? null
            : {
                currency: balanceCurrency,
                fee: amount(fee, balanceCurrency),
                net: amount(net, balanceCurrency),
              },
        flags: row.flags,
        live: row.livemode,
        object: row.object,
        intent: row.intent,
        createdAt: row.createdAt.toISOString(),
        paidAt: row.paidAt?.toISOString() ?? null,
      };
    }),
    next,
  };
}
