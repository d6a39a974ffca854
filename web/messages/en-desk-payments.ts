import type {
  PaymentFlag,
  PaymentStatus,
  ProviderVerb,
  RefundState,
  UnmatchedReason,
} from '../../server/domain/payment.ts';
import type { Day } from '../../server/domain/day.ts';
import { count, fullAmount, fullDay, instant } from '../format.ts';
import type { FieldWords } from './shapes.ts';

const statuses: Record<PaymentStatus, string> = {
  new: 'not started',
  open: 'open',
  processing: 'on its way',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
};

const ways = { checkout: 'Checkout', invoice: 'invoice' };

const flags: Record<PaymentFlag, string> = {
  'given-up': 'Pledge no longer expected',
  'closed-country': 'Closed country',
  'giver-gone': 'Giver is gone',
  'old-rate': 'Old exchange rate',
  'not-closed': 'Not closed at Stripe',
};

const flagTexts: Record<PaymentFlag, string> = {
  'given-up':
    'the pledge was withdrawn or is no longer expected. We recorded the money, and expect that part of the pledge again. Ask the giver whether they meant to pay. If not, send it back.',
  'closed-country':
    'the recipient takes no money from the payer’s country. Ask whoever screens payments. If it must not stay, send it back.',
  'giver-gone':
    'the signatory has withdrawn or was rejected. Ask whether they meant to pay. If not, send it back.',
  'old-rate':
    'the newest exchange rate was more than 30 days old when this money arrived. Check the rate, and add newer ones for what arrives next.',
  'not-closed':
    'this payment is no longer expected, but it can still be paid at Stripe. We try to close it each day. You can close it in Stripe’s dashboard.',
};

const reasons: Record<UnmatchedReason, { what: string; todo: string }> = {
  account: {
    what: 'This event came from another Stripe account.',
    todo: 'Remove the endpoint in that account, then set this aside.',
  },
  livemode: {
    what: 'This event came from Stripe’s other mode: test instead of live, or live instead of test.',
    todo: 'Remove the endpoint of the wrong mode at Stripe, then set this aside.',
  },
  'no-such-object': {
    what: 'Stripe has nothing under this id in our account.',
    todo: 'Look in Stripe’s dashboard for what became of it.',
  },
  'not-ours': {
    what: 'Muster did not ask for this payment.',
    todo: 'If it was meant for a pledge, record a receipt on the pledge’s page with Stripe’s id of the payment (pi_…) as the reference. Then set this aside.',
  },
  session: {
    what: 'It names one of our payments, but was paid through another session or invoice.',
    todo: 'Someone made it by hand at Stripe. If it was meant for the pledge, record a receipt on the pledge’s page with Stripe’s id of the payment (pi_…) as the reference. Then set this aside.',
  },
  currency: {
    what: 'It was paid in a different currency than we asked for.',
    todo: 'Record the payment by hand with Stripe’s id of the payment (pi_…) as the reference, or send it back at Stripe.',
  },
  amount: {
    what: 'A different amount was paid than we asked for.',
    todo: 'Someone changed it at Stripe. Record by hand what arrived, with Stripe’s id of the payment (pi_…) as the reference, or send it back at Stripe.',
  },
  'off-stripe': {
    what: 'The invoice was marked as paid outside Stripe: no money arrived there.',
    todo: 'Once the bank has the money, record a receipt on the pledge’s page with the bank’s reference.',
  },
  'by-hand': {
    what: 'An admin recorded this payment by hand.',
    todo: 'Undo what was recorded by hand, then look again. Muster then records what Stripe says.',
  },
  'not-accepted': {
    what: 'The pledge is not accepted.',
    todo: 'Accept it and look again, or send the money back at Stripe.',
  },
  'over-draw': {
    what: 'More money went back than the ledger holds of this payment.',
    todo: 'If a receipt was undone by mistake, record it again from Differences. If something was recorded by hand by mistake, undo it and look again. If the money moved to another pledge or the bank took more than was paid, record by hand what went back, without Stripe’s id, and set this aside.',
  },
  'won-after-all': {
    what: 'The dispute is recorded as lost, but Stripe now says that it was won.',
    todo: 'Undo the loss on the pledge’s page, then look again.',
  },
  'no-rate': {
    what: 'There is no exchange rate for this currency on that day.',
    todo: 'Add a rate with its source, then look again.',
  },
};

const verbs: Record<ProviderVerb, string> = {
  receive: 'Received',
  refund: 'Refunded',
  dispute: 'Contested',
  win: 'Dispute won',
  lose: 'Dispute lost',
  reverse: 'Refund failed',
};

