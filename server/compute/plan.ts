import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { lockText, rowsOf } from '../db/sql.ts';
import { applyMove, type Book, type Move } from '../domain/pledge-book.ts';
import { checkNotInFuture, dayOf, type Day } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { MAX_QUANTITY } from '../domain/quantity.ts';
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

/** What would be received on a day. Hours that are kept available are only used. */
export interface MeteredDay {
  on: Day;
  gpuSeconds: bigint;
  moves: Move[];
}

export interface PlannedMetering extends ReadFile {
  tally: Tally;
  /** The file's types that are of the pledge's model. */
  model: string;
  /** The hours are use of what is kept available, and add nothing. */
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
  const rows = rowsOf<Omit<Standing, 'rawIds'> & { raw_ids: boolean }>(
    await tx.execute(sql`
      SELECT id, cluster, zone, raw_ids FROM metering WHERE ${STANDS} ORDER BY id`),
  );
  return rows.map(({ raw_ids: rawIds, ...row }) => ({ ...row, rawIds }));
}

/** The days on which jobs count. Imported hours name no jobs, so on their days each job may be among them. */
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

/** Files of one cluster must name id and start in one way, or a job would count twice. */
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

/** A job counts once per cluster. Under another cluster's name it would count again. */
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
 * Two starts whose runs overlap are one job, read with another clock. Short jobs don't overlap but are a zone apart;
 * if the file has both, the job was requeued.
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

/** What a plan depends on: the pledge, and what else is recorded of the cluster. */
const seenOf = (pledge: string, standing: readonly Standing[]): string =>
  `${pledge}.${createHash('sha256')
    .update(standing.map(({ id }) => id).join())
    .digest('base64url')
    .slice(0, 16)}`;

/**
 * Works out what recording a file would do; with `keeps`, writes which hours it takes. Others wait until the commit,
 * so no hour counts twice. The pledge is locked after the sum. Throws `conflict` for another plan than was `seen` or
 * another cluster's jobs, and `invalid-input` for jobs that can't be so.
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
