import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import { requireTouch, type Actor } from '../actor.ts';
import { audit, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as desk from '../db/desk.ts';
import { fieldError } from '../domain/errors.ts';
import { inGroups, randomCode, typedCode } from '../ledger/code.ts';
import { queueMail } from '../mail/queue.ts';
import { hashOf } from '../sessions/token.ts';
import { emailKey } from '../signatories/schemas.ts';
import { openDesk, requireSelf, type Browser } from './session.ts';

const CODES = 10;
/** Five bits each: 80 in all, which nobody guesses, so that a plain hash keeps them. */
const CODE_LENGTH = 16;

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
 * passkey and nothing else. One statement looks for address and code, so that an unknown address
 * takes as long as a wrong code, and is told the same (`invalid-input`).
 */
export async function recover(
  ctx: Context,
  { email, code }: { email: string; code: string },
  browser: Browser,
): Promise<string> {
  const { admin, recoveryCode } = desk;
  return ctx.db.transaction(async (tx) => {
    const whose = tx
      .select({ id: admin.id })
      .from(admin)
      .where(and(eq(admin.emailKey, emailKey(email)), isNull(admin.removedAt)));
    const [used] = await tx
      .delete(recoveryCode)
      .where(
        and(eq(recoveryCode.hash, hashOf(typedCode(code))), inArray(recoveryCode.adminId, whose)),
      )
      .returning({ adminId: recoveryCode.adminId });
    if (!used) {
      throw fieldError('code', 'and address do not belong together, or the code was used before');
    }
    const { token, actor } = await openDesk(tx, ctx, used.adminId, {
      ...browser,
      byRecovery: true,
    });
    await audit(tx, ctx, actor, { act: 'recovery.use', object: null });
    const [told] = await tx
      .select({ email: admin.email })
      .from(admin)
      .where(eq(admin.id, used.adminId));
    await queueMail(tx, ctx, told!.email, { kind: 'recovery-used' });
    return token;
  });
}
