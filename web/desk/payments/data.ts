/** What the page of a payment is made of. Amounts in minor units. */
import type {
  ProviderVerb,
  EventOutcome,
  UnmatchedReason,
  RefundState,
} from '../../../server/domain/payment.ts';
import type { Move } from '../../../server/domain/pledge-book.ts';
import type { DeskFrame } from '../frame.tsx';
import type { PaymentLine } from '../../data/desk.ts';
import type { Day } from '../../../server/domain/day.ts';
import type { PaymentGiver } from './parts.tsx';
import type { TrailLine } from '../../../server/domain/audit-trail.ts';

export interface PaymentPage {
  frame: DeskFrame;
  payment: PaymentLine & {
    country: string;
    livemode: boolean;
    object: string | null;
    intent: string | null;
    /** Null for who may not see addresses, too. */
    email: string | null;
    checkedAt: Date | null;
  };
  ref: string | null;
  /** The day of the exchange rate at which its pledge counts. */
  rateOn: Day | null;
  giver: PaymentGiver | null;
  batches: PaymentBatch[];
  orders: PaymentOrder[];
  events: {
    id: string;
    type: string;
    outcome: EventOutcome;
    reason: UnmatchedReason | null;
    receivedAt: Date;
  }[];
  trail: TrailLine[];
  /** What can be sent back. */
  left: bigint;
  /** Whether there is a Stripe to ask. */
  isOpen: boolean;
  /** Where a refund stands that was ordered just now. */
  refund: RefundState | null;
  /** What was asked for just now and could not be done. */
  refused: { isLook: boolean; message: string } | null;
}

export interface PaymentOrder {
  id: string;
  amountMinor: bigint;
  reason: string;
  object: string | null;
  refusal: string | null;
  createdAt: Date;
  /** `lost`: nobody knows whether Stripe has got it. */
  state: 'done' | 'pending' | 'lost' | 'refused';
}

export interface PaymentBatch {
  object: string;
  verb: ProviderVerb;
  batch: string;
  happenedAt: Date;
  amountMinor: bigint;
  isTakenBack: boolean;
  /** What Stripe told of it; null of one that was recorded again, or by hand. */
  told: {
    balanceCurrency: string | null;
    feeMinor: bigint | null;
    netMinor: bigint | null;
  } | null;
  moves: Move[];
  /** The places of its movements in the ledger. */
  seqs: number[];
}
