import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import * as tables from '../db/compute.ts';
import { rowsOf } from '../db/sql.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { dayOf, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { formatGpuHours } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { keepUse } from '../pledges/delivery.ts';
import { lockPledge } from '../pledges/open-pledge.ts';
import { noFile, refOf } from './metered-pledge.ts';
import type { TakeBackInput } from './schemas.ts';
import { spread } from './spread.ts';
import { turnOf, turnsOf } from './sum-jobs.ts';

/** GPU-seconds of a day in all of a pledge's recorded files, and in one file. */
interface DayOfUse {
  on: Day;
  all: bigint;
  own: bigint;
}

/** The use on a file's days, from the jobs alone: a figure that was stated for such a day counts the same jobs. */
async function useOf(tx: Tx, pledgeId: string, id: string): Promise<DayOfUse[]> {
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
  return [...own].map(([day, gpuSeconds]) => ({
    on: dayOf(day),
    all: all.get(day)!,
    own: gpuSeconds,
  }));
}

export async function keepFileUse(tx: Tx, pledgeId: string, id: string): Promise<void> {
  const days = await useOf(tx, pledgeId, id);
  await keepUse(tx, pledgeId, new Map(days.map(({ on, all }) => [on, all])));
}

/** Undoes a file whose hours are use. Throws `not-found`, and `conflict` where its hours were delivered. */
export async function takeFileBack(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  id: string,
  { reason }: TakeBackInput,
): Promise<Answer> {
  requireRight(actor, 'record');
  const { metering } = tables;
  return write(ctx, key, async (tx) => {
    const object = await refOf(tx, id);
    const facts = { metering: id, reason };
    await audit(tx, ctx, actor, { act: 'pledge.unmeter', object, facts });
    const { row } = await lockPledge(tx, object);
    const [found] = await tx.select().from(metering).where(eq(metering.id, id));
    if (!found?.batch) throw noFile();
    if (row.measuredBy !== 'reservation') {
      throw new DomainError('conflict', say().compute.deliversHours(object, found.batch));
    }
    const days = await useOf(tx, row.id, id);
    await keepUse(tx, row.id, new Map(days.map(({ on, all, own }) => [on, all - own])));
    await tx.delete(metering).where(eq(metering.id, id));
    const gpuSeconds = days.reduce((sum, { own }) => sum + own, 0n);
    return {
      status: 201,
      body: {
        ref: object,
        days: days.length,
        gpuSeconds: gpuSeconds.toString(),
        gpuHours: formatGpuHours(gpuSeconds),
      },
    };
  });
}
