import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';

const DAYS = 90;

/** Whom to tell of a weakness (RFC 9116): ADMIN_EMAIL, or the site's own contact. */
export function registerSecurity(app: FastifyInstance, { config, now }: Context): void {
  const { adminEmail, baseUrl } = config;
  const path = '/.well-known/security.txt';
  // "Cy Example <cy@example.org>" is an address too.
  const address = adminEmail?.replace(/^.*<|>$/g, '');
  app.get(path, (_request, reply) => {
    const expires = new Date(now().getTime() + DAYS * 86_400_000);
    const lines = [
      `Contact: ${address ? `mailto:${address}` : baseUrl}`,
      `Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z`,
      'Preferred-Languages: en',
      `Canonical: ${baseUrl}${path}`,
    ];
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(`${lines.join('\n')}\n`);
  });
}
