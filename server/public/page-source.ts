import type { Frame } from '../../web/data/home.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { bannerOf, isUnlisted, type Initiative } from '../initiative/read.ts';
import type { Checkpoint } from '../ledger/checkpoint.ts';

export interface PageSource {
  ctx: Context;
  tx: Tx;
  initiative: Initiative;
  checkpoint: Checkpoint;
}

export const frameOf = ({ ctx, initiative, checkpoint }: PageSource): Frame => ({
  ...bannerOf(ctx, initiative),
  initiative: { ...initiative, unlisted: isUnlisted(initiative) },
  asOf: { size: Number(checkpoint.size), at: checkpoint.createdAt },
});
