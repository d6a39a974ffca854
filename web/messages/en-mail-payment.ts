/** What mails say of payments, in English. */
import { fullAmount } from '../format.ts';
import type { Letter } from './shapes.ts';

interface Told {
  /** What the payer knows the pledge by; null for a gift. */
  paymentRef: string | null;
  currency: string;
  /** Minor units. */
  amount: bigint;
  /** The places of its movements in the ledger; none where the pledge isn't public. */
  entries: number[];
  contact: string | null;
}

const where = (entries: number[]): string[] => {
  if (entries.length === 0) return [];
  return entries.length === 1
    ? [`It is entry ${entries[0]} of the public ledger.`]
    : [`They are entries ${entries.join(', ')} of the public ledger.`];
};

const seeIt = (entries: number[]): string =>
  entries.length === 0 ? 'See the payment' : 'See it in public';

const forWhat = (initiative: string, paymentRef: string | null): string =>
  paymentRef === null ? `your gift to ${initiative}` : `pledge ${paymentRef} to ${initiative}`;

const ask = (contact: string | null): string[] =>
  contact === null ? [] : [`Questions go to ${contact}.`];

export const paymentMail = {
  payLink: (initiative: string, paymentRef: string): Letter => ({
    subject: `Pay your pledge ${paymentRef}: ${initiative}`,
    before: [
      `Here you can pay your pledge ${paymentRef} to ${initiative}, all of it or a part: by card or bank debit, ` +
        'or by bank transfer for larger sums.',
      'The link works for 30 days. Whoever has it can pay, and see what is still open and, on an ' +
        'invoice, your name and address; nothing else.',
    ],
    button: 'Pay the pledge',
    after: [],
  }),
  told: {
    received: (
      initiative: string,
      { paymentRef, currency, amount, entries, contact }: Told,
    ): Letter => ({
      subject: `${fullAmount(amount, currency)} received: ${initiative}`,
      before: [
        `Thank you. ${fullAmount(amount, currency)} for ${forWhat(initiative, paymentRef)} has been received.`,
        ...where(entries),
        'This is a payment confirmation, not a tax receipt.',
      ],
      button: seeIt(entries),
      after: ask(contact),
    }),
    failed: (initiative: string, { paymentRef, currency, amount, contact }: Told): Letter => ({
      subject: `Your payment did not go through: ${initiative}`,
      before: [
        `The bank did not carry out the payment of ${fullAmount(amount, currency)} for ` +
          `${forWhat(initiative, paymentRef)}. Nothing has been received` +
          (paymentRef === null ? '.' : ', and what you pledged stands as it did.'),
        'You can pay again, by the same way or another one.',
      ],
      button: 'See the payment',
      after: ask(contact),
    }),
    refunded: (
      initiative: string,
      { paymentRef, currency, amount, entries, contact }: Told,
    ): Letter => ({
      subject: `${fullAmount(amount, currency)} refunded: ${initiative}`,
      before: [
        `${fullAmount(amount, currency)} of what you paid for ${forWhat(initiative, paymentRef)} has been ` +
          'returned to you. A bank may take some days to show it.',
        ...where(entries),
      ],
      button: seeIt(entries),
      after: ask(contact),
    }),
    'not-refunded': (initiative: string, told: Told): Letter => ({
      subject: `A refund did not reach you: ${initiative}`,
      before: [
        `${fullAmount(told.amount, told.currency)} of what you paid for ${forWhat(initiative, told.paymentRef)} ` +
          'was to be returned to you, and your bank has not taken it. The recipient has it again: ' +
          'write there how it can reach you.',
        ...where(told.entries),
      ],
      button: seeIt(told.entries),
      after: ask(told.contact),
    }),
  },
};
