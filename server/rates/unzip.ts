import { crc32, inflateRawSync } from 'node:zlib';
import { MAX_RATES_BYTES, refuseFile } from './file.ts';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 'PK\x05\x06';
const END_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

/**
 * The text of a rates file: as it is, or, of the ECB's eurofxref.zip and eurofxref-hist.zip, the one
 * CSV in it (PKWARE's APPNOTE, 4.3). Throws `invalid-input` for an archive that is cut off or holds
 * anything else, and for what is no UTF-8.
 */
export function ratesText(bytes: Buffer): string {
  const isZip = bytes.length > 4 && bytes.readUInt32LE() === LOCAL_HEADER;
  if (bytes.length > MAX_RATES_BYTES) throw refuseFile('is larger than 16 MiB');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(isZip ? onlyEntry(bytes) : bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      throw refuseFile(isZip ? 'is a broken archive' : 'is no text in UTF-8');
    }
    throw error;
  }
}

const broken = (): RangeError => new RangeError('not an archive of one plain file');

/** Reading beyond the end throws a RangeError, as does an entry over the limit. */
function onlyEntry(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(END, zip.length - END_BYTES, 'latin1');
  if (end < 0) throw broken();
  if (zip.readUInt16LE(end + 10) !== 1) throw refuseFile('is an archive of more than one file');
  const central = zip.readUInt32LE(end + 16);
  if (zip.readUInt32LE(central) !== CENTRAL_HEADER) throw broken();
  const method = zip.readUInt16LE(central + 10);
  const crc = zip.readUInt32LE(central + 16);
  const packedBytes = zip.readUInt32LE(central + 20);
  const local = zip.readUInt32LE(central + 42);
  if (zip.readUInt32LE(local) !== LOCAL_HEADER) throw broken();
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + packedBytes);
  if (method !== STORED && method !== DEFLATED) throw broken();
  const entry = method === STORED ? packed : inflate(packed);
  if (crc32(entry) !== crc) throw broken();
  return entry;
}

/** zlib's errors have no class of their own. */
function inflate(packed: Buffer): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_RATES_BYTES });
  } catch (error) {
    throw new RangeError('cannot be inflated', { cause: error });
  }
}
