import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { useLimit } from '../db/limit.ts';
import { ipKey } from '../http/limits.ts';
import { emailKey } from '../signatories/schemas.ts';

const QUARTER = 900;
const HOUR = 3_600;

/** Counts a page of the desk's door, and an answer to it: each costs a row or a signature's check. */
export const limitDoor = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'desk by ip', key: ipKey(request), most: 120, seconds: QUARTER });

/**
 * Counts a recovery code that is tried. Nobody guesses one; that an address takes more than one
 * network does keeps a stranger from shutting its owner out.
 */
export async function limitRecovery(
  ctx: Context,
  request: FastifyRequest,
  email: string,
): Promise<void> {
  const ip = ipKey(request);
  await useLimit(ctx, { name: 'recovery by ip', key: ip, most: 10, seconds: HOUR });
  const key = emailKey(email);
  await useLimit(ctx, { name: 'recovery of address', key, most: 30, seconds: HOUR });
}
