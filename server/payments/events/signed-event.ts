import type Stripe from 'stripe';
import { z } from 'zod';
import { DomainError } from '../../domain/errors.ts';
import type { StripeClient } from '../../stripe/client.ts';

/** From docs.stripe.com/webhooks: an older event may be a replay. */
const TOLERANCE_S = 300;

/** An id, a type or a currency. */
const word = z.string().regex(/^[\x20-\x7e]{1,255}$/);
const pointer = z.union([word, z.looseObject({ id: word })]).nullish();

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
 * The event in the bytes sent. Throws `signature-wrong`, `signature-late` after five minutes, and `malformed-json` for
 * signed bytes that are no whole event.
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
    // A tolerance of 0 means any age: was it ever signed?
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
