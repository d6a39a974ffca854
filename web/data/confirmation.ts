/** The confirmation of a payment, and its line in a list. Quantities are in minor units. */
import type { Day } from '../../server/domain/day.ts';
import type { Grade } from '../../server/domain/evidence.ts';

export interface ConfirmationLine {
  batch: string;
  on: Day;
  quantity: bigint;
  isUndone: boolean;
}

export interface Confirmation {
  ref: string;
  /** What Stripe and banks have as the pledge's reference. */
  paymentRef: string;
  giver: string;
  paidThrough: string | null;
  asset: string;
  quantity: bigint;
  on: Day;
  grade: Grade;
  /** Of the evidence. */
  reference: string | null;
  entries: number[];
  initiative: string;
  recipient: {
    name: string;
    registration: string | null;
    country: string | null;
    contact: string | null;
  };
  /** The recipient's own text, such as one for taxes. */
  receiptText: string | null;
  undoneOn: Day | null;
  refunds: { on: Day; quantity: bigint }[];
}
