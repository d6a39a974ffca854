import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { emptyHoldings, type Holding, type Terms } from '../domain/book.ts';
import { today, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { MAX_QUANTITY } from '../domain/quantity.ts';
import type { Place, Stage } from '../domain/stage.ts';
import { findInitiative } from '../initiative/read.ts';
import { SOURCES } from '../rates/reference.ts';
import { shownGiver } from './giver.ts';
import { acceptedTerms, type PledgeRow } from './terms.ts';

/** One accepted pledge as the public may see it. */
export interface PledgeView {
  row: PledgeRow;
  /** The initiative's. */
  currency: string;
  terms: Terms;
  /** Null, and with it the site and the provider, unless the pledge shows its giver. */
  giver: string | null;
  site: string | null;
  provider: string | null;
  /** Where its reference rate is from, when an admin gave it. */
  adminRate: typeof schema.adminRate.$inferSelect | null;
  /** The day of the acceptance that fixed the rate: the last one, where an earlier was taken back. */
  acceptedOn: Day;
  stages: Record<Stage, Holding>;
}

/** More entries than a ledger ever has: the view is of all of them. */
const ALL_ENTRIES = MAX_QUANTITY;

/**
 * A pledge after the first `size` entries of the ledger, or after all of them. Throws `not-found`
 * for one that is not accepted.
 */
export async function viewPledge(
  reader: Db | Tx,
  ref: string,
  size = ALL_ENTRIES,
): Promise<PledgeView> {
  const { pledge, signatory, site, adminRate } = schema;
  const [found] = await reader
    .select({
      row: pledge,
      name: signatory.name,
      isPublic: signatory.public,
      status: signatory.status,
      site: site.name,
      adminRate,
    })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .leftJoin(site, eq(site.code, pledge.site))
    .leftJoin(
      adminRate,
      and(
        eq(pledge.rateSource, SOURCES.admin),
        eq(adminRate.currency, pledge.asset),
        eq(adminRate.ratedOn, pledge.rateOn),
      ),
    )
    .where(and(eq(pledge.ref, ref), eq(pledge.status, 'accepted')));
  const initiative = found && (await findInitiative(reader));
  if (!initiative) throw new DomainError('not-found', `There is no public pledge ${ref}.`);
  const { row } = found;
  const giver = shownGiver({ ...found, visibility: row.visibility });
  return {
    row,
    currency: initiative.currency,
    terms: acceptedTerms(row, initiative.currency),
    giver,
    site: giver === null ? null : found.site,
    provider: giver === null ? null : row.provider,
    adminRate: found.adminRate,
    acceptedOn: await acceptedOn(reader, row, size),
    stages: await standingOf(reader, row.id, size),
  };
}

async function acceptedOn(
  reader: Db | Tx,
  { id, createdAt }: PledgeRow,
  size: bigint,
): Promise<Day> {
  const { movement } = schema;
  const [last] = await reader
    .select({ on: movement.occurredOn })
    .from(movement)
    .where(and(eq(movement.pledgeId, id), eq(movement.verb, 'pledge'), lt(movement.seq, size)))
    .orderBy(desc(movement.seq))
    .limit(1);
  return last?.on ?? today(createdAt);
}

/** What stands in each stage of a pledge, summed by the database. */
async function standingOf(
  reader: Db | Tx,
  pledgeId: string,
  size: bigint,
): Promise<Record<Stage, Holding>> {
  const stages = emptyHoldings();
  const rows = rowsOf<{ stage: Place; quantity: string; base: string }>(
    await reader.execute(sql`
      SELECT place.stage, sum(sign * quantity)::text AS quantity, sum(sign * base)::text AS base
      FROM movement
      CROSS JOIN LATERAL (VALUES (to_stage, 1), (from_stage, -1)) AS place (stage, sign)
      WHERE pledge_id = ${pledgeId} AND seq < ${size}
      GROUP BY place.stage`),
  );
  for (const { stage, quantity, base } of rows) {
    if (stage === 'outside') continue;
    stages[stage] = { quantity: BigInt(quantity), base: BigInt(base) };
  }
  return stages;
}
