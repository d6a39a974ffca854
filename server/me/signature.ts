import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireFresh, requireSignatory, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { openInitiative } from '../initiative/read.ts';
import { append } from '../ledger/append.ts';
import { queueMail } from '../mail/queue.ts';
import { lockSignatory, signatureEntry } from '../signatories/moderate.ts';
import { reviewReasons, verifiedDomain } from '../signatories/review.ts';
import { signInput } from '../signatories/schemas.ts';

const { role, affiliation, url, country, statement, email, public: shown } = signInput.shape;

/**
 * What a signatory changes of its signature; what is absent stays, null takes it away. Not the name:
 * what was published under one name does not turn into another's.
 */
export const signatureInput = z.strictObject({
  role: role.nullable(),
  affiliation: affiliation.nullable(),
  url: url.nullable(),
  country: country.nullable(),
  statement: statement.nullable(),
  public: shown.optional(),
});
export const addressInput = z.strictObject({ email });

/** Pages show names and what stands beside them, which no ledger entry tells of. */
const namesChanged = (tx: Tx) => tx.update(schema.namesVersion).set({ version: sql`version + 1` });

const answerOf = (id: string, status: string): Answer => ({ status: 201, body: { id, status } });

export const editSignature = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: z.infer<typeof signatureInput>,
): Promise<Answer> => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    const row = await lockSignatory(tx, actor.signatoryId);
    const newUrl = input.url === undefined ? row.url : input.url;
    const isProved = row.confirmedAt !== null && row.email !== null;
    await tx
      .update(schema.signatory)
      .set({
        ...input,
        verifiedDomain: isProved ? verifiedDomain(row.email!, newUrl) : null,
      })
      .where(eq(schema.signatory.id, row.id));
    await namesChanged(tx);
    return answerOf(row.id, row.status);
  });
};

/** Whether anything of a signatory's pledges is still expected. */
async function isExpectedOf(tx: Tx, signatoryId: string): Promise<boolean> {
  const { pledge, movement } = schema;
  const open = sql`('pledged', 'waiting', 'committed')`;
  const [found] = await tx
    .select({ id: pledge.id })
    .from(pledge)
    .innerJoin(movement, eq(movement.pledgeId, pledge.id))
    .where(eq(pledge.signatoryId, signatoryId))
    .groupBy(pledge.id)
    .having(
      sql`sum(CASE WHEN ${movement.toStage} IN ${open} THEN ${movement.quantity} ELSE 0 END)
        > sum(CASE WHEN ${movement.fromStage} IN ${open} THEN ${movement.quantity} ELSE 0 END)`,
    )
    .limit(1);
  return found !== undefined;
}

/**
 * Takes one's signature back: it counts no more and its name is shown nowhere. What has come of its
 * pledges stays in the ledger; while anything is expected of them that is refused (`conflict`). What
 * waits for an admin goes with it.
 */
export const withdrawSignature = (ctx: Context, actor: Actor, key: RequestKey): Promise<Answer> => {
  requireSignatory(actor);
  requireFresh(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    // Pledges before their giver, as whoever accepts one does.
    await tx
      .select({ id: schema.pledge.id })
      .from(schema.pledge)
      .where(eq(schema.pledge.signatoryId, actor.signatoryId))
      .orderBy(asc(schema.pledge.ref))
      .for('update');
    const row = await lockSignatory(tx, actor.signatoryId);
    if (row.status === 'withdrawn') {
      throw new DomainError('conflict', 'This signature is withdrawn already.');
    }
    if (await isExpectedOf(tx, row.id)) {
      throw new DomainError('conflict', 'Withdraw what is open of your pledges first.');
    }
    await tx
      .update(schema.pledge)
      .set({ status: 'withdrawn', decidedAt: ctx.now() })
      .where(and(eq(schema.pledge.signatoryId, row.id), eq(schema.pledge.status, 'pending')));
    await tx
      .update(schema.signatory)
      .set({ status: 'withdrawn' })
      .where(eq(schema.signatory.id, row.id));
    if (row.status === 'published') await append(tx, [signatureEntry(ctx, row, 'withdraw')], ctx);
    return answerOf(row.id, 'withdrawn');
  });
};

/** Signs again after a withdrawal: published, or looked at by an admin, as a new signature is. */
export const signAgain = (ctx: Context, actor: Actor, key: RequestKey): Promise<Answer> => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    await openInitiative(tx);
    const row = await lockSignatory(tx, actor.signatoryId);
    if (row.status !== 'withdrawn') {
      throw new DomainError('conflict', `This signature is ${row.status}.`);
    }
    const review = await reviewReasons(tx, ctx, row);
    const isPublished = review.length === 0;
    const status = isPublished ? 'published' : 'pending';
    await tx
      .update(schema.signatory)
      .set({ status, review, ...(isPublished && { publishedAt: ctx.now() }) })
      .where(eq(schema.signatory.id, row.id));
    if (isPublished) await append(tx, [signatureEntry(ctx, row, 'sign')], ctx);
    return answerOf(row.id, status);
  });
};

/** Sends a link to a new address, which takes the old one's place once it is used. */
export const askForAddress = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: z.infer<typeof addressInput>,
): Promise<Answer> => {
  requireSignatory(actor);
  requireFresh(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const { signatoryId } = actor;
    await queueMail(tx, ctx, input.email, { kind: 'new-address', signatoryId });
    return { status: 202, body: { status: 'sent' } };
  });
};
