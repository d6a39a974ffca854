import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { assetOf } from '../domain/asset.ts';
import { openBook } from '../domain/book.ts';
import { today } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { formatQuantity } from '../domain/quantity.ts';
import { STAGES } from '../domain/stage.ts';
import { paged, pageOf } from '../http/paging.ts';
import { findInitiative } from '../initiative/read.ts';
import { windowOf } from '../ledger/leaf.ts';
import { movementJson, quantityJson } from './json.ts';
import { isStale } from './rates.ts';
import { acceptedTerms, movedOf, type PledgeRow } from './terms.ts';

export const movementsInput = z.strictObject(
  pageOf(z.string().regex(/^\d{1,18}$/, 'must be the `next` of a page before')),
);

/** A page of all movements in the order of the ledger: the flow, without names. */
export async function listMovements(
  reader: Db | Tx,
  { limit, cursor }: z.infer<typeof movementsInput>,
) {
  const { movement, pledge, initiative } = schema;
  const rows = await reader
    .select({ movement, ref: pledge.ref, asset: pledge.asset, currency: initiative.currency })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .innerJoin(initiative, eq(initiative.id, 1))
    .where(cursor === undefined ? undefined : gt(movement.seq, BigInt(cursor)))
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
 * whether that was older than ten days at acceptance. The name is there only when the pledge shows
 * it together with its amount. Throws `not-found` for a pledge that is not accepted.
 */
export async function readPledge(reader: Db | Tx, ref: string) {
  const { pledge, signatory, movement, site } = schema;
  const [found] = await reader
    .select({ row: pledge, name: signatory.name, isPublic: signatory.public, site: site.name })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .leftJoin(site, eq(site.code, pledge.site))
    .where(and(eq(pledge.ref, ref), eq(pledge.status, 'accepted')));
  const initiative = found && (await findInitiative(reader));
  if (!initiative) throw new DomainError('not-found', `There is no public pledge ${ref}.`);
  const rows = await reader
    .select()
    .from(movement)
    .where(eq(movement.pledgeId, found.row.id))
    .orderBy(asc(movement.seq));
  const { currency } = initiative;
  const { asset, instalments } = acceptedTerms(found.row, currency);
  const { stages } = openBook(acceptedTerms(found.row, currency), rows.map(movedOf));
  return {
    ref,
    kind: asset.kind,
    signatory: found.row.visibility === 'public' && found.isPublic ? found.name : null,
    asset: asset.code,
    ...termsJson(found.row),
    site: found.site,
    instalments: instalments.map(({ dueOn, quantity }) => ({
      dueOn,
      amount: formatQuantity(quantity, asset),
    })),
    rate: rateJson(found.row, rows[0]?.occurredOn ?? today(found.row.createdAt)),
    stages: Object.fromEntries(
      STAGES.map((stage) => [
        stage,
        quantityJson(stages[stage].quantity, stages[stage].base, asset, currency),
      ]),
    ),
    movements: rows.map((row) => ({
      batch: row.batch,
      ...movementJson(
        { ...movedOf(row), occurredOn: row.occurredOn, grade: row.grade },
        asset,
        currency,
      ),
    })),
  };
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
