import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import * as tables from '../db/compute.ts';
import type { Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { updateOne } from '../db/prepared.ts';
import { rowsOf } from '../db/sql.ts';
import { write, type Answer } from '../db/write.ts';
import { dayOf } from '../domain/day.ts';
import { conflict } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { append } from '../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { keepUse } from '../pledges/delivery.ts';
import { lockPledge } from '../pledges/open-pledge.ts';
import { evidenceRow, movementEntries } from '../pledges/record.ts';
import type { UseCaseOn } from '../use-case.ts';
import { hoursOf } from './answers.ts';
import { refOf, noFile } from './metered-pledge.ts';
import { planMetering } from './plan.ts';
import { reportOf } from './report.ts';
import type { TakeBackInput } from './schemas.ts';
import { spread } from './spread.ts';
import { keepJobs, turnOf, turnsOf } from './sum-jobs.ts';

export async function previewMetering(ctx: Context, actor: Actor, id: string) {
  requireRight(actor, 'record');
  return ctx.metering(() => ctx.db.transaction((tx) => planMetering(ctx, tx, id)));
}

/** Makes a batch of receipts, or keeps the use. Throws `conflict` where nothing is new or the plan isn't `seen`. */
export const recordMetering: UseCaseOn<string | undefined> = (ctx, actor, key, id, seen) => {
  requireRight(actor, 'record');
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const record = async (tx: Tx): Promise<Answer> => {
    const object = await refOf(tx, id);
    await audit(tx, ctx, actor, { act: 'pledge.meter', object, facts: { batch } });
    const planned = await planMetering(ctx, tx, id, seen);
    const { metering, opened, days, isUse } = planned;
    if (days.length === 0) throw conflict(say().compute.nothingNew);
    await keepJobs(tx, planned.asked, planned.tally);
    await updateOne(tx, tables.metering, id, { batch, tally: null });
    await tx.delete(tables.meteringBlock).where(eq(tables.meteringBlock.meteringId, id));
    const evidence = {
      note: `jobs, SHA-256 ${metering.sha256.toString('hex')}`,
      reference: metering.cluster,
    };
    await tx.insert(schema.evidence).values(evidenceRow(batch, evidence, opened.row.asset));
    const entries = days.flatMap(({ on, moves }) =>
      movementEntries(opened.row, { batch, moves, on, grade: 'metered' }),
    );
    if (isUse) await keepFileUse(tx, opened.row.id, id);
    else await append(tx, entries, ctx);
    const { counted } = reportOf(planned);
    const body = { batch, movements: entries.length, ...hoursOf(counted.gpuSeconds) };
    return { status: 201, body };
  };
  return ctx.metering(() => write(ctx, key, record));
};

/** GPU-seconds on a file's days. From the jobs alone: a figure that was stated for such a day counts the same jobs. */
async function useOf(tx: Tx, pledgeId: string, id: string) {
  const spans = sql`
    SELECT own, gpus, lower(span) AS began, upper(span) AS ended
    FROM (
      SELECT metering_id = ${id} AS own, gpus, unnest(ran) AS span FROM metered_job
      WHERE metering_id IN (
        SELECT id FROM metering WHERE pledge_id = ${pledgeId} AND batch IS NOT NULL)) AS jobs`;
  const turns = rowsOf(
    await tx.execute(turnsOf(sql`own`, spans)),
    z.strictObject({ own: z.boolean(), day: z.number(), gpus: z.string(), seconds: z.string() }),
  ).map((turn) => turnOf(turn));
  const all = spread(turns);
  const own = spread(turns.filter((turn) => turn.own));
  return Array.from(own, ([day, used]) => ({ on: dayOf(day), all: all.get(day)!, own: used }));
}

export async function keepFileUse(tx: Tx, pledgeId: string, id: string): Promise<void> {
  const days = await useOf(tx, pledgeId, id);
  await keepUse(tx, pledgeId, new Map(days.map(({ on, all }) => [on, all])));
}

export const takeFileBack: UseCaseOn<TakeBackInput> = (ctx, actor, key, id, { reason }) => {
  requireRight(actor, 'record');
  return write(ctx, key, async (tx) => {
    const object = await refOf(tx, id);
    const facts = { metering: id, reason };
    await audit(tx, ctx, actor, { act: 'pledge.unmeter', object, facts });
    const { row } = await lockPledge(tx, object);
    const [found] = await tx.select().from(tables.metering).where(eq(tables.metering.id, id));
    if (!found?.batch) throw noFile();
    if (row.measuredBy !== 'reservation') {
      throw conflict(say().compute.deliversHours(object, found.batch));
    }
    const days = await useOf(tx, row.id, id);
    await keepUse(tx, row.id, new Map(days.map(({ on, all, own }) => [on, all - own])));
    await tx.delete(tables.metering).where(eq(tables.metering.id, id));
    const gpuSeconds = days.reduce((sum, { own }) => sum + own, 0n);
    return { status: 201, body: { ref: object, days: days.length, ...hoursOf(gpuSeconds) } };
  });
};
