import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { and, eq, isNull } from 'drizzle-orm';
import { parse as uuidBytes, v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Context, Failure } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { admin, challenge as challenges, passkey, type Purpose } from '../db/desk.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { hashOf, newToken } from '../sessions/token.ts';

/** Not imported at each start, which few passkeys follow. */
const library = () => import('@simplewebauthn/server');

/** A later answer's refusal brings a new challenge. */
export const CHALLENGE_MS = 5 * 60_000;

/** In base64url. */
export async function newChallenge(ctx: Context, purpose: Purpose, adminId: string | null) {
  const challenge = newToken(ctx.randomBytes);
  const expiresAt = new Date(ctx.now().getTime() + CHALLENGE_MS);
  await ctx.db.insert(challenges).values({ hash: hashOf(challenge), purpose, adminId, expiresAt });
  return challenge;
}

/** Deleted outside any transaction: a refused answer can't be tried again. Throws `invalid-input`. */
export async function spendChallenge(ctx: Context, text: string, purpose: Purpose) {
  const [spent] = await ctx.db
    .delete(challenges)
    .where(and(eq(challenges.hash, hashOf(text)), eq(challenges.purpose, purpose)))
    .returning();
  if (spent && spent.expiresAt > ctx.now()) return spent.adminId;
  throw passkeyRefused(say().access.passkeyLate);
}

/** The page shows it with a new challenge. */
export const passkeyRefused = (message: string): DomainError =>
  new DomainError('invalid-input', message, { fields: [{ field: '', message }] });

function relyingParty({ config }: Pick<Context, 'config'>): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(config.baseUrl);
  return { rpID: hostname, origin };
}

/** Ed25519, ES256, RS256. */
const ALGORITHMS = [-8, -7, -257];

const handleOf = (adminId: string): Uint8Array<ArrayBuffer> => Uint8Array.from(uuidBytes(adminId));

const descriptorsOf = (ctx: Pick<Context, 'db'>, adminId: string) =>
  ctx.db
    .select({ id: passkey.credentialId, transports: passkey.transports })
    .from(passkey)
    .where(eq(passkey.adminId, adminId));

const bytesOf = (challenge: string) => Uint8Array.from(Buffer.from(challenge, 'base64url'));

/** WebAuthn's options as JSON: for any passkey, or one of an admin's. */
export async function askForPasskey(
  ctx: Context,
  purpose: 'sign-in' | 'touch',
  adminId: string | null,
): Promise<string> {
  const { generateAuthenticationOptions } = await library();
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

type Making = 'passkey' | 'owner';

/** WebAuthn's options as JSON, for a passkey which the admin hasn't got yet. */
export async function askForNewPasskey(
  ctx: Context,
  purpose: Making,
  { id, name, email }: { id: string; name: string; email: string },
): Promise<string> {
  const { generateRegistrationOptions } = await library();
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
/** At most 1,023 bytes by WebAuthn. */
const credentialId = z.base64url().max(1_364);

/** What we read; browsers add more. */
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

async function read<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    throw passkeyRefused(say().access.passkeyUnverified);
  }
}

async function receive(ctx: Context, answer: string, purpose: Purpose) {
  if (answer === '') throw passkeyRefused(say().access.passkeyNoScript);
  const { decodeClientDataJSON } = await import('@simplewebauthn/server/helpers');
  const { response, challenge } = await read(() => {
    const checked = answerSchema.parse(JSON.parse(answer));
    const asked = decodeClientDataJSON(checked.response.clientDataJSON).challenge;
    return { response: checked, challenge: z.string().parse(asked) };
  });
  return { response, challenge, adminId: await spendChallenge(ctx, challenge, purpose) };
}

export type NewPasskey = Awaited<ReturnType<typeof receiveNewPasskey>>['passkey'];

export async function receiveNewPasskey(ctx: Context, answer: string, purpose: Making) {
  const { response, challenge, adminId } = await receive(ctx, answer, purpose);
  const { rpID, origin } = relyingParty(ctx);
  const { verifyRegistrationResponse } = await library();
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
  const made = {
    id: uuidv7(),
    credentialId: id,
    publicKey: Buffer.from(publicKey),
    counter,
    transports,
  };
  return { adminId: adminId!, passkey: made };
}

/** `adminId` null: any admin. `by`: who is at the browser. */
interface Asked {
  purpose: 'sign-in' | 'touch';
  adminId: string | null;
  by: Failure['by'];
}

type Use = Awaited<ReturnType<typeof checkUse>>;

/** Throws `invalid-input`, also for a counter that went backwards: a copied passkey. The trail gets each. */
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
type Passkey = typeof passkey.$inferSelect;

async function knownPasskey(
  ctx: Context,
  { response, adminId: askedOf }: Received,
  { adminId }: Asked,
): Promise<Passkey> {
  const [found] = await ctx.db
    .select({ passkey })
    .from(passkey)
    .innerJoin(admin, eq(admin.id, passkey.adminId))
    .where(and(eq(passkey.credentialId, response.id), isNull(admin.removedAt)));
  const known = found?.passkey;
  if (known && askedOf === adminId && (adminId === null || known.adminId === adminId)) return known;
  throw passkeyRefused(say().access.passkeyUnknown);
}

async function checkUse(ctx: Context, { response, challenge }: Received, known: Passkey) {
  const { rpID, origin } = relyingParty(ctx);
  const { userHandle } = response.response;
  const handle = Buffer.from(handleOf(known.adminId)).toString('base64url');
  const { verifyAuthenticationResponse } = await library();
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

/** Throws `invalid-input` if the passkey was removed or used elsewhere since it was read. */
export async function keepUse(tx: Tx, { now }: Pick<Context, 'now'>, { passkeyId, counter }: Use) {
  const kept = await tx
    .update(passkey)
    .set({ counter: counter.now, usedAt: now() })
    .where(and(eq(passkey.id, passkeyId), eq(passkey.counter, counter.before)))
    .returning({ id: passkey.id });
  if (kept.length > 0) return;
  throw passkeyRefused(say().access.passkeyElsewhere);
}

/** Throws `conflict` for a known passkey. */
export async function keepPasskey(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  adminId: string,
  { name, ...fresh }: NewPasskey & { name: string },
): Promise<void> {
  const kept = await tx
    .insert(passkey)
    .values({ ...fresh, adminId, name, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: passkey.id });
  if (kept.length === 0) throw new DomainError('conflict', say().access.passkeyKept);
}
