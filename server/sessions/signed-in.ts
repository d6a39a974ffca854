import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import { useLimit } from '../db/limit.ts';
import { findSession } from './session.ts';

/** More than anybody does by hand: each act may add to the ledger for ever, or wait for an admin. */
const MOST_ACTS = 120;
const HOUR = 3_600;

/** What ends a session is not counted: whoever has stolen one could else keep its owner from it. */
const ENDING: ReadonlySet<string | undefined> = new Set([
  '/me/sign-out',
  '/me/sessions/:id/end',
  '/api/v1/me/sessions/:id/end',
]);

/**
 * Who holds a session's token, by turns, for anybody can send any. What is sent by POST is counted:
 * throws `too-many`.
 */
export async function signedIn(
  ctx: Context,
  { method, routeOptions }: Pick<FastifyRequest, 'method' | 'routeOptions'>,
  token: string,
): Promise<SignedIn | null> {
  const actor = await ctx.identify((db) => findSession(db, token, ctx.now()));
  if (actor && method === 'POST' && !ENDING.has(routeOptions.url)) {
    const { signatoryId: key } = actor;
    await useLimit(ctx, { name: 'acts of a signatory', key, most: MOST_ACTS, seconds: HOUR });
  }
  return actor;
}
