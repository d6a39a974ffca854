import {
  boolean,
  date,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Look } from '../../web/data/home.ts';
import { perDetail } from '../domain/details.ts';
import type { Grade } from '../domain/evidence.ts';
import { perProfileField } from '../domain/profile.ts';
import type { GiverStatus, ReviewReason, SignatoryKind } from '../domain/signatory.ts';
import type { Place, Verb } from '../domain/stage.ts';
import { bytea, credited, instant, ofPledge, ofSignatory, quantity } from './columns.ts';

/** The SQL files in migrations/ are the truth; a test compares the columns. */

export type WindowTuple = [gpus: number, from: string, to: string, availability: string];

export const initiative = pgTable('initiative', {
  id: smallint('id').primaryKey().default(1),
  name: text('name').notNull(),
  call: text('call').notNull(),
  currency: text('currency').notNull(),
  fundingTargetMinor: quantity('funding_target_minor'),
  gpusTarget: integer('gpus_target'),
  /** Null: one site. */
  gpusBasis: text('gpus_basis').$type<'all'>(),
  gpuSecondsTarget: quantity('gpu_seconds_target'),
  startsOn: date('starts_on'),
  endsOn: date('ends_on'),
  deadlineOn: date('deadline_on'),
  note: text('note'),
  closed: boolean('closed').notNull(),
  demonstration: boolean('demonstration').notNull(),
  fetchRates: boolean('fetch_rates'),
  recipient: jsonb('recipient').$type<Recipient>(),
  opensAt: instant('opens_at'),
  inviteHash: bytea('invite_hash'),
  reply: text('reply'),
  closedAt: instant('closed_at'),
  closing: text('closing'),
  look: jsonb('look').$type<Look>(),
});

export const logo = pgTable('logo', {
  hash: text('hash').primaryKey(),
  png: bytea('png').notNull(),
});

export interface Recipient {
  name: string;
  registration?: string | undefined;
  country?: string | undefined;
  taxStatus?: string | undefined;
  refundPolicy?: string | undefined;
  privacyNotice?: string | undefined;
  contact?: string | undefined;
  /** The project that has the recipient as its fiscal sponsor, and what that costs, in words. */
  sponsorOf?: string | undefined;
  sponsorFee?: string | undefined;
  /** Who received the money before, to the last day of each. */
  earlier?: { name: string; registration?: string | undefined; lastOn: string }[] | undefined;
  /** ISO 3166; no payments by Stripe from there. */
  closedCountries?: string[] | undefined;
  /** In major units of the initiative's currency. */
  screenedBy?: string | undefined;
  screenedAbove?: string | undefined;
  /** What a payment's confirmation says in place of "not a tax receipt". */
  receiptText?: string | undefined;
}

export const reported = pgTable('reported', {
  position: integer('position').primaryKey().generatedByDefaultAsIdentity(),
  name: text('name').notNull(),
  role: text('role'),
  affiliation: text('affiliation'),
  source: text('source').notNull(),
  reportedOn: date('reported_on'),
  what: text('what'),
  value: text('value'),
  expiresOn: date('expires_on'),
  pledgeId: uuid('pledge_id'),
  pledgeIs: text('pledge_is').$type<'became' | 'hours'>(),
  addedAt: instant('added_at'),
});

export const signatory = pgTable('signatory', {
  id: uuid('id').primaryKey(),
  code: text('code').notNull(),
  kind: text('kind').$type<SignatoryKind>().notNull(),
  name: text('name').notNull(),
  ...perProfileField((name) => text(name)),
  email: text('email'),
  emailKey: text('email_key'),
  statementWaitsSince: instant('statement_waits_since'),
  statementHidden: boolean('statement_hidden'),
  public: boolean('public').notNull(),
  status: text('status').$type<GiverStatus>().notNull(),
  createdAt: instant('created_at').notNull(),
  publishedAt: instant('published_at'),
  confirmedAt: instant('confirmed_at'),
  verifiedDomain: text('verified_domain'),
  review: text('review').array().$type<ReviewReason[]>().notNull().default([]),
  notice: text('notice'),
  consentedAt: instant('consented_at'),
  newsAt: instant('news_at'),
  firstAt: instant('first_at'),
  question: text('question'),
  askedAt: instant('asked_at'),
  nameKey: text('name_key').notNull(),
  reason: text('reason'),
  ...ofSignatory(),
});
export type Signatory = typeof signatory.$inferSelect;

export const site = pgTable('site', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
});

export const pledge = pgTable('pledge', {
  id: uuid('id').primaryKey(),
  ref: text('ref').notNull(),
  signatoryId: uuid('signatory_id').notNull(),
  asset: text('asset').notNull(),
  quantity: quantity('quantity').notNull(),
  source: text('source').$type<'given' | 'bought'>(),
  site: text('site'),
  windows: jsonb('windows').$type<WindowTuple[]>().notNull(),
  fromOn: date('from_on'),
  toOn: date('to_on'),
  instalments: jsonb('instalments').$type<[dueOn: string, quantity: string][]>().notNull(),
  condition: jsonb('condition').$type<ConditionJson>(),
  firm: boolean('firm').notNull(),
  visibility: text('visibility').$type<'public' | 'anonymous'>().notNull(),
  ...perDetail(({ column }) => text(column)),
  paidThrough: jsonb('paid_through').$type<PaidThrough>(),
  measuredBy: text('measured_by').$type<'jobs' | 'reservation'>(),
  expectedUntil: date('expected_until'),
  asked: jsonb('asked').$type<Asked>(),
  revision: integer('revision').notNull().default(0),
  status: text('status').$type<'pending' | 'accepted' | 'rejected' | 'withdrawn'>().notNull(),
  reason: text('reason'),
  rateNum: text('rate_num'),
  rateDen: text('rate_den'),
  rateOn: date('rate_on'),
  rateSource: text('rate_source'),
  createdAt: instant('created_at').notNull(),
  decidedAt: instant('decided_at'),
  question: text('question'),
  askedAt: instant('asked_at'),
  readyAt: instant('ready_at'),
  readyBy: text('ready_by').$type<'policy' | 'admin'>(),
  paymentRef: text('payment_ref').notNull(),
  ...ofPledge(),
});

