import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { unescaped } from './forms.ts';

/** How an answer differs from a true one. */
export interface Bent {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** False: nobody showed a finger or a PIN. */
  verified?: boolean;
  counter?: number;
  userHandle?: string;
}

/** What a page asks of a passkey: WebAuthn's options, out of its form. */
export interface Asked {
  challenge: string;
  user?: { id: string; name: string };
  allowCredentials?: { id: string }[];
  excludeCredentials?: { id: string }[];
  [option: string]: unknown;
}

/** A passkey in software: ES256, and a counter that goes up by one. */
export interface Passkey {
  id: string;
  /** Its answer to a page that has it made. */
  make: (asked: Asked, bent?: Bent) => string;
  /** Its answer to a page that has it used. */
  use: (asked: Asked, bent?: Bent) => string;
}

export const askedIn = (page: string): Asked =>
  JSON.parse(unescaped(/ data-passkey="([^"]*)"/.exec(page)![1]!)) as Asked;

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

/** A COSE key (RFC 9053) in CBOR. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' });
  const part = (text: string) => Buffer.from(text, 'base64url');
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    part(x!),
    Buffer.from('225820', 'hex'),
    part(y!),
  ]);
}

/** `{fmt: "none", attStmt: {}, authData}` in CBOR. */
function attestation(authData: Buffer): string {
  const head = Buffer.from([0x58, authData.length]);
  return Buffer.concat([
    Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
    head,
    authData,
  ]).toString('base64url');
}

export function newPasskey(url: string): Passkey {
  const { hostname, origin: own } = new URL(url);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  let used = 0;
  let handle = '';

  const clientData = (type: string, asked: Asked, { origin = own, challenge }: Bent): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: challenge ?? asked.challenge,
        origin,
        crossOrigin: false,
      }),
    );
  const authData = (isNew: boolean, { rpId = hostname, verified = true, counter }: Bent) => {
    used += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? used);
    const flags = 0x01 + (verified ? 0x04 : 0) + (isNew ? 0x40 : 0);
    const made = [Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId];
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([flags]),
      count,
      ...(isNew ? [...made, coseKey(publicKey)] : []),
    ]);
  };
  const answer = (response: object) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });

  return {
    id,
    make(asked, bent = {}) {
      handle = asked.user!.id;
      return answer({
        clientDataJSON: clientData('webauthn.create', asked, bent).toString('base64url'),
        attestationObject: attestation(authData(true, bent)),
        transports: ['internal'],
      });
    },
    use(asked, bent = {}) {
      const client = clientData('webauthn.get', asked, bent);
      const data = authData(false, bent);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: bent.userHandle ?? handle,
      });
    },
  };
}
