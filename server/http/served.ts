import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

interface Form {
  status: number;
  /** Names and values in turn, as node:http writes them fastest. */
  headers: string[];
  body?: Buffer;
}

/** A public answer in each of its forms, ready to send: made once, sent from memory. */
export interface Served {
  etag: string;
  plain: Required<Form>;
  gzip: Required<Form>;
  notModified: Form;
}

export function served(type: string, text: string | Buffer, how: HowServed = {}): Served {
  const body = Buffer.from(text);
  return formsOf(type, body, gzipSync(body), how);
}

/** The same, compressed beside whatever else is answered: for what many strangers may ask for anew. */
export async function servedBeside(type: string, text: string): Promise<Served> {
  const body = Buffer.from(text);
  return formsOf(type, body, await gzipBeside(body), {});
}

const gzipBeside = promisify<Buffer, Buffer>(gzip);

interface HowServed {
  cacheControl?: string;
  noindex?: boolean;
}

/** `no-cache` lets caches keep it and ask each time: a 304 costs no body. */
function formsOf(
  type: string,
  body: Buffer,
  compressed: Buffer,
  { cacheControl = 'no-cache', noindex = false }: HowServed,
): Served {
  // Weak: the plain and the compressed bytes share it.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const common = ['etag', etag, 'cache-control', cacheControl, 'vary', 'accept-encoding'];
  if (noindex) common.push('x-robots-tag', 'noindex');
  const full = (bytes: Buffer, ...more: string[]) => ({
    status: 200,
    headers: [...common, 'content-type', type, 'content-length', String(bytes.length), ...more],
    body: bytes,
  });
  return {
    etag,
    plain: full(body),
    gzip: full(compressed, 'content-encoding', 'gzip'),
    notModified: { status: 304, headers: common },
  };
}

/** Browsers name it first, with no weight: for them nothing needs to be parsed. */
export function acceptsGzip({ headers }: FastifyRequest): boolean {
  const { 'accept-encoding': header = '' } = headers;
  if (header === 'gzip' || header.startsWith('gzip,')) return true;
  return header !== '' && new Negotiator({ headers }).encodings(['gzip']).length > 0;
}

/** Whether a client that sends this `If-None-Match` has it (RFC 9110, section 13.1.2). */
export const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag ||
    header.trim() === '*' ||
    header.split(',').some((given) => given.trim().replace(/^W\//, '') === etag.slice(2)));

function formFor(request: FastifyRequest, answer: Served): Form {
  if (matches(request.headers['if-none-match'], answer.etag)) return answer.notModified;
  return acceptsGzip(request) ? answer.gzip : answer.plain;
}

/**
 * Sends it, or 304 when the client has it (RFC 9110, section 13.1.2). Written past Fastify's own
 * sending, which would spend on an answer that is ready as much as node:http does: so only the
 * headers of every answer and its own go out. node:http leaves the body out for HEAD.
 */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Served): void {
  const { status, headers, body } = formFor(request, answer);
  void reply.hijack();
  request.isFromMemory = true;
  const own = ['x-request-id', request.id];
  reply.raw.writeHead(status, [...request.server.commonHeaders, ...own, ...headers]).end(body);
}
