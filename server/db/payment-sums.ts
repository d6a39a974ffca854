import { sql, type SQL } from 'drizzle-orm';

const sumOf = (...verbs: string[]): SQL =>
  sql`COALESCE(sum(amount_minor) FILTER (WHERE verb IN (${sql.raw(
    verbs.map((verb) => `'${verb}'`).join(', '),
  )})), 0)::bigint`;

/** Of each payment, as a lateral table `sum` in minor units. `disputed` may lack its beginning, recorded by hand. */
export const PAYMENT_SUMS: SQL = sql`(
    SELECT ${sumOf('receive')} AS received,
      ${sumOf('refund', 'lose')} - ${sumOf('reverse')} AS refunded,
      GREATEST(${sumOf('dispute')} - ${sumOf('win', 'lose')}, 0) AS disputed,
      max(fee_minor) FILTER (WHERE verb = 'receive') AS fee,
      max(net_minor) FILTER (WHERE verb = 'receive') AS net,
      max(balance_currency) FILTER (WHERE verb = 'receive') AS balance_currency
    FROM provider_batch WHERE payment_id = payment.id AND NOT (verb = 'lose' AND EXISTS (
      SELECT FROM provider_batch won
      WHERE won.object = provider_batch.object AND won.verb = 'win'))) AS sum`;
