import { and, eq, isNull } from 'drizzle-orm';
import { requireTouch, type Actor } from '../actor.ts';
import { audit, writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { admin, recoveryCode } from '../db/desk.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { inGroups, randomCode, typedCode } from '../ledger/codes.ts';
import { queueMail } from '../mail/queue.ts';
import { hashOf } from '../sessions/token.ts';
import { emailKey } from '../signatories/schemas.ts';
import { openDesk, requireSelf, type Browser } from './session.ts';

const CODES = 10;
/** Five bits each: nobody guesses 80 bits, so a plain hash is safe. */
const CODE_LENGTH = 16;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** As they are shown, once. */
export async function makeRecoveryCodes(tx: Tx, ctx: Context, adminId: string) {
  // Two at once would leave twenty codes.
  await tx.select({ id: admin.id }).from(admin).where(eq(admin.id, adminId)).for('update');
  await tx.delete(recoveryCode).where(eq(recoveryCode.adminId, adminId));
  const codes = Array.from({ length: CODES }, () => randomCode(ctx.randomBytes, CODE_LENGTH));
  const createdAt = ctx.now();
  await tx
    .insert(recoveryCode)
    .values(codes.map((code) => ({ hash: hashOf(code), adminId, createdAt })));
  return codes.map(inGroups);
}

/** Throws `touch-again`. The answer isn't kept, because it holds the codes: sent twice, the form makes codes twice. */
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

export const codesLeft = ({ db }: Pick<Context, 'db'>, adminId: string): Promise<number> =>
  db.$count(recoveryCode, eq(recoveryCode.adminId, adminId));

/** Its session can only make a passkey. An unknown address runs the same statements, so its time tells nothing. */
export async function recover(
  ctx: Context,
  { email, code }: { email: string; code: string },
  browser: Browser,
): Promise<string> {
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
      if (!known || used.length === 0) throw fieldError('code', say().access.codeWrong);
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
