import type { OwnPledge } from '../../web/model-me.ts';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { STAGES } from '../domain/stage.ts';
import { windowOf } from '../ledger/leaf.ts';
import { totalOf } from '../pledges/list-pledges.ts';
import { findOwnPledge, findOwnPledges, type OwnPledge as Found } from '../pledges/mine.ts';
import { quantitiesOf } from '../public/pledges-model.ts';

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

function pageOf({ row, asset, site, stages, instalments }: Found): OwnPledge {
  const { ref, status, visibility, reason, asked } = row;
  const hasMoved = STAGES.some((stage) => stages[stage].quantity > 0n);
  return {
    line: {
      ref,
      kind: asset.kind,
      asset: asset.code,
      who: null,
      site,
      windows: row.windows.map(windowOf),
      acceptedOn: (row.decidedAt ?? row.createdAt).toISOString().slice(0, 10),
      total: hasMoved ? totalOf(stages) : row.quantity,
      totalBase: STAGES.reduce((sum, stage) => sum + stages[stage].base, 0n),
      stages: quantitiesOf(stages),
    },
    status,
    visibility,
    reason,
    asked: asked && BigInt(asked.quantity),
    instalments: row.instalments.length > 0 ? instalments : [],
  };
}
