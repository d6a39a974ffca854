import type { FastifyInstance } from 'fastify';
import type Stripe from 'stripe';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import type { StripeClient } from '../../stripe/client.ts';
import { takeEvent } from './inbox.ts';

/** From docs.stripe.com/webhooks: an older event may be a replay. */
const TOLERANCE_S = 300;

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

/** Throws `signature-wrong`, `signature-late` after five minutes, and `malformed-json` unless it is a whole event. */
export function openEvent(
  { api, webhookSecret }: StripeClient,
  body: Buffer,
  signature: string,
  now: Date,
): Stripe.Event {
  const isSigned = (tolerance: number): boolean => {
    const { signature: signing } = api.webhooks;
    const at = now.getTime();
    try {
      return signing!.verifyHeader(body, signature, webhookSecret, tolerance, undefined, at);
    } catch {
      return false;
    }
  };
  const { signatureLate, signatureWrong, eventIncomplete } = say().payments;
  if (!isSigned(TOLERANCE_S)) {
    // A tolerance of 0 allows any age.
    if (isSigned(0)) throw new DomainError('signature-late', signatureLate);
    throw new DomainError('signature-wrong', signatureWrong);
  }
  const event = eventShape.safeParse(jsonIn(body));
  if (event.success) return event.data as unknown as Stripe.Event;
  throw new DomainError('malformed-json', eventIncomplete);
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}

/** Stripe's largest events are some tens of kilobytes. */
const EVENT_LIMIT_BYTES = 1024 * 1024;

/** Takes Stripe's events, as raw bytes: they are what is signed. `count` gets each one's outcome, or `refused`. */
export function registerWebhook(
  app: FastifyInstance,
  ctx: Context,
  count: (outcome: string) => void,
): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: EVENT_LIMIT_BYTES },
      (_request, body, done) => done(null, body),
    );
    scope.post('/webhooks/stripe', async ({ body, headers }, reply) => {
      const { stripe } = ctx;
      if (!stripe) throw new DomainError('not-found', say().payments.webhookClosed);
      const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
      const signature = String(headers['stripe-signature'] ?? '');
      try {
        const answer = await takeEvent(ctx, openEvent(stripe, bytes, signature, ctx.now()));
        count(String(answer.body['outcome']));
        return await reply.code(answer.status).send(answer.body);
      } catch (error) {
        count('refused');
        throw error;
      }
    });
  });
}
