import { createHash } from 'node:crypto';

const TOKEN_BYTES = 32;

/** 256 bits. Only the hash is stored. */
export const newToken = (randomBytes: (size: number) => Buffer): string =>
  randomBytes(TOKEN_BYTES).toString('base64url');

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Doesn't reveal the secrets; `label` keeps uses apart. */
export const derivedToken = (label: string, ...secrets: string[]): string =>
  hashOf(JSON.stringify([label, ...secrets])).toString('base64url');
