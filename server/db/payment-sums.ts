import { sql, type SQL } from 'drizzle-orm';

const sumOf = (...verbs: string[]): SQL =>
  sql`COALESCE(sum(amount_minor) FILTER (WHERE verb IN (${sql.raw(
    verbs.map((verb) => `'${verb}'`).join(', '),
  )})), 0)::bigint`;

/**
 * The balances of each payment as a lateral table `sum`, in minor units of its currency: received; refunded, or lost in a
 * dispute that was not won after all; in dispute, never negative, because an admin may have recorded its beginning by
 * hand. And Stripe's fee and the net amount of the receipt, in the balance's currency.
 */
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
