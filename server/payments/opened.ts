import type * as payments from '../db/payments.ts';
import type { Book } from '../domain/book.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moved } from '../domain/move.ts';
import type { NewEntry } from '../ledger/append.ts';
import type { PledgeRow } from '../pledges/terms.ts';

export type PaymentRow = typeof payments.payment.$inferSelect;

/** What a payment is begun with. */
export type NewPayment = Pick<
  PaymentRow,
  'pledgeId' | 'way' | 'currency' | 'amountMinor' | 'country' | 'email'
>;

/** The refusal of a code that is no payment's. */
export const noPayment = (): DomainError =>
  new DomainError('not-found', 'There is no such payment.');

/** The pledge of a payment as it stands, with the entries that have to go before its movements. */
export interface OpenedForPayment {
  pledge: PledgeRow;
  book: Book;
  history: Moved[];
  before: NewEntry[];
}
