import { and, count, eq, isNull } from 'drizzle-orm';
import { requireTouch, type Actor } from '../actor.ts';
import { audit, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { inGroups, randomCode, typedCode } from '../ledger/codes.ts';
import { queueMail } from '../mail/queue.ts';
import { hashOf } from '../sessions/token.ts';
import { emailKey } from '../signatories/schemas.ts';
import { openDesk, requireSelf, type Browser } from './session.ts';

const CODES = 10;
/** Five bits each: 80 in all, which nobody guesses, so that a plain hash keeps them. */
const CODE_LENGTH = 16;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Makes an admin's recovery codes in place of those before: as they are shown, once. */
export async function makeRecoveryCodes(
  tx: Tx,
  ctx: Pick<Context, 'now' | 'randomBytes'>,
  adminId: string,
): Promise<string[]> {
  const { admin, recoveryCode } = desk;
  // Two at once would leave twenty.
  await tx.select({ id: admin.id }).from(admin).where(eq(admin.id, adminId)).for('update');
  await tx.delete(recoveryCode).where(eq(recoveryCode.adminId, adminId));
  const codes = Array.from({ length: CODES }, () => randomCode(ctx.randomBytes, CODE_LENGTH));
  const createdAt = ctx.now();
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ hash: hashOf(code), adminId, createdAt })));
  return codes.map(inGroups);
}

/**
 * Makes new recovery codes for whoever asks. No answer of it is kept, for it would hold them: sent
 * twice, it is done twice, and those that were shown last are good. Throws `touch-again`.
 */
export async function remakeRecoveryCodes(ctx: Context, actor: Actor): Promise<string[]> {
  requireSelf(actor);
  requireTouch(actor, ctx.now());
  let codes: string[] = [];
  const deed = { right: 'view', act: 'recovery.make', object: null } as const;
  await writeAs(ctx, actor, null, deed, async (tx) => {
    codes = await makeRecoveryCodes(tx, ctx, actor.adminId);
    return { status: 200, body: {} };
  });
  return codes;
}

/** How many of an admin's recovery codes are left. */
export async function codesLeft({ db }: Pick<Context, 'db'>, adminId: string): Promise<number> {
  const { recoveryCode } = desk;
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCode)
    .where(eq(recoveryCode.adminId, adminId));
  return row!.left;
}

/**
 * Lets an admin in by a recovery code, which is gone with it: the token of a session that can make a
 * passkey and nothing else. The same statements run for an unknown address, so that it
 * takes as long as a wrong code, and is told the same (`invalid-input`).
 */
export async function recover(
  ctx: Context,
  { email, code }: { email: string; code: string },
  browser: Browser,
): Promise<string> {
  const { admin, recoveryCode } = desk;
  let account: string | null = null;
  try {
    return await ctx.db.transaction(async (tx) => {
      const [known] = await tx
        .select({ id: admin.id, email: admin.email })
        .from(admin)
        .where(and(eq(admin.emailKey, emailKey(email)), isNull(admin.removedAt)));
      account = known?.id ?? null;
      const used = await tx
        .delete(recoveryCode)
        .where(
          and(
            eq(recoveryCode.hash, hashOf(typedCode(code))),
            eq(recoveryCode.adminId, account ?? NOBODY),
          ),
        )
        .returning({ adminId: recoveryCode.adminId });
      if (!known || used.length === 0) {
        throw fieldError('code', 'and address do not belong together, or the code was used before');
      }
      const opened = await openDesk(tx, ctx, known.id, { ...browser, byRecovery: true });
      await audit(tx, ctx, opened.actor, { act: 'recovery.use', object: null });
      await queueMail(tx, ctx, known.email, { kind: 'recovery-used' });
      return opened.token;
    });
  } catch (error) {
    if (error instanceof DomainError) {
      const by = { kind: 'stranger', from: browser.from } as const;
      ctx.failed({ act: 'admin.code-failed', account, by });
    }
    throw error;
  }
}
