import AdmZip from 'adm-zip';
import { DomainError } from '../domain/errors.ts';
import { MAX_RATES_BYTES, refuseFile } from './file.ts';

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

/**
 * The text of a rates file: the file itself, or the one CSV in the ECB's eurofxref.zip or
 * eurofxref-hist.zip. Throws `invalid-input` for any other archive and for text that isn't UTF-8.
 */
export function ratesText(bytes: Buffer): string {
  if (bytes.length > MAX_RATES_BYTES) throw refuseFile('is larger than 16 MiB');
  const text = isZip(bytes) ? onlyEntry(bytes) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    throw refuseFile('is no text in UTF-8');
  }
}

/** adm-zip inflates no more than the size that the entry states, and compares its checksum. */
function onlyEntry(zip: Buffer): Buffer {
  try {
    const [entry, ...others] = new AdmZip(zip).getEntries();
    if (others.length > 0) throw refuseFile('is an archive of more than one file');
    if (entry && entry.header.size <= MAX_RATES_BYTES) return entry.getData();
  } catch (error) {
    if (error instanceof DomainError) throw error;
  }
  throw refuseFile('is a broken archive');
}
