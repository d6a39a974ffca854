/** What the desk says of payments through Stripe. */
import type {
  PaymentFlag,
  PaymentStatus,
  ProviderVerb,
  RefundState,
  UnmatchedReason,
} from '../../server/domain/payment.ts';
import type { Day } from '../../server/domain/day.ts';
import { count, fullAmount, fullDay, instant } from '../format.ts';

const statuses: Record<PaymentStatus, string> = {
  new: 'not begun',
  open: 'open',
  processing: 'on its way',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
};

const ways = { checkout: 'Checkout', invoice: 'invoice' };

const flags: Record<PaymentFlag, string> = {
  'given-up': 'Pledge was given up',
  'closed-country': 'Closed country',
  'giver-gone': 'Giver is gone',
  'old-rate': 'Old exchange rate',
  'not-closed': 'Not closed at Stripe',
};

const flagTexts: Record<PaymentFlag, string> = {
  'given-up':
    'it came for what was withdrawn or lapsed. It is received, and what it pays is expected after all. Ask the giver whether that was meant; if not, send it back.',
  'closed-country':
    'the payer is in a country from which the recipient takes nothing. Let whoever screens payments look at it; if it must not stay, send it back.',
  'giver-gone':
    'its signatory has withdrawn or was rejected. Ask whether it was meant; if not, send it back.',
  'old-rate':
    'the newest rate was more than 30 days old when this money arrived, and the money counts at that rate. Check the rate, and get newer ones for what arrives next.',
  'not-closed':
    'it is expected no more, and Stripe has not closed it: it can still be paid. It is tried again each day. Close it at Stripe’s dashboard.',
};

/** Why Stripe’s word was not followed, and what to do. */
const reasons: Record<UnmatchedReason, { what: string; todo: string }> = {
  account: {
    what: 'It is of another Stripe account.',
    todo: 'An endpoint of another account sends here. Remove it there, and put this aside.',
  },
  livemode: {
    what: 'It is of Stripe’s other mode: test where this is live, or live where this is a test.',
    todo: 'An endpoint of the wrong mode sends here. Remove it at Stripe, and put this aside.',
  },
  'no-such-object': {
    what: 'Stripe has nothing by this id in our account.',
    todo: 'Look at Stripe’s dashboard for what became of it.',
  },
  'not-ours': {
    what: 'Nothing of it says that it was asked for here.',
    todo: 'The account sells or collects something else, too: put it aside. If it was meant for a pledge, record a receipt on the pledge’s page before, with Stripe’s id of the payment (pi_…) as the reference.',
  },
  session: {
    what: 'It names a payment of ours, and was paid by another session or invoice than we gave out.',
    todo: 'Somebody has made it by hand at Stripe. If it was meant for the pledge, record a receipt on the pledge’s page, with Stripe’s id of the payment (pi_…) as the reference, and put this aside.',
  },
  currency: {
    what: 'It was paid in another currency than was asked for.',
    todo: 'Record a receipt by hand, with Stripe’s id of the payment (pi_…) as the reference, or send it back at Stripe.',
  },
  amount: {
    what: 'Another amount was paid than was asked for.',
    todo: 'Somebody has changed it at Stripe. Record a receipt by hand of what came, with Stripe’s id of the payment (pi_…) as the reference, or send it back at Stripe.',
  },
  'off-stripe': {
    what: 'The invoice was marked as paid outside of Stripe: no money came there.',
    todo: 'Record a receipt on the pledge’s page once the bank has it, with the bank’s reference.',
  },
  'by-hand': {
    what: 'An admin recorded this payment by hand.',
    todo: 'Undo what was recorded by hand, then look again. Muster then records what Stripe says.',
  },
  'not-accepted': {
    what: 'The pledge is not accepted, or not any more.',
    todo: 'Accept it, and try again; or send the money back at Stripe.',
  },
  'over-draw': {
    what: 'More money went back than the ledger holds of this payment.',
    todo: 'If a receipt was undone by mistake, record it again from Differences. If something was recorded by hand by mistake, undo it and look again. If the money moved to another pledge or the bank took more than was paid, record by hand what went back, without Stripe’s id, and put this aside.',
  },
  'won-after-all': {
    what: 'The dispute is recorded as lost, and Stripe has it as won by now.',
    todo: 'Take the loss back on the page of its pledge, and try again.',
  },
  'no-rate': {
    what: 'There is no reference rate for its currency on that day.',
    todo: 'Give a rate, with its source, and try again.',
  },
};

const verbs: Record<ProviderVerb, string> = {
  receive: 'Received',
  refund: 'Refunded',
  dispute: 'Contested',
  win: 'Contest won',
  lose: 'Contest lost',
  reverse: 'Refund failed',
};

