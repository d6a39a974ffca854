import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { gpuFactor } from '../db/compute.ts';
import { adminRate } from '../db/rates.ts';
import { initiative, movement, pledge, signatory, site } from '../db/schema.ts';
import { rowsFrom } from '../db/sql.ts';
import { acceptedOn } from '../db/standing.ts';
import { assetOf } from '../domain/asset.ts';
import { emptyHoldings } from '../domain/pledge-book.ts';
import { detailNames, publicDetails } from '../domain/details.ts';
import { notFound } from '../domain/errors.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { say } from '../domain/say.ts';
import { STAGES } from '../domain/stage.ts';
import { paged, pageOf } from '../http/paging.ts';
import { findInitiative } from '../initiative/read.ts';
import { newestCheckpoint, SIGNED_SIZE } from '../ledger/checkpoint.ts';
import { isCode } from '../ledger/codes.ts';
import { isStaleIn, SOURCES } from '../rates/reference.ts';
import { movementJson, stagesJson, termsJson } from './json.ts';
import { memberNames } from './members.ts';
import { movedOf } from './open-pledge.ts';
import { acceptedTerms, shownGiver } from './pledge-row.ts';

/** Join a pledge to the rate or the factor in its terms, if an admin gave it. */
export const isAdminRate = and(
  eq(pledge.rateSource, SOURCES.admin),
  eq(adminRate.currency, pledge.asset),
  eq(adminRate.ratedOn, pledge.rateOn),
);
export const isGivenFactor = and(
  eq(pledge.rateSource, SOURCES.h100),
  eq(gpuFactor.model, pledge.asset),
  eq(gpuFactor.holdsFrom, pledge.rateOn),
);

export type PledgeView = Awaited<ReturnType<typeof viewPledge>>;

/** After the first `size` entries of the ledger, or all. Throws `not-found` unless it was accepted by then. */
export async function viewPledge(reader: Db | Tx, ref: string, size: bigint | null) {
  const [found] = await reader
    .select({
      row: pledge,
      name: signatory.name,
      isPublic: signatory.public,
      status: signatory.status,
      site: site.name,
      members: memberNames,
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
  const here = found && (await findInitiative(reader));
  if (!here || found.acceptedOn === null) throw notFound(say().pledges.noPublicPledge(ref));
  const { row } = found;
  const giver = shownGiver({ ...found, visibility: row.visibility });
  return {
    row,
    currency: here.currency,
    terms: acceptedTerms(row, here.currency),
    // Without it there is neither site nor members, nor details, nor who pays.
    giver,
    site: giver === null ? null : found.site,
    members: giver === null ? [] : found.members,
    details: publicDetails(row, giver !== null),
    paidThrough: giver === null ? null : row.paidThrough,
    /** The source of its rate, if an admin gave it. */
    given: found.adminRate ?? found.gpuFactor,
    acceptedOn: found.acceptedOn,
    stages: (await standingsOf(reader, [row.id], size))(row.id),
  };
}

export async function standingsOf(reader: Db | Tx, pledgeIds: string[], size: bigint | null) {
  const standings = new Map(pledgeIds.map((id) => [id, emptyHoldings()]));
  const rows = await rowsFrom(
    reader,
    z.strictObject({
      id: z.string(),
      stage: z.enum(['outside', ...STAGES]),
      quantity: z.string(),
      base: z.string(),
    }),
  )`
    SELECT pledge_id AS id, place.stage, sum(sign * quantity)::text AS quantity,
      sum(sign * base)::text AS base
    FROM movement
    CROSS JOIN LATERAL (VALUES (to_stage, 1), (from_stage, -1)) AS place (stage, sign)
    WHERE pledge_id = ANY(${sql.param(pledgeIds)}::uuid[])
      AND (${size}::bigint IS NULL OR seq < ${size})
    GROUP BY pledge_id, place.stage`;
  for (const { id, stage, quantity, base } of rows) {
    if (stage === 'outside') continue;
    standings.get(id)![stage] = { quantity: BigInt(quantity), base: BigInt(base) };
  }
  return (pledgeId: string) => standings.get(pledgeId)!;
}

/** A pledge that is metered daily has hundreds of movements: the rest are on further pages. */
const MOVEMENTS_SHOWN = 100;

export const movementsInput = z.strictObject({
  ...pageOf(z.string().regex(/^\d{1,18}$/, { error: () => say().pledges.badCursor })),
  ref: z
    .string()
    .refine(isCode, { error: () => say().pledges.notRef })
    .optional()
    .describe('Only movements of this pledge.'),
});

/** In ledger order, up to the newest checkpoint or a size, without names. */
export async function listMovements(
  reader: Db | Tx,
  { limit, cursor, ref, size }: z.infer<typeof movementsInput> & { size?: bigint },
) {
  const rows = await reader
    .select({ movement, ref: pledge.ref, asset: pledge.asset, currency: initiative.currency })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .innerJoin(initiative, eq(initiative.id, 1))
    .where(
      and(
        lt(movement.seq, size ?? SIGNED_SIZE),
        cursor === undefined ? undefined : gt(movement.seq, BigInt(cursor)),
        ref === undefined ? undefined : eq(pledge.ref, ref),
      ),
    )
    .orderBy(asc(movement.seq))
    .limit(limit + 1);
  const { items, next } = paged(rows, limit, (row) => row.movement.seq.toString());
  return {
    movements: items.map(({ movement: moved, ...row }) => ({
      ref: row.ref,
      batch: moved.batch,
      ...movementJson({ ...moved, ...movedOf(moved) }, assetOf(row.asset), row.currency),
    })),
    next,
  };
}

/** As of the newest checkpoint. */
export async function readPledge(reader: Db | Tx, ref: string) {
  const size = (await newestCheckpoint(reader))?.size ?? 0n;
  const view = await viewPledge(reader, ref, size);
  const { row, currency, terms, giver, details, paidThrough, stages, members } = view;
  const { asset, instalments } = terms;
  const { movements, next } = await listMovements(reader, { ref, limit: MOVEMENTS_SHOWN, size });
  // An admin's own words about a rate often name the giver.
  const given = giver === null ? null : view.given;
  return {
    ref,
    kind: asset.kind,
    signatory: giver,
    members,
    asset: asset.code,
    ...termsJson(row),
    site: view.site,
    ...Object.fromEntries(detailNames(true, asset.kind).map((name) => [name, details[name]])),
    paidThrough,
    instalments: instalments.map(({ dueOn, quantity }) => ({
      dueOn,
      amount: formatQuantity(quantity, asset),
    })),
    rate: {
      num: row.rateNum,
      den: row.rateDen,
      on: row.rateOn,
      source: row.rateSource,
      sourceText: given?.source ?? null,
      sourceUrl: given?.url ?? null,
      stale: isStaleIn(row, view.acceptedOn),
    },
    stages: stagesJson(stages, asset, currency),
    movements,
    next,
  };
}
