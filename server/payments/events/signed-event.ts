import type Stripe from 'stripe';
import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';
import type { StripeClient } from '../stripe/client.ts';

/** As docs.stripe.com/webhooks has it: older ones may be sent by somebody who has overheard them. */
const TOLERANCE_S = 300;

/** An id, which for some things their owner chooses; a type or a currency. */
const word = z.string().regex(/^[\x20-\x7e]{1,255}$/);
/** An id, alone or in its object; or none. */
const pointer = z.union([word, z.looseObject({ id: word })]).nullish();

/** What is read of an event: where it points, and what it says of itself. */
const eventShape = z.looseObject({
  id: word,
  type: word,
  livemode: z.boolean(),
  account: word.nullish(),
  data: z.looseObject({
    object: z.looseObject({
      id: word.optional(),
      object: word.optional(),
      payment_intent: pointer,
      customer: pointer,
      currency: word.nullish(),
    }),
  }),
});

/**
 * The event in the bytes that were sent. Throws `signature-wrong` for bytes that were not signed with the
 * endpoint's secret, `signature-late` for ones that were, more than five minutes ago, and
 * `malformed-json` for signed ones that are no event: an endpoint of Stripe's that sends thin ones.
 */
export function openEvent(
  { api }: StripeClient,
  secret: string,
  body: Buffer,
  signature: string | undefined,
  now: Date,
): Stripe.Event {
  const isSigned = (tolerance: number): boolean => {
    try {
      const { signature: signing } = api.webhooks;
      return signing!.verifyHeader(
        body,
        signature ?? '',
        secret,
        tolerance,
        undefined,
        now.getTime(),
      );
    } catch {
      return false;
    }
  };
  if (!isSigned(TOLERANCE_S)) {
    // No tolerance is none at all: whether it was signed, whenever that was.
    if (isSigned(0)) {
      throw new DomainError(
        'signature-late',
        'This was signed more than five minutes ago. Is this machine’s clock right?',
      );
    }
    throw new DomainError(
      'signature-wrong',
      'These bytes were not signed with the secret of this endpoint: is STRIPE_WEBHOOK_SECRET the one that Stripe shows for it?',
    );
  }
  const event = eventShape.safeParse(jsonIn(body));
  if (event.success) return event.data as unknown as Stripe.Event;
  throw new DomainError(
    'malformed-json',
    'This is signed, and no event with what it speaks of: the endpoint must send whole events, not thin ones.',
  );
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
