import { and, eq } from 'drizzle-orm';
import { requireRight, type Actor } from '../actor.ts';
import { audit, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import * as people from '../db/people.ts';
import type { RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { endSession } from '../sessions/session.ts';
import { keepUse, receiveUse } from './passkey.ts';
import { openDesk, requireSelf, type Browser } from './session.ts';

/** Signs in whoever has used a passkey that is known here: the new session's token. */
export async function signIn(ctx: Context, answer: string, browser: Browser): Promise<string> {
  const by = { kind: 'stranger', from: browser.from } as const;
  const use = await receiveUse(ctx, answer, { purpose: 'sign-in', adminId: null, by });
  return ctx.db.transaction(async (tx) => {
    await keepUse(tx, ctx, use);
    const { token, actor } = await openDesk(tx, ctx, use.adminId, browser);
    await audit(tx, ctx, actor, { act: 'admin.sign-in', object: null });
    return token;
  });
}

/** Keeps in the session that its admin is there: a passkey of theirs was used. */
export async function touch(ctx: Context, actor: Actor, answer: string): Promise<void> {
  requireRight(actor, 'view');
  requireSelf(actor);
  const { adminId, meansId } = actor;
  const use = await receiveUse(ctx, answer, { purpose: 'touch', adminId, by: actor });
  const { session } = people;
  await ctx.db.transaction(async (tx) => {
    await keepUse(tx, ctx, use);
    const touched = await tx
      .update(session)
      .set({ confirmedAt: ctx.now() })
      .where(and(eq(session.id, meansId), eq(session.adminId, adminId)))
      .returning({ id: session.id });
    if (touched.length === 0) throw new DomainError('unauthorised', 'Sign in again.');
    await audit(tx, ctx, actor, { act: 'admin.touch', object: null });
  });
}

/** Ends the session that asks. */
export async function signOut(ctx: Context, actor: Actor, key: RequestKey): Promise<void> {
  requireSelf(actor);
  const { adminId, meansId } = actor;
  const deed = { right: 'view', act: 'admin.sign-out', object: null } as const;
  await writeAs(ctx, actor, key, deed, async (tx) => {
    await endSession(tx, { adminId }, meansId);
    return { status: 200, body: {} };
  });
}
