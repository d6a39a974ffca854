/** What the pages by which one pays are made of. Amounts are bigints in minor units. */
import type { Day } from '../server/domain/day.ts';
import type {
  CheckoutMethod,
  PaymentStatus,
  PaymentWay,
  ProviderVerb,
  WhyClosed,
} from '../server/domain/payment.ts';
import type { FilledInstalment } from '../server/domain/schedule.ts';
import type { FormState } from './components/form.tsx';
import type { OwnFrame } from './own.tsx';

interface Sum {
  currency: string;
  amount: bigint;
}

/** What each form of paying has. */
interface PayForm {
  frame: OwnFrame;
  /** The session's token; null where the form needs none. */
  csrf: string | null;
  key: string;
  form: FormState;
  /** Up to it one pays at Checkout; in the initiative's currency. */
  limit: Sum;
  /** What stands beside the button, in lines. */
  disclosure: string[];
}

export interface PayPage extends PayForm {
  /** Where it is sent. */
  action: string;
  /** The page of the pledge, for its own signatory; null for whoever has a link. */
  back: string | null;
  ref: string;
  /** What the payer knows the pledge by. */
  paymentRef: string;
  currency: string;
  open: bigint;
  /** Begun to be paid, and not received yet. */
  onTheWay: bigint;
  instalments: FilledInstalment[];
  /** The oldest instalment of which anything is open. */
  due: bigint | null;
  /** A part of what is open waits for a condition. */
  waits: boolean;
  methods: readonly CheckoutMethod[];
  /** Whether a transfer can be asked for in its currency. */
  hasTransfer: boolean;
  today: Day;
}

export interface GivePage extends PayForm {
  /** The initiative's first. */
  currencies: readonly string[];
}

export interface ClosedPage {
  frame: OwnFrame;
  why: WhyClosed;
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

export interface PaidPage extends PaymentLine {
  frame: OwnFrame;
  way: PaymentWay;
  /** What the payer knows the pledge by; null of a gift that has not come yet. */
  paymentRef: string | null;
  /** Its public reference; null also where the pledge isn't public. */
  ref: string | null;
  /** It was given without a promise. */
  isGift: boolean;
  /** Where it is paid, while it is open and nothing came of it. */
  url: string | null;
  /** Stripe has told of it what could not be recorded: an admin has to look, or has put all of it aside. */
  held: 'held' | 'aside' | null;
  /** Its payer has turned back at Stripe's page. */
  isCancelled: boolean;
  /** Stripe did not answer when it was looked at for this page. */
  isStale: boolean;
  batches: PaidBatch[];
}
