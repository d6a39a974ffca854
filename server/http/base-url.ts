import type { FastifyReply, FastifyRequest } from 'fastify';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Pages live under one name, for a passkey and the log's origin belong to it, not to 127.0.0.1. */
export function toBaseUrl(baseUrl: string) {
  const { hostname } = new URL(baseUrl);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const isAlias = request.hostname !== hostname && LOOPBACK.has(request.hostname);
    return isAlias && LOOPBACK.has(hostname)
      ? reply.redirect(`${baseUrl}${request.url}`)
      : undefined;
  };
}
