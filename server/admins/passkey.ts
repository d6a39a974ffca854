import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { and, eq, isNull } from 'drizzle-orm';
import { parse as uuidBytes, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Context, Failure } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { DomainError } from '../domain/errors.ts';
import { CHALLENGE_MS, newChallenge, passkeyRefused, spendChallenge } from './challenge.ts';

/** Whom a passkey is for: BASE_URL's name, and its pages alone. */
function relyingParty({ config }: Pick<Context, 'config'>): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(config.baseUrl);
  return { rpID: hostname, origin };
}

/** What all passkeys can do, and Node without a warning: Ed25519, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];

/** An admin as passkeys know them. */
const handleOf = (adminId: string): Uint8Array<ArrayBuffer> => Uint8Array.from(uuidBytes(adminId));

const descriptorsOf = (ctx: Pick<Context, 'db'>, adminId: string) =>
  ctx.db
    .select({ id: desk.passkey.credentialId, transports: desk.passkey.transports })
    .from(desk.passkey)
    .where(eq(desk.passkey.adminId, adminId));

const bytesOf = (challenge: string) => Uint8Array.from(Buffer.from(challenge, 'base64url'));

/** For a page that has a passkey used: WebAuthn's options as JSON. Without an admin any will do. */
export async function askForPasskey(
  ctx: Context,
  purpose: 'sign-in' | 'touch',
  adminId: string | null,
): Promise<string> {
  const allowCredentials = adminId === null ? [] : await descriptorsOf(ctx, adminId);
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(ctx).rpID,
    challenge: bytesOf(await newChallenge(ctx, purpose, adminId)),
    userVerification: 'required',
    timeout: CHALLENGE_MS,
    allowCredentials,
  });
  return JSON.stringify(options);
}

/** For a page that has a passkey made, another than the admin has already: the options as JSON. */
export async function askForNewPasskey(
  ctx: Context,
  purpose: 'passkey' | 'owner',
  { id, name, email }: { id: string; name: string; email: string },
): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: 'Muster',
    rpID: relyingParty(ctx).rpID,
    userID: handleOf(id),
    userName: email,
    userDisplayName: name,
    challenge: bytesOf(await newChallenge(ctx, purpose, id)),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    excludeCredentials: await descriptorsOf(ctx, id),
    supportedAlgorithmIDs: ALGORITHMS,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return JSON.stringify(options);
}

const text = z.string().max(20_000);
/** WebAuthn has at most 1,023 bytes for it. */
const credentialId = z.base64url().max(1_364);

/** What we read of an answer; the rest of it is WebAuthn's, and browsers add to it. */
const answerSchema = z.looseObject({
  id: credentialId,
  response: z.looseObject({
    clientDataJSON: text,
    userHandle: text.nullish(),
    transports: z
      .array(z.stringFormat('transport', /^[a-z-]{1,30}$/))
      .max(10)
      .optional(),
  }),
});

/** An answer that is no such thing is refused by whatever fails in `read`. */
async function read<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw passkeyRefused('The passkey’s answer could not be verified. Press the button again.');
  }
}

/** An answer, once its challenge is spent, and whom that was for. */
async function receive(ctx: Context, answer: string, purpose: desk.Purpose) {
  if (answer === '') {
    throw passkeyRefused(
      'No passkey was asked for, because the page’s script did not run. Allow scripts here, and open the page again.',
    );
  }
  const { response, challenge } = await read(() => {
    const checked = answerSchema.parse(JSON.parse(answer));
    const asked = decodeClientDataJSON(checked.response.clientDataJSON).challenge;
    return { response: checked, challenge: z.string().parse(asked) };
  });
  return { response, challenge, adminId: await spendChallenge(ctx, challenge, purpose) };
}

