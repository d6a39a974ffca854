import { writeAs } from '../audit/audit.ts';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { today } from '../domain/day.ts';
import { queueOnce } from '../mail/once.ts';
import { checkReminder, readDue } from './due.ts';
import { lockPledge } from './open-pledge.ts';

/** Emails a giver what is due, once a day. Throws as checkReminder does. */
export const remindGiver = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.remind', object: ref }, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    const on = today(ctx.now());
    await checkReminder(tx, await readDue(tx, ref), on);
    const to = { signatoryId: row.signatoryId };
    const mail = { kind: 'reminder', ref } as const;
    await queueOnce(tx, ctx, [{ to, mail, object: ref, occasion: on }]);
    return { status: 201, body: { ref } };
  });
