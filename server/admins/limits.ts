import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { useLimit } from '../db/limit.ts';
import { ipKey } from '../http/limits.ts';

const QUARTER = 900;
const HOUR = 3_600;

/** Counts a page of the desk's door, and an answer to it: each costs a row or a signature's check. */
export const limitDoor = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'desk by ip', key: ipKey(request), most: 120, seconds: QUARTER });

/**
 * Counts a recovery code that is tried. An address has no limit: nobody guesses 80 bits, and a stranger could else shut
 * its owner out.
 */
export const limitRecovery = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'recovery by ip', key: ipKey(request), most: 10, seconds: HOUR });
