import { recordOf } from './record-of.ts';

/** What a giver reads of a bank account, in order. */
export const ACCOUNT_PARTS = [
  'holder',
  'iban',
  'account',
  'routing',
  'bic',
  'bank',
  'note',
] as const;
type Part = (typeof ACCOUNT_PARTS)[number];

/** Of one currency. An account number without IBAN has a routing number or a BIC. */
export type BankAccount = Record<Part, string | null> & { currency: string; holder: string };

export const perPart = <T>(make: (part: Part) => T): Record<Part, T> =>
  recordOf(ACCOUNT_PARTS, make);

/** As much as an email says of an account. */
export interface AccountBrief {
  holder: string;
  ending: string;
}

export const briefOf = ({ holder, iban, account }: BankAccount): AccountBrief => ({
  holder,
  ending: (iban ?? account ?? '').replaceAll(/[^0-9A-Z]/gi, '').slice(-4),
});
