import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { assetOf } from '../domain/asset.ts';
import { emptyHoldings, type Holding } from '../domain/book.ts';
import { today, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { STAGES, type Place, type Stage } from '../domain/stage.ts';
import { paged, pageOf } from '../http/paging.ts';
import { findInitiative } from '../initiative/read.ts';
import { isCode } from '../ledger/code.ts';
import { windowOf } from '../ledger/leaf.ts';
import { movementJson, quantityJson } from './json.ts';
import { isStale } from './rates.ts';
import { acceptedTerms, movedOf, type PledgeRow } from './terms.ts';

/** A pledge that is metered daily has hundreds; the rest are a page further. */
const MOVEMENTS_SHOWN = 100;

export const movementsInput = z.strictObject({
  ...pageOf(z.string().regex(/^\d{1,18}$/, 'must be the `next` of a page before')),
  ref: z.string().refine(isCode, 'must be the reference of a pledge').optional(),
});

/** A page of movements in the order of the ledger, of all pledges or of one: the flow, without names. */
export async function listMovements(
  reader: Db | Tx,
  { limit, cursor, ref }: z.infer<typeof movementsInput>,
) {
  const { movement, pledge, initiative } = schema;
  const rows = await reader
    .select({ movement, ref: pledge.ref, asset: pledge.asset, currency: initiative.currency })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .innerJoin(initiative, eq(initiative.id, 1))
    .where(
      and(
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
 * One accepted pledge as the public may see it: its terms, where its amounts stand, its rate and
 * whether that was older than ten days at acceptance. The name, and the site, which often tells it,
 * are there only when the pledge shows them together with its amount. Throws `not-found` for a pledge that is not accepted.
 */
export async function readPledge(reader: Db | Tx, ref: string) {
  const { pledge, signatory, site } = schema;
  const [found] = await reader
    .select({ row: pledge, name: signatory.name, isPublic: signatory.public, site: site.name })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .leftJoin(site, eq(site.code, pledge.site))
    .where(and(eq(pledge.ref, ref), eq(pledge.status, 'accepted')));
  const initiative = found && (await findInitiative(reader));
  if (!initiative) throw new DomainError('not-found', `There is no public pledge ${ref}.`);
  const { currency } = initiative;
  const { asset, instalments } = acceptedTerms(found.row, currency);
  const stages = await standingOf(reader, found.row.id);
  const { movements, next } = await listMovements(reader, { ref, limit: MOVEMENTS_SHOWN });
  const isShown = found.row.visibility === 'public' && found.isPublic;
  return {
    ref,
    kind: asset.kind,
    signatory: isShown ? found.name : null,
    asset: asset.code,
    ...termsJson(found.row),
    site: isShown ? found.site : null,
    instalments: instalments.map(({ dueOn, quantity }) => ({
      dueOn,
      amount: formatQuantity(quantity, asset),
    })),
    rate: rateJson(found.row, await acceptedOn(reader, found.row)),
    stages: Object.fromEntries(
      STAGES.map((stage) => [
        stage,
        quantityJson(stages[stage].quantity, stages[stage].base, asset, currency),
      ]),
    ),
    movements,
    /** The cursor of `GET /api/v1/movements?ref=…` for the movements after these. */
    next,
  };
}

/** The day of the acceptance that fixed the rate: the last one, where an earlier was taken back. */
async function acceptedOn(reader: Db | Tx, { id, createdAt }: PledgeRow): Promise<Day> {
  const { movement } = schema;
  const [last] = await reader
    .select({ on: movement.occurredOn })
    .from(movement)
    .where(and(eq(movement.pledgeId, id), eq(movement.verb, 'pledge')))
    .orderBy(desc(movement.seq))
    .limit(1);
  return last?.on ?? today(createdAt);
}

/** What stands in each stage of a pledge, summed by the database. */
async function standingOf(reader: Db | Tx, pledgeId: string): Promise<Record<Stage, Holding>> {
  const stages = emptyHoldings();
  const rows = rowsOf<{ stage: Place; quantity: string; base: string }>(
    await reader.execute(sql`
      SELECT stage, sum(quantity)::text AS quantity, sum(base)::text AS base
      FROM (
        SELECT to_stage AS stage, quantity, base FROM movement WHERE pledge_id = ${pledgeId}
        UNION ALL
        SELECT from_stage, -quantity, -base FROM movement WHERE pledge_id = ${pledgeId}) moved
      GROUP BY stage`),
  );
  for (const { stage, quantity, base } of rows) {
    if (stage === 'outside') continue;
    stages[stage] = { quantity: BigInt(quantity), base: BigInt(base) };
  }
  return stages;
}

const termsJson = (row: PledgeRow) => ({
  source: row.source,
  windows: row.windows.length > 0 ? row.windows.map(windowOf) : null,
  grant: row.fromOn === null ? null : { from: row.fromOn, to: row.toOn },
  condition: row.condition,
  firm: row.firm,
});

const rateJson = (row: PledgeRow, usedOn: string) => ({
  num: row.rateNum,
  den: row.rateDen,
  on: row.rateOn,
  source: row.rateSource,
  stale: row.rateOn !== null && isStale(row.rateOn, usedOn),
});
