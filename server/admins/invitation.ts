import { requireRight, requireTouch, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { conflict } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { isBeforeOpening } from '../initiative/opening.ts';
import { findInitiative, lockInitiative } from '../initiative/read.ts';
import { hashOf, newToken } from '../sessions/token.ts';

/** The link by which first signatories sign before the opening. A new one replaces it. */
export async function makeInvitation(ctx: Context, actor: Actor): Promise<string> {
  requireRight(actor, 'manage');
  requireTouch(actor, ctx.now());
  const token = newToken(ctx.randomBytes);
  await ctx.db.transaction(async (tx) => {
    const row = await lockInitiative(tx);
    if (!isBeforeOpening(row, ctx.now())) throw conflict(say().initiative.needsNoInvitation);
    await tx.update(schema.initiative).set({ inviteHash: hashOf(token) });
    await audit(tx, ctx, actor, { act: 'initiative.invite', object: null });
  });
  return `${ctx.config.baseUrl}/sign?invite=${token}`;
}

export async function isInvited(db: Db, token: unknown): Promise<boolean> {
  if (typeof token !== 'string') return false;
  const hash = (await findInitiative(db))?.inviteHash;
  return hash?.equals(hashOf(token)) ?? false;
}
