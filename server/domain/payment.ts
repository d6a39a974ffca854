/** Payments through Stripe. The database keeps these texts, so names here are for ever. */

export const PAYMENT_STATUSES = ['new', 'open', 'processing', 'paid', 'failed', 'expired'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const PAYMENT_WAYS = ['checkout', 'invoice'] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];

export type CheckoutMethod = 'card' | 'us_bank_account' | 'sepa_debit';

export type WhyClosed = 'no-stripe' | 'initiative' | 'recipient' | 'demonstration';

/** What an admin should look at, and clears. */
export const SEEN_FLAGS = ['given-up', 'closed-country', 'giver-gone', 'old-rate'] as const;
/** `not-closed`: Stripe leaves open to be paid what is no longer expected. It clears itself. */
export const PAYMENT_FLAGS = [...SEEN_FLAGS, 'not-closed'] as const;
export type PaymentFlag = (typeof PAYMENT_FLAGS)[number];

export const isSeenTo = (flag: PaymentFlag): boolean =>
  (SEEN_FLAGS as readonly PaymentFlag[]).includes(flag);

export const PROVIDER_VERBS = ['receive', 'refund', 'dispute', 'win', 'lose', 'reverse'] as const;
export type ProviderVerb = (typeof PROVIDER_VERBS)[number];

/** A refund at Stripe takes days, and one that was done may still fail. */
export const REFUND_STATES = ['pending', 'done', 'failed'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

export const DIFFERENCE_KINDS = ['missing', 'extra', 'amount'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

export type EventOutcome = 'applied' | 'nothing' | 'unknown' | 'unmatched';

/** Why an event can't be recorded, or is about no payment that we asked for. */
export const UNMATCHED_REASONS = [
  /** Another Stripe account. */
  'account',
  'livemode',
  'no-such-object',
  'not-ours',
  /** It names a payment that we asked for by another session or invoice. */
  'session',
  'currency',
  'amount',
  /** An invoice marked as paid outside of Stripe: Stripe got no money. */
  'off-stripe',
  /** An admin recorded it by hand before Muster knew the payment. */
  'by-hand',
  /** The pledge is not accepted, or no longer. */
  'not-accepted',
  /** The ledger, or this payment, holds less than it would take. */
  'over-draw',
  /** A dispute was won, and is recorded as lost. */
  'won-after-all',
  /** A gift in a currency without a reference rate. */
  'no-rate',
] as const;
export type UnmatchedReason = (typeof UNMATCHED_REASONS)[number];

export const isStripeName = (text: string): boolean =>
  /^(cs|in|pi|ch|py|re|pyr|du|dp)_\w+$/.test(text);

/** Another account or mode: our key finds nothing there. */
export const isForeign = (reason: UnmatchedReason | null): boolean =>
  reason === 'account' || reason === 'livemode';
