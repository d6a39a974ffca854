import type { RequestKind } from '../../server/domain/agreed.ts';
import { isCurrency } from '../../server/domain/asset.ts';
import type { AccountBrief } from '../../server/domain/bank-account.ts';
import type { ScheduleChange } from '../../server/domain/terms-change.ts';
import { fullAmount, gpuHours } from '../format.ts';
import { accountLine, never } from './en-accounts.ts';
import { scheduleText } from './en-changes.ts';
import { together } from './en-pledges.ts';
import type { Letter } from './shapes.ts';

/** "$5,000.00", "1,000.50 GPU-hours (B200)" */
export const quantityOf = (asset: string, quantity: string): string =>
  isCurrency(asset)
    ? fullAmount(BigInt(quantity), asset)
    : `${gpuHours(BigInt(quantity))} GPU-hours (${asset})`;

export const CONFIRMATION = 'See and print the confirmation';

/** The recipient's own words, or that it is no receipt. */
export const receiptLine = (receiptText: string | null): string =>
  receiptText ?? 'This is a payment confirmation, not a tax receipt.';

export const questionsTo = (contact: string | null): string[] =>
  contact === null ? [] : [`Questions? Write to ${contact}.`];

interface Decided {
  ref: string;
  decision: 'accepted' | 'rejected' | 'ready';
  reason: string | null;
  asset: string;
  quantity: string;
  isMore: boolean;
  /** Where a giver can transfer what was accepted. */
  account: AccountBrief | null;
}

export function decided(
  initiative: string,
  contact: string | null,
  { ref, decision, reason, isMore, asset, quantity, account }: Decided,
): Letter {
  const what = `${isMore ? 'the additional ' : ''}${quantityOf(asset, quantity)}`;
  const next = account
    ? `You can pay by bank transfer: ${accountLine(account)}.`
    : `Next, ${contact ?? 'an admin'} will agree with you how you pay or deliver.`;
  const texts: Record<Decided['decision'], string> = {
    accepted: `We’ve accepted ${what} of your pledge ${ref} for ${initiative}. ${next}`,
    rejected:
      `An admin has rejected ${what} of your pledge ${ref} for ${initiative}. ` +
      (isMore ? 'What we accepted before stays accepted.' : 'You can pledge something else.'),
    ready: `An admin has approved your pledge ${ref} of ${what} for ${initiative}. ${together}`,
  };
  const became = decision === 'ready' ? 'will be accepted together with others' : `is ${decision}`;
  return {
    subject: `${isMore ? 'The increase of your' : 'Your'} pledge ${ref} ${became}: ${initiative}`,
    before: [
      texts[decision],
      ...(reason === null ? [] : [`The reason: “${reason}”`]),
      account
        ? 'Your pledge’s page has the whole account and your payment reference:'
        : 'See your pledges, and what you can do:',
    ],
    button: account ? 'Where to pay' : 'Your pledges',
    after: account ? [never] : [],
  };
}

/** What a giver asks, after "asks" and "asked". */
const wishes: Record<RequestKind, (ref: string) => string> = {
  postpone: (ref) => `to change the payment schedule of pledge ${ref}`,
  reduce: (ref) => `to reduce pledge ${ref}`,
  release: (ref) => `to be released from pledge ${ref}`,
};

interface StepBack {
  ref: string;
  asset: string;
  quantity: string;
  schedule: ScheduleChange | null;
}

export const requestMail = {
  /** Without the giver's own words, which only the desk shows. */
  request: (
    initiative: string,
    { ref, request }: { ref: string; request: RequestKind },
  ): Letter => ({
    subject: `Request to review, pledge ${ref}: ${initiative}`,
    before: [
      `A giver asks ${wishes[request](ref)}, which is agreed in writing.`,
      'Nothing changes until an admin decides. Read the request and decide:',
    ],
    button: 'Review the request',
    after: [],
  }),
  decided: (
    initiative: string,
    contact: string | null,
    {
      ref,
      request,
      decision,
      reason,
    }: { ref: string; request: RequestKind; decision: 'granted' | 'refused'; reason: string },
  ): Letter => ({
    subject: `Your request about pledge ${ref} was ${decision}: ${initiative}`,
    before: [
      `You asked ${wishes[request](ref)}. An admin has ${decision} your request.`,
      `The reason: “${reason}”`,
      decision === 'granted'
        ? 'We’ve made the change. See your pledge:'
        : 'Your pledge hasn’t changed. See your pledge:',
    ],
    button: 'Your pledge',
    after: questionsTo(contact),
  }),
  stepBack: (initiative: string, { ref, asset, quantity, schedule }: StepBack): Letter => {
    const amount = quantityOf(asset, quantity);
    return {
      subject: `${schedule ? 'Promise rescheduled' : 'Promise withdrawn'}, pledge ${ref}: ${initiative}`,
      before: [
        schedule
          ? `The giver of pledge ${ref} ${scheduleText(schedule)}: ${amount}.`
          : `The giver of pledge ${ref} has withdrawn ${amount}.`,
        'The amount was only promised, so you needn’t decide anything.',
      ],
      button: 'See the pledge',
      after: [],
    };
  },
};

