import type { FastifyRequest } from 'fastify';
import type { Actor, Admin } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { countUse, useLimit, useNth } from '../db/limit.ts';
import { domainOf, isMailProvider } from '../signatories/mail-domains.ts';
import type { Asker } from '../mail/queue.ts';
import { ipKey } from '../http/limits.ts';
import { networkHash } from '../sessions/networks.ts';

const HOUR = 3_600;

/** Many more than sign from one network in an hour. */
const MOST_OF_NETWORK = 2_000;
const MOST_OF_DOMAIN = 100;

/** Decides the email's place in the queue (mail/queue.ts). A session's acts are counted already. Throws `too-many`. */
export async function askerOf(
  ctx: Context,
  request: FastifyRequest,
  actor: Actor = { kind: 'public' },
): Promise<Asker> {
  const network = networkHash(ctx, request);
  if (actor.kind === 'signatory') return { network, nth: 0, signatoryId: actor.signatoryId };
  const key = network.toString('hex');
  const use = { name: 'mail by network', key, most: MOST_OF_NETWORK, seconds: HOUR };
  return { network, nth: await useNth(ctx, use), signatoryId: null };
}

/** An admin's invitations in a day, whoever gets them. */
const MOST_INVITATIONS = 100;

/** An admin who has somebody emailed whose address isn't confirmed. Throws `too-many`. */
export async function inviterOf(ctx: Context, request: FastifyRequest, { adminId }: Admin) {
  const use = { key: adminId ?? '', most: MOST_INVITATIONS, seconds: 24 * HOUR };
  await useLimit(ctx, { name: 'invitations of an admin', ...use });
  return askerOf(ctx, request);
}

/** Counts confirmed signatures only, each network apart, so nobody can use this up for others. */
export async function isBusyDomain(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  email: string,
  network: Buffer,
): Promise<boolean> {
  const domain = domainOf(email);
  if (isMailProvider(domain)) return false;
  const key = `${domain} ${network.toString('hex')}`;
  const use = { name: 'signatures of domain', key, seconds: HOUR };
  const { uses } = await countUse({ db: tx, now: ctx.now }, use);
  return uses > MOST_OF_DOMAIN;
}

/** Guessing gets nowhere but costs a query. A crowd may be behind one network. */
export const limitLinks = (ctx: Context, request: FastifyRequest): Promise<void> =>
  useLimit(ctx, { name: 'link by ip', key: ipKey(request), most: 5_000, seconds: HOUR });
