import type { FastifyInstance } from 'fastify';
import type { Config, StripeConfig } from '../config.ts';

/** Nothing inline, so pages need no nonces and can be cached. Nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** Chromium blocks a form's redirect to an origin that form-action lacks, so it has Stripe's where its key is set. */
const formAction = (stripe: StripeConfig | null): string =>
  [
    "form-action 'self'",
    ...(stripe ? ['https://checkout.stripe.com', 'https://invoice.stripe.com'] : []),
    ...(stripe?.apiUrl ? [new URL(stripe.apiUrl).origin] : []),
  ].join(' ');

declare module 'fastify' {
  interface FastifyInstance {
    /** Names and values in turn, for answers that are written raw. */
    commonHeaders: readonly string[];
  }
}

export function registerHeaders(
  app: FastifyInstance,
  { baseUrl, stripe }: Pick<Config, 'baseUrl' | 'stripe'>,
): void {
  const headers: Record<string, string> = {
    'content-security-policy': [...CONTENT_SECURITY_POLICY, formAction(stripe)].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  if (baseUrl.startsWith('https:')) {
    headers['strict-transport-security'] = 'max-age=31536000';
  }
  app.decorate('commonHeaders', Object.entries(headers).flat());
  // Just before Fastify sends, so that an answer that is written raw doesn't pay for it.
  app.addHook('onSend', (request, reply, payload, done) => {
    void reply.headers(headers).header('x-request-id', request.id);
    // By default an answer is for one person, or for one moment.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
