/** Paying, in English. */
import type { CheckoutMethod, PaymentStatus, WhyClosed } from '../../server/domain/payment.ts';
import { exactAmount, fullAmount, plainAmount } from '../format.ts';
import type { PaidBatch, Told } from '../data/pay.ts';

const METHODS: Record<CheckoutMethod, string> = {
  card: 'card',
  us_bank_account: 'US bank account',
  sepa_debit: 'SEPA debit',
};

const by = (methods: readonly CheckoutMethod[]): string =>
  methods.map((method) => METHODS[method]).join(' or ');

const forPledge = (paymentRef: string | null, initiative: string): string =>
  `Pledge ${paymentRef} to ${initiative}.`;

type State = PaymentStatus | 'cancelled' | 'void' | 'held' | 'aside';

const titles: Record<State, (amount: string) => string> = {
  new: () => 'Nothing was paid',
  open: () => 'Not paid yet',
  cancelled: () => 'Nothing was paid',
  processing: (amount) => `${amount} is on its way`,
  held: () => 'An admin looks at this payment',
  aside: () => 'An admin has looked at this payment',
  paid: (amount) => `${amount} received`,
  failed: () => 'The payment did not go through',
  expired: () => 'The time to pay is over',
  void: () => 'The invoice is void',
};

const texts: Record<State, (told: Told) => string> = {
  new: () => 'Stripe’s page was never opened. You can begin anew.',
  open: ({ way }) =>
    way === 'invoice'
      ? 'The invoice names the account to transfer to. A transfer takes some days; you get a mail once it is here.'
      : 'If you have just paid, it may take a moment until that is known here.',
  cancelled: ({ isGift }) =>
    isGift
      ? 'You have turned back. You can still give.'
      : 'You have turned back. What you pledged stands as it did, and you can still pay.',
  processing: () =>
    'A bank takes some days for a debit, at most two weeks. You get a mail once it is received, or if it fails.',
  held: () =>
    'Stripe received something that we didn’t ask for, or can’t record yet. Please don’t pay again. We’ll write to you.',
  aside: () =>
    'What came to Stripe was not as it was asked for, or could not be recorded by itself. Please do not pay again before you know what became of it.',
  paid: () => 'Thank you. This is a payment confirmation, not a tax receipt.',
  failed: () => 'The bank did not carry it out. Nothing was received; you can pay again.',
  expired: () => 'Nothing was paid by it. You can begin anew.',
  // A transfer may have been under way for days.
  void: () =>
    'Please transfer nothing for it any more. If you have transferred already, do not pay again, but write to the recipient: what arrives is held for this pledge.',
};

const verbs: Record<PaidBatch['verb'], string> = {
  receive: 'received',
  refund: 'returned to you',
  dispute: 'contested',
  win: 'received again',
  lose: 'returned by your bank',
  reverse: 'taken back: the return failed',
};

