import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { metering } from '../db/compute.ts';
import type { Tx } from '../db/db.ts';
import { lockText, rowsFrom } from '../db/sql.ts';
import { applyMove } from '../domain/pledge-book.ts';
import { checkNotInFuture, dayOf } from '../domain/day.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { MAX_QUANTITY } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { lockPledge, openPledge } from '../pledges/open-pledge.ts';
import {
  daysOf,
  findMetered,
  findRead,
  type MeteringRow,
  type ReadFile,
} from './metered-pledge.ts';
import type { PledgeRow } from '../pledges/pledge-row.ts';
import { gpuSecondsOf, spread } from './spread.ts';
import { tallyJobs, type Start, type Tally } from './sum-jobs.ts';
import { canonicalZone } from './zone.ts';

export type PlannedMetering = Awaited<ReturnType<typeof planMetering>>;

type Standing = Pick<MeteringRow, 'id' | 'cluster' | 'zone' | 'rawIds'>;

const STANDS: SQL = sql`metering.batch IS NOT NULL AND NOT EXISTS (
  SELECT FROM movement AS moved JOIN movement AS back ON back.reverses = moved.seq
  WHERE moved.batch = metering.batch)`;

function standingOf(tx: Tx): Promise<Standing[]> {
  const { id, cluster, zone, rawIds } = metering;
  return tx.select({ id, cluster, zone, rawIds }).from(metering).where(STANDS).orderBy(id);
}

const countingRow = z.strictObject({ days: z.string(), imported: z.array(z.number()) });

/** The days on which jobs count: imported hours name no jobs, so they may include any on their days. */
async function countingOf(tx: Tx, row: PledgeRow) {
  const [found] = await rowsFrom(tx, countingRow)`
    SELECT (${daysOf(row)}::int8multirange
        - coalesce(range_agg(int8range(day * 86400, (day + 1) * 86400)), '{}'))::text AS days,
      coalesce(json_agg(day), '[]') AS imported
    FROM (
      SELECT DISTINCT (occurred_on - DATE '1970-01-01')::bigint AS day FROM movement
      WHERE pledge_id = ${row.id} AND verb = 'receive' AND grade = 'metered'
        AND NOT EXISTS (SELECT FROM metering WHERE metering.batch = movement.batch)
        AND NOT EXISTS (SELECT FROM movement AS back WHERE back.reverses = movement.seq)) AS received`;
  return found!;
}

/** Files of one cluster must name ids and starts in one way, or a job would count twice. */
function checkAlike({ cluster, zone, rawIds }: MeteringRow, standing: readonly Standing[]): void {
  const other = standing.find(
    (one) => zone !== null && one.zone !== null && canonicalZone(one.zone) !== canonicalZone(zone),
  );
  if (other) throw fieldError('zone', say().compute.otherZone(cluster, other.zone!));
  if (standing.some((one) => one.rawIds !== rawIds)) {
    const column = rawIds ? 'JobID' : 'JobIDRaw';
    throw fieldError('file', say().compute.otherColumn(cluster, column));
  }
}

/** Under another cluster's name a job would count again. */
async function checkNotElsewhere(
  tx: Tx,
  { cluster, sha256, counts }: ReadFile['metering'],
  { elsewhere }: Tally,
): Promise<void> {
  if (counts.otherClusters > 0) return;
  const [same] = await rowsFrom(tx, z.strictObject({ cluster: z.string(), batch: z.string() }))`
    SELECT cluster, batch FROM metering
    WHERE sha256 = ${sha256} AND cluster <> ${cluster} AND ${STANDS} ORDER BY id LIMIT 1`;
  const other = same ?? elsewhere;
  if (!other) return;
  const jobs = same ? 'all' : elsewhere!.jobs;
  throw conflict(say().compute.otherCluster(jobs, other.cluster, other.batch));
}

const timeOf = ({ started_at: seconds }: Start): string =>
  new Date(seconds * 1000).toISOString().replace('.000', '');

/** Starts that overlap are one job, read by another clock. So are starts a zone apart, unless the file has both. */
async function checkStarts(tx: Tx, { cluster, zone }: MeteringRow, { twice, moved, fewer }: Tally) {
  const { startedTwice, startMoved, moreGpus } = say().compute;
  if (twice) throw fieldError('file', startedTwice(twice.job, timeOf(twice)));
  const inBatch = async (known: Start & { jobs: number }): Promise<string> => {
    const [row] = await rowsFrom(tx, z.strictObject({ batch: z.string() }))`
      SELECT batch FROM metered_job JOIN metering ON metering.id = metering_id
      WHERE job = ${known.job} AND started_at = ${known.started_at} AND cluster = ${cluster}
        AND ${STANDS} ORDER BY batch LIMIT 1`;
    return say().compute.inBatch(row!.batch, known.jobs - 1);
  };
  if (moved) {
    const text = startMoved(moved.job, timeOf(moved), await inBatch(moved));
    throw fieldError(zone === null ? 'file' : 'zone', text);
  }
  if (fewer) {
    const { job, counted, recorded } = fewer;
    throw fieldError('file', moreGpus(job, counted, timeOf(fewer), recorded, await inBatch(fewer)));
  }
}

const seenOf = (pledge: string, standing: readonly Standing[]): string =>
  `${pledge}.${createHash('sha256')
    .update(standing.map(({ id }) => id).join())
    .digest('base64url')
    .slice(0, 16)}`;

/** Others wait until the commit, so no hour counts twice. */
export async function planMetering(ctx: Context, tx: Tx, id: string, seen?: string) {
  await lockText(tx, 'metering');
  const read = await findRead(tx, id);
  const { metering: file, ref } = read;
  const { row, asset } = await findMetered(tx, ref);
  const { days: counting, imported } = await countingOf(tx, row);
  const recorded = await standingOf(tx);
  const standing = recorded.filter(({ cluster }) => cluster === file.cluster);
  checkAlike(file, standing);
  // A table of jobs has models by their own names; Slurm's types are in small letters.
  const types = [
    asset.code,
    ...Object.entries(file.models)
      .filter(([, model]) => model === asset.code)
      .map(([type]) => type),
  ];
  const asked = {
    meteringId: id,
    days: counting,
    types,
    standing: standing.map((one) => one.id),
    others: recorded.filter((one) => !standing.includes(one)).map((one) => one.id),
  };
  const tally = await tallyJobs(tx, asked, file.tally);
  const whole = tally.turns.filter(({ what }) => what === 'whole');
  if (gpuSecondsOf(whole) > MAX_QUANTITY) throw fieldError('file', say().compute.overSeconds);
  await checkNotElsewhere(tx, file, tally);
  await checkStarts(tx, file, tally);
  const opened = await openPledge(tx, await lockPledge(tx, ref));
  const now = seenOf(opened.seen, standing);
  if (seen !== undefined && seen !== now) throw conflict(say().compute.changedSince);
  const isUse = row.measuredBy === 'reservation';
  const after = structuredClone(opened.book);
  const fresh = spread(tally.turns.filter(({ what }) => what === 'fresh'));
  const days = Array.from(fresh, ([day, gpuSeconds]) => {
    const on = dayOf(day);
    checkNotInFuture(on, ctx.now(), 'file');
    const moves = isUse
      ? []
      : planMoves(after, { verb: 'receive', quantity: gpuSeconds, on, excess: true });
    for (const move of moves) applyMove(after, move);
    return { on, gpuSeconds, moves };
  });
  return {
    ...read,
    asked,
    tally,
    model: asset.code,
    isUse,
    opened,
    days,
    imported,
    after,
    seen: now,
  };
}
