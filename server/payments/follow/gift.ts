import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { openBook } from '../../domain/pledge-book.ts';
import { today } from '../../domain/day.ts';
import { line } from '../../http/text.ts';
import { findInitiative, noInitiative } from '../../initiative/read.ts';
import { randomCode, REF_LENGTH, SIGNER_LENGTH } from '../../ledger/codes.ts';
import { termsOf } from '../../ledger/terms.ts';
import { termsEntry } from '../../pledges/record.ts';
import { noRate, rateKey, referenceRates } from '../../rates/reference.ts';
import { country } from '../../signatories/schemas.ts';
import type { PaymentRow } from '../payment.ts';
import type { StripePayment } from '../stripe/stripe-state.ts';

const NAMELESS_GIVER = 'A giver';

/** Payers may type anything at Stripe. We keep what a signatory could have typed. */
const giverShape = z.object({
  name: line(200).catch(NAMELESS_GIVER),
  country: country.nullable().catch(null),
});

/**
 * Makes a giver in no list, and an anonymous pledge that promises nothing: all of the money is beyond the promise.
 * Throws `invalid-input` without a reference rate for that day.
 */
export async function openGift(
  ctx: Context,
  tx: Tx,
  { currency: asset, amountMinor }: PaymentRow,
  { payer, receipt }: StripePayment,
) {
  const initiative = await findInitiative(tx);
  if (!initiative) throw noInitiative();
  const now = ctx.now();
  const on = today(receipt!.at);
  const rates = await referenceRates(tx, initiative.currency, [{ asset, on }]);
  const reference = rates.get(rateKey(asset, on));
  if (!reference) throw noRate(asset, initiative.currency, on);
  const giver = giverShape.parse(payer);
  const signatoryId = uuidv7();
  await tx.insert(schema.signatory).values({
    id: signatoryId,
    code: randomCode(ctx.randomBytes, SIGNER_LENGTH),
    kind: 'person',
    ...giver,
    nameKey: '',
    public: false,
    status: 'giver',
    createdAt: now,
  });
  const [pledge] = await tx
    .insert(schema.pledge)
    .values({
      id: uuidv7(),
      ref: randomCode(ctx.randomBytes, REF_LENGTH),
      paymentRef: randomCode(ctx.randomBytes, REF_LENGTH),
      signatoryId,
      asset,
      quantity: amountMinor,
      windows: [],
      instalments: [],
      firm: false,
      visibility: 'anonymous',
      status: 'accepted',
      rateNum: reference.rate.num,
      rateDen: reference.rate.den,
      rateOn: reference.rateOn,
      rateSource: reference.rateSource,
      createdAt: now,
      decidedAt: now,
    })
    .returning();
  const terms = termsOf(pledge!, initiative.currency, reference);
  return {
    pledge: pledge!,
    book: openBook(terms),
    history: [],
    before: [termsEntry(pledge!, terms, giver)],
  };
}

/** Accepts the pledge of an undone gift again. No admin can, because nobody signed it. */
export async function reopenGift(ctx: Context, tx: Tx, { pledgeId }: Pick<PaymentRow, 'pledgeId'>) {
  await tx.execute(sql`
    UPDATE pledge SET status = 'accepted', decided_at = ${ctx.now().toISOString()}::timestamptz
    FROM signatory
    WHERE pledge.id = ${pledgeId} AND signatory.id = pledge.signatory_id
      AND signatory.status = 'giver' AND pledge.status <> 'accepted'`);
}
