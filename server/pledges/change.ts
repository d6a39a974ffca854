import { eq } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import { audit, changedFields } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { isAgreed } from '../domain/agreed.ts';
import { assetOf } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { append } from '../ledger/append.ts';
import { openInitiative } from '../initiative/read.ts';
import { checkPending, lockGiver } from './acceptance.ts';
import { checkAgreedChange, checkNoReason } from './agreed.ts';
import { draftPledge } from './draft.ts';
import { siteOf } from './pledge.ts';
import { acceptByPolicy } from './policy.ts';
import { readSchedule, recordSchedule, rescheduled } from './reschedule.ts';
import type { ChangeInput, NewPledge } from './schemas.ts';
import { tellPutOff } from './tell.ts';
import { askedFirst, lockOwnPledge, openPledge, wasAccepted, type PledgeRow } from './terms.ts';

/**
 * Throws `conflict` unless a pledge may say something else. What was accepted once stands in the
 * ledger under its reference, and is read by way of its row: it says the same for ever, also while it
 * is pending again.
 */
export function checkEditable(row: PledgeRow): void {
  checkPending(row);
  if (!wasAccepted(row)) return;
  throw new DomainError(
    'conflict',
    `Pledge ${row.ref} was accepted before and cannot say something else: withdraw it and log another.`,
  );
}

/**
 * Has a pending pledge say something else, all of it, under the same reference; it goes by the
 * policy again. Throws `closed`, `invalid-input` as logging does and for another kind, `conflict`
 * for a pledge that is or was accepted, and `not-found` for another's.
 */
export const editPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  input: NewPledge,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const { currency } = await openInitiative(tx);
    const { row } = await lockOwnPledge(tx, actor, ref);
    checkEditable(row);
    const { kind } = assetOf(row.asset);
    if (input.kind !== kind) throw fieldError('kind', `must stay ${kind}: log another pledge`);
    const now = actor.kind === 'signatory' ? today(ctx.now()) : undefined;
    const draft = draftPledge(input, currency, now);
    const { siteName: _, ...facts } = draft;
    const site = await siteOf(ctx, tx, draft);
    const { visibility, firm } = input;
    const says = { ...facts, site, visibility, firm };
    const fields = changedFields(row, says);
    await audit(tx, ctx, actor, { act: 'pledge.edit', object: ref, fields });
    const [edited] = await tx
      .update(schema.pledge)
      .set({ ...says, ...ANSWERED, ...UNREADY, revision: row.revision + 1 })
      .where(eq(schema.pledge.id, row.id))
      .returning();
    if (actor.kind === 'admin') return { status: 201, body: { ref, status: 'pending' } };
    const giver = (await lockGiver(tx, row.signatoryId, 'alone'))!;
    const { status, entries } = await acceptByPolicy(ctx, tx, edited!, giver, currency);
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { ref, status } };
  });

/**
 * Puts other instalments in place of those of which nothing has come, for as much as is still
 * expected; those that are past may be put off. The terms enter the ledger anew, with the same amount
 * and rate. Its giver may do so while nothing is agreed in writing, and admins are told where anything is
 * due later. Throws `invalid-input` with every field that does not fit, `conflict` for compute, for a
 * pledge that is not accepted, for an agreed one of the giver's, and while a larger amount waits, and
 * `not-found` for another's.
 */
export const changeInstalments = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  { reason, ...input }: ChangeInput,
): Promise<Answer> =>
  write(ctx, key, async (tx) => {
    const opened = await openPledge(tx, await lockOwnPledge(tx, actor, ref));
    const { row, book } = opened;
    if (isAgreed(book)) checkAgreedChange(actor, reason);
    if (actor.kind === 'signatory') checkNoReason(reason);
    if (row.asked) throw askedFirst();
    const instalments = rescheduled(book, readSchedule(book, input));
    const facts = reason === undefined ? {} : { reason };
    await audit(tx, ctx, actor, { act: 'pledge.instalments', object: ref, facts });
    if (actor.kind === 'signatory') await tellPutOff(ctx, tx, opened, instalments);
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    await recordSchedule(ctx, tx, opened, giver, instalments);
    return { status: 201, body: { ref, status: 'accepted' } };
  });
