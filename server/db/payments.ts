import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type {
  DifferenceKind,
  EventOutcome,
  PaymentFlag,
  PaymentStatus,
  PaymentWay,
  ProviderVerb,
  UnmatchedReason,
} from '../domain/payment.ts';
import { bytea, instant, quantity } from './columns.ts';

export const payment = pgTable('payment', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull(),
  pledgeId: uuid('pledge_id'),
  way: text('way').$type<PaymentWay>().notNull(),
  currency: text('currency').notNull(),
  amountMinor: quantity('amount_minor').notNull(),
  country: text('country').notNull(),
  livemode: boolean('livemode').notNull(),
  status: text('status').$type<PaymentStatus>().notNull(),
  object: text('object'),
  url: text('url'),
  intent: text('intent'),
  charge: text('charge'),
  email: text('email'),
  flags: text('flags').array().$type<PaymentFlag[]>().notNull().default([]),
  createdAt: instant('created_at').notNull(),
  checkedAt: instant('checked_at'),
  closingAt: instant('closing_at'),
  paidAt: instant('paid_at'),
  watched: boolean('watched').notNull().default(false),
  said: bytea('said'),
});

/** In a query with `payment` and perhaps `signatory`. */
export const IS_GIFT = sql<boolean>`(payment.pledge_id IS NULL OR signatory.status = 'giver')`;

export const PAYMENT_REF = sql<string | null>`
  CASE pledge.visibility WHEN 'public' THEN pledge.ref ELSE pledge.payment_ref END`;

/** If whoever has the payment's code may see it; a gift is its payer's own. */
export const SEEN_REF = sql<string | null>`
  CASE WHEN pledge.visibility = 'public' OR ${IS_GIFT} THEN pledge.ref END`;

export const providerBatch = pgTable(
  'provider_batch',
  {
    object: text('object').notNull(),
    verb: text('verb').$type<ProviderVerb>().notNull(),
    batch: text('batch').notNull(),
    paymentId: uuid('payment_id').notNull(),
    amountMinor: quantity('amount_minor').notNull(),
    happenedAt: instant('happened_at').notNull(),
    balanceObject: text('balance_object'),
    balanceCurrency: text('balance_currency'),
    feeMinor: quantity('fee_minor'),
    netMinor: quantity('net_minor'),
  },
  (table) => [primaryKey({ columns: [table.object, table.verb] })],
);

export const refundOrder = pgTable('refund_order', {
  id: uuid('id').primaryKey(),
  paymentId: uuid('payment_id').notNull(),
  amountMinor: quantity('amount_minor').notNull(),
  reason: text('reason').notNull(),
  object: text('object'),
  refusal: text('refusal'),
  createdAt: instant('created_at').notNull(),
});

export const stripeEvent = pgTable('stripe_event', {
  id: text('id').primaryKey(),
  type: text('type').notNull(),
  object: text('object'),
  paymentId: uuid('payment_id'),
  livemode: boolean('livemode').notNull(),
  outcome: text('outcome').$type<EventOutcome>().notNull(),
  reason: text('reason').$type<UnmatchedReason>(),
  detail: text('detail'),
  asideNote: text('aside_note'),
  receivedAt: instant('received_at').notNull(),
});

export const payLink = pgTable('pay_link', {
  tokenHash: bytea('token_hash').primaryKey(),
  pledgeId: uuid('pledge_id').notNull(),
  expiresAt: instant('expires_at').notNull(),
});

export const stripeCustomer = pgTable('stripe_customer', {
  customer: text('customer').primaryKey(),
  pledgeId: uuid('pledge_id').notNull(),
  livemode: boolean('livemode').notNull(),
  goneAt: instant('gone_at'),
});

export const unappliedCash = pgTable(
  'unapplied_cash',
  {
    customer: text('customer').notNull(),
    currency: text('currency').notNull(),
    amountMinor: quantity('amount_minor').notNull(),
    asOf: instant('as_of').notNull(),
  },
  (table) => [primaryKey({ columns: [table.customer, table.currency] })],
);

export const reconciliation = pgTable('reconciliation', {
  id: uuid('id').primaryKey(),
  fromOn: date('from_on').notNull(),
  toOn: date('to_on').notNull(),
  compared: integer('compared').notNull(),
  differences: integer('differences').notNull(),
  finishedAt: instant('finished_at').notNull(),
});

export const difference = pgTable(
  'difference',
  {
    kind: text('kind').$type<DifferenceKind>().notNull(),
    object: text('object').notNull(),
    verb: text('verb').$type<ProviderVerb>().notNull(),
    paymentId: uuid('payment_id'),
    currency: text('currency').notNull(),
    theirsMinor: quantity('theirs_minor'),
    oursMinor: quantity('ours_minor'),
    happenedAt: instant('happened_at').notNull(),
    foundAt: instant('found_at').notNull(),
    asideNote: text('aside_note'),
  },
  (table) => [primaryKey({ columns: [table.object, table.verb] })],
);
