import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireSignatory, type Actor } from '../../actor.ts';
import { audit } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Db, Tx } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import * as schema from '../../db/schema.ts';
import { write, type Answer, type RequestKey } from '../../db/write.ts';
import type { Terms } from '../../domain/pledge-book.ts';
import { today } from '../../domain/day.ts';
import { DomainError, fieldError } from '../../domain/errors.ts';
import { parseAmount } from '../../domain/quantity.ts';
import { findInitiative, type Initiative } from '../../initiative/read.ts';
import { randomCode, SIGNER_LENGTH } from '../../ledger/codes.ts';
import { provedAddress } from '../../mail/queue.ts';
import { isGone } from '../../pledges/acceptance.ts';
import { noPledge } from '../../pledges/open-pledge.ts';
import { acceptedTerms, paymentRefOf, type PledgeRow } from '../../pledges/pledge-row.ts';
import { rateKey, referenceRates } from '../../rates/reference.ts';
import { hashOf } from '../../sessions/token.ts';
import { requireStripe } from '../../stripe/client.ts';
import { invoiceGivenOut, makeInvoice } from './invoice.ts';
import type { NewPayment, PaymentRow } from '../payment.ts';
import type { GiftInput, PayInput } from '../schemas.ts';
import { findPayment } from './seen-payment.ts';
import { makeSession } from './session.ts';
import { checkPayment } from '../follow/settle.ts';
import { checkCountry, checkOpenForPay, wayOf } from './ways.ts';

/** Its signatory, or whoever has the emailed link. */
export type Payer = { actor: Actor } | { token: string };

type Signatory = typeof schema.signatory.$inferSelect;

const linkSpent = (): DomainError =>
  new DomainError('link-spent', 'The time of this link is over. Ask for another one.');

/** Throws `not-found` for another's pledge, and `link-spent`. */
export async function findPayable(
  reader: Db | Tx,
  payer: Payer,
  ref: string | null,
  now: Date,
): Promise<{ pledge: PledgeRow; giver: Signatory }> {
  const { pledge, signatory } = schema;
  const { payLink } = payments;
  const rows = reader
    .select({ pledge, giver: signatory })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId));
  if ('token' in payer) {
    const tokenHash = hashOf(payer.token);
    const [link] = await reader.select().from(payLink).where(eq(payLink.tokenHash, tokenHash));
    if (!link || link.expiresAt <= now) throw linkSpent();
    const [found] = await rows.where(eq(pledge.id, link.pledgeId));
    return found!;
  }
  requireSignatory(payer.actor);
  const { signatoryId } = payer.actor;
  const [found] = await rows.where(
    and(eq(pledge.ref, ref ?? ''), eq(pledge.signatoryId, signatoryId)),
  );
  if (!found) throw noPledge(ref ?? '');
  return found;
}

/** Throws `conflict` for a pledge that isn't accepted, or is compute. */
export function paidTerms(pledge: PledgeRow, { currency }: Pick<Initiative, 'currency'>): Terms {
  // Whoever has a link may learn no more of the pledge.
  const terms = acceptedTerms({ ...pledge, ref: paymentRefOf(pledge) }, currency);
  if (terms.asset.kind === 'funding') return terms;
  throw new DomainError(
    'conflict',
    `Pledge ${paymentRefOf(pledge)} is compute: nothing is paid for it.`,
  );
}

/**
 * The terms by which somebody pays a pledge. Throws `conflict` where its giver is gone: the payment would be closed at
 * once (payment.ts).
 */
export function payableTerms(
  { pledge, giver }: { pledge: PledgeRow; giver: Signatory },
  initiative: Pick<Initiative, 'currency'>,
): Terms {
  if (!isGone(giver)) return paidTerms(pledge, initiative);
  throw new DomainError(
    'conflict',
    `Nothing is paid for pledge ${paymentRefOf(pledge)} any more: the signature that it belongs to does not stand.`,
  );
}

/** Where the payer goes on. */
export interface Opened {
  code: string;
  way: PaymentRow['way'];
  url: string;
}

/**
 * Opens a payment of an accepted pledge, or hands out its open invoice again. Throws `conflict` for a pledge that
 * can't be paid, `busy` while Stripe is away, and `payment-refused` or `invalid-input` where Stripe refuses.
 */
export async function payPledge(
  ctx: Context,
  payer: Payer,
  key: RequestKey,
  ref: string | null,
  input: PayInput,
): Promise<Opened> {
  const answer = await write(ctx, key, async (tx) => {
    const { pledge, giver } = await findPayable(tx, payer, ref, ctx.now());
    const initiative = await payableInitiative(ctx, tx, input.country);
    const { asset, rate } = payableTerms({ pledge, giver }, initiative);
    const amountMinor = parseAmount(input.amount, asset.code);
    const email = provedAddress(giver);
    const paid = { amount: amountMinor, currency: asset.code, rate };
    const way = wayOf(ctx, paid, initiative, email !== null);
    const actor = 'actor' in payer ? payer.actor : ({ kind: 'public' } as const);
    // Checkout would show the address to whoever has the link.
    const isTold = 'actor' in payer || way === 'invoice';
    const fresh: NewPayment = {
      pledgeId: pledge.id,
      way,
      currency: asset.code,
      amountMinor,
      country: input.country,
      email: isTold ? email : null,
    };
    const given = way === 'invoice' ? await invoiceGivenOut(ctx, tx, fresh) : null;
    if (given !== null) return { status: 201, body: { code: given } };
    return insertPayment(ctx, tx, actor, fresh);
  });
  return openAtStripe(ctx, codeIn(answer));
}

