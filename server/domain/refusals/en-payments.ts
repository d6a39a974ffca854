/** Of server/payments and server/stripe. */
export const payments = {
  // Stripe
  stripeAway: 'Stripe isn’t answering just now. Try again in a moment.',
  stripeKeyRefused:
    'Stripe refuses this server’s key, or the key lacks a permission. Whoever runs the server has to check STRIPE_SECRET_KEY.',
  noStripe: 'This server takes no payments through Stripe: STRIPE_SECRET_KEY isn’t set.',
  webhookClosed: 'This server takes no payments through Stripe.',
  signatureLate: 'This event was signed more than five minutes ago. Check this machine’s clock.',
  signatureWrong:
    'This event wasn’t signed with this endpoint’s secret. Check that STRIPE_WEBHOOK_SECRET is the one that Stripe shows for the endpoint.',
  eventIncomplete:
    'This event is signed, but incomplete. Set the endpoint to send whole events, not thin ones.',
  beingUpdated: 'This payment is being updated. Try again in a moment.',

  // What isn't there, or has changed
  noPayment: 'There is no such payment.',
  noEvent: 'There is no such event.',
  noRefund: 'There is no such refund.',
  alreadyHandled: 'Someone has already dealt with this. Reload the page.',
  noLongerDiffers: 'This no longer differs. Reload the page.',

  // Fields
  pledgeRef: 'must be the reference of a pledge',
  currencyNotCharged: 'must be a currency that Stripe takes',
  notChargedIn: (currency: string) => `can’t be paid through Stripe in ${currency}`,
  mustEndInZero: (currency: string) =>
    `must end in a zero: banks take only two decimals in ${currency}`,
  mustBeWhole: (currency: string) => `must be a whole number of ${currency}`,
  noRate: (currency: string) => `has no reference rate to ${currency}. Choose another currency`,
  tooSmall: 'is too small for Stripe. Enter more',
  tooLarge: 'is more than Stripe takes at once: pay it in parts',
  countryClosed: 'isn’t possible: the recipient takes no payments through Stripe from there',
  overLimitPledge: (limit: string) =>
    `is over ${limit}: sign and pledge it, then pay by bank transfer`,
  overLimitNoTransfer: (limit: string, currency: string) =>
    `is over ${limit}, and bank transfers in ${currency} aren’t possible`,
  lastBeforeFirst: 'must not be before the first day',
  tooManyDays: (days: number) => `must be within ${days} days of the first day`,

  // Opening a payment
  linkSpent: 'This link has expired. Ask for a new one.',
  pledgeIsCompute: (ref: string) => `Pledge ${ref} is compute. Only pledges of money can be paid.`,
  giverGone: (ref: string) =>
    `Pledge ${ref} can’t be paid any more: its signature was withdrawn or rejected.`,
  giverUnconfirmed:
    'The pledge’s giver hasn’t confirmed an email address, so we can’t email a link.',
  refusedByStripe:
    'Stripe did not accept this payment. Nothing was paid. Try another amount, or ask the recipient.',
  closed: {
    'no-stripe':
      'This server takes no payments through Stripe. Ask the recipient’s contact how to pay.',
    initiative: 'Signing, pledging and paying are closed for this initiative.',
    demonstration: 'This is a demonstration. It takes no real money.',
  },
  recipientIncomplete: (missing: readonly string[]) =>
    `Payments open once the recipient’s details are complete. Missing: ${missing.join(', ')}.`,

  // Why a payment is unmatched
  accountUnread: 'STRIPE_SECRET_KEY may not read its own account. Give it read access to Accounts.',
  byHand: (refs: readonly string[]) => `Recorded by hand for pledge ${refs.join(', ')}.`,
  moreWentBack: (amount: string) => `${amount} more went back than was paid.`,
  moreLeftDispute: (amount: string) =>
    `${amount} more of this payment ended in disputes than was in dispute.`,
  noAmount: 'no amount',
  amountUnread: (currency: string) => `an amount in ${currency} that can’t be recorded`,
  claim: (object: string, amount: string, intent: string | null) =>
    `${object}: ${amount}${intent === null ? '' : ` by ${intent}`}`,
  mismatch: (claim: string, asked: string) => `${claim}; asked for ${asked}`,
  /** Why less was received than paid. */
  receiptUndone: 'An admin undid its receipt.',
  receiptPartly: (received: string) => `Only ${received} of it are recorded.`,

  // Refunds
  nothingToRefund: 'Nothing of this payment is left to refund.',
  onlySoMuch: (most: string) => `Only ${most} of this payment can be refunded. Enter that or less.`,
  moreThan: (most: string) => `is more than the ${most} that can be refunded`,
  refundPageOld: 'A refund or movement was added since you opened this page. Check it again.',
  refundNotWaiting: 'This refund is no longer waiting. Reload the page.',
  notInAccount: 'Stripe has no such payment in this account.',
  refundArrived: 'Stripe has this refund, so it can’t be cancelled.',
  refundOnItsWay: (minutes: number) =>
    `This refund may still be on its way to Stripe. You can cancel it ${minutes} minutes after it was sent.`,
  refundRefused: (why: string) => `Stripe refused the refund: ${why}`,
  /** Kept with the refund, for the desk. */
  refundCancelled: 'An admin cancelled it here, because Stripe didn’t have it.',
  refundSentBack: 'The payer’s bank sent it back.',
};
