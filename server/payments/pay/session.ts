import type { Context } from '../../context.ts';
import type { Initiative } from '../../initiative/read.ts';
import { ask, requireStripe } from '../../stripe/client.ts';
import { checkoutMethods, toStripe } from '../stripe/currency.ts';
import { disclosure, payPurpose } from './disclosure.ts';
import type { PaymentRow } from '../payment.ts';
import { CODE_KEY } from '../stripe/stripe-state.ts';

/** Our idempotency key for one thing that Stripe makes for a payment. */
export const keyFor = ({ id }: Pick<PaymentRow, 'id'>, what: string) => ({
  idempotencyKey: `muster-${what}-${id}`,
});

/** Throws `busy`; a refusal of Stripe's goes on. */
export async function makeSession(
  ctx: Context,
  row: PaymentRow,
  { initiative, ref }: { initiative: Initiative; ref: string | null },
): Promise<{ object: string; url: string }> {
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
