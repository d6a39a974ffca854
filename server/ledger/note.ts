import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/* Signed notes and checkpoints: C2SP signed-note and tlog-checkpoint, Ed25519 (algorithm 1). */

/** The DER prefixes of an Ed25519 key, before its 32 bytes: PKCS #8 (RFC 8410) and SPKI. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const ED25519 = Buffer.from([1]);

export interface Signer {
  name: string;
  privateKey: KeyObject;
  /** `name+hex(key id)+base64(1 || public key)`: what a verifier needs. */
  verifierKey: string;
}

const publicBytes = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);

/** First four bytes of SHA-256(name || 0x0A || 0x01 || public key). */
const keyId = (name: string, publicKey: Uint8Array): Buffer =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(ED25519)
    .update(publicKey)
    .digest()
    .subarray(0, 4);

/** Throws unless the seed has 32 bytes. */
export function keyOfSeed(seed: Buffer): KeyObject {
  if (seed.length !== 32) throw new Error('must be 32 bytes in base64');
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

export function signerOf(name: string, privateKey: KeyObject): Signer {
  const bytes = publicBytes(privateKey);
  const id = keyId(name, bytes).toString('hex');
  const encoded = Buffer.concat([ED25519, bytes]).toString('base64');
  return { name, privateKey, verifierKey: `${name}+${id}+${encoded}` };
}

/** The text of a checkpoint: origin, size and base64 root, a line each. */
export const checkpointText = (origin: string, size: bigint, root: Buffer): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

export function signNote(text: string, { name, privateKey }: Signer): string {
  const signature = sign(null, Buffer.from(text), privateKey);
  const line = Buffer.concat([keyId(name, publicBytes(privateKey)), signature]).toString('base64');
  return `${text}\n— ${name} ${line}\n`;
}

/** Null if the verifier key did not sign it. */
export function openNote(note: string, verifierKey: string): string | null {
  const [, name = '', encoded = ''] = /^([^+\s]+)\+[0-9a-f]{8}\+(.+)$/.exec(verifierKey) ?? [];
  const publicKey = Buffer.from(encoded, 'base64').subarray(1);
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || publicKey.length !== 32) return null;
  const text = note.slice(0, end + 1);
  const key = createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, publicKey]),
    format: 'der',
    type: 'spki',
  });
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => Buffer.from(line.slice(`— ${name} `.length), 'base64'))
    .some(
      (bytes) =>
        bytes.subarray(0, 4).equals(keyId(name, publicKey)) &&
        verify(null, Buffer.from(text), key, bytes.subarray(4)),
    );
  return isSigned ? text : null;
}
