import { createHmac } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as people from '../db/people.ts';
import { networkOf } from '../http/limits.ts';

const KNOWN_MS = 90 * 24 * 3_600_000;

type Keyed = Pick<Context, 'networkSecret'>;

const keyedHash = ({ networkSecret }: Keyed, ...parts: (string | Buffer)[]): Buffer => {
  const hash = createHmac('sha256', networkSecret);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const networkHash = (ctx: Keyed, request: Pick<FastifyRequest, 'ip'>): Buffer =>
  keyedHash(ctx, 'network', networkOf(request));

const ownHash = (ctx: Keyed, signatoryId: string, network: Buffer): Buffer =>
  keyedHash(ctx, 'known', signatoryId, network);

export async function keepNetwork(
  tx: Tx,
  ctx: Keyed & Pick<Context, 'now'>,
  signatoryId: string,
  network: Buffer,
): Promise<void> {
  const { knownNetwork } = people;
  const expiresAt = new Date(ctx.now().getTime() + KNOWN_MS);
  await tx
    .insert(knownNetwork)
    .values({ signatoryId, hash: ownHash(ctx, signatoryId, network), expiresAt })
    .onConflictDoUpdate({
      target: [knownNetwork.signatoryId, knownNetwork.hash],
      set: { expiresAt },
    });
}

export async function isKnownNetwork(
  ctx: Keyed & Pick<Context, 'db' | 'now'>,
  signatoryId: string,
  network: Buffer,
): Promise<boolean> {
  const { knownNetwork } = people;
  const [row] = await ctx.db
    .select({ hash: knownNetwork.hash })
    .from(knownNetwork)
    .where(
      and(
        eq(knownNetwork.signatoryId, signatoryId),
        eq(knownNetwork.hash, ownHash(ctx, signatoryId, network)),
        gt(knownNetwork.expiresAt, ctx.now()),
      ),
    );
  return row !== undefined;
}

/** The networks were known by the signatory's earlier address. */
export async function forgetNetworks(tx: Tx, signatoryId: string): Promise<void> {
  await tx.delete(people.knownNetwork).where(eq(people.knownNetwork.signatoryId, signatoryId));
}
