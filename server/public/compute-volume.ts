import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Hours, HoursByStage, MonthLine } from '../../web/data/pages.ts';
import type { Db, Tx } from '../db/db.ts';
import { rowsOf } from '../db/sql.ts';
import { IS_ACCEPTED, IS_SHOWN, stands } from '../db/standing.ts';
import { isCurrency } from '../domain/asset.ts';
import type { Holding } from '../domain/pledge-book.ts';
import type { Day } from '../domain/day.ts';
import type { Due } from '../domain/capacity/agreed-hours.ts';
import { monthAfter, spreadByMonth } from '../domain/hours-by-month.ts';
import { computeStanding, targetsOf } from '../domain/figures.ts';
import { parseGpuHours } from '../domain/quantity.ts';
import type { Stage } from '../domain/stage.ts';
import { standing, type Totals } from '../domain/totals.ts';
import type { HoursTable } from '../../web/pages/compute.tsx';

const byStage = (stages: Record<Stage, Holding>): HoursByStage => ({
  delivered: stages.received,
  committed: stages.committed,
  pledged: stages.pledged,
});

const securedOf = ({ delivered, committed }: HoursByStage): bigint =>
  delivered.base + committed.base;

const hasAny = ({ delivered, committed, pledged }: HoursByStage): boolean =>
  delivered.quantity + committed.quantity + pledged.quantity > 0n;

const mostFirst = (a: HoursByStage, b: HoursByStage): number =>
  Number(securedOf(b) - securedOf(a)) || Number(b.pledged.base - a.pledged.base);

export async function volumeOf(tx: Tx, totals: Totals): Promise<HoursTable | null> {
  const codes = [...totals.flows.keys()].filter((key) => !key.includes('/') && !isCurrency(key));
  const models = codes
    .map((name) => ({
      name,
      ...byStage(standing(totals, (asset, bought) => asset === name && !bought)),
    }))
    .filter(hasAny)
    .toSorted(mostFirst);
  if (models.length === 0) return null;
  const target = targetsOf(totals).gpuHours;
  return {
    target: target === null ? null : parseGpuHours(target),
    total: byStage(computeStanding(totals)),
    models,
    providers: await providersOf(tx),
  };
}

const sums: SQL = sql.join(
  (['received', 'committed', 'pledged'] as const).flatMap((stage) => [
    sql`sum(${stands([stage])})::text AS ${sql.identifier(stage)}`,
    sql`sum(${stands([stage], '_base')})::text AS ${sql.identifier(`${stage}_base`)}`,
  ]),
  sql`, `,
);

const GIVEN: SQL = sql`pledge.source = 'given' AND ${IS_ACCEPTED}`;

const PROVIDERS_SHOWN = 50;

const providerRow = z.strictObject({
  name: z.string().nullable(),
  received: z.string(),
  received_base: z.string(),
  committed: z.string(),
  committed_base: z.string(),
  pledged: z.string(),
  pledged_base: z.string(),
});

const hoursOf = (
  row: z.infer<typeof providerRow>,
  stage: 'received' | 'committed' | 'pledged',
): Hours => ({ quantity: BigInt(row[stage]), base: BigInt(row[`${stage}_base`]) });

/** Without a provider the giver provides it. Givers who are not shown share the line without a name. */
async function providersOf(tx: Tx): Promise<HoursTable['providers']> {
  const rows = rowsOf(
    await tx.execute(sql`
      SELECT CASE WHEN ${IS_SHOWN} THEN COALESCE(pledge.provider, signatory.name) END AS name,
        ${sums}
      FROM pledge
      JOIN standing ON standing.pledge_id = pledge.id
      JOIN signatory ON signatory.id = pledge.signatory_id
      WHERE ${GIVEN} GROUP BY 1
      ORDER BY sum(standing.received_base + standing.committed_base) DESC,
        sum(standing.pledged_base) DESC, 1`),
    providerRow,
  );
  const all = rows
    .map((row) => ({
      name: row.name,
      delivered: hoursOf(row, 'received'),
      committed: hoursOf(row, 'committed'),
      pledged: hoursOf(row, 'pledged'),
    }))
    .filter(hasAny);
  const named = all.filter(({ name }) => name !== null);
  const unnamed = all.filter(({ name }) => name === null);
  return [...named.slice(0, PROVIDERS_SHOWN), ...unnamed];
}

