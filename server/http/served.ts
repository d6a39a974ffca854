import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

export interface Form {
  status: number;
  /** Names and values in turn, as node:http writes them fastest. */
  headers: string[];
  body?: Buffer;
}

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

/** Compressed in another thread: for answers that many strangers may ask for. */
export async function servedBeside(type: string, text: string): Promise<Served> {
  const body = Buffer.from(text);
  return formsOf(type, body, await gzipBeside(body), {});
}

const gzipBeside = promisify<Buffer, Buffer>(gzip);

interface HowServed {
  cacheControl?: string;
  noindex?: boolean;
}

/** With `no-cache`, caches keep the answer and ask each time: a 304 has no body. */
function formsOf(
  type: string,
  body: Buffer,
  compressed: Buffer,
  { cacheControl = 'no-cache', noindex = false }: HowServed,
): Served {
  // Weak, because plain and compressed bytes share it.
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

/** Browsers name gzip first: that needs no parsing. */
export function acceptsGzip({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { 'accept-encoding': header = '' } = headers;
  if (header === 'gzip' || header.startsWith('gzip,')) return true;
  return header !== '' && new Negotiator({ headers }).encodings(['gzip']).length > 0;
}

/** RFC 9110, section 13.1.2. */
export const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag ||
    header.trim() === '*' ||
    header.split(',').some((given) => given.trim().replace(/^W\//, '') === etag.slice(2)));

export function formFor(request: Pick<IncomingMessage, 'headers'>, answer: Served): Form {
  if (matches(request.headers['if-none-match'], answer.etag)) return answer.notModified;
  return acceptsGzip(request) ? answer.gzip : answer.plain;
}

/** Or 304. Fastify's own sending would cost as much as node:http itself. node:http sends no body for HEAD. */
export function send(request: FastifyRequest, reply: FastifyReply, answer: Served): void {
  void reply.hijack();
  request.isFromMemory = true;
  write(reply.raw, formFor(request, answer), request.server.commonHeaders, request.id);
}

export function write(
  response: ServerResponse,
  { status, headers, body }: Form,
  common: readonly string[],
  requestId: string,
): void {
  response.writeHead(status, [...common, 'x-request-id', requestId, ...headers]).end(body);
}
