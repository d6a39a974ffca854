import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { stripeCustomer } from '../../db/payments.ts';
import type { Signatory } from '../../db/schema.ts';
import { rowsFrom } from '../../db/sql.ts';
import type { Initiative } from '../../initiative/read.ts';
import { ask, requireStripe, type StripeClient } from '../../stripe/client.ts';
import { IS_PAYABLE, IS_UNEXPECTED, type NewPayment, type PaymentRow } from '../payment.ts';
import { checkoutMethods, toStripe, transferOf } from '../stripe/currency.ts';
import { CODE_KEY } from '../stripe/stripe-state.ts';
import { disclosure, payPurpose } from './ways.ts';

/** For each thing that Stripe makes for a payment, so a retry goes on where it stopped. */
const keyFor = ({ id }: Pick<PaymentRow, 'id'>, what: string) => ({
  idempotencyKey: `muster-${what}-${id}`,
});

export async function makeSession(
  ctx: Context,
  row: PaymentRow,
  { initiative, ref }: { initiative: Initiative; ref: string | null },
) {
  const stripe = requireStripe(ctx);
  const { baseUrl } = ctx.config;
  const { code, currency } = row;
  const metadata = { [CODE_KEY]: code };
  const name = payPurpose(initiative, ref);
  const session = await ask(stripe, () =>
    stripe.api.checkout.sessions.create(
      {
        mode: 'payment',
        client_reference_id: code,
        allowed_payment_method_types: checkoutMethods(currency),
        line_items: [
          {
            quantity: 1,
            price_data: {
              currency: currency.toLowerCase(),
              unit_amount: toStripe(row.amountMinor, currency),
              product_data: { name },
            },
          },
        ],
        custom_text: { submit: { message: disclosure(initiative, row, 'checkout') } },
        metadata,
        payment_intent_data: {
          metadata,
          description: name,
          ...(row.email !== null && { receipt_email: row.email }),
        },
        ...(row.email !== null && { customer_email: row.email }),
        success_url: `${baseUrl}/paid/${code}`,
        cancel_url: `${baseUrl}/paid/${code}?cancelled=1`,
      },
      keyFor(row, 'session'),
    ),
  );
  return { object: session.id, url: session.url! };
}

const DAYS_UNTIL_DUE = 30;

/** Euro countries where Stripe has accounts for transfers. */
const EURO_ACCOUNTS = ['BE', 'DE', 'ES', 'FR', 'IE', 'NL'] as const;

function bankTransferOf({ currency, country }: PaymentRow) {
  const kind = transferOf(currency)!;
  if (kind !== 'eu') return { type: `${kind}_bank_transfer` as const };
  const own = EURO_ACCOUNTS.find((each) => each === country) ?? 'IE';
  return { type: 'eu_bank_transfer' as const, eu_bank_transfer: { country: own } };
}

/** An open invoice for the same amount that isn't due yet, so that nobody gets two. */
export async function invoiceGivenOut(
  ctx: Context,
  tx: Tx,
  { pledgeId, amountMinor, country, email }: NewPayment,
): Promise<string | null> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const [found] = await rowsFrom(tx, z.strictObject({ code: z.string() }))`
    SELECT payment.code
    FROM payment
    JOIN pledge ON pledge.id = payment.pledge_id
    JOIN signatory ON signatory.id = pledge.signatory_id
    WHERE payment.pledge_id = ${pledgeId} AND payment.way = 'invoice'
      AND payment.amount_minor = ${amountMinor.toString()}::bigint
      AND payment.country = ${country} AND payment.email = ${email}
      AND payment.livemode = ${requireStripe(ctx).livemode}
      AND payment.created_at > ${now} - make_interval(days => ${DAYS_UNTIL_DUE})
      AND ${IS_PAYABLE} AND NOT ${IS_UNEXPECTED}`;
  return found?.code ?? null;
}

/** One for each pledge: the customer's bank account tells for which one a transfer is. */
async function customerOf(
  ctx: Context,
  stripe: StripeClient,
  pledgeId: string,
  { ref, giver, description }: { ref: string; giver: Signatory; description: string },
): Promise<string> {
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

/** Paid by bank transfer. Money beyond it stays with Stripe as the customer's cash. */
export async function makeInvoice(
  ctx: Context,
  row: PaymentRow,
  { initiative, ref, giver }: { initiative: Initiative; ref: string; giver: Signatory },
) {
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
