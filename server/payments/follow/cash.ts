import { and, eq, gt, lte, notInArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { stripeCustomer, unappliedCash } from '../../db/payments.ts';
import { rowsFrom } from '../../db/sql.ts';
import { isCurrency } from '../../domain/asset.ts';
import { find, type StripeClient } from '../../stripe/client.ts';
import { fromStripe } from '../stripe/currency.ts';

/** Money that a customer sent to Stripe and no invoice uses. */
export type Cash = NonNullable<Awaited<ReturnType<typeof readCash>>>;

const customerWithCash = z.strictObject({ customer: z.string(), currency: z.string() });
type CustomerWithCash = z.infer<typeof customerWithCash>;

/** Whoever once got an invoice may send cash. Leaves out customers that are gone or were read after `since`. */
export async function unreadCash({ db, now }: Context, since: Date, livemode: boolean) {
  return rowsFrom(db, customerWithCash)`
    SELECT customer, max(currency) AS currency
    FROM (
      SELECT customer, currency, as_of FROM unapplied_cash
      UNION ALL
      SELECT customer, pledge.asset, NULL
      FROM stripe_customer JOIN pledge ON pledge.id = stripe_customer.pledge_id
    ) AS known
    LEFT JOIN stripe_customer AS ours USING (customer)
    WHERE ours.customer IS NULL OR ours.livemode = ${livemode} AND ours.gone_at IS NULL
    GROUP BY customer
    HAVING coalesce(max(as_of) FILTER (WHERE as_of <= ${now().toISOString()}::timestamptz)
      < ${since.toISOString()}::timestamptz, true)
    ORDER BY max(as_of) NULLS FIRST, customer`;
}

/** A customer's cash at Stripe, with a zero for the `used` currency if none is held. Null for a missing customer. */
export async function readCash(ctx: Context, stripe: StripeClient, customer: string, used: string) {
  const asOf = ctx.now();
  const balance = await find(stripe, () => stripe.api.customers.retrieveCashBalance(customer));
  if (!balance) return null;
  const held = Object.entries({ [used.toLowerCase()]: 0, ...balance.available });
  const amounts = held.flatMap(([code, amount]) => {
    const currency = code.toUpperCase();
    const amountMinor = isCurrency(currency) ? fromStripe(amount, currency) : null;
    return amountMinor === null ? [] : [{ currency, amountMinor }];
  });
  // Sorted, so that two writers lock the rows in one order.
  amounts.sort((a, b) => (a.currency < b.currency ? -1 : 1));
  return { customer, amounts, asOf };
}

/** A customer that isn't found isn't gone: the key may be another account's. */
export async function refreshCash(
  ctx: Context,
  stripe: StripeClient,
  { customer, currency }: CustomerWithCash,
): Promise<void> {
  const cash = await readCash(ctx, stripe, customer, currency);
  if (cash) return ctx.db.transaction((tx) => keepCash(ctx, tx, cash));
  const found = await find(stripe, () => stripe.api.customers.retrieve(customer));
  if (!found?.deleted) return;
  const asOf = ctx.now();
  await ctx.db.transaction(async (tx) => {
    // A deleted customer has none, and nobody reads the row again.
    await keepCash(ctx, tx, { customer, amounts: [{ currency, amountMinor: 0n }], asOf });
    await tx
      .update(stripeCustomer)
      .set({ goneAt: asOf })
      .where(eq(stripeCustomer.customer, customer));
  });
}

/** Looks may end in the other order, so a row of zero stays. A row dated in the future came from a clock that was ahead. */
export async function keepCash({ now }: Context, tx: Tx, { customer, amounts, asOf }: Cash) {
  if (amounts.length === 0) return;
  const isOlder = sql`(${lte(unappliedCash.asOf, asOf)} OR ${gt(unappliedCash.asOf, now())})`;
  await tx
    .insert(unappliedCash)
    .values(amounts.map((each) => ({ ...each, customer, asOf })))
    .onConflictDoUpdate({
      target: [unappliedCash.customer, unappliedCash.currency],
      set: { amountMinor: sql`excluded.amount_minor`, asOf },
      setWhere: isOlder,
    });
  const held = amounts.map(({ currency }) => currency);
  await tx
    .update(unappliedCash)
    .set({ amountMinor: 0n, asOf })
    .where(
      and(eq(unappliedCash.customer, customer), notInArray(unappliedCash.currency, held), isOlder),
    );
}
