import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { useLimit } from '../db/limit.ts';
import { ipKey } from '../http/limits.ts';
import { isMailProvider } from '../mail/disposable.ts';
import { emailKey } from '../signatories/schemas.ts';

const HOUR = 3_600;

/**
 * Counts a request that sends a mail: a crowd behind one address of a university or an office signs
 * within an hour. What one address may be sent is counted as it is sent (mail/limit.ts). Throws
 * `too-many`, whoever has signed.
 */
export const limitMail = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'mail by ip', key: ipKey(request), most: 60, seconds: HOUR });

/**
 * Counts a sign-up, also for the domain of its address. Who sends too much is refused before that,
 * and cannot use it up for others.
 */
export async function limitSignUp(
  ctx: Context,
  request: FastifyRequest,
  email: string,
): Promise<void> {
  await limitMail(ctx, request);
  const address = emailKey(email);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (isMailProvider(domain)) return;
  await useLimit(ctx, { name: 'sign-ups of domain', key: domain, most: 200, seconds: HOUR });
}

/** Counts a try to use a link: guessing gets nowhere, and costs a query each. */
export const limitLinks = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'link by ip', key: ipKey(request), most: 300, seconds: HOUR });
