/** What the desk's pages of payments are made of. Amounts in minor units. */
import type { Day } from '../../server/domain/day.ts';
import type { Move } from '../../server/domain/book.ts';
import type {
  EventOutcome,
  PaymentFlag,
  PaymentStatus,
  PaymentWay,
  ProviderVerb,
  RefundState,
  UnmatchedReason,
} from '../../server/domain/payment.ts';
import type { TrailLine } from '../../server/domain/trail.ts';
import type { FormState } from '../components/form.tsx';
import type { Listing } from '../model-pages.ts';
import type { DeskFrame } from './frame.tsx';
import type { HandPreviewPage } from './model-pledge.ts';

/** Somebody who gave; `giver` is the status of who has not signed. */
export interface PaymentGiver {
  id: string;
  name: string;
  status: string;
}

/** A payment in a list. */
export interface PaymentLine {
  code: string;
  way: PaymentWay;
  currency: string;
  amountMinor: bigint;
  status: PaymentStatus;
  flags: readonly PaymentFlag[];
  createdAt: Date;
  paidAt: Date | null;
}

interface PaymentBatch {
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

interface PaymentOrder {
  id: string;
  amountMinor: bigint;
  reason: string;
  object: string | null;
  refusal: string | null;
  createdAt: Date;
  /** `lost`: nobody knows whether Stripe has got it. */
  state: 'done' | 'pending' | 'lost' | 'refused';
}

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

export interface RefundFormPage {
  frame: DeskFrame;
  code: string;
  currency: string;
  left: bigint;
  giver: PaymentGiver | null;
  form: FormState;
}

export interface RefundPreviewPage extends HandPreviewPage {
  code: string;
}

export interface UnmatchedEvent {
  id: string;
  type: string;
  object: string | null;
  reason: UnmatchedReason;
  detail: string | null;
  livemode: boolean;
  asideNote: string | null;
  receivedAt: Date;
  payment: string | null;
}

export interface UnmatchedPage {
  frame: DeskFrame;
  events: UnmatchedEvent[];
  list: Omit<Listing, 'found'>;
  isAside: boolean;
  /** What was sent of one of them and refused. */
  again: { event: string; form: FormState } | null;
}

export interface HeldCashPage {
  frame: DeskFrame;
  livemode: boolean;
  held: {
    customer: string;
    currency: string;
    amountMinor: bigint;
    asOf: Date;
    /** Of the pledge that it was sent for. */
    ref: string | null;
    giver: PaymentGiver | null;
  }[];
}