export interface PaidThrough {
  kind: 'fund' | 'agency' | 'employer';
  name: string;
}

export interface Asked {
  quantity: string;
  instalments: [dueOn: string, quantity: string][];
  askedAt: string;
  /** A part received beyond the promise meanwhile. */
  came?: string;
}

export interface ConditionJson {
  kind: 'threshold';
  metric: 'funding' | 'gpuHours' | 'organisations';
  counts: 'committed' | 'pledged';
  reaches: string;
  by: string | null;
}

export const ledgerHead = pgTable('ledger_head', {
  id: smallint('id').primaryKey().default(1),
  size: quantity('size').notNull(),
});

export type EntryKind = 'initiative' | 'signature' | 'terms' | 'movement';

export const ledgerEntry = pgTable('ledger_entry', {
  seq: quantity('seq').primaryKey(),
  kind: text('kind').$type<EntryKind>().notNull(),
  leaf: bytea('leaf').notNull(),
  leafHash: bytea('leaf_hash').notNull(),
  recordedAt: instant('recorded_at').notNull(),
});

export const movement = pgTable('movement', {
  seq: quantity('seq').primaryKey(),
  pledgeId: uuid('pledge_id').notNull(),
  batch: text('batch').notNull(),
  verb: text('verb').$type<Verb>().notNull(),
  fromStage: text('from_stage').$type<Place>().notNull(),
  toStage: text('to_stage').$type<Place>().notNull(),
  quantity: quantity('quantity').notNull(),
  base: quantity('base').notNull(),
  windows: jsonb('windows').$type<WindowTuple[]>(),
  occurredOn: date('occurred_on').notNull(),
  grade: text('grade').$type<Grade>().notNull(),
  reverses: quantity('reverses'),
});

/** A pledge's balances as of the newest checkpoint: ledger/standing.ts. */
export const standing = pgTable('standing', {
  pledgeId: uuid('pledge_id').primaryKey(),
  firstSeq: quantity('first_seq').notNull(),
  latestSeq: quantity('latest_seq').notNull(),
  pledged: quantity('pledged').notNull(),
  waiting: quantity('waiting').notNull(),
  committed: quantity('committed').notNull(),
  received: quantity('received').notNull(),
  disputed: quantity('disputed').notNull(),
  refunded: quantity('refunded').notNull(),
  withdrawn: quantity('withdrawn').notNull(),
  lapsed: quantity('lapsed').notNull(),
  pledgedBase: quantity('pledged_base').notNull(),
  waitingBase: quantity('waiting_base').notNull(),
  committedBase: quantity('committed_base').notNull(),
  receivedBase: quantity('received_base').notNull(),
  disputedBase: quantity('disputed_base').notNull(),
  refundedBase: quantity('refunded_base').notNull(),
  withdrawnBase: quantity('withdrawn_base').notNull(),
  lapsedBase: quantity('lapsed_base').notNull(),
  totalBase: quantity('total_base').notNull(),
  securedBase: quantity('secured_base').notNull(),
});

export const evidence = pgTable('evidence', {
  batch: text('batch').primaryKey(),
  url: text('url'),
  note: text('note'),
  reference: text('reference'),
  feeMinor: quantity('fee_minor'),
  ...credited(),
});

export const entryName = pgTable('entry_name', {
  seq: quantity('seq').primaryKey(),
  signatoryId: uuid('signatory_id').notNull(),
  salt: bytea('salt').notNull(),
  name: text('name').notNull(),
});

export const checkpoint = pgTable(
  'checkpoint',
  {
    size: quantity('size').notNull(),
    log: smallint('log').notNull(),
    root: bytea('root').notNull(),
    note: text('note').notNull(),
    totals: json('totals').notNull(),
    frontier: bytea('frontier').notNull(),
    capacitySize: quantity('capacity_size').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.size, table.log] })],
);

export const derived = pgTable(
  'derived',
  {
    size: quantity('size').notNull(),
    kind: text('kind').notNull(),
    json: json('json').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.size] })],
);

export const namesVersion = pgTable('names_version', {
  id: smallint('id').primaryKey().default(1),
  version: quantity('version').notNull(),
});

export const idempotency = pgTable('idempotency', {
  key: bytea('key').primaryKey(),
  requestHash: bytea('request_hash').notNull(),
  status: smallint('status').notNull(),
  answer: json('answer').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const imported = pgTable('imported', {
  path: text('path').primaryKey(),
  digest: bytea('digest').notNull(),
  id: text('id').notNull(),
});
