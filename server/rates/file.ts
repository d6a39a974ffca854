import { fieldError, type DomainError } from '../domain/errors.ts';

/** A larger file is refused: the whole history is 2 MB as CSV, some 10 MB as XML. */
export const MAX_RATES_BYTES = 16 * 1024 * 1024;

/** One day as a file has it, read but not yet judged. */
export interface FileDay {
  /** Where in the file: `line 3`, `day 2`. */
  place: string;
  day: string;
  rates: { currency: string; perEuro: string }[];
}

export const refuseFile = (message: string): DomainError => fieldError('file', message);
