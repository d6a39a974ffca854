import type { Hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fieldError, type DomainError } from '../domain/errors.ts';

/** A month of a million jobs with their steps. */
export const MAX_ROWS = 4_000_000;
const MAX_UNPACKED_BYTES = 2 ** 30;
/** sacct's longest fields are lists of nodes and submit lines. */
const MAX_LINE_CHARACTERS = 2 ** 15;

/**
 * A file's lines, a block at a time, unpacked if it is a gzip. `hash` takes the unpacked bytes, so a file and its gzip
 * are the same. Bad UTF-8 is replaced. Throws `invalid-input` on `file` for a broken gzip, an endless line, or too
 * much.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  hash?: Hash,
): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let bytes = 0;
  let rows = 0;
  for await (const chunk of unpacked(chunks)) {
    bytes += chunk.length;
    hash?.update(chunk);
    if (bytes > MAX_UNPACKED_BYTES) throw tooMuch('is over 1 GiB once it is unpacked');
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    // What came before is neither searched nor copied again.
    lines[0] = rest + lines[0]!;
    rest = lines.pop()!;
    rows += lines.length;
    if (rows > MAX_ROWS) throw tooMuch(`has over ${MAX_ROWS.toLocaleString('en')} rows`);
    checkEnded(rest);
    yield lines.map(wholeLine);
  }
  rest += decoder.decode();
  if (rest !== '') yield [wholeLine(rest)];
}

export const tooMuch = (what: string): DomainError =>
  fieldError('file', `${what}: export each month, or each week, to a file of its own`);

function checkEnded(line: string): void {
  if (line.length > MAX_LINE_CHARACTERS) {
    throw fieldError('file', `has lines of over ${MAX_LINE_CHARACTERS} characters`);
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
    throw code.startsWith('Z_') ? fieldError('file', 'is a broken gzip') : error;
  }
}