/** Money without a promise or a signature. Throws as `payPledge` does. */
export async function give(ctx: Context, key: RequestKey, input: GiftInput): Promise<Opened> {
  const answer = await write(ctx, key, async (tx) => {
    const initiative = await payableInitiative(ctx, tx, input.country);
    const { currency } = input;
    const amountMinor = parseAmount(input.amount, currency);
    const on = today(ctx.now());
    const rates = await referenceRates(tx, initiative.currency, [{ asset: currency, on }]);
    const reference = rates.get(rateKey(currency, on));
    if (!reference) {
      throw fieldError('currency', `has no reference rate to ${initiative.currency} here`);
    }
    const paid = { amount: amountMinor, currency, rate: reference.rate };
    const way = wayOf(ctx, paid, initiative, false);
    const { country } = input;
    return insertPayment(
      ctx,
      tx,
      { kind: 'public' },
      {
        pledgeId: null,
        way,
        currency,
        amountMinor,
        country,
        email: null,
      },
    );
  });
  return openAtStripe(ctx, codeIn(answer));
}

const codeIn = ({ body }: Answer): string => String(body['code']);

async function payableInitiative(ctx: Context, tx: Tx, country: string): Promise<Initiative> {
  const initiative = await findInitiative(tx);
  checkOpenForPay(ctx, initiative);
  checkCountry(initiative!, country);
  return initiative!;
}

async function insertPayment(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  fresh: NewPayment,
): Promise<Answer> {
  const code = randomCode(ctx.randomBytes, SIGNER_LENGTH);
  const now = ctx.now();
  await tx.insert(payments.payment).values({
    ...fresh,
    id: uuidv7(),
    code,
    livemode: ctx.stripe!.livemode,
    status: 'new',
    createdAt: now,
    closingAt: now,
  });
  await audit(tx, ctx, actor, { act: 'payment.open', object: code });
  return { status: 201, body: { code } };
}

/**
 * Has Stripe make what the payer pays by. The payment is committed first, so whatever Stripe makes carries its code
 * and a key from its id. Crash points: before Stripe is asked, nobody was sent there. After it, the same form gets the
 * same session, and one that was paid is known by its code.
 */
async function openAtStripe(ctx: Context, code: string): Promise<Opened> {
  const { payment, PAYMENT_REF } = payments;
  const { pledge, signatory } = schema;
  const [found] = await ctx.db
    .select({ row: payment, ref: PAYMENT_REF, giver: signatory })
    .from(payment)
    .leftJoin(pledge, eq(pledge.id, payment.pledgeId))
    .leftJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .where(eq(payment.code, code));
  const { row, ref, giver } = found!;
  if (row.url !== null) {
    await checkPayment(ctx, code);
    return whereToPay(ctx, code);
  }
  const initiative = (await findInitiative(ctx.db))!;
  const made = await (
    row.way === 'checkout'
      ? makeSession(ctx, row, { initiative, ref })
      : makeInvoice(ctx, row, { initiative, ref: ref!, giver: giver! })
  ).catch((error: unknown) => {
    throw refusalOf(ctx, error);
  });
  await ctx.db
    .update(payment)
    // It may be paid by now, if the answer to an earlier try was lost; or over, after days without a session.
    .set({
      ...made,
      status: sql`CASE
        WHEN ${payment.status} = 'new' OR ${payment.status} = 'expired' AND ${payment.object} IS NULL
        THEN 'open' ELSE ${payment.status} END`,
    })
    .where(and(eq(payment.id, row.id), isNull(payment.url)));
  // An earlier invoice may be no longer expected.
  ctx.appended();
  return whereToPay(ctx, code);
}

/** Stripe's page while it can be paid there; else our own. */
async function whereToPay(ctx: Context, code: string): Promise<Opened> {
  const { row } = await findPayment(ctx.db, code);
  return { code, way: row.way, url: row.url ?? `${ctx.config.baseUrl}/paid/${code}` };
}

/** Stripe's own words stay in here. */
function refusalOf(ctx: Context, error: unknown): unknown {
  const failure = requireStripe(ctx).failureOf(error);
  if (!failure) return error;
  const { code } = failure;
  if (code === 'amount_too_small') return fieldError('amount', 'is less than Stripe takes');
  if (code === 'amount_too_large')
    return fieldError('amount', 'is more than Stripe takes at once: pay it in parts');
  return new DomainError(
    'payment-refused',
    'Stripe does not take this payment as it is. Nothing was paid.',
    { cause: error },
  );
}
