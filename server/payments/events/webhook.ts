import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain/errors.ts';
import { takeEvent } from './inbox.ts';

/** Stripe's largest events are some tens of kilobytes. */
const EVENT_LIMIT_BYTES = 1024 * 1024;

/** Where Stripe sends events. The signature is over the raw bytes. `count` gets the outcome of each, or `refused`. */
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
    scope.post('/webhooks/stripe', async (request, reply) => {
      if (!ctx.stripe) throw new DomainError('not-found', 'No payments go by Stripe here.');
      const signature = request.headers['stripe-signature'];
      const answer = await takeEvent(
        ctx,
        Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        typeof signature === 'string' ? signature : undefined,
      ).catch((error: unknown) => {
        count('refused');
        throw error;
      });
      count(String(answer.body['outcome']));
      return reply.code(answer.status).send(answer.body);
    });
  });
}
