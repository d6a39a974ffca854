import { createHash } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A secret of 256 bits, for a link or a session. Only its hash is ever stored. */
export const newToken = (randomBytes: (size: number) => Buffer): string =>
  randomBytes(TOKEN_BYTES).toString('base64url');

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A secret that follows from others, which nobody learns from it; `label` keeps uses apart. */
export const derivedToken = (label: string, ...secrets: string[]): string =>
  hashOf(JSON.stringify([label, ...secrets])).toString('base64url');
