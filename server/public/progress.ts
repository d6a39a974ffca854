import { isCurrency } from '../domain/asset.ts';
import type { Capacity } from '../domain/capacity.ts';
import { formatAmount, formatGpuHours } from '../domain/quantity.ts';
import { standing, type Targets, type Totals } from '../domain/totals.ts';
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

/** A checkpoint of a ledger that is about something begins with its targets. */
export function targetsOf({ targets }: Totals): Targets {
  if (!targets) throw new Error('the ledger has no initiative entry');
  return targets;
}

/** Money in base, and given compute in GPU-seconds and base; what was bought is no contribution. */
export const fundingStanding = (totals: Totals) => standing(totals, (asset) => isCurrency(asset));
export const computeStanding = (totals: Totals) =>
  standing(totals, (asset, bought) => !isCurrency(asset) && !bought);

/**
 * The body of `GET /api/v1/progress`: a pure function of the newest checkpoint. Amounts are decimal
 * strings in major units of the initiative's currency, hours decimal strings of GPU-hours, counts
 * numbers; a missing target is null. `secured` is committed + received.
 */
export function progressOf(
  initiative: { name: string; demonstration: boolean; closed: boolean },
  { checkpoint, totals, capacity }: Figures,
) {
  const { gpus, gpuHours, funding } = targetsOf(totals);
  const [currency, target] = funding;
  const { allSites, largestSite, from } = (capacity ?? NO_CAPACITY).held;
  const money = fundingStanding(totals);
  const compute = computeStanding(totals);
  const amount = (minor: bigint) => formatAmount(minor, currency);
  const secured = (of: typeof money, unit: 'quantity' | 'base') =>
    of.committed[unit] + of.received[unit];
  const hours = (unit: 'quantity' | 'base') => ({
    secured: formatGpuHours(secured(compute, unit)),
    delivered: formatGpuHours(compute.received[unit]),
    committed: formatGpuHours(compute.committed[unit]),
    pledged: formatGpuHours(compute.pledged[unit]),
  });
  return {
    initiative: {
      name: initiative.name,
      demonstration: initiative.demonstration,
      closed: initiative.closed,
    },
    asOf: {
      size: Number(checkpoint.size),
      root: checkpoint.root.toString('base64'),
      at: checkpoint.createdAt.toISOString(),
    },
    funding: {
      currency,
      target: target === null ? null : amount(BigInt(target)),
      secured: amount(secured(money, 'base')),
      received: amount(money.received.base),
      committed: amount(money.committed.base),
      pledged: amount(money.pledged.base),
      waiting: amount(money.waiting.base),
      withdrawn: amount(money.withdrawn.base),
      lapsed: amount(money.lapsed.base),
      refunded: amount(money.refunded.base),
      disputed: amount(money.disputed.base),
    },
    compute: {
      targetGpus: gpus,
      gpusSecured: { allSites, largestSite, from },
      gpuHours: { target: gpuHours, ...hours('quantity') },
      h100eHours: hours('base'),
    },
    signatories: {
      published: totals.signatories.person + totals.signatories.organisation,
      organisations: totals.signatories.organisation,
    },
  };
}
