import AdmZip from 'adm-zip';
import { DomainError, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

/** The whole history is 2 MB as CSV, some 10 MB as XML. */
export const MAX_RATES_BYTES = 16 * 1024 * 1024;

export interface FileDay {
  /** `line 3`, `day 2` */
  place: string;
  day: string;
  rates: { currency: string; perEuro: string }[];
}

export const refuseFile = (message: string): DomainError => fieldError('file', message);

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

/** Also the one CSV in the ECB's zip. Throws `invalid-input`. */
export function ratesText(bytes: Buffer): string {
  if (bytes.length > MAX_RATES_BYTES) throw refuseFile(say().rates.tooLarge);
  const text = isZip(bytes) ? onlyEntry(bytes) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    throw refuseFile(say().rates.notUtf8);
  }
}

/** adm-zip inflates no more than the size in the entry's header, and compares the checksum. */
function onlyEntry(zip: Buffer): Buffer {
  try {
    const [entry, ...others] = new AdmZip(zip).getEntries();
    if (others.length > 0) throw refuseFile(say().rates.severalFiles);
    if (entry && entry.header.size <= MAX_RATES_BYTES) return entry.getData();
  } catch (error) {
    if (error instanceof DomainError) throw error;
  }
  throw refuseFile(say().rates.brokenArchive);
}
