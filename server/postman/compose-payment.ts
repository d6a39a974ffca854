import { asc, eq } from 'drizzle-orm';
import { t } from '../../web/words.ts';
import { IS_GIFT, payLink, payment, PAYMENT_REF, providerBatch, SEEN_REF } from '../db/payments.ts';
import { movement, pledge, signatory } from '../db/schema.ts';
import { provedAddress } from '../mail/queue.ts';
import { hashOf, newToken } from '../sessions/token.ts';
import type { Write } from './writing.ts';

/** For a board to decide, or a bank transfer. */
const VALID_MS = 30 * 24 * 3_600_000;

/** Null where the pledge can't be paid. */
export const payLetter: Write<'pay-link'> = async ({ ctx, name, at }, { ref }) => {
  const [row] = await ctx.db
    .select({ id: pledge.id, status: pledge.status, paymentRef: PAYMENT_REF })
    .from(pledge)
    .where(eq(pledge.ref, ref));
  if (row?.status !== 'accepted') return null;
  const token = newToken(ctx.randomBytes);
  const expiresAt = new Date(ctx.now().getTime() + VALID_MS);
  await ctx.db.insert(payLink).values({ tokenHash: hashOf(token), pledgeId: row.id, expiresAt });
  return { letter: t.paymentMail.payLink(name, row.paymentRef!), link: at(`/pay/${token}`) };
};

export const paymentLetter: Write<'payment'> = async (by, { told, code, batch }) => {
  const { ctx, name, contact, recipient, address, at } = by;
  const [found] = await ctx.db
    .select({
      row: payment,
      ref: SEEN_REF,
      paymentRef: PAYMENT_REF,
      isGift: IS_GIFT,
      ownRef: pledge.ref,
      giver: { email: signatory.email, confirmedAt: signatory.confirmedAt },
    })
    .from(payment)
    .leftJoin(pledge, eq(pledge.id, payment.pledgeId))
    .leftJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .where(eq(payment.code, code));
  if (!found) return null;
  const entries = await ctx.db
    .select({ seq: movement.seq, amount: providerBatch.amountMinor })
    .from(movement)
    .innerJoin(providerBatch, eq(providerBatch.batch, movement.batch))
    .where(eq(movement.batch, batch ?? ''))
    .orderBy(asc(movement.seq));
  const { row, ref, paymentRef, isGift, ownRef, giver } = found;
  const isGiver = giver !== null && provedAddress(giver) === address;
  const isConfirmed = told === 'received' && isGiver;
  const paid = `/paid/${code}`;
  const seen = ref === null ? (isGift ? '/give' : paid) : `/pledges/${ref}`;
  const place = isConfirmed ? `/me/pledges/${ownRef}/payments/${batch}` : seen;
  return {
    letter: t.paymentMail.told[told](name, {
      paymentRef: isGift ? null : paymentRef,
      currency: row.currency,
      amount: entries[0]?.amount ?? row.amountMinor,
      // The payer need not be the giver.
      entries: ref === null ? [] : entries.map(({ seq }) => Number(seq)),
      contact,
      receiptText: recipient?.receiptText ?? null,
      isConfirmed,
    }),
    link: at(told === 'failed' ? paid : place),
  };
};
