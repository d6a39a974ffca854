import type { OwnPledge } from '../../web/model-me.ts';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { findOwnPledge, findOwnPledges, type OwnPledge as Found } from '../pledges/mine.ts';
import { wasAccepted } from '../pledges/terms.ts';
import { ownLineOf } from '../public/pledges-model.ts';

/** Nobody has more on one page; the API has the rest. */
const SHOWN = 200;

/** The pledges of whoever is signed in, as the page has them, the newest first. */
export async function ownPledges(ctx: Context, actor: Actor): Promise<OwnPledge[]> {
  const { pledges } = await findOwnPledges(ctx.db, actor, { limit: SHOWN });
  return pledges.map(pageOf);
}

/** One of them. Throws `not-found` for another's. */
export const ownPledge = async (ctx: Context, actor: Actor, ref: string): Promise<OwnPledge> =>
  pageOf(await findOwnPledge(ctx.db, actor, ref));

function pageOf(found: Found): OwnPledge {
  const { row, instalments } = found;
  const { status, visibility, reason, asked, question, askedAt } = row;
  return {
    line: ownLineOf(found),
    status,
    wasAccepted: wasAccepted(row),
    visibility,
    reason,
    question,
    askedBackAt: askedAt?.toISOString() ?? null,
    asked: asked && BigInt(asked.quantity),
    instalments: row.instalments.length > 0 ? instalments : [],
  };
}