/** A passkey that its owner has just made, not kept yet. */
export interface NewPasskey {
  id: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

/** The passkey that a browser has made, and whom it was asked to make it for. Throws `invalid-input`. */
export async function receiveNewPasskey(
  ctx: Context,
  answer: string,
  purpose: 'passkey' | 'owner',
): Promise<{ adminId: string; passkey: NewPasskey }> {
  const { response, challenge, adminId } = await receive(ctx, answer, purpose);
  const { rpID, origin } = relyingParty(ctx);
  const credential = await read(async () => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) throw new Error('not verified');
    return registrationInfo.credential;
  });
  const { id, publicKey, counter, transports = [] } = credential;
  const passkey = {
    id: uuidv7(),
    credentialId: id,
    publicKey: Buffer.from(publicKey),
    counter,
    transports,
  };
  return { adminId: adminId!, passkey };
}

/** That an admin has used a passkey just now. */
export interface Use {
  adminId: string;
  passkeyId: string;
  /** How often it says that it was used: before this, and now. */
  counter: { before: number; now: number };
}

/** What a passkey is used for, by which admin (null: by any), and who is at the browser. */
interface Asked {
  purpose: 'sign-in' | 'touch';
  adminId: string | null;
  by: Failure['by'];
}

/**
 * Whose passkey a browser has used. Throws `invalid-input` also for a counter that went backwards, by
 * which a copied passkey shows. What fails is in the trail, but for a page that was open too long.
 */
export async function receiveUse(ctx: Context, answer: string, asked: Asked): Promise<Use> {
  const received = await receive(ctx, answer, asked.purpose);
  let account = asked.adminId;
  try {
    const known = await knownPasskey(ctx, received, asked);
    account = known.adminId;
    return await checkUse(ctx, received, known);
  } catch (error) {
    if (error instanceof DomainError) {
      ctx.failed({ act: 'admin.passkey-failed', account, by: asked.by });
    }
    throw error;
  }
}

type Received = Awaited<ReturnType<typeof receive>>;
type Passkey = typeof desk.passkey.$inferSelect;

async function knownPasskey(
  ctx: Context,
  { response, adminId: askedOf }: Received,
  { adminId }: Asked,
): Promise<Passkey> {
  const { passkey, admin } = desk;
  const [found] = await ctx.db
    .select({ passkey })
    .from(passkey)
    .innerJoin(admin, eq(admin.id, passkey.adminId))
    .where(and(eq(passkey.credentialId, response.id), isNull(admin.removedAt)));
  const known = found?.passkey;
  if (known && askedOf === adminId && (adminId === null || known.adminId === adminId)) return known;
  throw passkeyRefused('This passkey is not known here. Use another one.');
}

async function checkUse(
  ctx: Context,
  { response, challenge }: Received,
  known: Passkey,
): Promise<Use> {
  const { rpID, origin } = relyingParty(ctx);
  const { userHandle } = response.response;
  const handle = Buffer.from(handleOf(known.adminId)).toString('base64url');
  const now = await read(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: known.credentialId,
        publicKey: Uint8Array.from(known.publicKey),
        counter: known.counter,
        transports: known.transports,
      },
    });
    if (!verified || (userHandle != null && userHandle !== handle)) throw new Error('not verified');
    return authenticationInfo.newCounter;
  });
  return { adminId: known.adminId, passkeyId: known.id, counter: { before: known.counter, now } };
}

/** Keeps a use. Throws where the passkey was removed, or used by somebody else, since it was read. */
export async function keepUse(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  { passkeyId, counter }: Use,
): Promise<void> {
  const { passkey } = desk;
  const kept = await tx
    .update(passkey)
    .set({ counter: counter.now, usedAt: now() })
    .where(and(eq(passkey.id, passkeyId), eq(passkey.counter, counter.before)))
    .returning({ id: passkey.id });
  if (kept.length > 0) return;
  throw passkeyRefused(
    'This passkey was used elsewhere at the same moment. Press the button again.',
  );
}

/** Keeps a new passkey, under a name that tells it from others. Throws `conflict` for a known one. */
export async function keepPasskey(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  adminId: string,
  { name, ...passkey }: NewPasskey & { name: string },
): Promise<void> {
  const kept = await tx
    .insert(desk.passkey)
    .values({ ...passkey, adminId, name, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: desk.passkey.id });
  if (kept.length === 0) throw new DomainError('conflict', 'This passkey is there already.');
}
