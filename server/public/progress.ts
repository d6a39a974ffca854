import type { Capacity } from '../domain/capacity/capacity.ts';
import { mostAtOneSite } from '../domain/capacity/model-and-site-curves.ts';
import { figuresOf, targetsOf } from '../domain/figures.ts';
import { today } from '../domain/day.ts';
import type { Totals } from '../domain/totals.ts';
import { gpusInUse } from '../domain/gpus-in-use.ts';
import type { Checkpoint } from '../ledger/checkpoint.ts';
import type { MeteredUse } from '../ledger/metered-use.ts';

/** What of a page or an answer the ledger alone decides. */
export interface Figures {
  checkpoint: Pick<Checkpoint, 'size' | 'root' | 'createdAt'>;
  totals: Totals;
  capacity: Capacity;
  use: MeteredUse;
}

export const asOfJson = ({ size, root, createdAt }: Figures['checkpoint']) => ({
  size: Number(size),
  root: root.toString('base64'),
  at: createdAt.toISOString(),
});

export function progressOf(
  { name, demonstration, closed }: { name: string; demonstration: boolean; closed: boolean },
  { checkpoint, totals, capacity, use }: Figures,
) {
  const { funding, gpuHours, h100eHours, signatories } = figuresOf(totals);
  const { allSites, largestSite, from } = capacity.held;
  const targets = targetsOf(totals);
  const oneSite = mostAtOneSite(capacity.sites);
  return {
    initiative: { name, demonstration, closed },
    asOf: asOfJson(checkpoint),
    funding,
    compute: {
      targetGpus: targets.gpus,
      basis: targets.basis,
      gpusSecured: { allSites, largestSite, from },
      gpusAtOneSite: { gpus: oneSite.gpus, from: oneSite.from },
      gpusInUse: gpusInUse(use.days, today(checkpoint.createdAt)),
      gpuHours,
      h100eHours,
    },
    signatories,
  };
}