interface Told {
  /** What the payer knows the pledge by; null for a gift. */
  paymentRef: string | null;
  currency: string;
  /** Minor units. */
  amount: bigint;
  /** Its movements' entries in the ledger; none where the pledge isn't public. */
  entries: number[];
  contact: string | null;
  receiptText: string | null;
  /** Whether the link leads to a confirmation to print. */
  isConfirmed: boolean;
}

const inLedger = (entries: number[]): string[] => {
  if (entries.length === 0) return [];
  return entries.length === 1
    ? [`It is entry ${entries[0]} of the public ledger.`]
    : [`They are entries ${entries.join(', ')} of the public ledger.`];
};

const seeIt = (entries: number[]): string =>
  entries.length === 0 ? 'See the payment' : 'See the public page';

const forWhat = (initiative: string, paymentRef: string | null): string =>
  paymentRef === null ? `your gift to ${initiative}` : `pledge ${paymentRef} to ${initiative}`;

export const paymentMail = {
  payLink: (initiative: string, paymentRef: string): Letter => ({
    subject: `Pay your pledge ${paymentRef}: ${initiative}`,
    before: [
      `You can pay your pledge ${paymentRef} to ${initiative} here, in full or in part: by card or bank ` +
        'debit, or by bank transfer for larger amounts.',
      'The link works for 30 days. Anybody who has it can pay, and can see what is still outstanding. On an ' +
        'invoice they also see your name and address.',
    ],
    button: 'Pay the pledge',
    after: [],
  }),
  told: {
    received: (
      initiative: string,
      { paymentRef, currency, amount, entries, contact, receiptText, isConfirmed }: Told,
    ): Letter => ({
      subject: `${fullAmount(amount, currency)} received: ${initiative}`,
      before: [
        `Thank you. We’ve received ${fullAmount(amount, currency)} for ${forWhat(initiative, paymentRef)}.`,
        ...inLedger(entries),
        receiptLine(receiptText),
      ],
      button: isConfirmed ? CONFIRMATION : seeIt(entries),
      after: questionsTo(contact),
    }),
    failed: (initiative: string, { paymentRef, currency, amount, contact }: Told): Letter => ({
      subject: `Your payment didn’t go through: ${initiative}`,
      before: [
        `Your bank didn’t make the payment of ${fullAmount(amount, currency)} for ` +
          `${forWhat(initiative, paymentRef)}. We haven’t received anything` +
          (paymentRef === null ? '.' : ', and your pledge hasn’t changed.'),
        'You can pay again, in the same way or another.',
      ],
      button: 'See the payment',
      after: questionsTo(contact),
    }),
    refunded: (
      initiative: string,
      { paymentRef, currency, amount, entries, contact }: Told,
    ): Letter => ({
      subject: `${fullAmount(amount, currency)} refunded: ${initiative}`,
      before: [
        `We’ve refunded ${fullAmount(amount, currency)} of what you paid for ` +
          `${forWhat(initiative, paymentRef)}. Your bank may take a few days to show it.`,
        ...inLedger(entries),
      ],
      button: seeIt(entries),
      after: questionsTo(contact),
    }),
    'not-refunded': (
      initiative: string,
      { paymentRef, currency, amount, entries, contact }: Told,
    ): Letter => ({
      subject: `A refund didn’t reach you: ${initiative}`,
      before: [
        `We refunded ${fullAmount(amount, currency)} of what you paid for ` +
          `${forWhat(initiative, paymentRef)}, but your bank didn’t accept it. The recipient has the money ` +
          'again. Please tell the recipient how to send it to you.',
        ...inLedger(entries),
      ],
      button: seeIt(entries),
      after: questionsTo(contact),
    }),
  },
};
