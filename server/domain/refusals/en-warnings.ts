/** What is wrong with the server itself: at the desk, in the log and for alerts. */
export const warnings = {
  trial: 'The trial’s database doesn’t survive a power loss. Set DATABASE_URL.',
  owner:
    'The login of DATABASE_URL could change the ledger. Give MIGRATE_DATABASE_URL a login of its own.',
  noMail: 'Emails are written to DATA_DIR/outbox and reach nobody. Set SMTP_URL.',
  noRates: 'There are no reference rates.',
  oldRates: (day: string) => `The newest reference rates are of ${day}.`,
  ratesFailed: (why: string) => `The reference rates couldn’t be fetched: ${why}`,
  comparisonFailed: (why: string) => `Payments couldn’t be compared with Stripe: ${why}`,
  acceptanceFailed: (why: string) => `Anonymous pledges couldn’t be accepted together: ${why}`,
  testMoney: 'Payments of Stripe’s test mode are in the figures. Undo their receipts at the desk.',
  stripeKeyRefused:
    'Stripe refuses STRIPE_SECRET_KEY, or something that Muster asks with it. See the log.',
};
