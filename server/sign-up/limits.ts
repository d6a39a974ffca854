import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { ipKey, useLimits } from '../http/limits.ts';
import { isMailProvider } from '../mail/disposable.ts';
import { emailKey } from '../signatories/schemas.ts';

const HOUR = 3_600;

/**
 * Counts a request that sends a mail. A person tries a few times; a crowd behind one address of a
 * university or an office signs within an hour; nobody is sent more than a handful that he did not
 * ask for. Throws `too-many`, whoever has signed.
 */
export async function limitMail(
  ctx: Context,
  request: FastifyRequest,
  email: string,
): Promise<void> {
  const address = emailKey(email);
  const domain = address.slice(address.lastIndexOf('@') + 1);
  await useLimits(ctx, [
    { name: 'mail by ip', key: ipKey(request), most: 60, seconds: HOUR },
    { name: 'mail to address', key: address, most: 5, seconds: HOUR },
    ...(isMailProvider(domain)
      ? []
      : [{ name: 'mail to domain', key: domain, most: 200, seconds: HOUR }]),
  ]);
}

/** Counts a try to use a link: guessing gets nowhere, and costs a query each. */
export const limitLinks = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimits(ctx, [{ name: 'link by ip', key: ipKey(request), most: 300, seconds: HOUR }]);
