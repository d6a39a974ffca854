import type { Curve } from '../../web/data/pages.ts';
import { today } from '../domain/day.ts';
import type { SiteCurve } from '../domain/capacity/model-and-site-curves.ts';
import { gpusInUse } from '../domain/gpus-in-use.ts';
import { readMilestones } from '../initiative/read.ts';
import { foldUse, type MeteredUse } from '../ledger/metered-use.ts';
import { atTarget } from './capacity-answer.ts';
import { readCapacityFacts, type CapacityFacts } from './capacity-facts.ts';
import { monthsOf, volumeOf } from './compute-volume.ts';
import { concurrencyOf, ofKind } from './home-model.ts';
import { frameOf, type PageSource } from './page-source.ts';
import type { ComputePage, SiteLine } from '../../web/pages/compute.tsx';
import { computeStanding, fundingStanding } from '../domain/figures.ts';
import { factorJson, newestPrice, readFactors } from '../rates/gpu-figures.ts';

/** `used` is of the same checkpoint or an older one. */
export async function computeModel(source: PageSource, used: MeteredUse): Promise<ComputePage> {
  const { tx, checkpoint } = source;
  const use = await foldUse(tx, used, checkpoint.size);
  const facts = await readCapacityFacts(tx, checkpoint, use);
  return {
    ...frameOf(source),
    curve: await curveOf(source, facts),
    sites: facts.capacity.sites.map((site) => siteLine(site, facts)),
    volume: await volumeOf(tx, checkpoint.totals),
    months: await monthsOf(tx, checkpoint.size, facts.capacity.due),
    inUse: gpusInUse(use.days, today(checkpoint.createdAt)),
    ...(await comparisonsOf(source)),
  };
}

async function curveOf({ tx }: PageSource, facts: CapacityFacts): Promise<Curve | null> {
  const milestones = await readMilestones(tx);
  const concurrency = concurrencyOf(facts, ofKind(milestones, 'gpus'));
  if (!concurrency) return null;
  const { capacity } = facts;
  const { target, from, to } = concurrency;
  const days = [from, to, ...capacity.steps.map(({ on }) => on)].toSorted();
  return {
    ...concurrency,
    // All days with GPUs, where the first page shows two years at most.
    from: days[0]!,
    to: days.at(-1)!,
    steps: capacity.steps,
    h100e: capacity.heldH100e,
    atTarget: target === null ? null : atTarget(capacity, target),
  };
}

function siteLine({ site, held, models, steps }: SiteCurve, facts: CapacityFacts): SiteLine {
  const most = (place: 1 | 2 | 3 | 4): number =>
    steps.reduce((highest, step) => Math.max(highest, step[place]), 0);
  const figures =
    site === null
      ? { secured: most(1), pledged: most(2), h100e: { secured: most(3), pledged: most(4) } }
      : held;
  return {
    site,
    name: site === null ? null : (facts.siteNames.get(site) ?? null),
    models,
    ...figures,
    from: steps[0]![0],
    to: steps.at(-1)![0],
  };
}

async function comparisonsOf({
  tx,
  initiative,
  checkpoint,
}: PageSource): Promise<Pick<ComputePage, 'yardsticks' | 'worth' | 'factors'>> {
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
