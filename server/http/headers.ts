import type { FastifyInstance } from 'fastify';
import type { Config, StripeConfig } from '../config.ts';

/** No inline script or style, so no nonces, so that pages can be cached; nothing from elsewhere. */
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

/**
 * Where forms may lead: Chromium blocks a redirect to another origin that form-action does not name, so
 * Stripe's own pages are named where its key is set.
 */
const formAction = (stripe: StripeConfig | null): string =>
  [
    "form-action 'self'",
    ...(stripe ? ['https://checkout.stripe.com', 'https://invoice.stripe.com'] : []),
    ...(stripe?.apiUrl ? [new URL(stripe.apiUrl).origin] : []),
  ].join(' ');

declare module 'fastify' {
  interface FastifyInstance {
    /** The headers of every answer, names and values in turn: for one that is written raw. */
    commonHeaders: readonly string[];
  }
}

/** Headers that every answer carries. */
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
  // Just before Fastify sends, whatever it is: an answer that is written raw need not pay for it.
  app.addHook('onSend', (request, reply, payload, done) => {
    void reply.headers(headers).header('x-request-id', request.id);
    // What says nothing else is of one person, or of one moment.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}