export const deskPayments = {
  tabs: {
    label: 'Payments through Stripe',
    payments: 'Payments',
    unmatched: 'Unmatched',
    differences: 'Differences',
    cash: 'Cash',
  },
  found: (number: number): string => `${count(number)} ${number === 1 ? 'payment' : 'payments'}`,
  none: 'No payments through Stripe yet.',
  statuses,
  ways,
  flags,
  flagTexts,
  reasons,
  verbs,
  unsigned: 'gave without signing',
  columns: {
    code: 'Payment',
    begun: 'Started',
    gift: 'gift',
    status: 'Status',
    way: 'Way',
    amount: 'Requested',
    gross: 'Received',
    back: 'Sent back',
    fee: 'Fee',
    net: 'Net',
    paid: 'Paid',
    flags: 'To review',
  },
  text: 'Giver, pledge or Stripe’s id',
  sorts: { newest: 'newest first', paid: 'by the day it was paid' },
  received: 'received',
  test: 'Test mode: no real money.',
  one: {
    title: (amount: string): string => `Payment of ${amount}`,
    of: 'From',
    gift: 'A gift without a signature',
    giftOpen: 'A gift without a signature. We know the giver once it arrives.',
    asked: 'Amount requested',
    rate: 'Exchange rate',
    rateOf: (on: Day): string => `from ${fullDay(on)}`,
    country: 'Payer’s country',
    checked: 'Last checked',
    never: 'not yet',
    confirmed: 'Confirmation emailed to',
    at: 'At Stripe',
    look: 'Look again',
    open: 'Open the payment',
    lookHint: 'We ask Stripe about this payment and record what is missing.',
    unmatched: 'We asked Stripe, but could not record everything',
    notDone: 'Nothing has changed',
    seenTo: 'Mark as reviewed',
    note: 'Note',
    noteHint: 'Say what you did. Only admins see this.',
    nothing: 'Nothing yet.',
    fee: (fee: string, net: string): string => `Fee ${fee}, net ${net}`,
    entries: 'Entries',
    orders: 'Refunds ordered here',
    ordered: 'Ordered',
    amount: 'Amount',
    reason: 'Reason',
    states: {
      done: 'done',
      pending: 'with the payer’s bank',
      lost: 'no answer from Stripe',
    },
    sentBack: {
      done: 'Stripe has sent the money back.',
      pending:
        'The refund is under way at Stripe: no money has gone back yet. This takes some days. We record it once Stripe has done it.',
      failed: 'The payer’s bank did not take the money: nothing has gone back.',
    } satisfies Record<RefundState, string>,
    refused: (message: string): string => `not done: ${message}`,
    resend: 'Send it again',
    letGo: 'Cancel the refund',
    events: 'Events from Stripe',
    outcomes: {
      applied: 'recorded',
      nothing: 'nothing new',
      unknown: 'not needed',
      unmatched: 'not recorded',
    },
  },
  refund: {
    title: 'Send money back',
    text: 'Stripe returns the money the way it came, and we email the payer. Stripe keeps its fee. You can’t undo this.',
    fields: (left: string, currency: string): Record<string, FieldWords> => ({
      how: {
        label: 'How much',
        choices: [
          { value: 'all', text: `Everything left: ${left}` },
          { value: 'part', text: 'A part' },
        ],
      },
      amount: { label: `Amount in ${currency}` },
      reason: {
        label: 'Reason',
        hint: 'The public sees it with the change, if the pledge shows its giver.',
      },
    }),
    submit: 'Send it back',
    of: 'of payment',
  },
  unmatched: {
    title: 'Unmatched',
    lead: 'Stripe reported these payments, but we could not record all of them.',
    tabs: { waiting: 'To review', aside: 'Set aside' },
    label: 'Which events',
    none: 'Everything that Stripe reported is recorded.',
    told: (type: string, at: Date): string => `${type}, ${instant(at)}`,
    noteHint: 'Say why nothing needs to be done. Only admins see this.',
    refused: 'We couldn’t record it',
    isAside: (note: string): string => `Set aside: ${note}`,
  },
  cash: {
    title: 'Cash held',
    lead: 'Bank transfers that Stripe holds for no invoice. They are not received. Apply or return them in Stripe’s dashboard.',
    none: 'Stripe holds no cash without an invoice.',
    unknown: 'a customer that Muster doesn’t know',
    asOf: 'As of',
  },
  pledge: {
    mail: 'Email a payment link',
    hint: 'The giver can pay with this link for 30 days without signing in.',
  },
  amountOf: (minor: bigint, currency: string): string => fullAmount(minor, currency),
};