const NO_HOURS: Hours = { quantity: 0n, base: 0n };

/** Windows are due on their days, grants evenly over theirs. A delivery counts on its day, an undone one never. */
export async function monthsOf(
  tx: Tx,
  size: bigint,
  windows: readonly Due[],
): Promise<MonthLine[]> {
  const due = new Map<string, Hours>();
  const add = (month: string, more: Hours): void => {
    const { quantity, base } = due.get(month) ?? NO_HOURS;
    due.set(month, { quantity: quantity + more.quantity, base: base + more.base });
  };
  for (const { month, gpuSeconds, h100eGpuSeconds } of windows) {
    add(month, { quantity: BigInt(gpuSeconds), base: BigInt(h100eGpuSeconds) });
  }
  for (const { quantity, base, ...days } of await grantsOf(tx)) {
    const bases = spreadByMonth(days, base);
    for (const [month, part] of spreadByMonth(days, quantity)) {
      add(month, { quantity: part, base: bases.get(month)! });
    }
  }
  const delivered = await deliveredByMonth(tx, size);
  const known = [...due.keys(), ...delivered.keys()].toSorted();
  const [first] = known;
  const months: MonthLine[] = [];
  for (let month = first; month && month <= known.at(-1)!; month = monthAfter(month)) {
    months.push({
      month,
      due: due.get(month) ?? NO_HOURS,
      delivered: delivered.get(month) ?? NO_HOURS,
    });
  }
  return months;
}

/** Hours agreed without windows; what was received beyond the agreement was not due. */
export async function grantsOf(tx: Db | Tx): Promise<(Hours & { from: Day; to: Day })[]> {
  const rows = rowsOf(
    await tx.execute(sql`
      SELECT from_on::text AS from, to_on::text AS to,
        sum(least(${stands(['committed', 'received'])}, pledge.quantity))::text AS quantity,
        sum(div(${stands(['committed', 'received'], '_base')}::numeric
          * least(${stands(['committed', 'received'])}, pledge.quantity),
          ${stands(['committed', 'received'])}))::text AS base
      FROM pledge JOIN standing ON standing.pledge_id = pledge.id
      WHERE ${GIVEN} AND from_on IS NOT NULL AND ${stands(['committed', 'received'])} > 0
      GROUP BY from_on, to_on`),
    z.strictObject({
      from: z.string(),
      to: z.string(),
      quantity: z.string(),
      base: z.string(),
    }),
  );
  return rows.map((row) => ({ ...row, quantity: BigInt(row.quantity), base: BigInt(row.base) }));
}

const net = (measure: SQL): SQL =>
  sql`sum(CASE movement.to_stage WHEN 'received' THEN ${measure} ELSE -${measure} END)::text`;

async function deliveredByMonth(tx: Tx, size: bigint): Promise<Map<string, Hours>> {
  const rows = rowsOf(
    await tx.execute(sql`
      SELECT to_char(COALESCE(first.occurred_on, movement.occurred_on), 'YYYY-MM') AS month,
        ${net(sql`movement.quantity`)} AS quantity, ${net(sql`movement.base`)} AS base
      FROM pledge JOIN movement ON movement.pledge_id = pledge.id
      LEFT JOIN movement AS first ON first.seq = movement.reverses
      WHERE pledge.source = 'given' AND movement.seq < ${size}
        AND 'received' IN (movement.from_stage, movement.to_stage)
      GROUP BY 1 HAVING ${net(sql`movement.quantity`)} <> '0'`),
    z.strictObject({ month: z.string(), quantity: z.string(), base: z.string() }),
  );
  return new Map(
    rows.map(({ month, quantity, base }) => [
      month,
      { quantity: BigInt(quantity), base: BigInt(base) },
    ]),
  );
}
