import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import type * as schema from '../../db/schema.ts';
import { rowsOf } from '../../db/sql.ts';
import type { Initiative } from '../../initiative/read.ts';
import { ask, requireStripe, type StripeClient } from '../../stripe/client.ts';
import { toStripe, transferOf } from '../stripe/currency.ts';
import { disclosure, payPurpose } from './disclosure.ts';
import { IS_PAYABLE, IS_UNEXPECTED } from '../payment.ts';
import type { NewPayment, PaymentRow } from '../payment.ts';
import { keyFor } from './session.ts';
import { CODE_KEY } from '../stripe/stripe-state.ts';

const DAYS_UNTIL_DUE = 30;

type Giver = typeof schema.signatory.$inferSelect;

/** Countries in the euro area where Stripe has accounts for transfers. */
const EURO_ACCOUNTS = ['BE', 'DE', 'ES', 'FR', 'IE', 'NL'] as const;

function bankTransferOf({ currency, country }: PaymentRow) {
  const kind = transferOf(currency)!;
  if (kind !== 'eu') return { type: `${kind}_bank_transfer` as const };
  const own = EURO_ACCOUNTS.find((each) => each === country) ?? 'IE';
  return { type: 'eu_bank_transfer' as const, eu_bank_transfer: { country: own } };
}

/**
 * The code of an open invoice for the same amount of a pledge, so that asking again makes no second one. Null where
 * there is none, or it is due.
 */
export async function invoiceGivenOut(
  ctx: Context,
  tx: Tx,
  { pledgeId, amountMinor, country, email }: NewPayment,
): Promise<string | null> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const [found] = rowsOf<{ code: string }>(
    await tx.execute(sql`
      SELECT payment.code
      FROM payment
      JOIN pledge ON pledge.id = payment.pledge_id
      JOIN signatory ON signatory.id = pledge.signatory_id
      WHERE payment.pledge_id = ${pledgeId} AND payment.way = 'invoice'
        AND payment.amount_minor = ${amountMinor.toString()}::bigint
        AND payment.country = ${country} AND payment.email = ${email}
        AND payment.livemode = ${requireStripe(ctx).livemode}
        AND payment.created_at > ${now} - make_interval(days => ${DAYS_UNTIL_DUE})
        AND ${IS_PAYABLE} AND NOT ${IS_UNEXPECTED}`),
  );
  return found?.code ?? null;
}

/**
 * The pledge's own customer at Stripe: its bank account names the pledge for whatever arrives. The idempotency key
 * follows from the pledge's id and how many of its customers are gone.
 */
async function customerOf(
  ctx: Context,
  stripe: StripeClient,
  pledgeId: string,
  { ref, giver, description }: { ref: string; giver: Giver; description: string },
): Promise<string> {
  const { stripeCustomer } = payments;
  const { livemode } = stripe;
  const all = await ctx.db
    .select()
    .from(stripeCustomer)
    .where(and(eq(stripeCustomer.pledgeId, pledgeId), eq(stripeCustomer.livemode, livemode)));
  const known = all.find(({ goneAt }) => goneAt === null);
  if (known) return known.customer;
  const { name, email } = giver;
  const { id: customer } = await ask(stripe, () =>
    stripe.api.customers.create(
      { name, email: email!, description, metadata: { muster_pledge: ref } },
      { idempotencyKey: `muster-customer-${pledgeId}-${all.length}` },
    ),
  );
  await ctx.db
    .insert(stripeCustomer)
    .values({ pledgeId, livemode, customer })
    .onConflictDoNothing();
  return customer;
}

/**
 * Makes an invoice, paid by bank transfer. What it doesn't use stays with Stripe as the customer's cash. Each call has
 * its own key, so a retry goes on where it stopped. Throws `busy`.
 */
export async function makeInvoice(
  ctx: Context,
  row: PaymentRow,
  { initiative, ref, giver }: { initiative: Initiative; ref: string; giver: Giver },
): Promise<{ object: string; url: string }> {
  const stripe = requireStripe(ctx);
  const { invoices, invoiceItems } = stripe.api;
  const currency = row.currency.toLowerCase();
  const description = payPurpose(initiative, ref);
  const customer = await customerOf(ctx, stripe, row.pledgeId!, { ref, giver, description });
  const make = async () => {
    const { id: invoice } = await invoices.create(
      {
        customer,
        currency,
        collection_method: 'send_invoice',
        days_until_due: DAYS_UNTIL_DUE,
        auto_advance: false,
        pending_invoice_items_behavior: 'exclude',
        description,
        footer: disclosure(initiative, row, 'invoice'),
        metadata: { [CODE_KEY]: row.code },
        payment_settings: {
          payment_method_types: ['customer_balance'],
          payment_method_options: {
            customer_balance: { funding_type: 'bank_transfer', bank_transfer: bankTransferOf(row) },
          },
        },
      },
      keyFor(row, 'invoice'),
    );
    const amount = toStripe(row.amountMinor, row.currency);
    await invoiceItems.create(
      { customer, invoice, currency, amount, description },
      keyFor(row, 'item'),
    );
    return invoices.finalizeInvoice(invoice, {}, keyFor(row, 'final'));
  };
  const final = await ask(stripe, make);
  return { object: final.id, url: final.hosted_invoice_url! };
}
