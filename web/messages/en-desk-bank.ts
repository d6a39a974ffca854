/** The desk's pages about the bank's entries, in English. */
import { count, fullAmount, fullDay } from '../format.ts';
import type { Proposal } from '../data/bank.ts';
import type { FieldWords } from './shapes.ts';

const whys: Record<Proposal['why'], string> = {
  reference: 'The payer wrote its reference.',
  name: 'Amount and name agree.',
};

export const bank = {
  lead: 'Payments to your bank account, and the pledges that they pay.',
  tabs: {
    label: 'Which entries',
    open: 'To record',
    aside: 'Set aside',
    month: 'Month',
  },
  read: {
    link: 'Read a bank file',
    title: 'Read a bank file',
    text: 'Choose an account statement from your bank, in camt.053 or CSV. Files may overlap: an entry that is already here is skipped. We record nothing until you say so.',
    submit: 'Read the file',
    fields: {
      account: {
        label: 'Account',
        hint: 'The IBAN or number, for the first file of an account and for a CSV file without it.',
      },
      currency: { label: 'Currency', hint: 'Its code, such as EUR.' },
      dayOrder: {
        label: 'The order of day and month',
        choices: [
          { value: 'dmy', text: 'The day is first' },
          { value: 'mdy', text: 'The month is first' },
        ],
      },
      day: { label: 'Column of the day', hint: 'Its name in the file.' },
      amount: {
        label: 'Column of the amount',
        hint: 'Its name in the file. Payments out have a minus sign there.',
      },
      file: {
        label: 'File',
        hint: 'At most 5 MB. If it has balances, its entries must fit them.',
      },
    } as Record<string, FieldWords>,
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
  unnamed: 'No name',
  noPledge: 'No pledge found',
  several: 'Several pledges fit.',
  isTakenBack: 'The bank took this payment back.',
  why: ({ why, outstanding, asset }: Proposal) =>
    `${whys[why]} ${outstanding === null ? 'The pledge isn’t accepted.' : `${fullAmount(outstanding, asset)} is outstanding.`}`,
  record: 'Record',
  look: 'Open',
  recordAll: (found: number) => `Record all with a reference (${count(found)})`,
  someLeft:
    'Some could not be recorded, perhaps because an earlier entry paid the same pledge. Look at those that are left.',
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
    otherCurrency: 'Record it on the pledge’s page',
    record: 'Record the payment',
    /** After the label of `excess`. */
    tick: 'must be ticked, or nothing is recorded.',
    setAside: 'Set aside',
    fields: {
      ref: { label: 'Pledge', hint: 'The reference of the pledge that this payment is for.' },
      excess: {
        label: 'Above what is outstanding',
        choices: [{ value: 'on', text: 'Record all of it, also what is beyond the promise' }],
      },
      note: {
        label: 'Note',
        hint: 'Say why it pays no pledge: a payout from Stripe, say. Only admins see this.',
      },
    } as Record<string, FieldWords>,
  },
  month: {
    title: (month: string) => `${month} at the bank`,
    lead: 'Money received in the ledger and at the bank, each by its own day. Refunds and fees aren’t compared.',
    last: 'last month',
    none: 'No money was received in this month.',
    agree: 'No receipt differs from the bank.',
    below:
      'Below are the receipts that differ. If the bank has no entry, read its file of that day, or undo what was recorded by mistake. A fee, another currency or another day explains the others.',
    stripe: 'Differences with Stripe',
    sorts: { received: 'by the day it was received' },
    sums: {
      through_stripe: 'in the ledger through Stripe',
      at_stripe: 'Stripe says',
      recorded: 'in the ledger otherwise',
      credited: 'the bank says',
      open: 'at the bank, to record',
      aside: 'at the bank, set aside',
      difference: 'difference with the bank',
    },
    inLedger: 'In the ledger',
    atBank: 'At the bank',
    notThere: 'No entry',
  },
};
