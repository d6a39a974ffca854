import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { gpuFactor } from '../db/compute.ts';
import * as schema from '../db/schema.ts';
import { acceptedOn } from '../db/standing.ts';
import { rowsOf } from '../db/sql.ts';
import { emptyHoldings, type Holding, type Terms } from '../domain/pledge-book.ts';
import type { Day } from '../domain/day.ts';
import { publicDetails, type Details } from '../domain/details.ts';
import { DomainError } from '../domain/errors.ts';
import type { Place, Stage } from '../domain/stage.ts';
import { findInitiative } from '../initiative/read.ts';
import { SOURCES } from '../rates/reference.ts';
import { shownGiver } from './giver.ts';
import { acceptedTerms, type PledgeRow } from './terms.ts';

/** Of a pledge: the rate or the factor that its terms were given by an admin. */
export const isAdminRate = and(
  eq(schema.pledge.rateSource, SOURCES.admin),
  eq(schema.adminRate.currency, schema.pledge.asset),
  eq(schema.adminRate.ratedOn, schema.pledge.rateOn),
);
export const isGivenFactor = and(
  eq(schema.pledge.rateSource, SOURCES.h100),
  eq(gpuFactor.model, schema.pledge.asset),
  eq(gpuFactor.holdsFrom, schema.pledge.rateOn),
);

/** What an admin gave as the source of a rate. */
export interface GivenSource {
  source: string;
  url: string | null;
}

/** One accepted pledge as the public may see it. */
export interface PledgeView {
  row: PledgeRow;
  /** The initiative's. */
  currency: string;
  terms: Terms;
  /** Null, and with it the site, the details and who pays, unless the pledge shows its giver. */
  giver: string | null;
  site: string | null;
  details: Details;
  paidThrough: PledgeRow['paidThrough'];
  /** Where its reference rate is from, when an admin gave it. */
  given: GivenSource | null;
  /** The day of the acceptance that fixed the rate. */
  acceptedOn: Day;
  stages: Record<Stage, Holding>;
}

/**
 * A pledge after the first `size` entries of the ledger, or after all of them when that is null.
 * Throws `not-found` for one that is not accepted, or was not yet.
 */
export async function viewPledge(
  reader: Db | Tx,
  ref: string,
  size: bigint | null,
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
      gpuFactor,
      acceptedOn: sql<string | null>`${acceptedOn(size)}::text`,
    })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .leftJoin(site, eq(site.code, pledge.site))
    .leftJoin(adminRate, isAdminRate)
    .leftJoin(gpuFactor, isGivenFactor)
    .where(and(eq(pledge.ref, ref), eq(pledge.status, 'accepted')));
  const initiative = found && (await findInitiative(reader));
  if (!initiative || found.acceptedOn === null)
    throw new DomainError('not-found', `There is no public pledge ${ref}.`);
  const { row } = found;
  const giver = shownGiver({ ...found, visibility: row.visibility });
  return {
    row,
    currency: initiative.currency,
    terms: acceptedTerms(row, initiative.currency),
    giver,
    site: giver === null ? null : found.site,
    details: publicDetails(row, giver !== null),
    paidThrough: giver === null ? null : row.paidThrough,
    given: found.adminRate ?? found.gpuFactor,
    acceptedOn: found.acceptedOn,
    stages: (await standingsOf(reader, [row.id], size))(row.id),
  };
}

/** What stands in each stage of pledges, by their ids, summed by the database. */
export async function standingsOf(
  reader: Db | Tx,
  pledgeIds: string[],
  size: bigint | null,
): Promise<(pledgeId: string) => Record<Stage, Holding>> {
  const standings = new Map(pledgeIds.map((id) => [id, emptyHoldings()]));
  const rows = rowsOf<{ id: string; stage: Place; quantity: string; base: string }>(
    await reader.execute(sql`
      SELECT pledge_id AS id, place.stage, sum(sign * quantity)::text AS quantity,
        sum(sign * base)::text AS base
      FROM movement
      CROSS JOIN LATERAL (VALUES (to_stage, 1), (from_stage, -1)) AS place (stage, sign)
      WHERE pledge_id = ANY(${sql.param(pledgeIds)}::uuid[])
        AND (${size}::bigint IS NULL OR seq < ${size})
      GROUP BY pledge_id, place.stage`),
  );
  for (const { id, stage, quantity, base } of rows) {
    if (stage === 'outside') continue;
    standings.get(id)![stage] = { quantity: BigInt(quantity), base: BigInt(base) };
  }
  return (pledgeId) => standings.get(pledgeId)!;
}
