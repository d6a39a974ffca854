/** The confirmation of a payment, in English. */
import type { Day } from '../../server/domain/day.ts';
import { fullAmount, fullDay } from '../format.ts';
import type { Confirmation } from '../data/confirmation.ts';
import { grades } from './en-changes.ts';
import { receiptLine } from './en-mail-pledges.ts';

const entriesText = (entries: readonly number[]): string =>
  entries.length === 1 ? `entry ${entries[0]}` : `entries ${entries.join(', ')}`;

export const confirmation = {
  title: 'Payment confirmation',
  lead: (initiative: string): string => `For a pledge to ${initiative}`,
  list: 'Payment confirmations',
  line: (asset: string, quantity: bigint, on: Day): string =>
    `${fullAmount(quantity, asset)}, ${fullDay(on)}`,
  isUndone: 'undone',
  undone: (on: Day): string => `This payment was undone on ${fullDay(on)}. It no longer counts.`,
  refunded: (asset: string, { on, quantity }: { on: Day; quantity: bigint }): string =>
    `${fullAmount(quantity, asset)} was refunded on ${fullDay(on)}.`,
  rows: (page: Confirmation): [label: string, text: string | null][] => [
    ['Amount', fullAmount(page.quantity, page.asset)],
    ['Received on', fullDay(page.on)],
    ['Pledged by', page.giver],
    ['Paid through', page.paidThrough],
    ['Recipient', page.recipient.name],
    ['Registration', page.recipient.registration],
    ['Country', page.recipient.country],
    ['Contact', page.recipient.contact],
    ['Pledge', page.ref],
    ['Payment reference', page.paymentRef === page.ref ? null : page.paymentRef],
    ['Evidence', [grades[page.grade], page.reference].filter(Boolean).join(', ')],
    ['Public ledger', entriesText(page.entries)],
  ],
  receiptLine,
  print: 'To keep this page, print it or save it as a PDF.',
  back: 'Back to the pledge',
};
