import { createHash, sign, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  appendHash,
  decodeFrontier,
  emptyFrontier,
  encodeFrontier,
  leafHash,
  rootOf,
  type Frontier,
} from '../../server/ledger/merkle.ts';
import {
  checkpointText,
  keyOfSeed,
  openNote,
  signerOf,
  signNote,
} from '../../server/ledger/note.ts';

/** The inputs and roots of RFC 6962 that the Certificate Transparency implementations share. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 6962, section 2.1, word for word: the recursion that the frontier avoids. */
function treeHash(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.from([0]), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.from([1]), treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const frontierOf = (leaves: Buffer[]): Frontier => {
  const frontier = emptyFrontier();
  for (const leaf of leaves) appendHash(frontier, leafHash(leaf));
  return frontier;
};

describe('the Merkle tree', () => {
  test('has the roots that Certificate Transparency publishes', () => {
    const roots = LEAVES.map((_, index) => rootOf(frontierOf(LEAVES.slice(0, index + 1))));
    expect(roots.map((root) => root.toString('hex'))).toEqual(ROOTS);
  });

  test('has the RFC’s root at every size, and after being put away and taken up again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }),
        fc.nat(70),
        (bytes, cut) => {
          const leaves = bytes.map((leaf) => Buffer.from(leaf));
          const first = frontierOf(leaves.slice(0, cut));
          const resumed = decodeFrontier(first.size, encodeFrontier(first));
          for (const leaf of leaves.slice(cut)) appendHash(resumed, leafHash(leaf));
          expect(rootOf(resumed)).toEqual(treeHash(leaves));
        },
      ),
    );
  });
});

describe('signed notes', () => {
  const signer = signerOf('example.org/log', keyOfSeed(Buffer.alloc(32, 9)));
  const text = checkpointText('example.org/log', 3n, Buffer.alloc(32, 1));

  test('open with the verifier key of their signer', () => {
    const note = signNote(text, signer);
    expect(note).toBe(`${text}\n— example.org/log ${note.split(' ').at(-1)!.trim()}\n`);
    expect(openNote(note, signer.verifierKey)).toBe(text);
  });

  test('do not open when the text, the name or the key is another', () => {
    const note = signNote(text, signer);
    const other = signerOf('example.org/log', keyOfSeed(Buffer.alloc(32, 8)));
    const renamed = signerOf('example.org/two', keyOfSeed(Buffer.alloc(32, 9)));
    expect(openNote(note.replace('\n3\n', '\n4\n'), signer.verifierKey)).toBeNull();
    expect(openNote(note, other.verifierKey)).toBeNull();
    expect(openNote(note, renamed.verifierKey)).toBeNull();
    expect(openNote('no note', signer.verifierKey)).toBeNull();
  });

  test('have the key id of C2SP: SHA-256(name || 0x0A || 0x01 || key), four bytes', () => {
    const [name, id, encoded] = signer.verifierKey
      .split('+', 2)
      .concat(signer.verifierKey.split('+').slice(2).join('+')) as [string, string, string];
    const key = Buffer.from(encoded, 'base64').subarray(1);
    const expected = sha256(Buffer.from(`${name}\n`), Buffer.from([1]), key).subarray(0, 4);
    expect(id).toBe(expected.toString('hex'));
  });

  test('a signature by a stranger’s key under our key id does not open', () => {
    const [, id = ''] = signer.verifierKey.split('+');
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const forged = Buffer.concat([Buffer.from(id, 'hex'), sign(null, Buffer.from(text), stranger)]);
    const note = `${text}\n— example.org/log ${forged.toString('base64')}\n`;
    expect(openNote(note, signer.verifierKey)).toBeNull();
  });
});
