/** Crockford's base 32: no I, L, O or U, because codes are read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five random bits for each character. */
export function randomCode(randomBytes: (size: number) => Buffer, length: number): string {
  let code = '';
  for (const byte of randomBytes(length)) code += ALPHABET[byte % 32];
  return code;
}

export const inGroups = (code: string): string => code.match(/.{1,4}/g)!.join('-');

export const typedCode = (given: string): string =>
  given.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** The pledge's reference that a person meant: alone, or in the creditor reference of a bank statement. */
export const typedRef = (given: string): string =>
  typedCode(given).replace(/^RF\d\d(?=.{10}$)/, '');

export const isCode = (text: string): boolean => /^[0-9A-Z]{1,20}$/.test(text);

/** A reference is read aloud, a batch never. */
export const REF_LENGTH = 10;
export const SIGNER_LENGTH = 12;
export const SITE_LENGTH = 8;
export const BATCH_LENGTH = 16;
