import type { CheckoutMethod, PaymentStatus, WhyClosed } from '../../server/domain/payment.ts';
import { count, exactAmount, fullAmount } from '../format.ts';
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
  held: () => 'An admin will review this payment',
  aside: () => 'An admin has reviewed this payment',
  paid: (amount) => `${amount} received`,
  failed: () => 'The payment did not go through',
  expired: () => 'The time to pay is over',
  void: () => 'The invoice is void',
};

const texts: Record<State, (told: Told) => string> = {
  new: () => 'You haven’t opened Stripe’s page. You can start again.',
  open: ({ way }) =>
    way === 'invoice'
      ? 'The invoice names the account for your transfer. A transfer takes some days. We’ll email you when it arrives.'
      : 'If you’ve just paid, Stripe may need a moment to tell us.',
  cancelled: ({ isGift }) =>
    isGift
      ? 'You went back before paying. You can still give.'
      : 'You went back before paying. Your pledge hasn’t changed, and you can still pay.',
  processing: () =>
    'A bank debit takes up to two weeks. We’ll email you when the money arrives, or if the debit fails.',
  held: () =>
    'Stripe received a payment that we didn’t ask for or can’t record yet. Please don’t pay again. We’ll write to you.',
  aside: () =>
    'Stripe received something that we didn’t ask for, or couldn’t record. Before you pay again, ask what happened to this payment.',
  paid: () => 'Thank you. This is a payment confirmation, not a tax receipt.',
  failed: () => 'Your bank didn’t make the payment. We received nothing, and you can pay again.',
  expired: () => 'You paid nothing. You can start again.',
  // A transfer may have been under way for days.
  void: () =>
    'Please don’t pay this invoice. If you have already made a transfer, don’t pay again. Write to the recipient: what arrives is held for this pledge.',
};

const verbs: Record<PaidBatch['verb'], string> = {
  receive: 'received',
  refund: 'returned to you',
  dispute: 'contested',
  win: 'received again',
  lose: 'returned by your bank',
  reverse: 'received again: the refund failed',
};

export const pay = {
  giveBeside: 'without signing',
  title: { own: 'Pay your pledge', link: 'Pay a pledge' },
  text: forPledge,
  open: (open: bigint, currency: string): string =>
    open > 0n ? `Outstanding: ${exactAmount(open, currency)}.` : 'Nothing is outstanding.',
  onTheWay: (amount: bigint, currency: string): string =>
    `${fullAmount(amount, currency)} is already on its way from a bank. It stays outstanding here until it arrives. Don’t pay it again.`,
  waits:
    'Part of this pledge is conditional. If you pay it now, the condition no longer applies to what you paid.',
  fill: 'Fill in',
  due: (amount: bigint, currency: string): string =>
    `the oldest outstanding instalment, ${exactAmount(amount, currency)}`,
  all: (amount: bigint, currency: string): string =>
    `everything outstanding, ${exactAmount(amount, currency)}`,
  labels: { amount: 'Amount', currency: 'Currency', country: 'Country you pay from' },
  amountIn: (currency: string): string => `Amount in ${currency}`,
  hints: {
    part: (hasInstalments: boolean): string =>
      `Pay everything or a part.${hasInstalments ? ' This pays the oldest instalments first.' : ''} Anything beyond your pledge counts as a gift.`,
    country: 'The recipient can’t take money from some countries.',
  },
  noCountry: 'Choose a country',
  how: 'How do you pay?',
  upTo: (limit: bigint, base: string, methods: readonly CheckoutMethod[]): string =>
    `Up to ${exactAmount(limit, base)}: on Stripe’s page, by ${by(methods)}.`,
  above: (limit: bigint, base: string, currency: string, hasTransfer: boolean): string =>
    hasTransfer
      ? `Over ${exactAmount(limit, base)}: by bank transfer. Stripe shows you an invoice. It replaces an earlier unpaid invoice for this pledge.`
      : `Over ${exactAmount(limit, base)}: not here, because Stripe takes no transfers in ${currency}.`,
  atRate: 'We convert your amount at the pledge’s reference rate and compare it with the limit.',
  before: 'Before you pay',
  submit: 'Continue to Stripe',
  busy: 'Stripe isn’t answering. Nothing was paid. Try again in a moment.',
  refused:
    'Stripe did not accept this payment. Nothing was paid. Try another amount, or ask the recipient.',
  give: {
    title: 'Give now',
    text: (initiative: string): string =>
      `You give to ${initiative} without signing or pledging. We count it as received and show no name.`,
    how: (limit: bigint, base: string): string =>
      `You pay on Stripe’s page by card. In US dollars you can also use a US bank account, in euros SEPA debit. You can give at most ${exactAmount(limit, base)}.`,
    more: 'To give more,',
    sign: 'sign and pledge',
    moreHow: 'and pay by bank transfer.',
  },
  closed: {
    title: 'You can’t pay here now',
    why: {
      'no-stripe': 'This website takes no payments by card or bank debit.',
      initiative: 'Signing, pledging and paying are closed for this initiative.',
      recipient: 'Payments open once the recipient’s details are complete.',
      demonstration: 'This is a demonstration: no real money is taken.',
    } satisfies Record<WhyClosed, string>,
    contact: (contact: string): string => `Ask the recipient how else to pay: ${contact}.`,
    home: 'See the totals',
  },
  spent: {
    title: 'This link has expired',
    text: 'A payment link works for 30 days. You have paid nothing.',
    contact: (contact: string): string => `Ask the recipient for a new link: ${contact}.`,
    signIn: 'Or sign in and pay there',
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
    stale: 'Stripe isn’t answering. This is its last answer.',
    onTo: { checkout: 'Continue to Stripe’s page', invoice: 'Open the invoice' },
    again: 'Pay again',
    look: 'Look again',
    ledger: 'In the ledger',
    batch: ({ verb, amount, isTakenBack }: PaidBatch, currency: string): string =>
      `${fullAmount(amount, currency)} ${verbs[verb]}${isTakenBack ? ', then undone in the ledger' : ''}`,
    entry: (seq: number): string => `entry ${count(seq)}`,
    publicPage: (isGift: boolean): string =>
      `See the public page of the ${isGift ? 'gift' : 'pledge'}`,
    questions: (contact: string): string => `Questions? Ask ${contact}.`,
  },
  list: {
    title: 'Payments',
    on: 'Started',
    amount: 'Amount',
    status: 'Status',
    statuses: {
      new: 'not started',
      open: 'not paid yet',
      processing: 'on its way',
      paid: 'received',
      failed: 'did not go through',
      expired: 'not paid',
    } satisfies Record<PaymentStatus, string>,
  },
};
