import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import * as desk from '../db/desk.ts';
import type { Purpose } from '../db/desk.ts';
import { DomainError } from '../domain/errors.ts';
import { hashOf, newToken } from '../sessions/token.ts';

/** A page waits so long for its passkey; whoever is later gets a new one with the refusal. */
export const CHALLENGE_MS = 5 * 60_000;

/** Makes what a passkey is asked to sign, for one page: base64url. */
export async function newChallenge(
  ctx: Pick<Context, 'db' | 'now' | 'randomBytes'>,
  purpose: Purpose,
  adminId: string | null,
): Promise<string> {
  const challenge = newToken(ctx.randomBytes);
  const expiresAt = new Date(ctx.now().getTime() + CHALLENGE_MS);
  await ctx.db
    .insert(desk.challenge)
    .values({ hash: hashOf(challenge), purpose, adminId, expiresAt });
  return challenge;
}

/**
 * Spends a challenge: whom it was made for. It is gone for good at once, outside of any transaction,
 * so that an answer that is refused cannot be tried again. Throws when it was not ours, not for this,
 * answered before, or is too old.
 */
export async function spendChallenge(
  ctx: Pick<Context, 'db' | 'now'>,
  text: string,
  purpose: Purpose,
): Promise<string | null> {
  const { challenge } = desk;
  const [spent] = await ctx.db
    .delete(challenge)
    .where(and(eq(challenge.hash, hashOf(text)), eq(challenge.purpose, purpose)))
    .returning();
  if (spent && spent.expiresAt > ctx.now()) return spent.adminId;
  throw passkeyRefused(
    'The page was open for too long, or was sent before. Press the button again.',
  );
}

/** A refusal of a passkey's answer: the page is shown again, with another challenge. */
export const passkeyRefused = (message: string): DomainError =>
  new DomainError('invalid-input', message, { fields: [{ field: '', message }] });
