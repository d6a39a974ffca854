import type { Context } from '../../server/context.ts';
import * as payments from '../../server/db/payments.ts';
import * as schema from '../../server/db/schema.ts';
import { assetOf } from '../../server/domain/asset.ts';
import type { Terms } from '../../server/domain/pledge-book.ts';
import { append, type NewEntry } from '../../server/ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../../server/ledger/codes.ts';
import { PAR } from '../../server/domain/quantity.ts';

/** What the numbered ids begin with: pledges', payments', and Stripe's of them. */
const PLEDGE = 'b0000000-0000-7000-8000-';
const PAYMENT = 'c0000000-0000-7000-8000-';
const SESSION = 'cs_test_';
export const STARTS = [PLEDGE, PAYMENT, SESSION, 'pi_', 'ch_', 'txn_', 'evt_', 'PAY'];

const DIGITS = 12;
const PER_TRANSACTION = 1_000;
const GIVER = 'a0000000-0000-7000-8000-000000000001';
const [CURRENCY, AMOUNT_MINOR] = ['USD', 100_000n];

export const numberedId = (start: string, nth: number): string =>
  start + nth.toString(16).padStart(DIGITS, '0');

const codeOf = (nth: number, length: number): string =>
  `PAY${nth
    .toString(16)
    .toUpperCase()
    .padStart(length - 3, '0')}`;

const TERMS: Terms = {
  asset: assetOf(CURRENCY),
  quantity: AMOUNT_MINOR,
  rate: PAR,
  rateOn: null,
  rateSource: 'PAR',
  baseDigits: 2,
  source: null,
  site: null,
  windows: [],
  grant: null,
  instalments: [],
  condition: null,
  firm: false,
};

/** Accepted pledges of a thousand dollars by one giver, each with a session that asks for all of it. */
export async function seedAsked(ctx: Context, count: number): Promise<void> {
  const now = ctx.now();
  await ctx.db.insert(schema.signatory).values({
    id: GIVER,
    code: 'GIVER0000001',
    kind: 'person',
    name: 'Ada Example',
    nameKey: 'ada example',
    public: true,
    status: 'published',
    createdAt: now,
    publishedAt: now,
  });
  for (let first = 0; first < count; first += PER_TRANSACTION) {
    const end = Math.min(count, first + PER_TRANSACTION);
    const numbers = Array.from({ length: end - first }, (_, index) => first + index);
    await ctx.db.transaction(async (tx) => {
      await tx.insert(schema.pledge).values(numbers.map((nth) => pledgeOf(nth, now)));
      await tx.insert(payments.payment).values(numbers.map((nth) => paymentOf(nth, now)));
      await append(
        tx,
        numbers.flatMap((nth) => entriesOf(ctx, nth)),
        ctx,
      );
    });
  }
}

const refOf = (nth: number): string => codeOf(nth, 10);

const pledgeOf = (nth: number, now: Date): typeof schema.pledge.$inferInsert => ({
  id: numberedId(PLEDGE, nth),
  ref: refOf(nth),
  paymentRef: refOf(nth),
  signatoryId: GIVER,
  asset: CURRENCY,
  quantity: AMOUNT_MINOR,
  windows: [],
  instalments: [],
  firm: false,
  visibility: 'public',
  status: 'accepted',
  rateNum: PAR.num,
  rateDen: PAR.den,
  rateSource: 'PAR',
  createdAt: now,
  decidedAt: now,
});

const paymentOf = (nth: number, now: Date): typeof payments.payment.$inferInsert => ({
  id: numberedId(PAYMENT, nth),
  code: codeOf(nth, 12),
  pledgeId: numberedId(PLEDGE, nth),
  way: 'checkout',
  currency: CURRENCY,
  amountMinor: AMOUNT_MINOR,
  country: 'NO',
  livemode: false,
  status: 'open',
  object: numberedId(SESSION, nth),
  url: 'http://localhost/',
  createdAt: now,
  closingAt: now,
});

function entriesOf({ now, randomBytes }: Context, nth: number): NewEntry[] {
  const [ref, pledgeId] = [refOf(nth), numberedId(PLEDGE, nth)];
  return [
    { kind: 'terms', ref, terms: TERMS, signatoryId: GIVER, name: 'Ada Example' },
    {
      kind: 'movement',
      pledgeId,
      ref,
      batch: randomCode(randomBytes, BATCH_LENGTH),
      move: {
        verb: 'pledge',
        from: 'outside',
        to: 'pledged',
        quantity: AMOUNT_MINOR,
        base: AMOUNT_MINOR,
        windows: null,
        reverses: null,
      },
      on: now().toISOString().slice(0, 10),
      grade: 'self-asserted',
    },
  ];
}
