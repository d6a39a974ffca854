import { computeStanding, fundingStanding } from '../domain/figures.ts';
import { factorJson, newestPrice, readFactors } from '../rates/gpus.ts';
import type { PageSource } from './page-source.ts';
import type { ComputePage } from '../../web/pages/compute.tsx';

/** What compute and money are compared with on /compute: by the checkpoint's totals. */
export async function comparisonsOf({
  tx,
  initiative,
  checkpoint,
}: Pick<PageSource, 'tx' | 'initiative' | 'checkpoint'>): Promise<
  Pick<ComputePage, 'yardsticks' | 'worth' | 'factors'>
> {
  const { committed, received } = computeStanding(checkpoint.totals);
  const money = fundingStanding(checkpoint.totals);
  const factors = await readFactors(tx);
  return {
    yardsticks: { secured: committed.base + received.base, delivered: received.base },
    worth: {
      secured: money.committed.base + money.received.base,
      currency: initiative.currency,
      price: await newestPrice(tx),
    },
    factors: factors.map(factorJson),
  };
}
