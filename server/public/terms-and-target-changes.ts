import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { InitiativeLine, TargetChange, TermsChange } from '../../web/data/home.ts';
import type { Db, Tx } from '../db/db.ts';
import { termsChange } from '../db/pledges.ts';
import { rowsOf } from '../db/sql.ts';
import type { Instalment } from '../domain/pledge-book.ts';
import { parseGpuHours } from '../domain/quantity.ts';
import { termsDifference, type Scheduled } from '../domain/terms-change.ts';
import type { Targets } from '../domain/totals.ts';
import { targetsIn, type WrittenTargets } from '../ledger/targets.ts';
import { shownGiver } from '../pledges/pledge-row.ts';

const termsRow = z.strictObject({
  seq: z.string(),
  on: z.string(),
  after: z.string(),
  before: z.string(),
  ref: z.string(),
  isAccepted: z.boolean(),
  asset: z.string(),
  visibility: z.enum(['public', 'anonymous']),
  name: z.string(),
  isPublic: z.boolean(),
  status: z.string(),
});

/** Changes without a movement. Those before the entry `from` aren't read: there may be many. */
export const newestTermsChanges = (
  reader: Db | Tx,
  { size, from = 0n, pledgeId }: { size: bigint; from?: bigint; pledgeId?: string },
  limit: number,
): Promise<TermsChange[]> =>
  readTermsChanges(
    reader,
    sql`change.seq < ${size.toString()}::bigint AND change.seq >= ${from.toString()}::bigint
      ${pledgeId === undefined ? sql`` : sql`AND change.pledge_id = ${pledgeId}::uuid`}
      AND NOT EXISTS (
        SELECT FROM movement
        WHERE movement.seq = change.seq + 1 AND movement.pledge_id = change.pledge_id
          AND movement.verb = 'pledge')`,
    limit,
  );

export async function termsChangesAt(
  reader: Db | Tx,
  seqs: readonly bigint[],
): Promise<Map<number, TermsChange>> {
  if (seqs.length === 0) return new Map();
  const among = sql`change.seq = ANY(${sql.param(seqs.map(String))}::bigint[])`;
  const changes = await readTermsChanges(reader, among, seqs.length);
  return new Map(changes.map((change) => [change.seq, change]));
}

async function readTermsChanges(
  reader: Db | Tx,
  which: SQL,
  limit: number,
): Promise<TermsChange[]> {
  const rows = rowsOf(
    await reader.execute(sql`
      SELECT change.seq::text AS seq,
             (entry.recorded_at AT TIME ZONE 'UTC')::date::text AS on,
             convert_from(entry.leaf, 'UTF8') AS after, convert_from(earlier.leaf, 'UTF8') AS before,
             pledge.ref, pledge.status = 'accepted' AS "isAccepted", pledge.asset, pledge.visibility,
             signatory.name, signatory.public AS "isPublic", signatory.status
      FROM ${termsChange} AS change
      JOIN ledger_entry entry ON entry.seq = change.seq
      JOIN ledger_entry earlier ON earlier.seq = change.earlier
      JOIN pledge ON pledge.id = change.pledge_id
      JOIN signatory ON signatory.id = pledge.signatory_id
      WHERE ${which} ORDER BY change.seq DESC LIMIT ${limit}`),
    termsRow,
  );
  return rows.flatMap((row): TermsChange[] => {
    const difference = termsDifference(scheduledOf(row.before), scheduledOf(row.after));
    if (difference === null) return [];
    const { seq, on, ref, isAccepted, asset } = row;
    const who = shownGiver(row);
    return [
      { kind: 'terms', seq: Number(seq), on, ref: isAccepted ? ref : null, who, asset, difference },
    ];
  });
}

function scheduledOf(leaf: string): Scheduled {
  const { quantity, instalments } = JSON.parse(leaf) as {
    quantity: string;
    instalments: [dueOn: string, quantity: string][] | null;
  };
  return {
    quantity: BigInt(quantity),
    instalments: (instalments ?? []).map(([dueOn, part]): Instalment => ({
      dueOn,
      quantity: BigInt(part),
    })),
  };
}

export const initiativeLine = ({
  funding,
  gpus,
  gpuHours,
  from,
  to,
  basis,
}: Targets): InitiativeLine => ({
  currency: funding[0],
  funding: funding[1] === null ? null : BigInt(funding[1]),
  gpus,
  basis,
  gpuSeconds: gpuHours === null ? null : parseGpuHours(gpuHours),
  from,
  to,
});

export const newestTargetChanges = (reader: Db | Tx, size: bigint, limit: number) =>
  readTargetChanges(reader, sql`change.seq < ${size.toString()}::bigint`, limit);

/** The changes of certain entries; entries that change nothing, such as the first, are left out. */
export const targetChangesAt = (reader: Db | Tx, seqs: bigint[]) =>
  readTargetChanges(
    reader,
    sql`change.seq = ANY(${sql.param(seqs.map(String))}::bigint[])`,
    seqs.length,
  );

/** By the reasons, which are few, where the ledger may have millions of entries. Its first entry has none. */
async function readTargetChanges(
  reader: Db | Tx,
  which: SQL,
  limit: number,
): Promise<TargetChange[]> {
  const rows = rowsOf(
    await reader.execute(sql`
      SELECT change.seq::text AS seq, change.reason,
             (entry.recorded_at AT TIME ZONE 'UTC')::date::text AS on,
             convert_from(entry.leaf, 'UTF8') AS leaf, convert_from(earlier.leaf, 'UTF8') AS before
      FROM (SELECT seq, reason, coalesce(lag(seq) OVER (ORDER BY seq), 0) AS earlier
            FROM initiative_change) AS change
      JOIN ledger_entry entry ON entry.seq = change.seq
      JOIN ledger_entry earlier ON earlier.seq = change.earlier
      WHERE ${which} ORDER BY change.seq DESC LIMIT ${limit}`),
    z.strictObject({
      seq: z.string(),
      reason: z.string(),
      on: z.string(),
      leaf: z.string(),
      before: z.string(),
    }),
  );
  return rows.map(({ seq, reason, on, leaf, before }) => ({
    kind: 'initiative',
    seq: Number(seq),
    on,
    reason,
    before: initiativeLine(targetsIn(JSON.parse(before) as WrittenTargets)),
    after: initiativeLine(targetsIn(JSON.parse(leaf) as WrittenTargets)),
  }));
}
