import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import { useLimits } from '../http/limits.ts';
import { findSession } from './session.ts';

/** More than anybody does by hand: each act may add to the ledger for ever, or wait for an admin. */
const MOST_ACTS = 120;
const HOUR = 3_600;

/**
 * Who holds a session's token, by turns, for anybody can send any. What is sent by POST is counted:
 * throws `too-many`.
 */
export async function signedIn(
  ctx: Context,
  { method }: Pick<FastifyRequest, 'method'>,
  token: string,
): Promise<SignedIn | null> {
  const actor = await ctx.publicly(() => findSession(ctx.db, token, ctx.now()));
  if (actor && method === 'POST') {
    const { signatoryId: key } = actor;
    await useLimits(ctx, [{ name: 'acts of a signatory', key, most: MOST_ACTS, seconds: HOUR }]);
  }
  return actor;
}
