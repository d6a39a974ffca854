/** What a spreadsheet says, and what must come out. All people are invented. */
import type { CsvAnswers } from '../../../server/domain/csv-fields.ts';

export interface Sheet {
  file: string | Buffer;
  answers?: Partial<CsvAnswers>;
  /** What is read of each row that can be recorded. */
  rows?: Record<string, string>[];
  /** What these would be as signatories. */
  makes?: Record<string, string>[];
  /** Of the other rows, in this order: their number, and part of what is wrong. */
  errors?: [row: number, why: string][];
  /** The day that only a person can tell. */
  asks?: string;
  /** The fields that every row needs, and no column has. */
  missing?: string[];
  /** Part of why nothing of it may be recorded. */
  blocked?: string | null;
  /** Why the whole file is refused. */
  refused?: string;
}

export const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
export const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

const CENTRAL = new TextDecoder('windows-1250').decode(
  Uint8Array.from({ length: 256 }, (_, at) => at),
);
export const central = (text: string): Buffer =>
  Buffer.from(Array.from(text, (letter) => CENTRAL.indexOf(letter)));
export const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

export const ADA = { name: 'Ada Example', email: 'ada@sheets.example' };
export const BO = { name: 'Bo Example', email: 'bo@sheets.example' };
export const TWO = 'Name,Email\nAda Example,ada@sheets.example\nBo Example,bo@sheets.example\n';
