import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireSignatory, type Actor } from '../../actor.ts';
import { audit, writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Db, Tx } from '../../db/db.ts';
import { useLimit } from '../../db/limit.ts';
import * as payments from '../../db/payments.ts';
import * as schema from '../../db/schema.ts';
import { write, type Answer, type RequestKey } from '../../db/write.ts';
import type { Terms } from '../../domain/pledge-book.ts';
import { today } from '../../domain/day.ts';
import { conflict, DomainError, fieldError } from '../../domain/errors.ts';
import { parseAmount } from '../../domain/quantity.ts';
import { say } from '../../domain/say.ts';
import { checkOpen, findInitiative, type Initiative } from '../../initiative/read.ts';
import { randomCode, SIGNER_LENGTH } from '../../ledger/codes.ts';
import { provedAddress, queueMail } from '../../mail/queue.ts';
import { checkGiver, isGone, lockGiver } from '../../pledges/acceptance.ts';
import { lockPledge, noPledge } from '../../pledges/open-pledge.ts';
import { acceptedTerms, paymentRefOf, type PledgeRow } from '../../pledges/pledge-row.ts';
import { rateKey, referenceRates } from '../../rates/reference.ts';
import { hashOf } from '../../sessions/token.ts';
import { requireStripe } from '../../stripe/client.ts';
import type { UseCaseOf } from '../../use-case.ts';
import { checkPayment } from '../follow/settle.ts';
import type { NewPayment } from '../payment.ts';
import type { GiftInput, PayInput } from '../schemas.ts';
import { findPayment } from './seen-payment.ts';
import { invoiceGivenOut, makeInvoice, makeSession } from './stripe-page.ts';
import { checkCountry, checkOpenForPay, wayOf } from './ways.ts';

export type Payer = { actor: Actor; ref: string } | { token: string };

export async function findPayable(reader: Db | Tx, payer: Payer, now: Date) {
  const { pledge, signatory } = schema;
  const { payLink } = payments;
  const rows = reader
    .select({ pledge, giver: signatory })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId));
  if ('token' in payer) {
    const tokenHash = hashOf(payer.token);
    const [link] = await reader.select().from(payLink).where(eq(payLink.tokenHash, tokenHash));
    if (!link || link.expiresAt <= now)
      throw new DomainError('link-spent', say().payments.linkSpent);
    const [found] = await rows.where(eq(pledge.id, link.pledgeId));
    return found!;
  }
  const { actor, ref } = payer;
  requireSignatory(actor);
  const isOwn = eq(pledge.signatoryId, actor.signatoryId);
  const [found] = await rows.where(and(eq(pledge.ref, ref), isOwn));
  if (!found) throw noPledge(ref);
  return found;
}

export function paidTerms(pledge: PledgeRow, { currency }: Pick<Initiative, 'currency'>): Terms {
  // Refusals must tell whoever has a link no more about the pledge.
  const ref = paymentRefOf(pledge);
  const terms = acceptedTerms({ ...pledge, ref }, currency);
  if (terms.asset.kind === 'compute') throw conflict(say().payments.pledgeIsCompute(ref));
  return terms;
}

/** Throws `conflict` also where the giver is gone: the payment would be closed at once. */
export function payableTerms(
  { pledge, giver }: { pledge: PledgeRow; giver: schema.Signatory },
  initiative: Pick<Initiative, 'currency'>,
): Terms {
  if (isGone(giver)) throw conflict(say().payments.giverGone(paymentRefOf(pledge)));
  return paidTerms(pledge, initiative);
}

export type Opened = Awaited<ReturnType<typeof whereToPay>>;

export async function payPledge(ctx: Context, payer: Payer, key: RequestKey, input: PayInput) {
  const answer = await write(ctx, key, async (tx) => {
    const { pledge, giver } = await findPayable(tx, payer, ctx.now());
    const initiative = await payableInitiative(ctx, tx, input.country);
    const { asset, rate } = payableTerms({ pledge, giver }, initiative);
    const amountMinor = parseAmount(input.amount, asset.code);
    const email = provedAddress(giver);
    const paid = { amount: amountMinor, currency: asset.code, rate };
    const way = wayOf(ctx, paid, initiative, email !== null);
    const actor = 'actor' in payer ? payer.actor : ({ kind: 'public' } as const);
    // Checkout shows the address, and whoever has the link may be somebody else.
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

/** Money without a promise or a signature. */
export async function give(ctx: Context, key: RequestKey, input: GiftInput): Promise<Opened> {
  const answer = await write(ctx, key, async (tx) => {
    const initiative = checkOpen(await payableInitiative(ctx, tx, input.country));
    const { currency } = input;
    const amountMinor = parseAmount(input.amount, currency);
    const on = today(ctx.now());
    const rates = await referenceRates(tx, initiative.currency, [{ asset: currency, on }]);
    const reference = rates.get(rateKey(currency, on));
    if (!reference) throw fieldError('currency', say().payments.noRate(initiative.currency));
    const paid = { amount: amountMinor, currency, rate: reference.rate };
    const way = wayOf(ctx, paid, initiative, false);
    const { country } = input;
    const fresh = { pledgeId: null, way, currency, amountMinor, country, email: null };
    return insertPayment(ctx, tx, { kind: 'public' }, fresh);
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

async function insertPayment(ctx: Context, tx: Tx, actor: Actor, fresh: NewPayment) {
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

/** The payment is committed first, and Stripe's object carries its code: after a crash the same form gets the same one. */
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
    // If an earlier answer was lost, it may be paid by now, or have expired after days without a session.
    .set({
      ...made,
      status: sql`CASE
        WHEN ${payment.status} = 'new' OR ${payment.status} = 'expired' AND ${payment.object} IS NULL
        THEN 'open' ELSE ${payment.status} END`,
    })
    .where(and(eq(payment.id, row.id), isNull(payment.url)));
  ctx.appended();
  return whereToPay(ctx, code);
}

async function whereToPay(ctx: Context, code: string) {
  const { row } = await findPayment(ctx.db, code);
  return { code, way: row.way, url: row.url ?? `${ctx.config.baseUrl}/paid/${code}` };
}

/** Keeps Stripe's own words from the payer. */
function refusalOf(ctx: Context, error: unknown): unknown {
  const failure = requireStripe(ctx).failureOf(error);
  if (!failure) return error;
  const { code } = failure;
  const { tooSmall, tooLarge, refusedByStripe } = say().payments;
  if (code === 'amount_too_small') return fieldError('amount', tooSmall);
  if (code === 'amount_too_large') return fieldError('amount', tooLarge);
  return new DomainError('payment-refused', refusedByStripe, { cause: error });
}

const HOUR = 3_600;

export const mailPayLink: UseCaseOf = (ctx, actor, key, ref) =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.pay-link', object: ref }, async (tx) => {
    const { row, currency } = await lockPledge(tx, ref);
    paidTerms(row, { currency });
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    checkGiver(giver, true);
    const address = provedAddress(giver);
    if (address === null) throw conflict(say().payments.giverUnconfirmed);
    checkOpenForPay(ctx, await findInitiative(tx));
    // In this transaction, so that a repeated request isn't a second use.
    const limited = { db: tx, now: ctx.now };
    await useLimit(limited, { name: 'pay link of pledge', key: ref, most: 1, seconds: HOUR });
    await queueMail(tx, ctx, address, { kind: 'pay-link', ref });
    return { status: 201, body: { ref } };
  });
