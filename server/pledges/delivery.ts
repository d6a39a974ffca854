import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { gpuUse } from '../db/compute.ts';
import { namesChanged } from '../db/names.ts';
import * as schema from '../db/schema.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { isGpu } from '../domain/asset.ts';
import { collector } from '../domain/collect-errors.ts';
import { checkNotInFuture, today, type Day } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { formatGpuHours, parseGpuHours } from '../domain/quantity.ts';
import { day, decimal, line } from '../http/text.ts';
import { lockPledge, type PledgeRow } from './terms.ts';

/** Until when what windows have not brought is still expected; null: for 30 days after each of them. */
export const extendInput = z.strictObject({
  until: day.nullable(),
  reason: line(300).describe('The history keeps it.'),
});
export type ExtendInput = z.infer<typeof extendInput>;

/** More days are more than a file of a year and a leap day has. */
const MOST_DAYS = 400;

export const useInput = z.strictObject({
  days: z
    .array(z.strictObject({ on: day, gpuHours: decimal }))
    .min(1, 'must not be empty')
    .max(MOST_DAYS, `has more than ${MOST_DAYS} days`),
  source: line(200).describe('Where the figures are from. The history keeps it.'),
});
export type UseInput = z.infer<typeof useInput>;

async function lockCompute(tx: Tx, ref: string): Promise<PledgeRow> {
  const { row } = await lockPledge(tx, ref);
  if (!isGpu(row.asset)) throw new DomainError('conflict', `Pledge ${ref} is of money.`);
  if (row.status !== 'accepted') {
    throw new DomainError('conflict', `Pledge ${ref} is ${row.status}: nothing of it is due.`);
  }
  return row;
}

/**
 * Expects what a pledge's windows have not brought until another day: it is no shortfall up to then. It
 * moves nothing. Throws `conflict` for money and for what is not accepted, and `invalid-input` for a day
 * that has passed.
 */
export const extendDelivery = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  { until, reason }: ExtendInput,
): Promise<Answer> => {
  const deed = { right: 'record', act: 'pledge.extend', object: ref } as const;
  return writeAs(ctx, actor, key, { ...deed, facts: { until, reason } }, async (tx) => {
    const row = await lockCompute(tx, ref);
    if (until !== null && until <= today(ctx.now())) throw fieldError('until', 'has passed');
    await tx
      .update(schema.pledge)
      .set({ expectedUntil: until })
      .where(eq(schema.pledge.id, row.id));
    await namesChanged(tx);
    return { status: 201, body: { ref, expectedUntil: until } };
  });
};

/** Keeps the GPU-seconds that jobs used of a pledge, for at least one day: what was known of it gives way. */
export async function keepUse(
  tx: Tx,
  pledgeId: string,
  days: ReadonlyMap<Day, bigint>,
): Promise<void> {
  await tx
    .insert(gpuUse)
    .values([...days].map(([usedOn, gpuSeconds]) => ({ pledgeId, usedOn, gpuSeconds })))
    .onConflictDoUpdate({
      target: [gpuUse.pledgeId, gpuUse.usedOn],
      set: { gpuSeconds: sql`excluded.gpu_seconds` },
    });
  await namesChanged(tx);
}

/** GPU-seconds of hours, of which there may be none. */
const usedSeconds = (gpuHours: string, field: string): bigint =>
  /^0(\.0{1,2})?$/.test(gpuHours) ? 0n : parseGpuHours(gpuHours, field);

/**
 * Says what jobs used of the hours that a pledge keeps available, day by day: another figure for a day
 * takes the place of the first. It is shown beside what was delivered and is in no total. Throws
 * `conflict` for a pledge whose jobs are themselves what counts.
 */
export const stateUse = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  ref: string,
  { days, source }: UseInput,
): Promise<Answer> => {
  const check = collector();
  const seconds = new Map<string, bigint>();
  days.forEach(({ on, gpuHours }, index) => {
    const place = `days[${index}]`;
    if (seconds.has(on)) check.refuse(`${place}.on`, 'is there twice');
    check.attempt(() => checkNotInFuture(on, ctx.now(), `${place}.on`));
    seconds.set(on, check.attempt(() => usedSeconds(gpuHours, `${place}.gpuHours`)) ?? 0n);
  });
  check.done();
  const gpuHours = formatGpuHours([...seconds.values()].reduce((sum, part) => sum + part, 0n));
  const facts = { days: seconds.size, gpuHours, source };
  const deed = { right: 'record', act: 'pledge.use', object: ref, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const { id, measuredBy } = await lockCompute(tx, ref);
    if (measuredBy !== 'reservation') {
      throw new DomainError(
        'conflict',
        `Of pledge ${ref} the hours of jobs are delivered: record them as received.`,
      );
    }
    await keepUse(tx, id, seconds);
    return { status: 201, body: { ref, days: seconds.size, gpuHours } };
  });
};
