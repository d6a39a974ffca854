import type { FastifyReply, FastifyRequest } from 'fastify';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Passkeys and the log's origin belong to BASE_URL's name alone, not to 127.0.0.1. */
export function isAliasOf(baseUrl: string): (request: FastifyRequest) => boolean {
  const { host, hostname } = new URL(baseUrl);
  if (!LOOPBACK.has(hostname)) return () => false;
  return (request) =>
    request.raw.headers.host !== host &&
    request.hostname !== hostname &&
    LOOPBACK.has(request.hostname);
}

/** For code that runs before Fastify. */
export function isOwnHostOf(baseUrl: string): (host: string | undefined) => boolean {
  const { host: own, hostname } = new URL(baseUrl);
  return (host) => host === own || !LOOPBACK.has(hostname);
}

export function toBaseUrl(baseUrl: string) {
  const isAlias = isAliasOf(baseUrl);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    // A form that is sent would lose its fields.
    request.method === 'GET' && isAlias(request)
      ? reply.redirect(`${baseUrl}${request.url}`)
      : undefined;
}
