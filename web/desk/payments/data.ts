/** The data of a payment's page. Amounts in minor units. */
import type {
  ProviderVerb,
  EventOutcome,
  UnmatchedReason,
  RefundState,
} from '../../../server/domain/payment.ts';
import type { Move } from '../../../server/domain/pledge-book.ts';
import type { PaymentLine } from '../../data/desk.ts';
import type { Day } from '../../../server/domain/day.ts';
import type { PaymentGiver } from './parts.tsx';
import type { TrailLine } from '../../../server/domain/audit-trail.ts';

export interface PaymentPage {
  payment: PaymentLine & {
    country: string;
    livemode: boolean;
    object: string | null;
    intent: string | null;
    /** Null too if the admin may not see addresses. */
    email: string | null;
    checkedAt: Date | null;
  };
  ref: string | null;
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
  left: bigint;
  isOpen: boolean;
  refund: RefundState | null;
  /** What the admin just asked for, and why it was not done. */
  refused: { isLook: boolean; message: string } | null;
}

export interface PaymentOrder {
  id: string;
  amountMinor: bigint;
  reason: string;
  refusal: string | null;
  createdAt: Date;
  /** `lost`: nobody knows whether Stripe has got it. */
  state: 'done' | 'pending' | 'lost' | 'refused';
}

export interface PaymentBatch {
  object: string;
  verb: ProviderVerb;
  happenedAt: Date;
  amountMinor: bigint;
  isTakenBack: boolean;
  /** What Stripe reported; null if it was recorded again, or by hand. */
  told: {
    balanceCurrency: string | null;
    feeMinor: bigint | null;
    netMinor: bigint | null;
  } | null;
  moves: Move[];
  seqs: number[];
}
