import { and, eq, isNotNull } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { namesChanged } from '../db/names.ts';
import { updateOne } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { conflict } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { lockInitiative } from '../initiative/read.ts';
import { MOST_FIRST } from './list.ts';
import { lockSignatory } from './moderate.ts';

/** Public pages show it before all others, or no longer. Throws `conflict`. */
export const showFirst = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  first: boolean,
): Promise<Answer> => {
  const deed = { right: 'decide', act: 'signatory.first', object: id, facts: { first } } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    // One at a time: two at once could make thirteen.
    await lockInitiative(tx);
    const { status, public: isPublic, firstAt } = await lockSignatory(tx, id);
    if (first && !(status === 'published' && isPublic)) throw conflict(say().signatories.notShown);
    if (first && firstAt === null) {
      const { signatory } = schema;
      const shown = and(
        isNotNull(signatory.firstAt),
        eq(signatory.status, 'published'),
        eq(signatory.public, true),
      );
      const count = await tx.$count(signatory, shown);
      if (count >= MOST_FIRST) throw conflict(say().signatories.enoughFirst(MOST_FIRST));
    }
    await updateOne(tx, schema.signatory, id, {
      // Sent again, it keeps its place.
      firstAt: first ? (firstAt ?? ctx.now()) : null,
    });
    await namesChanged(tx);
    return { status: 201, body: { id, first } };
  });
};
