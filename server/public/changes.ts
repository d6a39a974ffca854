import { desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Change, TermsChange } from '../../web/data/home.ts';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { assetOf } from '../domain/asset.ts';
import { extentOf } from '../domain/window.ts';
import { SIGNED_SIZE } from '../ledger/checkpoint.ts';
import { windowOf } from '../ledger/leaf.ts';
import { shownGiver } from '../pledges/pledge-row.ts';
import { termsChangesAt } from './terms-and-target-changes.ts';

const REASONED: ReadonlySet<string> = new Set([
  'withdraw',
  'lapse',
  'refund',
  'dispute',
  'lose',
  'reverse',
]);

/** A giver's own word; without better evidence the rest is an admin's record. */
const GIVERS_OWN: ReadonlySet<string> = new Set(['pledge', 'withdraw']);

export const undoneBy = sql<string | null>`(
  SELECT undoing.seq FROM movement AS undoing
  WHERE undoing.pledge_id = movement.pledge_id AND undoing.reverses = movement.seq AND undoing.seq < ${SIGNED_SIZE})`;

export const pledgeColumns = {
  ref: schema.pledge.ref,
  isAccepted: sql<boolean>`${schema.pledge.status} = 'accepted'`,
  asset: schema.pledge.asset,
  total: schema.pledge.quantity,
  visibility: schema.pledge.visibility,
  name: schema.signatory.name,
  isPublic: schema.signatory.public,
  status: schema.signatory.status,
  site: schema.site.name,
};

function readRows(reader: Db | Tx, batches: string[]) {
  const { movement, pledge, signatory, site, evidence } = schema;
  return reader
    .select({ movement, undoneBy, note: evidence.note, url: evidence.url, ...pledgeColumns })
    .from(movement)
    .innerJoin(pledge, eq(pledge.id, movement.pledgeId))
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .leftJoin(site, eq(site.code, pledge.site))
    .leftJoin(evidence, eq(evidence.batch, movement.batch))
    .where(inArray(movement.batch, batches))
    .orderBy(desc(movement.seq));
}
export type ChangeRow = Awaited<ReturnType<typeof readRows>>[number];

export async function newestChanges(
  reader: Db | Tx,
  size: bigint,
  limit: number,
  which = sql`true`,
): Promise<Change[]> {
  const rows = await readRows(reader, await newestBatches(reader, size, limit, which));
  const batches = Map.groupBy(rows, (row) => row.movement.batch);
  const terms = await termsChangesAt(reader, termsBefore(rows));
  return [...batches.values()].map((batch) => changeOf(batch, terms));
}

export const termsBefore = (rows: readonly Pick<ChangeRow, 'movement'>[]): bigint[] =>
  rows.flatMap(({ movement: { verb, seq } }) => (verb === 'pledge' ? seq - 1n : []));

/** From batch to batch: counting movements wouldn't do, because a metered batch has one for each day. */
async function newestBatches(
  reader: Db | Tx,
  size: bigint,
  limit: number,
  which: SQL,
): Promise<string[]> {
  const before = (end: SQL): SQL => sql`
    SELECT batch FROM movement
    WHERE seq < ${end} AND ${which}
    ORDER BY seq DESC LIMIT 1`;
  const found = rowsOf(
    await reader.execute(sql`
      WITH RECURSIVE newest AS (
        (${before(sql`${size.toString()}::bigint`)})
        UNION ALL
        SELECT earlier.batch FROM newest CROSS JOIN LATERAL (
          ${before(sql`(SELECT min(seq) FROM movement AS own WHERE own.batch = newest.batch)`)}
        ) AS earlier)
      SELECT batch FROM newest LIMIT ${limit}`),
    z.strictObject({ batch: z.string() }),
  );
  return found.map(({ batch }) => batch);
}

/** A receipt beyond the promise reinstates first, and is a receipt all the same. */
function ownOf(rows: ChangeRow[]): ChangeRow[] {
  const receipts = rows.filter(({ movement }) => movement.verb === 'receive');
  if (receipts.length > 0) return receipts;
  const receiptsReversed = rows.filter(({ movement }) => movement.fromStage === 'received');
  return receiptsReversed.length > 0 ? receiptsReversed : rows;
}

const sum = (movements: ChangeRow['movement'][]): bigint =>
  movements.reduce((total, { quantity }) => total + quantity, 0n);

function daysOf(movements: ChangeRow['movement'][]): Change['days'] {
  const days = movements.map(({ occurredOn }) => occurredOn).toSorted();
  const [first, last] = [days[0]!, days.at(-1)!];
  return first === last ? null : { first, last };
}

export function changeOf(rows: ChangeRow[], terms: ReadonlyMap<number, TermsChange>): Change {
  const [row] = rows as [ChangeRow, ...ChangeRow[]];
  const ownRows = ownOf(rows);
  const own = ownRows.map(({ movement }) => movement);
  const { verb, occurredOn, grade, reverses } = own[0]!;
  const undoing = ownRows.map((each) => each.undoneBy);
  const who = shownGiver(row);
  const beyond = own.filter(({ fromStage }) => verb === 'receive' && fromStage === 'outside');
  return {
    on: occurredOn,
    days: daysOf(own),
    verb,
    kind: assetOf(row.asset).kind,
    ref: row.isAccepted ? row.ref : null,
    seq: Number(row.movement.seq),
    undoneBy: undoing.includes(null) ? null : Number(undoing[0]),
    undoes: reverses === null ? null : Number(reverses),
    who,
    waits: own.some(({ toStage }) => toStage === 'waiting'),
    beyond: sum(beyond),
    asset: row.asset,
    quantity: sum(own),
    total: row.total,
    extent: extentOf(own.flatMap((movement) => movement.windows?.map(windowOf) ?? [])),
    // A site often names its giver.
    site: who === null ? null : row.site,
    grade: grade === 'self-asserted' && !GIVERS_OWN.has(verb) ? null : grade,
    more: verb === 'pledge' ? moreOf(row, terms) : null,
    // So may a reason, and the address of the evidence.
    reason: who !== null && REASONED.has(verb) ? row.note : null,
    evidenceUrl: who === null ? null : row.url,
  };
}

/** How a larger promise changed the terms; null for a first one, and for one that is accepted again. */
function moreOf(
  { movement, ref }: ChangeRow,
  terms: ReadonlyMap<number, TermsChange>,
): Change['more'] {
  const before = terms.get(Number(movement.seq) - 1);
  const { difference = null } = before?.ref === ref ? before : {};
  return difference && difference.after > difference.before ? difference : null;
}
