/** What the desk says of comparing the ledger with Stripe. */
import type { Day } from '../../server/domain/day.ts';
import type { DifferenceKind, UnmatchedReason } from '../../server/domain/payment.ts';
import { count, fullDay, instant } from '../format.ts';
import { deskPayments } from './en-desk-payments.ts';

const kinds: Record<DifferenceKind, { what: string; todo: string }> = {
  missing: {
    what: 'Stripe has it, and the ledger has not.',
    todo: 'Record it: Stripe is asked once more, and what the ledger lacks of its payment is recorded. What was taken back by hand stays so until then. Where it was asked for elsewhere, record a receipt by hand with this id as the reference, or put it aside.',
  },
  extra: {
    what: 'The ledger has it, and Stripe knows nothing of it.',
    todo: 'Look at the payment and at Stripe’s dashboard. A batch that is wrong can be taken back on the pledge’s page.',
  },
  amount: {
    what: 'The amounts differ.',
    todo: 'Look at what was recorded by hand under this id, and at Stripe’s dashboard.',
  },
};

export const differences = {
  title: 'Differences',
  lead: 'Each night the last seven days of Stripe’s balance are compared with the ledger, and earlier ones that were left out. Fees, payouts and what is still on its way are no differences.',
  closed: 'No payments go by Stripe here, so there is nothing to compare.',
  tabs: {
    label: 'Which of them',
    open: (number: number) => `To be seen to (${count(number)})`,
    aside: (number: number) => `Put aside (${count(number)})`,
  },
  noneCompared: 'Nothing has been compared yet.',
  none: 'The ledger and Stripe agree, as far as they were compared.',
  noneAside: 'Nothing is put aside.',
  kinds,
  columns: {
    what: 'Stripe’s id',
    day: 'Day',
    theirs: 'With Stripe',
    ours: 'Here',
    payment: 'Payment',
    acts: 'What to do',
  },
  nothing: 'nothing',
  otherCurrency: 'recorded in another currency',
  takenBack: (who: string, at: Date): string => `taken back by hand by ${who}, ${instant(at)}`,
  unknown: 'not known',
  record: 'Record it',
  putAside: 'Put aside',
  isAside: (note: string) => `Put aside: ${note}`,
  outcomes: {
    applied: 'It is recorded.',
    nothing: 'The ledger had all that Stripe says of it.',
  },
  unmatched: (reason: UnmatchedReason) => {
    const { what, todo } = deskPayments.reasons[reason];
    return `Not all of this payment is recorded. ${what} ${todo}`;
  },
  compare: {
    title: 'Compare',
    from: 'First day',
    to: 'Last day',
    hint: 'At UTC, at most 400 days. Stripe is asked for a hundred movements at a time, so that a busy month takes a while.',
    submit: 'Compare',
  },
  runs: {
    title: 'Last comparisons',
    none: 'None so far.',
    run: (from: Day, to: Day) =>
      from === to ? fullDay(from) : `${fullDay(from)} to ${fullDay(to)}`,
    found: (compared: number, differing: number) =>
      `${count(compared)} compared, ${differing === 0 ? 'none differs' : `${count(differing)} ${differing === 1 ? 'differs' : 'differ'}`}`,
  },
  aside: {
    title: (what: string) => `Put aside: ${what}`,
    text: 'It then counts as seen to, until it differs in another way.',
    note: 'Note',
    noteHint: 'Why nothing is to be done about it. For the admins.',
    submit: 'Put it aside',
    back: 'Leave it',
  },
};
