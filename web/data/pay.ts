/** What the payment pages are made of. Amounts are bigints in minor units. */
import type { Day } from '../../server/domain/day.ts';
import type { PaymentStatus, PaymentWay, ProviderVerb } from '../../server/domain/payment.ts';

export interface Sum {
  currency: string;
  amount: bigint;
}

export interface Told extends Sum {
  way: PaymentWay;
  /** The reference that the payer sees; null for a gift that hasn't come. */
  paymentRef: string | null;
  isGift: boolean;
}

export interface PaidBatch {
  verb: ProviderVerb;
  amount: bigint;
  on: Day;
  isTakenBack: boolean;
  entries: number[];
}

export interface PaymentLine extends Sum {
  code: string;
  status: PaymentStatus;
  on: Day;
}
