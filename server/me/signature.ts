import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { requireFresh, requireSignatory, type Actor } from '../actor.ts';
import { audit, auditEach, changedFields } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import { namesChanged } from '../db/names.ts';
import { updateOne } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { OUTSTANDING } from '../db/standing.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { perProfileField } from '../domain/profile.ts';
import { parse } from '../http/parse.ts';
import { openInitiative } from '../initiative/read.ts';
import { append } from '../ledger/append.ts';
import { queueMail, type Asker } from '../mail/queue.ts';
import { cancelRequests } from '../pledges/change-checks.ts';
import { lockSignatory, signatureEntry, standsIn, heldStatement } from '../signatories/moderate.ts';
import { checkRole, publishOrReview, verifiedDomain } from '../signatories/review.ts';
import { profileInput, signInput } from '../signatories/schemas.ts';
import { signUpInput } from '../sign-up/schemas.ts';
import type { UseCase } from '../use-case.ts';

const { email, public: shown } = signInput.shape;

/** What is absent stays; null removes it. What was published under one name must not become another's. */
export const signatureInput = z.strictObject({
  ...perProfileField((field) => profileInput[field].nullable()),
  public: shown.optional(),
  news: signUpInput.shape.news,
});
export const addressInput = z.strictObject({ email });

const consent = signUpInput.pick({ adult: true, notice: true });
/** From a signatory entered by an admin or a file, who hasn't consented yet. */
export const signAgainInput = consent.partial();

const answerOf = (id: string, status: string): Answer => ({ status: 201, body: { id, status } });

export const editSignature: UseCase<z.infer<typeof signatureInput>> = (ctx, actor, key, typed) => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    const row = await lockSignatory(tx, actor.signatoryId);
    const { news = row.newsAt !== null, ...input } = typed;
    const newUrl = input.url === undefined ? row.url : input.url;
    const fields = changedFields({ ...row, news: row.newsAt !== null }, typed);
    await audit(tx, ctx, actor, { act: 'signatory.edit', object: row.id, fields });
    const isProved = row.confirmedAt !== null && row.email !== null;
    const domain = isProved ? verifiedDomain(row.email!, newUrl) : null;
    // It was published for this domain: another website would appear unseen.
    if (
      row.kind === 'organisation' &&
      row.verifiedDomain !== null &&
      domain !== row.verifiedDomain
    ) {
      throw fieldError('url', say().me.urlOffDomain(row.verifiedDomain));
    }
    const [edited] = await tx
      .update(schema.signatory)
      .set({
        ...input,
        ...(fields.includes('statement') && heldStatement(ctx, input.statement)),
        ...ANSWERED,
        newsAt: news ? (row.newsAt ?? ctx.now()) : null,
        verifiedDomain: domain,
      })
      .where(eq(schema.signatory.id, row.id))
      .returning();
    if (fields.includes('role') || fields.includes('affiliation')) await checkRole(tx, edited!);
    await namesChanged(tx);
    return answerOf(row.id, row.status);
  });
};

/** Pending pledges and requests go with it. Throws `conflict` while any pledge is outstanding. */
export const withdrawSignature = (ctx: Context, actor: Actor, key: RequestKey): Promise<Answer> => {
  requireSignatory(actor);
  requireFresh(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const isOwn = eq(schema.pledge.signatoryId, actor.signatoryId);
    const own = tx.select({ id: schema.pledge.id }).from(schema.pledge).where(isOwn);
    // Pledges before their giver, as an acceptance locks them.
    const locked = await own.orderBy(asc(schema.pledge.ref)).for('update');
    const row = await lockSignatory(tx, actor.signatoryId);
    // A pledge logged in between isn't locked, and locking it now could deadlock.
    if ((await tx.$count(schema.pledge, isOwn)) > locked.length) {
      throw conflict(say().me.pledgedMeanwhile);
    }
    if (row.status === 'withdrawn') throw conflict(say().me.withdrawnAlready);
    if (await standsIn(tx, row.id, OUTSTANDING)) throw conflict(say().me.withdrawPledgesFirst);
    await audit(tx, ctx, actor, { act: 'signatory.withdraw', object: row.id });
    const waiting = await tx
      .update(schema.pledge)
      .set({ status: 'withdrawn', decidedAt: ctx.now(), ...ANSWERED, ...UNREADY })
      .where(and(isOwn, eq(schema.pledge.status, 'pending')))
      .returning({ ref: schema.pledge.ref });
    const refs = waiting.map(({ ref }) => ref);
    await auditEach(tx, ctx, actor, 'pledge.withdraw', refs);
    await tx
      .update(schema.pledge)
      .set({ asked: null, ...ANSWERED })
      .where(and(isOwn, isNotNull(schema.pledge.asked)));
    const pledgeIds = locked.map(({ id }) => id);
    await cancelRequests(tx, ctx, actor, pledgeIds);
    await updateOne(tx, schema.signatory, row.id, {
      status: 'withdrawn',
      newsAt: null,
      firstAt: null,
      ...ANSWERED,
    });
    if (row.status === 'published') await append(tx, [signatureEntry(ctx, row, 'withdraw')], ctx);
    return answerOf(row.id, 'withdrawn');
  });
};

async function waitAgain(tx: Tx, id: string) {
  const status = 'pending' as const;
  await updateOne(tx, schema.signatory, id, { status });
  return { status };
}

/** Published or reviewed like a new signature; one that never counted waits for an admin. */
export const signAgain: UseCase<z.infer<typeof signAgainInput>> = (ctx, actor, key, input) => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    await openInitiative(tx);
    const row = await lockSignatory(tx, actor.signatoryId);
    if (row.status !== 'withdrawn') throw conflict(say().me.notWithdrawn(row.status));
    if (row.consentedAt === null) {
      const { notice } = parse(consent, input);
      await updateOne(tx, schema.signatory, row.id, { notice, consentedAt: ctx.now() });
    }
    const { status } =
      row.publishedAt === null ? await waitAgain(tx, row.id) : await publishOrReview(ctx, tx, row);
    const facts = { status, again: true };
    await audit(tx, ctx, actor, { act: 'signatory.enter', object: row.id, facts });
    if (status === 'published') await append(tx, [signatureEntry(ctx, row, 'sign')], ctx);
    return answerOf(row.id, status);
  });
};

export const askForAddress = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: z.infer<typeof addressInput>,
  asker: Asker,
): Promise<Answer> => {
  requireSignatory(actor);
  requireFresh(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const { signatoryId, sessionId } = actor;
    const asked = { kind: 'new-address', signatoryId, sessionId } as const;
    await queueMail(tx, ctx, input.email, asked, asker);
    const [row] = await tx
      .select({ email: schema.signatory.email })
      .from(schema.signatory)
      .where(eq(schema.signatory.id, signatoryId));
    if (row?.email != null) await queueMail(tx, ctx, row.email, { kind: 'address-asked' });
    return { status: 202, body: { status: 'sent' } };
  });
};
