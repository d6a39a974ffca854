import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { lockText, rowsOf } from '../db/sql.ts';
import { applyMove, type Book, type Move } from '../domain/book.ts';
import { checkNotInFuture, dayOf, type Day } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { MAX_QUANTITY } from '../domain/quantity.ts';
import { lockPledge, openPledge, type OpenPledge } from '../pledges/terms.ts';
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

/** What would be received on a day; of hours that are kept available nothing is, as jobs only use them. */
export interface MeteredDay {
  on: Day;
  gpuSeconds: bigint;
  moves: Move[];
}

/** A file with what recording it would do, worked out and checked. */
export interface PlannedMetering extends ReadFile {
  tally: Tally;
  /** The pledge's model, and the file's types that are of it. */
  model: string;
  /** Its hours are use of those that are kept available, shown beside what was delivered and added to nothing. */
  isUse: boolean;
  opened: OpenPledge;
  days: MeteredDay[];
  /** Days of which nothing counts, for their metered hours were imported: since 1970-01-01 UTC. */
  imported: readonly number[];
  /** The book after it. */
  after: Book;
  seen: string;
}

/** A metering that counts: recorded, and its batch not taken back since. */
type Standing = Pick<MeteringRow, 'id' | 'cluster' | 'zone' | 'rawIds'>;

const STANDS: SQL = sql`metering.batch IS NOT NULL AND NOT EXISTS (
  SELECT FROM movement AS moved JOIN movement AS back ON back.reverses = moved.seq
  WHERE moved.batch = metering.batch)`;

async function standingOf(tx: Tx): Promise<Standing[]> {
  const rows = rowsOf<Omit<Standing, 'rawIds'> & { raw_ids: boolean }>(
    await tx.execute(sql`
      SELECT id, cluster, zone, raw_ids FROM metering WHERE ${STANDS} ORDER BY id`),
  );
  return rows.map(({ raw_ids: rawIds, ...row }) => ({ ...row, rawIds }));
}

/**
 * The pledge's days as far as jobs count on them. Which jobs' the hours are that were metered elsewhere and
 * imported is not known: on their days each one may be among them.
 */
async function countingOf(
  tx: Tx,
  { row }: MeteredPledge,
): Promise<{ days: string; imported: readonly number[] }> {
  const [found] = rowsOf<{ days: string; imported: number[] }>(
    await tx.execute(sql`
      SELECT (${daysOf(row)}::int8multirange
          - coalesce(range_agg(int8range(day * 86400, (day + 1) * 86400)), '{}'))::text AS days,
        coalesce(json_agg(day), '[]') AS imported
      FROM (
        SELECT DISTINCT (occurred_on - DATE '1970-01-01')::bigint AS day FROM movement
        WHERE pledge_id = ${row.id} AND verb = 'receive' AND grade = 'metered'
          AND NOT EXISTS (SELECT FROM metering WHERE metering.batch = movement.batch)
          AND NOT EXISTS (SELECT FROM movement AS back WHERE back.reverses = movement.seq)) AS received`),
  );
  return found!;
}

/**
 * A job is known by its id and its start: files of one cluster must tell both in one way, else a job
 * would be counted once in each.
 */
function checkAlike({ cluster, zone, rawIds }: MeteringRow, standing: readonly Standing[]): void {
  const other = standing.find(
    (one) => zone !== null && one.zone !== null && canonicalZone(one.zone) !== canonicalZone(zone),
  );
  if (other) {
    throw fieldError(
      'zone',
      `what is recorded of ${cluster} was read in ${other.zone}: read it so, or take that back first`,
    );
  }
  if (standing.some((one) => one.rawIds !== rawIds)) {
    const column = rawIds ? 'JobID' : 'JobIDRaw';
    throw fieldError('file', `what is recorded of ${cluster} was read by the column ${column}`);
  }
}

/**
 * A job counts once within its cluster: under another name of it all would count again. Where rows that
 * name another cluster were left out, the rest is of this one.
 */
