/** Where to pay: the recipient's bank accounts, on a giver's page, at the desk and in emails, in English. */
import type { AccountBrief } from '../../server/domain/bank-account.ts';
import { instant } from '../format.ts';
import type { FieldWords, Letter } from './shapes.ts';

export const never =
  'We never change bank details by email. Only the page of your pledge, where you sign in, has the account.';

/** "Example Foundation, account ending in 3000" */
export const accountLine = ({ holder, ending }: AccountBrief): string =>
  `${holder}, account ending in ${ending}`;

const labels: Record<string, string> = {
  currency: 'Currency',
  holder: 'Account holder',
  iban: 'IBAN',
  account: 'Account number',
  routing: 'Routing number',
  bic: 'BIC (SWIFT code)',
  bank: 'Bank',
  note: 'Note',
};

const hints: Record<string, string> = {
  currency: 'Three letters, such as EUR.',
  holder: 'The name as the bank has it.',
  iban: 'Leave it empty if the account has no IBAN.',
  account: 'Only if there is no IBAN.',
  routing: 'The bank’s own code, beside an account number. In USD the nine digits of a US bank.',
  bic: 'Payers in other countries need it.',
  bank: 'Name and city.',
  note: 'What else a payer must know. Givers see it.',
};

const until: FieldWords = {
  label: 'What do givers see for the next 24 hours?',
  choices: [
    { value: 'old', text: 'The account they see now' },
    {
      value: 'nothing',
      text: 'No account',
      hint: 'Choose this if nothing may be paid into the old account any more.',
    },
  ],
};

const fields: Record<string, FieldWords> = {
  ...Object.fromEntries(
    Object.entries(labels).map(([at, label]) => [at, { label, hint: hints[at] }]),
  ),
  until,
};

export const accounts = {
  labels,
  fields,
  giver: {
    title: 'Where to pay',
    text: (currency: string): string =>
      `Transfer ${currency} to this account, with exactly this payment reference.`,
    reference: 'Payment reference',
    before: 'Look at this page again before each transfer.',
    never:
      'We never change bank details by email. If an email gives you another account, don’t pay into it. Only this page has the right one.',
  },
  title: 'Where to pay',
  text: 'Givers see the account of their pledge’s currency, on the page of an accepted pledge. Nobody else sees it. It is never in an email.',
  none: 'No account yet.',
  add: 'Add an account',
  change: (currency: string): string => `Change the ${currency} account`,
  remove: (currency: string): string => `Remove the ${currency} account`,
  toAccounts: 'Bank accounts for transfers',
  isShown: 'Givers see this account.',
  waits: (shownFrom: Date, isRemoval: boolean, old: AccountBrief | null): string =>
    `From ${instant(shownFrom)}, givers will see ${isRemoval ? 'no account' : 'this account'}. ` +
    `Until then they see ${old ? accountLine(old) : 'none'}.`,
  unfit:
    'Something other than Muster changed this account in the database, or LEDGER_KEY is another one. Nobody sees an account. Find out what happened, then enter it again.',
  enterAgain: (currency: string): string => `Enter the ${currency} account again`,
  form: {
    text: 'Givers see the change after 24 hours. We email all owners now.',
    save: 'Save the account',
    remove: 'Remove the account',
  },
};

interface Changed {
  currency: string;
  by: string;
  was: AccountBrief | null;
  is: AccountBrief | null;
  shownFrom: string;
  keepsOld: boolean;
}

export const accountMail = {
  changed: (
    initiative: string,
    { currency, by, was, is, shownFrom, keepsOld }: Changed,
  ): Letter => ({
    subject: `${is ? 'A bank account was changed' : 'A bank account was removed'}, ${currency}: ${initiative}`,
    before: [
      is
        ? `${by} entered the bank account for payments in ${currency}: ${accountLine(is)}.`
        : `${by} removed the bank account for payments in ${currency}.`,
      ...(was ? [`Before the change: ${accountLine(was)}.`] : []),
      `Givers see the change from ${instant(new Date(shownFrom))}. Until then they see ` +
        `${keepsOld && was ? 'the account from before' : 'no account'}.`,
      'If this change is wrong, correct it before then, and find out who made it:',
    ],
    button: 'See the accounts',
    after: ['All owners get this email. Before you act on it, compare it with the desk.'],
  }),
  unfit: (initiative: string, { currency }: { currency: string }): Letter => ({
    subject: `Don’t trust the ${currency} account: ${initiative}`,
    before: [
      `The ${currency} bank account in the database isn’t what an owner entered. Something other than Muster changed ` +
        'it, or the server has another LEDGER_KEY.',
      'Givers see no account now. Find out what happened, then enter the account again:',
    ],
    button: 'See the accounts',
    after: ['You get this email once for each change that we find.'],
  }),
};
