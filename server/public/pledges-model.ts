import type { PledgeLine, Quantities } from '../../web/data/pages.ts';
import type * as schema from '../db/schema.ts';
import type { Asset } from '../domain/asset.ts';
import type { Holding } from '../domain/pledge-book.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import { windowOf } from '../ledger/leaf.ts';
import {
  countPledges,
  findPledges,
  totalOf,
  type ListedPledge,
  type PledgesInput,
} from '../pledges/list-pledges.ts';
import { frameOf, type PageSource } from './page-source.ts';
import type { PledgesPage } from '../../web/pages/pledges.tsx';

export const quantitiesOf = (stages: Record<Stage, Holding>): Quantities =>
  Object.fromEntries(STAGES.map((stage) => [stage, stages[stage].quantity])) as Quantities;

export async function pledgesModel(source: PageSource, input: PledgesInput): Promise<PledgesPage> {
  const { tx, initiative, checkpoint } = source;
  const { kind, stage, asset, sort, cursor = null } = input;
  const { pledges, next } = await findPledges(tx, input);
  return {
    ...frameOf(source),
    currency: initiative.currency,
    filter: { kind, stage, asset, sort },
    assets: [...checkpoint.totals.flows.keys()].filter((key) => !key.includes('/')).toSorted(),
    list: { found: await countPledges(tx, input), cursor, next },
    pledges: pledges.map(lineOf),
  };
}

export const lineOf = (pledge: ListedPledge): PledgeLine => ({
  ref: pledge.ref,
  kind: pledge.asset.kind,
  asset: pledge.asset.code,
  who: pledge.giver,
  giverId: pledge.giver === null ? null : pledge.row.signatoryId,
  members: pledge.members,
  site: pledge.site,
  windows: pledge.row.windows.map(windowOf),
  acceptedOn: pledge.acceptedOn,
  total: totalOf(pledge.stages),
  totalBase: pledge.totalBase,
  stages: quantitiesOf(pledge.stages),
});

interface OwnPledge {
  row: typeof schema.pledge.$inferSelect;
  asset: Asset;
  site: string | null;
  stages: Record<Stage, Holding>;
}

/** For its giver and for admins: as of now, accepted or not. */
export function ownLineOf({ row, asset, site, stages }: OwnPledge): PledgeLine {
  const hasMoved = STAGES.some((stage) => stages[stage].quantity > 0n);
  return {
    ref: row.ref,
    kind: asset.kind,
    asset: asset.code,
    who: null,
    giverId: null,
    members: [],
    site,
    windows: row.windows.map(windowOf),
    acceptedOn: (row.decidedAt ?? row.createdAt).toISOString().slice(0, 10),
    total: hasMoved ? totalOf(stages) : row.quantity,
    totalBase: STAGES.reduce((sum, stage) => sum + stages[stage].base, 0n),
    stages: quantitiesOf(stages),
  };
}
