import type { Day } from '../../server/domain/day.ts';
import type { DifferenceKind, UnmatchedReason } from '../../server/domain/payment.ts';
import { count, fullDay, instant } from '../format.ts';
import { deskPayments } from './en-desk-payments.ts';

const kinds: Record<DifferenceKind, { what: string; todo: string }> = {
  missing: {
    what: 'Stripe has it, but the ledger doesn’t.',
    todo: 'Choose “Record it” to ask Stripe again and record what is missing, including what an admin undid. If Muster didn’t ask for the payment, record a receipt by hand with this id as the reference, or set it aside.',
  },
  extra: {
    what: 'The ledger has it, but Stripe doesn’t.',
    todo: 'Check the payment and Stripe’s dashboard. You can undo a wrong change on the pledge’s page.',
  },
  amount: {
    what: 'The amounts differ.',
    todo: 'Check what was recorded by hand under this id, and Stripe’s dashboard.',
  },
};

export const differences = {
  title: 'Differences',
  lead: 'Each night we compare the last seven days of Stripe’s balance with the ledger, and any earlier day that we missed. Fees, payouts and money on its way don’t count as differences.',
  closed: 'This server takes no payments through Stripe, so there is nothing to compare.',
  tabs: {
    label: 'Which differences',
    open: (number: number) => `To review (${count(number)})`,
    aside: (number: number) => `Set aside (${count(number)})`,
  },
  noneCompared: 'Nothing has been compared yet.',
  none: 'The ledger and Stripe agree on all days that were compared.',
  noneAside: 'Nothing is set aside.',
  kinds,
  columns: {
    what: 'Stripe’s id',
    ours: 'In the ledger',
    acts: 'What to do',
  },
  nothing: 'nothing',
  otherCurrency: 'recorded in another currency',
  takenBack: (who: string, at: Date): string => `undone by ${who}, ${instant(at)}`,
  unknown: 'not known',
  record: 'Record it',
  putAside: 'Set aside',
  isAside: (note: string) => `Set aside: ${note}`,
  outcomes: {
    applied: 'Recorded.',
    nothing: 'Nothing was missing.',
  },
  unmatched: (reason: UnmatchedReason) => {
    const { what, todo } = deskPayments.reasons[reason];
    return `Not all of this payment is recorded. ${what} ${todo}`;
  },
  fields: {
    from: { label: 'First day' },
    to: { label: 'Last day', hint: 'In UTC, at most 400 days. A busy month takes a while.' },
    note: { label: 'Note', hint: 'Say why nothing needs to be done. Only admins see this.' },
  },
  compare: {
    title: 'Compare',
  },
  runs: {
    title: 'Last comparisons',
    none: 'No comparisons yet.',
    run: (from: Day, to: Day) =>
      from === to ? fullDay(from) : `${fullDay(from)} to ${fullDay(to)}`,
    found: (compared: number, differing: number) =>
      `${count(compared)} compared, ${differing === 0 ? 'none differs' : `${count(differing)} ${differing === 1 ? 'differs' : 'differ'}`}`,
  },
  aside: {
    title: (what: string) => `Set aside: ${what}`,
    text: 'It comes back to review if the difference changes.',
    submit: 'Set it aside',
  },
};
