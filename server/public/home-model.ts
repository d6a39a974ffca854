import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Concurrency, Held, HomePage, Milestone, Money, Volume } from '../../web/data/home.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { stands } from '../db/standing.ts';
import { isCurrency } from '../domain/asset.ts';
import { mostAtOneSite } from '../domain/capacity/model-and-site-curves.ts';
import { addDays, today, type Day } from '../domain/day.ts';
import { computeStanding, fundingStanding, targetsOf } from '../domain/figures.ts';
import { parseGpuHours } from '../domain/quantity.ts';
import { STAGES } from '../domain/stage.ts';
import type { Totals } from '../domain/totals.ts';
import { publicOffered } from '../initiative/offered.ts';
import {
  bannerOf,
  isUnlisted,
  readMilestones,
  type Initiative,
  type Milestone as MilestoneRow,
} from '../initiative/read.ts';
import { whyClosed } from '../payments/pay/ways.ts';
import { isStale, newestRateOn } from '../rates/reference.ts';
import { listFirst, listSignatories } from '../signatories/list.ts';
import { newestChanges } from './changes.ts';
import type { CapacityFacts } from './capacity-facts.ts';
import { lateOf } from './late.ts';
import { atLeastZero, moneyDays } from './money-days.ts';
import { newestTargetChanges, newestTermsChanges } from './terms-and-target-changes.ts';

const CHANGES_SHOWN = 5;
const SIGNATORIES_SHOWN = 6;

export async function homeModel(
  ctx: Context,
  reader: Db | Tx,
  initiative: Initiative,
  figures: CapacityFacts,
): Promise<HomePage> {
  const { checkpoint, totals } = figures;
  const ratedOn = await newestRateOn(reader);
  const milestones = await readMilestones(reader);
  const at = checkpoint.createdAt;
  return {
    ...bannerOf(ctx, initiative),
    canGive: whyClosed(ctx, initiative) === null,
    initiative: { ...initiative, unlisted: isUnlisted(initiative) },
    asOf: { size: Number(checkpoint.size), at },
    money: await moneyOf(reader, figures, ofKind(milestones, 'funding')),
    concurrency: concurrencyOf(figures, ofKind(milestones, 'gpus')),
    volume: volumeOf(totals),
    late: await lateOf(reader, figures),
    changes: await changesOf(reader, checkpoint.size),
    signatories: await signatoriesOf(reader, totals),
    reported: await publicOffered(reader, today(ctx.now())),
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

async function changesOf(reader: Db | Tx, size: bigint): Promise<HomePage['changes']> {
  const moved = await newestChanges(reader, size, CHANGES_SHOWN);
  const oldest = moved[CHANGES_SHOWN - 1];
  const since = { size, from: BigInt(oldest?.seq ?? 0) };
  const changes = [
    ...moved,
    ...(await newestTermsChanges(reader, since, CHANGES_SHOWN)),
    ...(await newestTargetChanges(reader, size, CHANGES_SHOWN)),
  ];
  return changes.toSorted((a, b) => b.seq - a.seq).slice(0, CHANGES_SHOWN);
}

export const ofKind = (milestones: MilestoneRow[], wanted: MilestoneRow['kind']): Milestone[] =>
  milestones.filter(({ kind }) => kind === wanted);

async function restrictedBase(reader: Db | Tx): Promise<bigint> {
  const [row] = rowsOf(
    await reader.execute(sql`
      SELECT COALESCE(sum(${stands(['received', 'committed'], '_base')}), 0)::text AS base
      FROM pledge JOIN standing ON standing.pledge_id = pledge.id
      WHERE pledge.restricted_to IS NOT NULL`),
    z.strictObject({ base: z.string() }),
  );
  return BigInt(row!.base);
}

/** What follows from totals alone; null without a goal and without money. */
export function securedMoney(totals: Totals): Pick<Money, 'currency' | 'target' | 'stages'> | null {
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
  };
}

async function moneyOf(
  reader: Db | Tx,
  { totals, checkpoint }: CapacityFacts,
  milestones: Milestone[],
): Promise<Money | null> {
  const money = securedMoney(totals);
  if (!money) return null;
  const months = monthsOf(totals, checkpoint.createdAt);
  const isYoung = [...totals.months.keys()].every((month) => month >= months.at(-3)!.month);
  return {
    ...money,
    restricted: await restrictedBase(reader),
    months,
    days: isYoung ? await moneyDays(reader, checkpoint) : null,
    milestones,
  };
}

/** By the days of movements, later days in the last month. Money may precede its agreement: never below zero. */
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

const MOST_DAYS = 730;

export function concurrencyOf(
  { checkpoint, totals, capacity, siteNames }: CapacityFacts,
  milestones: Milestone[],
): Concurrency | null {
  const { gpus: target, basis, ...window } = targetsOf(totals);
  const { held, heldPledged, steps } = capacity;
  const oneSite = mostAtOneSite(capacity.sites);
  if (target === null && steps.length === 0) return null;
  const asOf = today(checkpoint.createdAt);
  const from = window.from ?? steps[0]?.on ?? asOf;
  const levels = steps.map(({ on, secured }): Level => [on, secured]);
  const atSite = oneSite.steps.map(([on, secured]): Level => [on, secured]);
  return {
    target,
    basis,
    secured: held,
    held: {
      all: heldOf({ gpus: held.allSites, from: held.from }, levels, asOf),
      site: heldOf(oneSite, atSite, asOf),
    },
    site: siteNames.get(oneSite.site ?? '') ?? null,
    pledged: heldPledged,
    steps,
    from,
    to: endOf(from, window.to, steps.at(-1)?.on),
    milestones,
  };
}

type Level = [on: Day, gpus: number];

function heldOf({ gpus, from }: Pick<Held, 'gpus' | 'from'>, levels: Level[], asOf: Day): Held {
  const fewer = levels.find(([on, there]) => on > (from ?? '') && there < gpus);
  return {
    gpus,
    from,
    endedOn: fewer && fewer[0] <= asOf ? fewer[0] : null,
    now: levels.findLast(([on]) => on <= asOf)?.[1] ?? 0,
  };
}

function endOf(from: Day, endsOn: Day | null, lastOn: Day | undefined): Day {
  const most = addDays(from, MOST_DAYS);
  const shown = lastOn !== undefined && lastOn > most ? most : lastOn;
  if (endsOn === null) return shown ?? addDays(from, 365);
  return shown !== undefined && shown > endsOn ? shown : endsOn;
}

export function volumeOf(totals: Totals): Volume | null {
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
  const first = await listFirst(reader);
  const { signatories } = await listSignatories(reader, { limit: SIGNATORIES_SHOWN }, false);
  const others = signatories.slice(0, Math.max(0, SIGNATORIES_SHOWN - first.length));
  return {
    people: totals.signatories.person,
    organisations: totals.signatories.organisation,
    shown: [...first, ...others],
  };
}
