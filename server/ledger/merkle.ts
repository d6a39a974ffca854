import { hash as digest } from 'node:crypto';
import { Breach } from './breach.ts';

/** Merkle tree hashes of RFC 6962, section 2.1, over SHA-256. */

export const HASH_BYTES = 32;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** By way of a text: Node takes four times as long to make a buffer for each hash. Several updates take longer too. */
const hashOf = (parts: readonly Uint8Array[]): Buffer =>
  Buffer.from(digest('sha256', Buffer.concat(parts), 'binary'), 'binary');

export const leafHash = (leaf: Uint8Array): Buffer => hashOf([LEAF, leaf]);

export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  hashOf([NODE, left, right]);

export const EMPTY_ROOT: Buffer = hashOf([]);

/** The roots of a tree's full subtrees, the largest first. */
export interface Frontier {
  size: bigint;
  hashes: Buffer[];
}

export const emptyFrontier = (): Frontier => ({ size: 0n, hashes: [] });

/** In place: as binary addition carries, full subtrees merge in pairs. */
export function appendHash(frontier: Frontier, hash: Buffer): void {
  let carry = hash;
  for (let rest = frontier.size; rest & 1n; rest >>= 1n) {
    carry = nodeHash(frontier.hashes.pop()!, carry);
  }
  frontier.hashes.push(carry);
  frontier.size += 1n;
}

export const rootOf = ({ hashes }: Frontier): Buffer =>
  hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));

export const splitHashes = (bytes: Buffer): Buffer[] =>
  Array.from({ length: bytes.length / HASH_BYTES }, (_, index) =>
    bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  );

export const encodeFrontier = ({ hashes }: Frontier): Buffer => Buffer.concat(hashes);

/** Throws `Breach` unless there is one hash for each bit set in `size`. */
export function decodeFrontier(size: bigint, bytes: Buffer): Frontier {
  const count = size.toString(2).replaceAll('0', '').length;
  if (bytes.length !== count * HASH_BYTES)
    throw new Breach(`the checkpoint of size ${size}: its tree is not of that size`);
  return { size, hashes: splitHashes(bytes) };
}
