import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { audit, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import { updateOne } from '../db/prepared.ts';
import { pledge } from '../db/schema.ts';
import { together } from '../db/sql.ts';
import { write, type Answer } from '../db/write.ts';
import { checkNotInFuture, today } from '../domain/day.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { checkRunning } from '../initiative/read.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { queueQuestion } from '../mail/queue.ts';
import { ageOf, rateKey, referenceRates } from '../rates/reference.ts';
import type { UseCaseOn } from '../use-case.ts';
import { checkPending, lockGiver, markAccepted, markReady, planAcceptance } from './acceptance.ts';
import { cancelRequests } from './change-checks.ts';
import { largerOf, recordLarger } from './increase.ts';
import { lockPledge, openPledge, type LockedPledge } from './open-pledge.ts';
import { isHeldBack, wasAccepted, type PledgeRow } from './pledge-row.ts';
import { recordBatch, termsEntry } from './record.ts';
import { evidenceInput, moveInput, rateDay, reasonText } from './schemas.ts';
import { tellGiver } from './tell.ts';

const seen = {
  revision: z
    .int()
    .min(0)
    .default(0)
    .describe('The revision that you looked at. 0 if the giver has never changed the pledge.'),
};

export const acceptInput = moveInput.pick({ occurredOn: true }).extend({
  evidence: evidenceInput.optional(),
  alone: z
    .boolean()
    .optional()
    .describe(
      'Accept an anonymous pledge now, on its own. This may identify its giver. To accept it with others, leave out `occurredOn` and `evidence`.',
    ),
  useRateOf: rateDay,
  ...seen,
});

export const rejectInput = z.strictObject({ reason: reasonText.optional(), ...seen });

type AcceptInput = z.infer<typeof acceptInput>;

function checkSeen(row: PledgeRow, { revision }: { revision: number }): void {
  if (!row.asked) checkPending(row);
  if (row.revision !== revision) throw conflict(say().pledges.changedSince);
}

/** Accepts a pending pledge or increase; an anonymous pledge becomes ready. Throws as planAcceptance and recordLarger. */
export const acceptPledge: UseCaseOn<AcceptInput> = (ctx, actor, key, ref, input) => {
  requireRight(actor, 'decide');
  return write(ctx, key, async (tx) => {
    const locked = await lockPledge(tx, ref);
    const { row, currency } = locked;
    const { asked } = row;
    checkSeen(row, input);
    checkRunning(locked);
    const isAlone = isHeldBack(row);
    if (isAlone && !input.alone) return acceptWithOthers(ctx, tx, actor, locked, input);
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    const on = input.occurredOn ?? today(ctx.now());
    checkNotInFuture(on, ctx.now());
    const { evidence, useRateOf } = input;
    const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
    const by = { on, grade: evidence?.grade, evidence, batch, useRateOf };
    const facts = { batch, ...(isAlone && { alone: true }), ...(useRateOf && { useRateOf }) };
    const deed = { act: 'pledge.accept', object: ref, facts } as const;
    await tellGiver(ctx, tx, giver, row, { decision: 'accepted', reason: null, batch });
    if (asked) {
      await audit(tx, ctx, actor, deed);
      return recordLarger(ctx, tx, await openPledge(tx, locked), giver, largerOf(asked), by);
    }
    const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
    const planned = planAcceptance(row, giver, { ...by, now: ctx.now() }, { currency, rates });
    const { terms, moves, grade, fixed } = planned;
    const before = [termsEntry(row, terms, giver, wasAccepted(row))];
    const recorded = { pledge: row, currency, batch, moves, on, grade, evidence, before };
    // None needs another's answer. Postgres runs them in this order: the head is locked last.
    const [, , answer] = await together([
      audit(tx, ctx, actor, deed),
      markAccepted(tx, ctx.now(), [{ ref, ...fixed }]),
      recordBatch(ctx, tx, recorded),
    ]);
    return answer;
  });
};

async function acceptWithOthers(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  { row, currency }: LockedPledge,
  { occurredOn, evidence, useRateOf }: AcceptInput,
): Promise<Answer> {
  const { ref } = row;
  if (row.readyAt !== null) throw conflict(say().pledges.alreadyReady);
  for (const [field, value] of Object.entries({ occurredOn, evidence, useRateOf })) {
    if (value !== undefined) throw fieldError(field, say().pledges.onlyAlone);
  }
  const now = ctx.now();
  const on = today(now);
  const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
  const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
  const rate = rates.get(rateKey(row.asset, on));
  const age = rate && ageOf(rate, on);
  // Nobody can agree to an old rate for the day of the others.
  if (age?.is === 'too-old') throw conflict(say().pledges.rateTooOldForOthers(row.asset, age.on));
  planAcceptance(row, giver, { on, now, grade: undefined }, { currency, rates });
  await audit(tx, ctx, actor, { act: 'pledge.ready', object: ref });
  await tellGiver(ctx, tx, giver, row, { decision: 'ready', reason: null });
  await markReady(tx, row, 'admin', now);
  return { status: 201, body: { ref, status: 'ready' } };
}

export const rejectPledge: UseCaseOn<z.infer<typeof rejectInput>> = (ctx, actor, key, ref, input) =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.reject', object: ref }, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    checkSeen(row, input);
    const { reason = null } = input;
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    const rejected = row.asked
      ? { asked: null }
      : { status: 'rejected' as const, decidedAt: ctx.now(), reason };
    await updateOne(tx, pledge, row.id, { ...rejected, ...ANSWERED, ...UNREADY });
    await cancelRequests(tx, ctx, actor, [row.id]);
    await tellGiver(ctx, tx, giver, row, { decision: 'rejected', reason });
    return { status: 201, body: { ref, status: row.asked ? 'accepted' : 'rejected' } };
  });

export const askGiver: UseCaseOn<{ question: string }> = (ctx, actor, key, ref, { question }) =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.ask', object: ref }, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    if (!row.asked) checkPending(row);
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    await queueQuestion(tx, ctx, giver, { ref, question });
    await updateOne(tx, pledge, row.id, { question, askedAt: ctx.now(), ...UNREADY });
    return { status: 201, body: { ref, status: row.status } };
  });
