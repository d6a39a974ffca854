/** What a payment through Stripe may be: kept as texts in the database, so names here are for ever. */

export const PAYMENT_STATUSES = ['new', 'open', 'processing', 'paid', 'failed', 'expired'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** Stripe's page for a card or a bank debit; or an invoice, and a bank transfer. */
export const PAYMENT_WAYS = ['checkout', 'invoice'] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];

/** By what one pays at Stripe's Checkout. */
export type CheckoutMethod = 'card' | 'us_bank_account' | 'sepa_debit';

/** Why nothing can be paid here now. */
export type WhyClosed = 'no-stripe' | 'initiative' | 'recipient' | 'demonstration';

/**
 * What an admin should look at though the money is received: it came for a pledge that was given up,
 * from a country that the recipient takes nothing from, or from somebody whose signature was rejected or
 * withdrawn. That it counts at an exchange rate that was too old. And what Stripe leaves open to be paid
 * though it is expected no more.
 */
export const PAYMENT_FLAGS = [
  'given-up',
  'closed-country',
  'giver-gone',
  'old-rate',
  'not-closed',
] as const;
export type PaymentFlag = (typeof PAYMENT_FLAGS)[number];

/** Of these an admin says that they were seen to; the other one goes by itself. */
export const SEEN_FLAGS = [
  'given-up',
  'closed-country',
  'giver-gone',
  'old-rate',
] as const satisfies PaymentFlag[];
export const isSeenTo = (flag: PaymentFlag): boolean =>
  (SEEN_FLAGS as readonly PaymentFlag[]).includes(flag);

/** The verbs that something of Stripe's can make. */
export const PROVIDER_VERBS = ['receive', 'refund', 'dispute', 'win', 'lose', 'reverse'] as const;
export type ProviderVerb = (typeof PROVIDER_VERBS)[number];

/** Where a refund stands at Stripe: a bank takes days over it, and one that was done may still fail. */
export const REFUND_STATES = ['pending', 'done', 'failed'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** What the ledger and Stripe differ in: missing here, extra here, or of another amount. */
export const DIFFERENCE_KINDS = ['missing', 'extra', 'amount'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/**
 * What became of an event: it is recorded; it says nothing new; it is of no use to us; an admin has to
 * look.
 */
export type EventOutcome = 'applied' | 'nothing' | 'unknown' | 'unmatched';

/** Why what Stripe tells of is no payment that we asked for, or cannot be recorded as it is. */
export const UNMATCHED_REASONS = [
  /** Of another account than ours. */
  'account',
  /** Of the test mode in live mode, or the other way round. */
  'livemode',
  /** There is nothing of the kind in our account. */
  'no-such-object',
  /** Nothing of it says that we asked for it. */
  'not-ours',
  /** It names a payment of ours that was asked for by another session or invoice. */
  'session',
  'currency',
  'amount',
  /** An invoice that was marked as paid outside of Stripe: no money came there. */
  'off-stripe',
  /** An admin recorded it by hand before Muster knew the payment. */
  'by-hand',
  /** The pledge is not accepted, or not any more. */
  'not-accepted',
  /** The ledger, or this payment, holds less than it would take. */
  'over-draw',
  /** A dispute was won that is recorded as lost. */
  'won-after-all',
  /** A gift in a currency for which there is no reference rate. */
  'no-rate',
] as const;
export type UnmatchedReason = (typeof UNMATCHED_REASONS)[number];

/** Whether a text may be what Stripe calls a payment, or something that came or went back of one. */
export const isStripeName = (text: string): boolean =>
  /^(cs|in|pi|ch|py|re|pyr|du|dp)_\w+$/.test(text);

/** Of another account or mode: there is nothing to be found by our key. */
export const isForeign = (reason: UnmatchedReason | null): boolean =>
  reason === 'account' || reason === 'livemode';
