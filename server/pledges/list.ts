import { and, asc, eq, gt, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { assetOf } from '../domain/asset.ts';
import { detailNames } from '../domain/details.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { paged, pageOf } from '../http/paging.ts';
import { newestCheckpoint, SIGNED_SIZE } from '../ledger/checkpoint.ts';
import { isCode } from '../ledger/codes.ts';
import { windowOf } from '../ledger/leaf.ts';
import { isStaleIn } from '../rates/reference.ts';
import { movementJson, stagesJson } from './json.ts';
import { movedOf, type PledgeRow } from './terms.ts';
import { viewPledge, type GivenSource } from './view.ts';

/** A pledge that is metered daily has hundreds; the rest are a page further. */
const MOVEMENTS_SHOWN = 100;

export const movementsInput = z.strictObject({
  ...pageOf(z.string().regex(/^\d{1,18}$/, 'must be the `next` of a page before')),
  ref: z
    .string()
    .refine(isCode, 'must be the reference of a pledge')
    .optional()
    .describe('Only movements of this pledge.'),
});

/** A page of movements in the order of the ledger, up to the newest checkpoint or a size, without names. */
export async function listMovements(
  reader: Db | Tx,
  { limit, cursor, ref, size }: z.infer<typeof movementsInput> & { size?: bigint },
) {
  const { movement, pledge, initiative } = schema;
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
    movements: items.map((row) => ({
      ref: row.ref,
      batch: row.movement.batch,
      ...movementJson(
        {
          ...movedOf(row.movement),
          occurredOn: row.movement.occurredOn,
          grade: row.movement.grade,
        },
        assetOf(row.asset),
        row.currency,
      ),
    })),
    next,
  };
}

/**
 * One accepted pledge as the public may see it, as of the newest checkpoint: its terms, where its amounts stand, its rate and
 * whether that was older than ten days at acceptance. The name, and the site, which often tells it,
 * are there only when the pledge shows them together with its amount. Throws `not-found` for a
 * pledge that is not accepted.
 */
export async function readPledge(reader: Db | Tx, ref: string) {
  const size = (await newestCheckpoint(reader))?.size ?? 0n;
  const view = await viewPledge(reader, ref, size);
  const { row, currency, terms, giver, site, details, paidThrough, acceptedOn, stages } = view;
  const { asset, instalments } = terms;
  const { movements, next } = await listMovements(reader, { ref, limit: MOVEMENTS_SHOWN, size });
  return {
    ref,
    kind: asset.kind,
    signatory: giver,
    asset: asset.code,
    ...termsJson(row),
    site,
    ...Object.fromEntries(detailNames(true, asset.kind).map((name) => [name, details[name]])),
    paidThrough,
    instalments: instalments.map(({ dueOn, quantity }) => ({
      dueOn,
      amount: formatQuantity(quantity, asset),
    })),
    rate: rateJson(row, giver === null ? null : view.given, acceptedOn),
    stages: stagesJson(stages, asset, currency),
    movements,
    /** The cursor of `GET /api/v1/movements?ref=…` for the movements after these. */
    next,
  };
}

export const termsJson = (row: PledgeRow) => ({
  source: row.source,
  windows: row.windows.length > 0 ? row.windows.map(windowOf) : null,
  grant: row.fromOn === null ? null : { from: row.fromOn, to: row.toOn },
  condition: row.condition,
  firm: row.firm,
  measuredBy: row.measuredBy,
});

/** The rate of a pledge's terms; where an admin gave it, with what the admin gave as its source. */
const rateJson = (row: PledgeRow, given: GivenSource | null, usedOn: string) => ({
  num: row.rateNum,
  den: row.rateDen,
  on: row.rateOn,
  source: row.rateSource,
  sourceText: given?.source ?? null,
  sourceUrl: given?.url ?? null,
  stale: isStaleIn(row, usedOn),
});
