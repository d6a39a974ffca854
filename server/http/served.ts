import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A public answer, ready to send: made once, sent from memory. */
export interface Served {
  type: string;
  body: Buffer;
  gzip: Buffer;
  etag: string;
  cacheControl: string;
  robots: string | null;
}

/** `no-cache` lets caches keep it and ask each time: a 304 costs no body. */
export function served(
  type: string,
  text: string | Buffer,
  { cacheControl = 'no-cache', noindex = false } = {},
): Served {
  const body = Buffer.from(text);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return {
    type,
    body,
    gzip: gzipSync(body),
    // Weak: the plain and the compressed bytes share it.
    etag: `W/"${hash}"`,
    cacheControl,
    robots: noindex ? 'noindex' : null,
  };
}

export const acceptsGzip = ({ headers }: FastifyRequest): boolean =>
  /(^|,)\s*(gzip|\*)\s*(;\s*q=(1(\.0+)?|0\.\d*[1-9]\d*)\s*)?(,|$)/.test(
    headers['accept-encoding'] ?? '',
  );

/** Whether a client that sends this `If-None-Match` has it (RFC 9110, section 13.1.2). */
export const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' ||
    header.split(',').some((given) => given.trim().replace(/^W\//, '') === etag.slice(2)));

/** Sends it, or 304 when the client has it. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Served): FastifyReply {
  const headers = {
    etag: answer.etag,
    'cache-control': answer.cacheControl,
    vary: 'accept-encoding',
    ...(answer.robots && { 'x-robots-tag': answer.robots }),
  };
  if (matches(request.headers['if-none-match'], answer.etag)) {
    return reply.code(304).headers(headers).send();
  }
  const typed = reply.headers(headers).type(answer.type);
  if (!acceptsGzip(request)) return typed.send(answer.body);
  return typed.header('content-encoding', 'gzip').send(answer.gzip);
}
