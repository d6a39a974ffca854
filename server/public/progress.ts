import type { Capacity } from '../domain/capacity.ts';
import { figuresOf, targetsOf } from '../domain/figures.ts';
import type { Totals } from '../domain/totals.ts';
import type { Checkpoint } from '../ledger/checkpoint.ts';

/** The parts of a page or an answer that the ledger alone decides. */
export interface Figures {
  checkpoint: Pick<Checkpoint, 'size' | 'root' | 'createdAt'>;
  totals: Totals;
  /** Null while no window has ever moved. */
  capacity: Capacity | null;
}

export const NO_CAPACITY: Capacity = {
  held: { allSites: 0, largestSite: 0, from: null },
  heldPromised: 0,
  steps: [],
};

/** The body of `GET /api/v1/progress`: a pure function of the newest checkpoint and its name. */
export function progressOf(
  { name, demonstration, closed }: { name: string; demonstration: boolean; closed: boolean },
  { checkpoint, totals, capacity }: Figures,
) {
  const { funding, gpuHours, h100eHours, signatories } = figuresOf(totals);
  const { allSites, largestSite, from } = (capacity ?? NO_CAPACITY).held;
  return {
    initiative: { name, demonstration, closed },
    asOf: {
      size: Number(checkpoint.size),
      root: checkpoint.root.toString('base64'),
      at: checkpoint.createdAt.toISOString(),
    },
    funding,
    compute: {
      targetGpus: targetsOf(totals).gpus,
      gpusSecured: { allSites, largestSite, from },
      gpuHours,
      h100eHours,
    },
    signatories,
  };
}
