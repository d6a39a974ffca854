import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import type { Tx } from '../db/db.ts';
import { gpuUse } from '../db/compute.ts';
import { namesChanged } from '../db/names.ts';
import { updateOne } from '../db/prepared.ts';
import { pledge } from '../db/schema.ts';
import { isGpu } from '../domain/asset.ts';
import { collector } from '../domain/collect-errors.ts';
import { checkNotInFuture, today, type Day } from '../domain/day.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { formatGpuHours, parseGpuHours } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { day, decimal, line } from '../http/text.ts';
import type { UseCaseOn } from '../use-case.ts';
import { lockPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';

/** Null: 30 days after the end of each window. */
export const extendInput = z.strictObject({
  until: day.nullable(),
  reason: line(300).describe('The history keeps it.'),
});

type ExtendInput = z.infer<typeof extendInput>;

/** A file of a year has no more. */
const MOST_DAYS = 400;

export const useInput = z.strictObject({
  days: z
    .array(z.strictObject({ on: day, gpuHours: decimal }))
    .min(1, { error: () => say().pledges.noDays })
    .max(MOST_DAYS, { error: () => say().pledges.tooManyDays(MOST_DAYS) }),
  source: line(200).describe('Where the figures are from. The history keeps it.'),
});

async function lockCompute(tx: Tx, ref: string): Promise<PledgeRow> {
  const { row } = await lockPledge(tx, ref);
  if (!isGpu(row.asset)) throw conflict(say().pledges.isMoney(ref));
  if (row.status !== 'accepted') throw conflict(say().pledges.notAccepted(ref, row.status));
  return row;
}

export const extendDelivery: UseCaseOn<ExtendInput> = (ctx, actor, key, ref, input) => {
  const deed = { right: 'record', act: 'pledge.extend', object: ref, facts: input } as const;
  const { until } = input;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const row = await lockCompute(tx, ref);
    if (until !== null && until <= today(ctx.now())) {
      throw fieldError('until', say().pledges.notLater);
    }
    await updateOne(tx, pledge, row.id, { expectedUntil: until });
    await namesChanged(tx);
    return { status: 201, body: { ref, expectedUntil: until } };
  });
};

/** Keeps the GPU-seconds that jobs used on one or more days, in place of earlier figures. */
export async function keepUse(tx: Tx, pledgeId: string, days: ReadonlyMap<Day, bigint>) {
  await tx
    .insert(gpuUse)
    .values([...days].map(([usedOn, gpuSeconds]) => ({ pledgeId, usedOn, gpuSeconds })))
    .onConflictDoUpdate({
      target: [gpuUse.pledgeId, gpuUse.usedOn],
      set: { gpuSeconds: sql`excluded.gpu_seconds` },
    });
  await namesChanged(tx);
}

const usedSeconds = (gpuHours: string, field: string): bigint =>
  /^0(\.0{1,2})?$/.test(gpuHours) ? 0n : parseGpuHours(gpuHours, field);

/** Shown next to the delivered hours, and in no total. Throws `conflict` for a pledge that is measured by jobs. */
export const stateUse: UseCaseOn<z.infer<typeof useInput>> = (ctx, actor, key, ref, input) => {
  const { days, source } = input;
  const check = collector();
  const seconds = new Map<string, bigint>();
  days.forEach(({ on, gpuHours }, index) => {
    const place = `days[${index}]`;
    if (seconds.has(on)) check.refuse(`${place}.on`, say().pledges.twice);
    check.attempt(() => checkNotInFuture(on, ctx.now(), `${place}.on`));
    seconds.set(on, check.attempt(() => usedSeconds(gpuHours, `${place}.gpuHours`)) ?? 0n);
  });
  check.done();
  const gpuHours = formatGpuHours([...seconds.values()].reduce((sum, part) => sum + part, 0n));
  const facts = { days: seconds.size, gpuHours, source };
  const deed = { right: 'record', act: 'pledge.use', object: ref, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const { id, measuredBy } = await lockCompute(tx, ref);
    if (measuredBy !== 'reservation') throw conflict(say().pledges.measuredByJobs(ref));
    await keepUse(tx, id, seconds);
    return { status: 201, body: { ref, days: seconds.size, gpuHours } };
  });
};
