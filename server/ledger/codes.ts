/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A random code of `length` characters, five bits each. */
export const randomCode = (randomBytes: (size: number) => Buffer, length: number): string =>
  [...randomBytes(length)].map((byte) => ALPHABET[byte % 32]).join('');

/** A code as it is shown, in groups of four. */
export const inGroups = (code: string): string => code.match(/.{1,4}/g)!.join('-');

/** A code as it was made, whatever a person makes of its letters, which have no I, L or O. */
export const typedCode = (given: string): string =>
  given.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Whether a text could be a code; what cannot is not looked for. */
export const isCode = (text: string): boolean => /^[0-9A-Z]{1,20}$/.test(text);

/** Lengths: a reference is read aloud, a batch never is. */
export const REF_LENGTH = 10;
export const SIGNER_LENGTH = 12;
export const SITE_LENGTH = 8;
export const BATCH_LENGTH = 16;
