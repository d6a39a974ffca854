import type { Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

export const MAX_ROWS = 4_000_000;
const MAX_UNPACKED_BYTES = 2 ** 30;
/** sacct's longest fields are lists of nodes and submit lines. */
const MAX_LINE_CHARACTERS = 2 ** 15;

/** `hash` takes the unpacked bytes. Throws `invalid-input` on `file`. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  hash?: Hash,
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let bytes = 0;
  let rows = 0;
  for await (const chunk of unpacked(chunks)) {
    if (bytes === 0) checkNotUtf16(chunk);
    bytes += chunk.length;
    hash?.update(chunk);
    if (bytes > MAX_UNPACKED_BYTES) throw fieldError('file', say().compute.overUnpacked);
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    lines[0] = rest + lines[0]!;
    rest = lines.pop()!;
    rows += lines.length;
    if (rows > MAX_ROWS) throw fieldError('file', say().compute.overRows(MAX_ROWS));
    checkEnded(rest);
    yield lines.map(wholeLine);
  }
  rest += decoder.decode();
  if (rest !== '') yield [wholeLine(rest)];
}

/** By its byte order mark, or by the zero beside each of its first letters. */
function checkNotUtf16([first, second]: Uint8Array): void {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isMarked || first === 0 || second === 0) throw fieldError('file', say().compute.isUtf16);
}

function checkEnded(line: string): void {
  if (line.length > MAX_LINE_CHARACTERS) {
    throw fieldError('file', say().compute.longLines(MAX_LINE_CHARACTERS));
  }
}

function wholeLine(line: string): string {
  checkEnded(line);
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    first = Buffer.concat([first, next.value]);
    if (first.length >= 2) break;
  }
  const all = async function* all(): AsyncGenerator<Uint8Array> {
    yield first;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  yield* first[0] === 0x1f && first[1] === 0x8b ? gunzipped(all()) : all();
}

async function* gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  // The loop below throws its failure.
  pipeline(Readable.from(chunks), gunzip).catch(() => {});
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code.startsWith('Z_') ? fieldError('file', say().compute.brokenGzip) : error;
  }
}