async function checkNotElsewhere(
  tx: Tx,
  { cluster, sha256, counts }: ReadFile['metering'],
  { elsewhere }: Tally,
): Promise<void> {
  if (counts.otherClusters > 0) return;
  const [same] = rowsOf<{ cluster: string; batch: string }>(
    await tx.execute(sql`
      SELECT cluster, batch FROM metering
      WHERE sha256 = ${sha256} AND cluster <> ${cluster} AND ${STANDS} ORDER BY id LIMIT 1`),
  );
  const other = same ?? elsewhere;
  if (!other) return;
  const jobs = elsewhere?.jobs ?? 0;
  const what = same
    ? 'This file is'
    : `${jobs} of the jobs in this file ${jobs === 1 ? 'is' : 'are'}`;
  throw new DomainError(
    'conflict',
    `${what} recorded of cluster ${other.cluster}, as batch ${other.batch}: read it as of that cluster, or take the batch back first.`,
  );
}

const timeOf = ({ started_at: seconds }: Start): string =>
  new Date(seconds * 1000).toISOString().replace('.000', '');

/**
 * A job runs once at a time: two starts of it whose runs overlap are one, of which a clock was read in
 * another way. A short job's do not overlap, but are as far off as zones are; where the file tells both it
 * was requeued.
 */
async function checkStarts(
  tx: Tx,
  { cluster, zone }: MeteringRow,
  { twice, moved, fewer }: Tally,
): Promise<void> {
  if (twice) {
    throw fieldError(
      'file',
      `says of job ${twice.job} that it began anew at ${timeOf(twice)}, while it ran: where clocks were turned back, export with SLURM_TIME_FORMAT=%s; else take the wrong row out`,
    );
  }
  const asBatch = async (known: Start & { jobs: number }): Promise<string> => {
    const [{ batch }] = rowsOf<{ batch: string }>(
      await tx.execute(sql`
        SELECT batch FROM metered_job JOIN metering ON metering.id = metering_id
        WHERE job = ${known.job} AND started_at = ${known.started_at} AND cluster = ${cluster}
          AND ${STANDS} ORDER BY batch LIMIT 1`),
    ) as [{ batch: string }];
    return `as batch ${batch}${known.jobs > 1 ? `, and ${known.jobs - 1} more are so` : ''}`;
  };
  if (moved) {
    throw fieldError(
      zone === null ? 'file' : 'zone',
      `job ${moved.job} is recorded with another start, ${timeOf(moved)}, ${await asBatch(moved)}: read the file as that one was, or take the batch back first. Of a job that was requeued, export all starts`,
    );
  }
  if (fewer) {
    throw fieldError(
      'file',
      `says that job ${fewer.job} had ${fewer.counted} GPUs from ${timeOf(fewer)} on. It is recorded with ${fewer.recorded}, ${await asBatch(fewer)}: take the batch back first`,
    );
  }
}

/** What a plan was worked out from: the pledge as it was, and what else of the cluster was recorded. */
const seenOf = (pledge: string, standing: readonly Standing[]): string =>
  `${pledge}.${createHash('sha256')
    .update(standing.map(({ id }) => id).join())
    .digest('base64url')
    .slice(0, 16)}`;

/**
 * Works out what recording a file would do, and with `keeps` writes down which hours of which jobs that
 * is. Whoever else works on a file waits until the commit: no hour is recorded twice. The pledge is
 * locked once all is added up. Throws `conflict` where it would be another plan than was `seen`, and where
 * its jobs are recorded of another cluster; `invalid-input` where they ran in the future, run twice at
 * once, are told otherwise than those before, or come to more than an amount may be.
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
  const types = Object.entries(metering.models)
    .filter(([, model]) => model === asset.code)
    .map(([type]) => type);
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
    throw new DomainError(
      'conflict',
      'The pledge has moved, or more of the cluster was recorded, since you looked at it.',
    );
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

/** As amounts that are typed by hand are. */
function checkBounded({ turns }: Tally): void {
  if (gpuSecondsOf(turns.filter(({ what }) => what === 'whole')) > MAX_QUANTITY) {
    throw fieldError('file', 'says over 10^15 GPU-seconds');
  }
}

const daysToReceive = ({ turns }: Tally): [on: Day, gpuSeconds: bigint][] =>
  [...spread(turns.filter(({ what }) => what === 'fresh'))].map(([day, gpuSeconds]) => [
    dayOf(day),
    gpuSeconds,
  ]);
