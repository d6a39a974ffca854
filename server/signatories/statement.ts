import { eq } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { namesChanged } from '../db/names.ts';
import { signatory } from '../db/schema.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { checkStatement, lockSignatory } from './moderate.ts';

/** A new statement waits for an admin, also where the signature is published. */
export const heldStatement = (
  { now }: Pick<Context, 'now'>,
  statement: string | null | undefined,
) => ({ statementWaitsSince: statement ? now() : null, statementHidden: null });

/** Shows a statement that waits, or hides it. Throws `conflict` where it doesn't wait, or has changed since it was `seen`. */
export const decideStatement = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  { decision, seen }: { decision: 'show' | 'hide'; seen: string },
): Promise<Answer> => {
  const deed = { right: 'decide', act: `signatory.${decision}-statement`, object: id } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const row = await lockSignatory(tx, id);
    if (row.statementWaitsSince === null) {
      throw new DomainError('conflict', 'This statement has been reviewed already.');
    }
    checkStatement(row, seen);
    await tx
      .update(signatory)
      .set({ statementWaitsSince: null, statementHidden: decision === 'hide' ? true : null })
      .where(eq(signatory.id, id));
    await namesChanged(tx);
    return { status: 201, body: { id } };
  });
};
