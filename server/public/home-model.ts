import { asc } from 'drizzle-orm';
import type { Concurrency, HomePage, Money, Volume } from '../../web/model.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { isCurrency } from '../domain/asset.ts';
import { addDays, today } from '../domain/day.ts';
import { computeStanding, fundingStanding, targetsOf } from '../domain/figures.ts';
import { parseGpuHours } from '../domain/quantity.ts';
import { STAGES } from '../domain/stage.ts';
import type { Totals } from '../domain/totals.ts';
import { canSetUp, type Initiative } from '../initiative/read.ts';
import { isStale, newestRateOn } from '../rates/reference.ts';
import { countSignatories, listSignatories } from '../signatories/list.ts';
import { newestChanges } from './changes.ts';
import { NO_CAPACITY, type Figures } from './progress.ts';

/** The rest are a page further. */
const CHANGES_SHOWN = 5;
const SIGNATORIES_SHOWN = 8;

/** Everything the public page shows, as of a checkpoint. */
export async function homeModel(
  ctx: Context,
  reader: Db | Tx,
  initiative: Initiative,
  figures: Figures,
): Promise<HomePage> {
  const { checkpoint, totals } = figures;
  const reported = await reader
    .select()
    .from(schema.reported)
    .orderBy(asc(schema.reported.position));
  const ratedOn = await newestRateOn(reader);
  const at = checkpoint.createdAt;
  return {
    trial: ctx.engine === 'embedded',
    canSetUp: canSetUp(ctx, initiative),
    initiative: { ...initiative, unlisted: initiative.closed || initiative.demonstration },
    asOf: { size: Number(checkpoint.size), at },
    money: moneyOf(totals, at),
    concurrency: concurrencyOf(figures, initiative),
    volume: volumeOf(totals),
    changes: await newestChanges(reader, checkpoint.size, CHANGES_SHOWN),
    signatories: await signatoriesOf(reader, totals),
    reported,
    rates:
      ratedOn === null
        ? null
        : {
            on: ratedOn,
            stale: isStale(ratedOn, today(at)),
            used: [...totals.flows.keys()].some(
              (asset) => isCurrency(asset) && asset !== initiative.currency,
            ),
          },
  };
}

function moneyOf(totals: Totals, at: Date): Money | null {
  const [currency, target] = targetsOf(totals).funding;
  const hasMoney = [...totals.flows.keys()].some((asset) => isCurrency(asset));
  if (target === null && !hasMoney) return null;
  const stages = fundingStanding(totals);
  return {
    currency,
    target: target === null ? null : BigInt(target),
    stages: Object.fromEntries(
      STAGES.map((stage) => [stage, stages[stage].base]),
    ) as Money['stages'],
    months: monthsOf(totals, at),
  };
}

const atLeastZero = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

/**
 * What stood at the end of each of the twelve months up to the checkpoint's, by the days on which
 * things happened; the last month takes what is dated after it, where the day has come already.
 * Money may have come before the day of its agreement: until then nothing of it is agreed.
 */
function monthsOf(totals: Totals, at: Date): Money['months'] {
  const months = Array.from({ length: 12 }, (_, index) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - 11 + index))
      .toISOString()
      .slice(0, 7),
  );
  return months.map((month, index) => {
    let received = 0n;
    let committed = 0n;
    for (const [key, change] of totals.months) {
      if (key > month && index < months.length - 1) continue;
      received += change.received;
      committed += change.committed;
    }
    return { month, received: atLeastZero(received), committed: atLeastZero(committed) };
  });
}

/** The days of the initiative where it names them, else those of the windows. */
function concurrencyOf(
  { checkpoint, totals, capacity }: Figures,
  initiative: Initiative,
): Concurrency | null {
  const target = targetsOf(totals).gpus;
  const steps = capacity?.steps ?? [];
  if (target === null && steps.length === 0) return null;
  const { held, heldPromised } = capacity ?? NO_CAPACITY;
  const asOf = today(checkpoint.createdAt);
  const from = initiative.startsOn ?? steps[0]?.on ?? asOf;
  const fewer = steps.find(({ on, secured }) => on > (held.from ?? '') && secured < held.allSites);
  return {
    target,
    secured: held,
    endedOn: fewer && fewer.on <= asOf ? fewer.on : null,
    now: steps.findLast(({ on }) => on <= asOf)?.secured ?? 0,
    promised: heldPromised,
    steps,
    from,
    to: initiative.endsOn ?? steps.at(-1)?.on ?? addDays(from, 365),
  };
}

function volumeOf(totals: Totals): Volume | null {
  const models = [...totals.flows]
    .filter(([key]) => !key.includes('/') && !isCurrency(key))
    .map(([asset, stages]) => ({
      asset,
      delivered: stages.received.quantity,
      committed: stages.committed.quantity,
      pledged: stages.pledged.quantity,
    }))
    .filter(({ delivered, committed, pledged }) => delivered + committed + pledged > 0n)
    .toSorted((a, b) => (a.delivered + a.committed > b.delivered + b.committed ? -1 : 1));
  const target = targetsOf(totals).gpuHours;
  if (models.length === 0 && target === null) return null;
  const { received, committed, pledged } = computeStanding(totals);
  return {
    target: target === null ? null : parseGpuHours(target),
    delivered: received.quantity,
    committed: committed.quantity,
    pledged: pledged.quantity,
    models,
  };
}

async function signatoriesOf(reader: Db | Tx, totals: Totals): Promise<HomePage['signatories']> {
  const { signatories } = await listSignatories(reader, { limit: SIGNATORIES_SHOWN });
  return {
    people: totals.signatories.person,
    organisations: totals.signatories.organisation,
    shown: signatories,
    named: await countSignatories(reader, {}),
  };
}
