import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { PAYMENT_SUMS } from '../../db/payment-sums.ts';
import { anywhere } from '../../db/sql.ts';
import { PAYMENT_FLAGS, PAYMENT_STATUSES, PAYMENT_WAYS } from '../../domain/payment.ts';
import { ASSETS, dayOf, flag, instant, whereAll } from '../../exports/cells.ts';
import { days } from '../../exports/file.ts';
import { askedOf, part, type DeskList } from './desk-list.ts';

const filters = askedOf(['newest', 'paid'], {
  ...days,
  status: z.enum(PAYMENT_STATUSES).optional(),
  way: z.enum(PAYMENT_WAYS).optional(),
  flag: z.enum(PAYMENT_FLAGS).optional(),
  q: part,
});
type Filters = z.infer<typeof filters>;

const isAbout = (text: string): SQL => sql`(
  ${text.toUpperCase()} IN (payment.code, pledge.ref)
  OR ${text} IN (payment.object, payment.intent)
  OR signatory.name ILIKE ${anywhere(text)}
  OR EXISTS (
    SELECT FROM provider_batch WHERE payment_id = payment.id AND provider_batch.object = ${text}))`;

const where = (wanted: Filters): SQL =>
  whereAll(
    wanted.from && sql`${dayOf(sql`payment.created_at`)} >= ${wanted.from}`,
    wanted.to && sql`${dayOf(sql`payment.created_at`)} <= ${wanted.to}`,
    wanted.status && sql`payment.status = ${wanted.status}`,
    wanted.way && sql`payment.way = ${wanted.way}`,
    wanted.flag && sql`${wanted.flag} = ANY(payment.flags)`,
    wanted.q && isAbout(wanted.q),
  );

const find = sql`payment
  LEFT JOIN pledge ON pledge.id = payment.pledge_id
  LEFT JOIN signatory ON signatory.id = pledge.signatory_id`;

const WITH_SUMS: SQL = sql`${find} CROSS JOIN LATERAL ${PAYMENT_SUMS}
  JOIN ${ASSETS} ON asset.code = payment.currency
  LEFT JOIN (SELECT code, minor FROM ${ASSETS}) AS balance ON balance.code = sum.balance_currency`;

const microseconds = (at: SQL): SQL =>
  sql`COALESCE((extract(epoch FROM ${at}) * 1000000)::bigint, 0)`;

export const payments: DeskList<Filters> = {
  name: 'payments',
  audience: 'desk',
  filters,
  typed: ['q'],
  cells: ({ isFile }) => ({
    code: sql`payment.code`,
    created_at: instant(sql`payment.created_at`),
    ref: sql`pledge.ref`,
    status: sql`payment.status`,
    way: sql`payment.way`,
    currency: sql`payment.currency`,
    amount: sql`payment.amount_minor * asset.minor`,
    country: sql`payment.country`,
    gross: sql`sum.received * asset.minor`,
    refunded: sql`sum.refunded * asset.minor`,
    disputed: sql`sum.disputed * asset.minor`,
    balance_currency: sql`sum.balance_currency`,
    fee: sql`sum.fee * balance.minor`,
    net: sql`sum.net * balance.minor`,
    paid_at: instant(sql`payment.paid_at`),
    flags: sql`array_to_string(payment.flags, ' ')`,
    live: flag(sql`payment.livemode`),
    object: sql`payment.object`,
    intent: sql`payment.intent`,
    ...(!isFile && {
      signatory_id: sql`signatory.id`,
      giver: sql`signatory.name`,
      giver_status: sql`signatory.status`,
    }),
  }),
  find: () => [find],
  from: () => WITH_SUMS,
  where: (_facts, wanted) => where(wanted),
  sorts: {
    newest: { by: microseconds(sql`payment.created_at`), type: 'bigint', dir: 'desc' },
    paid: { by: microseconds(sql`payment.paid_at`), type: 'bigint', dir: 'desc' },
  },
  id: { by: sql`payment.id`, type: 'uuid' },
  sums: (_facts, wanted) => sql`
    SELECT payment.currency, count(*)::text AS found, (sum(sum.received) * asset.minor)::text AS gross
    FROM ${WITH_SUMS} WHERE ${where(wanted)}
    GROUP BY payment.currency, asset.minor ORDER BY payment.currency`,
};