export const pay = {
  giveNow: 'Give now',
  giveBeside: 'without signing',
  title: { own: 'Pay your pledge', link: 'Pay a pledge' },
  text: forPledge,
  open: (open: bigint, currency: string): string =>
    open > 0n ? `Open: ${exactAmount(open, currency)}.` : 'Nothing of it is open.',
  onTheWay: (amount: bigint, currency: string): string =>
    `${fullAmount(amount, currency)} is already on its way from a bank. It stays open here until it has come: do not pay it again.`,
  waits:
    'Part of this pledge is conditional. If you pay it now, the condition no longer applies to what you paid.',
  fill: 'Fill in',
  due: (amount: bigint, currency: string): string =>
    `the oldest open instalment, ${exactAmount(amount, currency)}`,
  all: (amount: bigint, currency: string): string =>
    `all that is open, ${exactAmount(amount, currency)}`,
  labels: { amount: 'Amount', currency: 'Currency', country: 'Country that you pay from' },
  amountIn: (currency: string): string => `Amount in ${currency}`,
  hints: {
    part: (hasInstalments: boolean): string =>
      `All of it or a part${hasInstalments ? '. The oldest instalments are paid first' : ''}; what is beyond the promise counts as a gift.`,
    country: 'The recipient may take nothing from some countries.',
  },
  noCountry: 'Choose a country',
  how: 'How it is paid',
  upTo: (limit: bigint, base: string, methods: readonly CheckoutMethod[]): string =>
    `Up to ${plainAmount(limit, base)}: on Stripe’s page, by ${by(methods)}.`,
  above: (limit: bigint, base: string, currency: string, hasTransfer: boolean): string =>
    hasTransfer
      ? `Over ${plainAmount(limit, base)}: by bank transfer, on an invoice that Stripe shows you. It makes an earlier one of this pledge void that is still to be paid, unless it is the same.`
      : `Over ${plainAmount(limit, base)}: not here, for Stripe takes no transfers in ${currency}.`,
  atRate: 'We convert your amount at the pledge’s reference rate and compare it with the limit.',
  before: 'Before you pay',
  submit: 'Go on to Stripe',
  busy: 'Stripe does not answer just now. Nothing was paid; send it again in a moment.',
  refused: 'Stripe does not take this payment as it is. Nothing was paid.',
  give: {
    title: 'Give now',
    text: (initiative: string): string =>
      `You give to ${initiative} without signing or pledging. It counts as received, and nobody is named by it.`,
    how: (limit: bigint, base: string): string =>
      `On Stripe’s page, by card; in US dollars also from a US bank account, in euros by SEPA debit. At most ${plainAmount(limit, base)}.`,
    more: 'For more,',
    sign: 'sign and pledge',
    moreHow: 'which is paid by bank transfer.',
  },
  closed: {
    title: 'Nothing can be paid here now',
    why: {
      'no-stripe': 'This deployment takes no payments by card or bank debit.',
      initiative: 'Signing, pledging and paying are closed for this initiative.',
      recipient:
        'Payments open once the recipient has said who it is and what becomes of the money.',
      demonstration: 'This is a demonstration: no real money is taken.',
    } satisfies Record<WhyClosed, string>,
    contact: (contact: string): string => `How else to pay, the recipient tells: ${contact}.`,
    home: 'To the figures',
  },
  spent: {
    title: 'The time of this link is over',
    text: 'A link to pay by works for 30 days. Nothing was paid by opening it.',
    contact: (contact: string): string => `Another one is sent by the recipient: ${contact}.`,
    signIn: 'Or sign in, and pay from there',
  },
  paid: {
    title: (state: State, amount: bigint, currency: string): string =>
      titles[state](fullAmount(amount, currency)),
    /** The amount, unless the title has it, and what it is for. */
    what: (
      state: State,
      { paymentRef, isGift, amount, currency }: Told,
      initiative: string,
    ): string =>
      (state === 'paid' || state === 'processing' ? '' : `${fullAmount(amount, currency)}. `) +
      (isGift ? `A gift to ${initiative}.` : forPledge(paymentRef, initiative)),
    text: (state: State, told: Told): string => texts[state](told),
    stale: 'Stripe does not answer just now: this is how it stood when it last did.',
    onTo: { checkout: 'On to Stripe’s page', invoice: 'On to the invoice' },
    again: 'Pay again',
    look: 'Look again',
    ledger: 'In the ledger',
    batch: ({ verb, amount, isTakenBack }: PaidBatch, currency: string): string =>
      `${fullAmount(amount, currency)} ${verbs[verb]}${isTakenBack ? ', and taken back in the ledger' : ''}`,
    entry: (seq: number): string => `entry ${seq}`,
    publicPage: (isGift: boolean): string =>
      `The ${isGift ? 'gift' : 'pledge'}, as the public sees it`,
    questions: (contact: string): string => `Questions go to ${contact}.`,
  },
  list: {
    title: 'Payments',
    on: 'Begun',
    amount: 'Amount',
    status: 'Status',
    statuses: {
      new: 'not begun',
      open: 'not paid yet',
      processing: 'on its way',
      paid: 'received',
      failed: 'did not go through',
      expired: 'not paid',
    } satisfies Record<PaymentStatus, string>,
  },
};
