import type { PaymentStatus } from '../domain/payment.ts';
import type { PaymentRow } from './opened.ts';
import type { Truth } from './truth.ts';

/** In the order in which a payment goes through them. */
const AGE: Record<PaymentStatus, number> = {
  new: 0,
  open: 1,
  processing: 2,
  failed: 3,
  expired: 3,
  paid: 4,
};

/** A payment goes on and never back: a look that is older than the last one says nothing. */
export function statusOf(
  row: Pick<PaymentRow, 'status'>,
  { state, receipt }: Truth,
): PaymentStatus {
  // Paid without a receipt: Stripe has not made the charge known yet.
  const unpaid = state === 'paid' || state === 'off-stripe' ? 'processing' : state;
  const seen = receipt === null ? unpaid : 'paid';
  return AGE[seen] < AGE[row.status] ? row.status : seen;
}
