import type { Actor } from '../../actor.ts';
import { writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import { useLimit } from '../../db/limit.ts';
import type { Answer, RequestKey } from '../../db/write.ts';
import { DomainError } from '../../domain/errors.ts';
import { findInitiative } from '../../initiative/read.ts';
import { provedAddress, queueMail } from '../../mail/queue.ts';
import { checkGiver, lockGiver } from '../../pledges/acceptance.ts';
import { lockPledge } from '../../pledges/open-pledge.ts';
import { paidTerms } from './pay.ts';
import { checkOpenForPay } from './ways.ts';

const HOUR = 3_600;

/**
 * Emails a pledge's giver a link to pay it, once an hour at most. Throws `payments-closed`, `too-many`, and `conflict`
 * for a pledge that can't be paid or a giver without a confirmed address.
 */
export const mailPayLink = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
): Promise<Answer> =>
  writeAs(ctx, actor, key, { right: 'decide', act: 'pledge.pay-link', object: ref }, async (tx) => {
    const { row, currency } = await lockPledge(tx, ref);
    paidTerms(row, { currency });
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    checkGiver(giver, true);
    const address = provedAddress(giver);
    if (address === null) {
      throw new DomainError('conflict', 'Its giver has confirmed no address: no mail goes there.');
    }
    checkOpenForPay(ctx, await findInitiative(tx));
    // In this transaction: a repeated request is answered from what was kept and is no second use.
    const limited = { db: tx, now: ctx.now };
    await useLimit(limited, { name: 'pay link of pledge', key: ref, most: 1, seconds: HOUR });
    await queueMail(tx, ctx, address, { kind: 'pay-link', ref });
    return { status: 201, body: { ref } };
  });
