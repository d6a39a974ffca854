import { once } from 'node:events';
import { pipeline, type Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptsGzip } from '../http/served.ts';
import { recordsInCrlf } from './csv.ts';

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** How long a reader may take in all, and how long it may take nothing. */
export interface Patience {
  totalMs: number;
  idleMs: number;
}

interface Options {
  withMark: boolean;
  patience: Patience;
  headers: Record<string, string>;
}

/**
 * Sends rows as CSV, compressed if the client takes that, as fast as it reads. What fails before
 * the first byte is thrown. After it the connection is reset, never ended: HTTP/1.0 knows the end
 * of a body by that of its connection, and a part of a file must not pass for the whole.
 */
export async function sendCsv(
  request: FastifyRequest,
  reply: FastifyReply,
  rows: Readable,
  { withMark, patience, headers }: Options,
): Promise<FastifyReply> {
  const isGzip = acceptsGzip(request);
  const csv = recordsInCrlf(withMark);
  // A failure of one destroys all of them; that of the last is the one that is heard of.
  const body = isGzip
    ? pipeline(rows, csv, createGzip({ level: constants.Z_BEST_SPEED }), () => {})
    : pipeline(rows, csv, () => {});
  watch(reply, body, patience);
  await once(body, 'readable');
  body.once('error', () => reply.raw.socket?.resetAndDestroy());
  return reply
    .headers({ ...headers, ...(isGzip && { 'content-encoding': 'gzip' }) })
    .type(CSV_TYPE)
    .send(body);
}

/** Gives up on a reader that is gone, takes nothing, or takes too long: its rows hold a snapshot. */
function watch({ raw }: FastifyReply, body: Readable, { totalMs, idleMs }: Patience): void {
  const giveUp = (why: string): void => {
    body.destroy(new Error(why));
  };
  const limit = setTimeout(() => giveUp('the reader takes too long'), totalMs).unref();
  raw.setTimeout(idleMs, () => {
    // Nothing is waiting for the reader while the database is at work.
    if (raw.writableLength > 0) giveUp('the reader takes nothing');
    else raw.setTimeout(idleMs);
  });
  raw.once('close', () => giveUp('the reader is gone'));
  body.once('close', () => clearTimeout(limit));
}
