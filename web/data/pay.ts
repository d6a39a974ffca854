/** What the pages by which one pays are made of. Amounts are bigints in minor units. */
import type { Day } from '../../server/domain/day.ts';
import type { PaymentStatus, PaymentWay, ProviderVerb } from '../../server/domain/payment.ts';

export interface Sum {
  currency: string;
  amount: bigint;
}

/** What a payment's page says of it in sentences. */
export interface Told extends Sum {
  way: PaymentWay;
  /** What the payer knows the pledge by; null of a gift that has not come yet. */
  paymentRef: string | null;
  /** It was given without a promise. */
  isGift: boolean;
}

/** What has moved of a payment, as it moved. */
export interface PaidBatch {
  verb: ProviderVerb;
  amount: bigint;
  on: Day;
  isTakenBack: boolean;
  /** The places of its movements in the ledger. */
  entries: number[];
}

/** A payment, in a list. */
export interface PaymentLine extends Sum {
  code: string;
  status: PaymentStatus;
  on: Day;
}
