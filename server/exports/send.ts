import { once } from 'node:events';
import { pipeline, Transform, type Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptsGzip } from '../http/served.ts';

export const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

export interface Patience {
  totalMs: number;
  idleMs: number;
}

interface Options {
  withMark: boolean;
  patience: Patience;
  headers: Record<string, string>;
}

/** A failure after the first byte resets the connection: HTTP/1.0 would take a part of the file for the whole. */
export async function sendCsv(
  request: FastifyRequest,
  reply: FastifyReply,
  rows: Readable,
  { withMark, patience, headers }: Options,
): Promise<FastifyReply> {
  const isGzip = acceptsGzip(request);
  const csv = recordsInCrlf(withMark);
  // If one fails, all are destroyed.
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

/** A slow reader's rows hold a snapshot. */
function watch({ raw }: FastifyReply, body: Readable, { totalMs, idleMs }: Patience): void {
  const giveUp = (why: string): void => {
    body.destroy(new Error(why));
  };
  const limit = setTimeout(() => giveUp('the reader takes too long'), totalMs).unref();
  raw.setTimeout(idleMs, () => {
    // While the database works, nothing waits for the reader.
    if (raw.writableLength > 0) giveUp('the reader takes nothing');
    else raw.setTimeout(idleMs);
  });
  raw.once('close', () => giveUp('the reader is gone'));
  body.once('close', () => clearTimeout(limit));
}

/** Excel reads a file as UTF-8 only with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180; COPY writes LF. Breaks in quotes stay, doubled quotes cancel out. Latin-1 keeps the bytes. */
export function recordsInCrlf(withMark: boolean): Transform {
  let isQuoted = false;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const parts = chunk.toString('latin1').split('"');
      for (let index = 0; index < parts.length; index++) {
        if (index > 0) isQuoted = !isQuoted;
        if (!isQuoted) parts[index] = parts[index]!.replaceAll('\n', '\r\n');
      }
      done(null, Buffer.from(parts.join('"'), 'latin1'));
    },
  });
  if (withMark) stream.push(BYTE_ORDER_MARK);
  return stream;
}