export const deskPayments = {
  title: 'Payments',
  tabs: {
    label: 'Payments through Stripe',
    payments: 'Payments',
    unmatched: 'Unmatched',
    differences: 'Differences',
    cash: 'Cash',
  },
  found: (number: number): string => `${count(number)} ${number === 1 ? 'payment' : 'payments'}`,
  none: 'Nobody has gone to pay through Stripe yet.',
  statuses,
  ways,
  flags,
  flagTexts,
  reasons,
  verbs,
  unsigned: 'gave without signing',
  columns: {
    code: 'Payment',
    begun: 'Begun',
    giver: 'Giver',
    pledge: 'Pledge',
    gift: 'gift',
    status: 'Status',
    way: 'Way',
    amount: 'Asked for',
    gross: 'Received',
    back: 'Went back',
    fee: 'Fee',
    net: 'Net',
    paid: 'Paid',
    flags: 'Look at',
  },
  flag: 'Look at',
  days: 'Begun',
  text: 'Giver, pledge or Stripe’s id',
  sorts: { newest: 'newest first', paid: 'by the day it was paid' },
  received: 'received',
  test: 'Test mode: no real money.',
  one: {
    title: (amount: string): string => `Payment of ${amount}`,
    of: 'Of',
    gift: 'A gift without a signature',
    giftOpen: 'A gift without a signature: who gives is known once it has come.',
    status: 'Status',
    asked: 'Asked for',
    rate: 'Exchange rate',
    rateOf: (on: Day): string => `from ${fullDay(on)}`,
    country: 'Said to be in',
    begun: 'Begun',
    checked: 'Last looked at',
    never: 'not yet',
    paid: 'Paid',
    confirmed: 'Confirmed to',
    at: 'At Stripe',
    lookAt: 'To be looked at',
    acts: 'What to do',
    look: 'Look again',
    open: 'Open the payment',
    lookHint: 'Records what Stripe says of it and the ledger lacks.',
    refund: 'Send money back',
    unmatched: 'It was looked at, and not all of it is recorded.',
    notDone: 'That was not done',
    seenTo: 'It was seen to',
    note: 'Note',
    noteHint: 'What came of it. For the admins.',
    movements: 'Changes',
    nothing: 'Nothing has come of it yet.',
    takenBack: 'taken back',
    on: 'On',
    what: 'What',
    fee: (fee: string, net: string): string => `Fee ${fee}, net ${net}`,
    entries: 'Entries',
    orders: 'Refunds ordered here',
    ordered: 'Ordered',
    amount: 'Amount',
    reason: 'Reason',
    state: 'Where it stands',
    states: {
      done: 'done',
      pending: 'with the payer’s bank',
      lost: 'Stripe’s answer is missing',
    },
    sentBack: {
      done: 'Stripe has sent the money back.',
      pending:
        'The refund is under way at Stripe: no money has gone back yet. It is recorded once Stripe has done it, which takes some days.',
      failed: 'The payer’s bank did not take the money: nothing has gone back.',
    } satisfies Record<RefundState, string>,
    refused: (message: string): string => `not done: ${message}`,
    resend: 'Send it again',
    letGo: 'Let it go',
    events: 'What Stripe told of it',
    noEvents: 'Nothing yet.',
    outcomes: {
      applied: 'recorded',
      nothing: 'nothing new',
      unknown: 'of no use here',
      unmatched: 'not recorded',
    },
    trail: 'Trail',
  },
  refund: {
    title: 'Send money back',
    text: 'Stripe returns it to the payer the way it came, and the payer is told by mail. Stripe keeps its fee. It cannot be undone.',
    how: 'How much',
    all: (left: string): string => `All that is left: ${left}`,
    part: 'A part',
    amount: (currency: string): string => `Amount in ${currency}`,
    reason: 'Reason',
    reasonHint: 'Public with the change, where the pledge shows its giver.',
    submit: 'Send it back',
    of: 'of payment',
  },
  unmatched: {
    title: 'Unmatched',
    lead: 'What Stripe has told of and the ledger does not follow, or not wholly: what came and went before it is recorded.',
    tabs: { waiting: 'To be seen to', aside: 'Put aside' },
    label: 'Which of them',
    none: 'All that Stripe has told of is recorded.',
    noneAside: 'Nothing is put aside.',
    told: (type: string, at: Date): string => `${type}, ${instant(at)}`,
    payment: 'Its payment',
    again: 'Look again',
    aside: 'Put aside',
    note: 'Note',
    noteHint: 'Why nothing is to be done about it. For the admins.',
    refused: 'It could not be recorded',
    isAside: (note: string): string => `Put aside: ${note}`,
  },
  cash: {
    title: 'Cash held',
    lead: 'What came to Stripe by bank transfer and is applied to no invoice. It is not received: Stripe holds it until it is applied or returned, which is done at Stripe’s dashboard.',
    none: 'Stripe holds no cash that is not applied.',
    whose: 'Of',
    pledge: 'Pledge',
    unknown: 'a customer that is not known here',
    amount: 'Amount',
    asOf: 'As of',
    at: 'At Stripe',
  },
  pledge: {
    title: 'Payments through Stripe',
    none: 'Nobody has gone to pay it through Stripe yet.',
    mail: 'Mail a link to pay',
    hint: 'Its giver gets a link by which it can be paid for 30 days without signing in.',
  },
  amountOf: (minor: bigint, currency: string): string => fullAmount(minor, currency),
};
