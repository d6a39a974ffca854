import { isCurrency } from './asset.ts';
import type { Holding } from './pledge-book.ts';
import { formatAmount, formatGpuHours, parseGpuHours } from './quantity.ts';
import type { Stage } from './stage.ts';
import { standing, type Targets, type Totals } from './totals.ts';

export function targetsOf({ targets }: Totals): Targets {
  if (!targets) throw new Error('the ledger has no initiative entry');
  return targets;
}

/** Bought compute is no contribution. */
export const fundingStanding = (totals: Totals): Record<Stage, Holding> =>
  standing(totals, (asset) => isCurrency(asset));
export const computeStanding = (totals: Totals): Record<Stage, Holding> =>
  standing(totals, (asset, bought) => !isCurrency(asset) && !bought);

/** Decimal strings in major units of the initiative's currency, or in GPU-hours. `secured` is committed + received. */
export function figuresOf(totals: Totals) {
  const { funding, gpuHours } = targetsOf(totals);
  const [currency, target] = funding;
  const money = fundingStanding(totals);
  const compute = computeStanding(totals);
  const amount = (minor: bigint) => formatAmount(minor, currency);
  const hours = (unit: keyof Holding) => ({
    secured: formatGpuHours(compute.committed[unit] + compute.received[unit]),
    delivered: formatGpuHours(compute.received[unit]),
    committed: formatGpuHours(compute.committed[unit]),
    pledged: formatGpuHours(compute.pledged[unit]),
  });
  return {
    funding: {
      currency,
      target: target === null ? null : amount(BigInt(target)),
      secured: amount(money.committed.base + money.received.base),
      received: amount(money.received.base),
      committed: amount(money.committed.base),
      pledged: amount(money.pledged.base),
      waiting: amount(money.waiting.base),
      withdrawn: amount(money.withdrawn.base),
      lapsed: amount(money.lapsed.base),
      refunded: amount(money.refunded.base),
      disputed: amount(money.disputed.base),
    },
    gpuHours: {
      // The first entry may have it as typed: "400".
      target: gpuHours === null ? null : formatGpuHours(parseGpuHours(gpuHours)),
      ...hours('quantity'),
    },
    h100eHours: hours('base'),
    signatories: {
      published: totals.signatories.person + totals.signatories.organisation,
      organisations: totals.signatories.organisation,
    },
  };
}
