/** The desk's pages about the bank's entries, in English. */
import { count, fullAmount, fullDay, monthOf } from '../format.ts';
import type { Fit, Proposal } from '../data/bank.ts';

const entries = (number: number): string =>
  `${count(number)} ${number === 1 ? 'entry' : 'entries'}`;

const fits: Record<Fit, (outstanding: string) => string> = {
  fits: (outstanding) => `${outstanding} is outstanding.`,
  beyond: (outstanding) => `Only ${outstanding} is outstanding.`,
  currency: (outstanding) => `The pledge is in another currency: ${outstanding} is outstanding.`,
  undecided: () => 'The pledge isn’t accepted.',
};

const whys: Record<Proposal['why'], string> = {
  reference: 'The payer wrote its reference.',
  name: 'Amount and name agree.',
};

export const bank = {
  title: 'Bank',
  lead: 'Payments to your bank account, and the pledges that they pay.',
  tabs: {
    label: 'Which entries',
    open: (found: number) => `To record (${count(found)})`,
    aside: (found: number) => `Set aside (${count(found)})`,
    month: 'Month',
  },
  read: {
    link: 'Read a bank file',
    title: 'Read a bank file',
    text: 'Choose an account statement in camt.053 from your bank. Files may overlap: an entry that is already here is skipped. Nothing is recorded before you say so.',
    submit: 'Read the file',
    cancel: 'Cancel',
    fields: {
      file: {
        label: 'File',
        hint: 'At most 10 MB. If it has an opening and a closing balance, they must fit its entries.',
      },
      ours: {
        label: 'Account',
        hint: 'Needed for the first file of an account.',
        choices: [{ value: 'on', text: 'It’s our account' }],
      },
    },
  },
  outcome: {
    read: (added: number, known: number) =>
      `We read ${entries(added + known)}. ${known === 0 ? '' : `${count(known)} ${known === 1 ? 'was' : 'were'} here before.`}`.trim(),
    recorded: (recorded: number, left: number) =>
      `${entries(recorded)} recorded.${left === 0 ? '' : ` ${entries(left)} still ${left === 1 ? 'needs' : 'need'} a look.`}`,
  },
  none: 'No entry waits for you.',
  noneAside: 'Nothing is set aside.',
  columns: {
    payer: 'Payer',
    day: 'Day',
    amount: 'Amount',
    pledge: 'Pledge',
    acts: 'What to do',
    note: 'Note',
  },
  hidden: 'The payer’s name isn’t shown to you.',
  unnamed: 'No name',
  noPledge: 'No pledge found',
  several: 'Several pledges fit.',
  isTwin: 'Another file may have brought this payment.',
  isTakenBack: 'The bank took this payment back.',
  why: ({ why, fit, outstanding, asset }: Proposal) =>
    `${whys[why]} ${fits[fit](fullAmount(outstanding, asset))}`,
  record: 'Record',
  look: 'Look',
  recordAll: (found: number) => `Record all with a reference (${count(found)})`,
  entry: {
    title: (amount: string, day: string) => `${amount} on ${fullDay(day)}`,
    facts: {
      name: 'Payer',
      text: 'Text',
      reference: 'Bank’s reference',
      payerReference: 'Payer’s reference',
      account: 'Account',
    },
    recorded: 'Recorded for pledge',
    byHand: 'An admin recorded this receipt by hand for pledge',
    proposals: 'Pledges that fit',
    otherCurrency: 'Record it on the pledge’s page',
    record: {
      title: 'Record for a pledge',
      submit: 'Record the payment',
      fields: {
        ref: { label: 'Pledge', hint: 'Its reference.' },
        excess: {
          label: 'Above what is outstanding',
          choices: [{ value: 'on', text: 'Record all of it, also what is beyond the promise' }],
        },
        another: {
          label: 'Same amount in another file',
          choices: [{ value: 'on', text: 'It’s another payment' }],
        },
      },
    },
    aside: {
      title: 'Set aside',
      note: {
        label: 'Note',
        hint: 'Say why it pays no pledge: a payout from Stripe, say. Only admins see this.',
      },
      submit: 'Set aside',
      back: 'Take it back',
      isAside: (note: string) => `Set aside: ${note}`,
    },
  },
  month: {
    title: (month: string) => `Bank, ${monthOf(`${month}-01`)}`,
    lead: 'Money received in the ledger, at Stripe and at the bank, each by its own day. Refunds and fees aren’t compared.',
    before: 'Month before',
    after: 'Month after',
    none: 'No money was received in this month.',
    columns: {
      currency: 'Currency',
      received: 'In the ledger',
      throughStripe: 'Of it through Stripe',
      atStripe: 'Stripe says',
      byBank: 'Of it by bank',
      credited: 'The bank says',
      difference: 'Difference',
    },
    agrees: 'none',
    stripeDiffers: 'The ledger and Stripe differ in',
    stripeLink: 'Look at the differences',
    lone: {
      title: 'Receipts without a bank entry',
      text: 'Read the bank’s file of that day, or undo what was recorded by mistake.',
    },
    open: {
      title: 'Bank entries without a receipt',
      text: 'Record them, or set them aside.',
    },
    aside: (sum: string) => `${sum} is set aside at the bank: it pays no pledge.`,
    unequal: {
      title: 'Recorded differently',
      text: 'A fee, another currency or another day explains these.',
      entry: 'At the bank',
      receipt: 'In the ledger',
    },
    giver: 'Giver',
    on: (amount: string, day: string) => `${amount} on ${fullDay(day)}`,
  },
};
