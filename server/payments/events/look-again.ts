import { and, eq, isNull } from 'drizzle-orm';
import { requireRight, type Actor } from '../../actor.ts';
import { writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { stripeEvent } from '../../db/payments.ts';
import { answered, type Answer, type RequestKey } from '../../db/write.ts';
import { conflict, notFound } from '../../domain/errors.ts';
import { isForeign } from '../../domain/payment.ts';
import { say } from '../../domain/say.ts';
import { find, requireStripe, type StripeClient } from '../../stripe/client.ts';
import type { UseCaseOn } from '../../use-case.ts';
import { lookAt, type Pointer } from './inbox.ts';
import { retryOvertaken } from '../follow/retry-overtaken.ts';
import { NOTHING, settle, type Outcome } from '../follow/settle.ts';

type EventRow = typeof stripeEvent.$inferSelect;

async function findEvent({ db }: Context, id: string): Promise<EventRow> {
  const [row] = await db.select().from(stripeEvent).where(eq(stripeEvent.id, id));
  if (!row) throw notFound(say().payments.noEvent);
  return row;
}

/** How to look up each kind of id, which is all that an event's row keeps. */
const POINTERS: Record<string, (stripe: StripeClient, id: string) => Promise<Pointer | null>> = {
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

/** Null if the id belongs to no payment or doesn't exist. */
export const pointerOf = async (stripe: StripeClient, id: string): Promise<Pointer | null> =>
  (await POINTERS[id.split('_')[0]!]?.(stripe, id)) ?? null;

/** Records what it can by now of an unmatched event. */
export async function lookAgain(ctx: Context, actor: Actor, key: RequestKey, id: string) {
  requireRight(actor, 'record');
  const before = await answered(ctx, key);
  if (before) return before.body as unknown as Outcome;
  const row = await findEvent(ctx, id);
  if (row.outcome !== 'unmatched') return NOTHING;
  const stripe = requireStripe(ctx);
  const pointer = isForeign(row.reason) || !row.object ? null : await pointerOf(stripe, row.object);
  const deed = { right: 'record', act: 'payment.check', object: id } as const;
  const answer = await retryOvertaken(async () => {
    const sighting = pointer && (await lookAt(ctx, stripe, pointer));
    return writeAs(ctx, actor, key, deed, async (tx) => {
      if (!sighting?.payment) {
        const { reason, detail } = sighting ?? row;
        return keep(tx, id, { outcome: 'unmatched', reason, detail });
      }
      const { id: paymentId, atStripe } = sighting.payment;
      return keep(tx, id, { paymentId, ...(await settle(ctx, tx, paymentId, atStripe)) });
    });
  });
  return answer.body as unknown as Outcome;
}

async function keep(
  tx: Tx,
  id: string,
  { paymentId, ...outcome }: Outcome & { paymentId?: string },
): Promise<Answer> {
  await tx
    .update(stripeEvent)
    .set({ ...outcome, ...(paymentId !== undefined && { paymentId }) })
    .where(eq(stripeEvent.id, id));
  return { status: 201, body: { ...outcome } };
}

export const putAside: UseCaseOn<{ note: string }> = (ctx, actor, key, id, { note }) => {
  const deed = { right: 'record', act: 'payment.put-aside', object: id } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const isOpen = and(eq(stripeEvent.outcome, 'unmatched'), isNull(stripeEvent.asideNote));
    const done = await tx
      .update(stripeEvent)
      .set({ asideNote: note })
      .where(and(eq(stripeEvent.id, id), isOpen))
      .returning({ id: stripeEvent.id });
    if (done.length === 0) throw conflict(say().payments.alreadyHandled);
    return { status: 201, body: { event: id } };
  });
};
