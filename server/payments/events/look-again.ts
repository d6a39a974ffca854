import { and, eq, isNull } from 'drizzle-orm';
import { requireRight, type Actor } from '../../actor.ts';
import { writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import * as payments from '../../db/payments.ts';
import { answered, type Answer, type RequestKey } from '../../db/write.ts';
import { DomainError } from '../../domain/errors.ts';
import { isForeign } from '../../domain/payment.ts';
import { find, requireStripe, type StripeClient } from '../../stripe/client.ts';
import { lookAt, type Pointing } from './inbox.ts';
import { untilNewest } from '../follow/retry-overtaken.ts';
import { settle, type Outcome } from '../follow/settle.ts';

type EventRow = typeof payments.stripeEvent.$inferSelect;

async function findEvent({ db }: Context, id: string): Promise<EventRow> {
  const { stripeEvent } = payments;
  const [row] = await db.select().from(stripeEvent).where(eq(stripeEvent.id, id));
  if (row) return row;
  throw new DomainError('not-found', 'There is no such event.');
}

/** How to look up an id of each kind: events keep nothing else. */
const POINTING: Record<string, (stripe: StripeClient, id: string) => Promise<Pointing | null>> = {
  cs: async (_, id) => ({ id, object: 'checkout.session' }),
  in: async (_, id) => ({ id, object: 'invoice' }),
  pi: async (_, id) => ({ id, object: 'payment_intent' }),
  ch: (stripe, id) => find(stripe, () => stripe.api.charges.retrieve(id)),
  py: (stripe, id) => find(stripe, () => stripe.api.charges.retrieve(id)),
  re: (stripe, id) => find(stripe, () => stripe.api.refunds.retrieve(id)),
  pyr: (stripe, id) => find(stripe, () => stripe.api.refunds.retrieve(id)),
  du: (stripe, id) => find(stripe, () => stripe.api.disputes.retrieve(id)),
  dp: (stripe, id) => find(stripe, () => stripe.api.disputes.retrieve(id)),
};

/** What an id of Stripe's points to; null if it has no payment or doesn't exist. */
export const pointingOf = async (stripe: StripeClient, id: string): Promise<Pointing | null> =>
  (await POINTING[id.split('_')[0]!]?.(stripe, id)) ?? null;

/**
 * Follows an unmatched event again and records what it can by now. Throws `not-found`, and `busy` where Stripe doesn't
 * answer.
 */
export async function lookAgain(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
): Promise<Outcome> {
  requireRight(actor, 'record');
  const before = await answered(ctx, key);
  if (before) return before.body as unknown as Outcome;
  const row = await findEvent(ctx, id);
  if (row.outcome !== 'unmatched') return { outcome: 'nothing', reason: null, detail: null };
  const stripe = requireStripe(ctx);
  const pointing =
    isForeign(row.reason) || !row.object ? null : await pointingOf(stripe, row.object);
  const deed = { right: 'record', act: 'payment.check', object: id } as const;
  const answer = await untilNewest(async () => {
    const sighting = pointing && (await lookAt(ctx, stripe, pointing));
    return writeAs(ctx, actor, key, deed, async (tx) => {
      if (sighting?.what !== 'payment') {
        const { reason, detail } = sighting?.what === 'unmatched' ? sighting : row;
        return keep(tx, id, { outcome: 'unmatched', reason, detail });
      }
      const outcome = await settle(ctx, tx, sighting.id, sighting.truth);
      return keep(tx, id, { paymentId: sighting.id, ...outcome });
    });
  });
  return answer.body as unknown as Outcome;
}

async function keep(
  tx: Tx,
  id: string,
  { paymentId, ...outcome }: Outcome & { paymentId?: string },
): Promise<Answer> {
  const { stripeEvent } = payments;
  await tx
    .update(stripeEvent)
    .set({ ...outcome, ...(paymentId !== undefined && { paymentId }) })
    .where(eq(stripeEvent.id, id));
  return { status: 201, body: { ...outcome } };
}

/** Puts an event aside with a note. Throws `conflict` if someone was faster. */
export const putAside = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  { note }: { note: string },
): Promise<Answer> =>
  writeAs(
    ctx,
    actor,
    key,
    { right: 'record', act: 'payment.put-aside', object: id },
    async (tx) => {
      const { stripeEvent } = payments;
      const done = await tx
        .update(stripeEvent)
        .set({ asideNote: note })
        .where(
          and(
            eq(stripeEvent.id, id),
            eq(stripeEvent.outcome, 'unmatched'),
            isNull(stripeEvent.asideNote),
          ),
        )
        .returning({ id: stripeEvent.id });
      if (done.length > 0) return { status: 201, body: { event: id } };
      throw new DomainError('conflict', 'Someone has already dealt with this. Reload the page.');
    },
  );
