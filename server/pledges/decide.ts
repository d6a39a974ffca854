import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { audit, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { together } from '../db/sql.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { checkNotInFuture, today, type Day } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { checkPending, lockGiver, markAccepted, planAcceptance } from './acceptance.ts';
import { ageOf, rateKey, referenceRates, type ReferenceRate } from '../rates/reference.ts';
import { cancelRequests } from './cancel-requests.ts';
import { largerOf, recordLarger } from './increase.ts';
import { queueQuestion } from '../mail/queue.ts';
import { isHeldBack, makeReady } from './ready.ts';
import { recordBatch, termsEntry } from './record.ts';
import type { acceptInput, rejectInput } from './schemas.ts';
import { tellGiver } from './tell.ts';
import { lockPledge, openPledge, wasAccepted, type LockedPledge, type PledgeRow } from './terms.ts';

type AcceptInput = z.infer<typeof acceptInput>;
type RejectInput = z.infer<typeof rejectInput>;

/** Throws `conflict` where there is nothing to decide on, or it is not what the admin has looked at. */
function checkSeen(row: PledgeRow, { revision }: { revision: number }): void {
  if (!row.asked) checkPending(row);
  if (row.revision === revision) return;
  throw new DomainError(
    'conflict',
    `It was changed since; look at it again: revision ${row.revision}.`,
  );
}

/**
 * Accepts a pending pledge: its reference rate is fixed, its terms enter the ledger, and the whole
 * of it moves from outside to pledged, or to waiting when it has a condition. Of one that is
 * accepted already, accepts the larger amount that its giver has asked for. An anonymous one becomes
 * ready to be accepted together with others, unless the admin says `alone`.
 */
export const acceptPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: AcceptInput,
): Promise<Answer> => {
  requireRight(actor, 'decide');
  return write(ctx, key, async (tx) => {
    const locked = await lockPledge(tx, ref);
    const { row, currency, closed } = locked;
    const { asked } = row;
    checkSeen(row, input);
    if (closed) throw new DomainError('closed', 'This initiative is closed.');
    if (isHeldBack(row) && !input.alone) return acceptWithOthers(ctx, tx, actor, locked, input);
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    const on = input.occurredOn ?? today(ctx.now());
    checkNotInFuture(on, ctx.now());
    const { evidence } = input;
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    const { useRateOf } = input;
    const by = { on, grade: evidence?.grade, evidence, batch, useRateOf };
    const isAlone = isHeldBack(row);
    const facts = { batch, ...(isAlone && { alone: true }), ...(useRateOf && { useRateOf }) };
    const deed = { act: 'pledge.accept', object: ref, facts } as const;
    await tellGiver(ctx, tx, giver, row, { decision: 'accepted', reason: null });
    if (asked) {
      await audit(tx, ctx, actor, deed);
      return recordLarger(ctx, tx, await openPledge(tx, locked), giver, largerOf(asked), by);
    }
    const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
    const planned = planAcceptance(row, giver, { ...by, now: ctx.now() }, { currency, rates });
    const { terms, moves, grade, fixed } = planned;
    // Sent together, for none reads what another answers. Postgres runs them in this order: the head is taken last.
    const [, , answer] = await together([
      audit(tx, ctx, actor, deed),
      markAccepted(tx, ctx.now(), [{ ref, ...fixed }]),
      recordBatch(ctx, tx, {
        pledge: row,
        currency,
        batch,
        moves,
        on,
        grade,
        evidence,
        before: [termsEntry(row, terms, giver, wasAccepted(row))],
      }),
    ]);
    return answer;
  });
};

/** Throws `conflict` for a rate older than 30 days: nobody can agree to it for the day of the others. */
function checkRateTogether({ asset }: PledgeRow, rate: ReferenceRate | undefined, on: Day): void {
  const age = rate && ageOf(rate, on);
  if (age?.is !== 'too-old') return;
  throw new DomainError(
    'conflict',
    `The exchange rate for ${asset} is from ${age.on}, more than 30 days old. Get newer rates before you accept this anonymous pledge, or accept it alone with \`alone\` and \`useRateOf\`.`,
  );
}

/**
 * Makes an anonymous pledge ready, if it could be accepted today. Throws `conflict` where it is ready
 * already, and `invalid-input` for a day or evidence of its own.
 */
async function acceptWithOthers(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  { row, currency }: LockedPledge,
  { occurredOn, evidence, useRateOf }: AcceptInput,
): Promise<Answer> {
  const { ref } = row;
  if (row.readyAt !== null) {
    throw new DomainError(
      'conflict',
      'This anonymous pledge is already waiting to be accepted together with others. You can accept it alone, but that may identify its giver.',
    );
  }
  for (const [field, value] of Object.entries({ occurredOn, evidence, useRateOf })) {
    if (value === undefined) continue;
    throw fieldError(field, 'must be left out, unless you accept this anonymous pledge alone');
  }
  const now = ctx.now();
  const on = today(now);
  const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
  const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
  checkRateTogether(row, rates.get(rateKey(row.asset, on)), on);
  planAcceptance(row, giver, { on, now, grade: undefined }, { currency, rates });
  await audit(tx, ctx, actor, { act: 'pledge.ready', object: ref });
  await tellGiver(ctx, tx, giver, row, { decision: 'ready', reason: null });
  await makeReady(tx, row, 'admin', now);
  return { status: 201, body: { ref, status: 'ready' } };
}

/**
 * Rejects a pending pledge: it never counted, and makes no ledger entry. Of one that is accepted,
 * rejects the larger amount that its giver has asked for: it stands as before.
 */
export const rejectPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: RejectInput,
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.reject', object: ref }, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    checkSeen(row, input);
    const { reason = null } = input;
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    const rejected = row.asked
      ? { asked: null }
      : { status: 'rejected' as const, decidedAt: ctx.now(), reason };
    await tx
      .update(schema.pledge)
      .set({ ...rejected, ...ANSWERED, ...UNREADY })
      .where(eq(schema.pledge.id, row.id));
    await cancelRequests(tx, ctx, actor, [row.id]);
    await tellGiver(ctx, tx, giver, row, { decision: 'rejected', reason });
    return { status: 201, body: { ref, status: row.asked ? 'accepted' : 'rejected' } };
  });

/**
 * Asks the giver of a pledge back, by mail: it waits on for an admin, and shows what was asked until its giver
 * changes it or it is decided on. Throws `conflict` where nothing waits, or no mail goes.
 */
export const askGiver = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  { question }: { question: string },
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.ask', object: ref }, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    if (!row.asked) checkPending(row);
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    await queueQuestion(tx, ctx, giver, { ref, question });
    await tx
      .update(schema.pledge)
      .set({ question, askedAt: ctx.now(), ...UNREADY })
      .where(eq(schema.pledge.id, row.id));
    return { status: 201, body: { ref, status: row.status } };
  });
