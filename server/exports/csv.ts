import { Transform } from 'node:stream';

/** Tells programs that know nothing of a file that it is UTF-8: Excel reads it as such only then. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Ends records in CR LF, as RFC 4180 has it, where COPY ends them in LF. A line break inside a cell
 * stays what it is: it stands between quotes, and each quote of the text, being doubled, opens what
 * it closes. Latin-1 keeps bytes as they are, and quotes and line feeds are no part of others in
 * UTF-8.
 */
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
