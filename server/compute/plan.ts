import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { lockText, rowsOf } from '../db/sql.ts';
import { applyMove, type Book, type Move } from '../domain/pledge-book.ts';
import { checkNotInFuture, dayOf, type Day } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { MAX_QUANTITY } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { lockPledge, openPledge, type OpenPledge } from '../pledges/open-pledge.ts';
import {
  daysOf,
  findMetered,
  findRead,
  type MeteredPledge,
  type MeteringRow,
  type ReadFile,
} from './metered-pledge.ts';
import { gpuSecondsOf, spread } from './spread.ts';
import { tallyJobs, type Start, type Tally } from './sum-jobs.ts';
import { canonicalZone } from './zone.ts';

/** What would be received on a day; nothing moves where hours are only used. */
export interface MeteredDay {
  on: Day;
  gpuSeconds: bigint;
  moves: Move[];
}

export interface PlannedMetering extends ReadFile {
  tally: Tally;
  /** The pledge's model of GPU. */
  model: string;
  /** The hours are use of hours kept available, and add nothing. */
  isUse: boolean;
  opened: OpenPledge;
  days: MeteredDay[];
  /** Days with imported hours: nothing else counts on them. */
  imported: readonly number[];
  after: Book;
  seen: string;
}

/** A metering that counts: recorded, and not undone. */
type Standing = Pick<MeteringRow, 'id' | 'cluster' | 'zone' | 'rawIds'>;

const STANDS: SQL = sql`metering.batch IS NOT NULL AND NOT EXISTS (
  SELECT FROM movement AS moved JOIN movement AS back ON back.reverses = moved.seq
  WHERE moved.batch = metering.batch)`;

async function standingOf(tx: Tx): Promise<Standing[]> {
  return rowsOf(
    await tx.execute(sql`
      SELECT id, cluster, zone, raw_ids AS "rawIds" FROM metering WHERE ${STANDS} ORDER BY id`),
    z.strictObject({
      id: z.string(),
      cluster: z.string(),
      zone: z.string().nullable(),
      rawIds: z.boolean(),
    }),
  );
}

/** The days on which jobs count. Imported hours name no jobs, so on their days they may include each job. */
async function countingOf(tx: Tx, { row }: MeteredPledge) {
  const [found] = rowsOf(
    await tx.execute(sql`
      SELECT (${daysOf(row)}::int8multirange
          - coalesce(range_agg(int8range(day * 86400, (day + 1) * 86400)), '{}'))::text AS days,
        coalesce(json_agg(day), '[]') AS imported
      FROM (
        SELECT DISTINCT (occurred_on - DATE '1970-01-01')::bigint AS day FROM movement
        WHERE pledge_id = ${row.id} AND verb = 'receive' AND grade = 'metered'
          AND NOT EXISTS (SELECT FROM metering WHERE metering.batch = movement.batch)
          AND NOT EXISTS (SELECT FROM movement AS back WHERE back.reverses = movement.seq)) AS received`),
    z.strictObject({ days: z.string(), imported: z.array(z.number()) }),
  );
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

/** A job counts once per cluster. Under another cluster's name it would count again. */
async function checkNotElsewhere(
  tx: Tx,
  { cluster, sha256, counts }: ReadFile['metering'],
  { elsewhere }: Tally,
): Promise<void> {
  if (counts.otherClusters > 0) return;
  const [same] = rowsOf(
    await tx.execute(sql`
      SELECT cluster, batch FROM metering
      WHERE sha256 = ${sha256} AND cluster <> ${cluster} AND ${STANDS} ORDER BY id LIMIT 1`),
    z.strictObject({ cluster: z.string(), batch: z.string() }),
  );
  const other = same ?? elsewhere;
  if (!other) return;
  const jobs = same ? 'all' : elsewhere!.jobs;
  throw new DomainError('conflict', say().compute.otherCluster(jobs, other.cluster, other.batch));
}

const timeOf = ({ started_at: seconds }: Start): string =>
  new Date(seconds * 1000).toISOString().replace('.000', '');

/** Starts whose runs overlap are one job, read by another clock. So are starts a zone apart, unless the file has both. */
async function checkStarts(
  tx: Tx,
  { cluster, zone }: MeteringRow,
  { twice, moved, fewer }: Tally,
): Promise<void> {
  const { startedTwice, startMoved, moreGpus } = say().compute;
  if (twice) throw fieldError('file', startedTwice(twice.job, timeOf(twice)));
  const inBatch = async (known: Start & { jobs: number }): Promise<string> => {
    const [row] = rowsOf(
      await tx.execute(sql`
        SELECT batch FROM metered_job JOIN metering ON metering.id = metering_id
        WHERE job = ${known.job} AND started_at = ${known.started_at} AND cluster = ${cluster}
          AND ${STANDS} ORDER BY batch LIMIT 1`),
      z.strictObject({ batch: z.string() }),
    );
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

/** What a plan depends on: the pledge, and the cluster's recorded files. */
const seenOf = (pledge: string, standing: readonly Standing[]): string =>
  `${pledge}.${createHash('sha256')
    .update(standing.map(({ id }) => id).join())
    .digest('base64url')
    .slice(0, 16)}`;

/**
 * With `keeps`, writes which hours the file takes. Others wait until the commit, so no hour counts twice; the pledge is
 * locked after the sum. Throws `conflict` for another plan than `seen`, and `invalid-input` for contradictions.
 */
export async function planMetering(
  ctx: Context,
  tx: Tx,
  id: string,
  { keeps, seen }: { keeps: boolean; seen?: string | undefined },
): Promise<PlannedMetering> {
  await lockText(tx, 'metering');
  const read = await findRead(tx, id);
  const { metering, ref } = read;
  const pledge = await findMetered(tx, ref);
  const { row, asset } = pledge;
  const { days: counting, imported } = await countingOf(tx, pledge);
  const recorded = await standingOf(tx);
  const standing = recorded.filter(({ cluster }) => cluster === metering.cluster);
  checkAlike(metering, standing);
  // A table of jobs has models by their own names; Slurm's types are in small letters.
  const types = [
    asset.code,
    ...Object.entries(metering.models)
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
  const tally = await tallyJobs(tx, asked, keeps);
  checkBounded(tally);
  await checkNotElsewhere(tx, metering, tally);
  await checkStarts(tx, metering, tally);
  const opened = await openPledge(tx, await lockPledge(tx, ref));
  const now = seenOf(opened.seen, standing);
  if (seen !== undefined && seen !== now) {
    throw new DomainError('conflict', say().compute.changedSince);
  }
  const isUse = row.measuredBy === 'reservation';
  const after = structuredClone(opened.book);
  const days = daysToReceive(tally).map(([on, gpuSeconds]) => {
    checkNotInFuture(on, ctx.now(), 'file');
    const moves = isUse
      ? []
      : planMoves(after, { verb: 'receive', quantity: gpuSeconds, on, excess: true });
    for (const move of moves) applyMove(after, move);
    return { on, gpuSeconds, moves };
  });
  return { ...read, tally, model: asset.code, isUse, opened, days, imported, after, seen: now };
}

function checkBounded({ turns }: Tally): void {
  if (gpuSecondsOf(turns.filter(({ what }) => what === 'whole')) > MAX_QUANTITY) {
    throw fieldError('file', say().compute.overSeconds);
  }
}

const daysToReceive = ({ turns }: Tally): [on: Day, gpuSeconds: bigint][] =>
  [...spread(turns.filter(({ what }) => what === 'fresh'))].map(([day, gpuSeconds]) => [
    dayOf(day),
    gpuSeconds,
  ]);
