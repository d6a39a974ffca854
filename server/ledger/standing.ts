import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { rowsOf } from '../db/sql.ts';
import { emptyHoldings, type Holding } from '../domain/pledge-book.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import { Breach } from './breach.ts';

export interface Standing {
  firstSeq: bigint;
  latestSeq: bigint;
  stages: Record<Stage, Holding>;
}

export type StandingRow = typeof schema.standing.$inferSelect;

const columns = STAGES.flatMap((stage) => [stage, `${stage}_base`]);

/** Most pledges have been in few stages: a sum over nothing costs nothing. */
const moved = (stage: Stage, measure: 'quantity' | 'base'): string =>
  `COALESCE(sum(CASE to_stage WHEN '${stage}' THEN ${measure} ELSE -${measure} END)
    FILTER (WHERE '${stage}' IN (from_stage, to_stage)), 0)`;

const ADVANCE = {
  into: columns.join(', '),
  sums: STAGES.flatMap((stage) => [moved(stage, 'quantity'), moved(stage, 'base')]).join(', '),
  added: columns.map((name) => `${name} = standing.${name} + excluded.${name}`).join(', '),
};

/** Begins after its own newest movement, not the last checkpoint, which an older replica may have made. */
export const advanceStanding = (tx: Tx, to: bigint): Promise<unknown> =>
  tx.execute(sql`
    INSERT INTO standing (pledge_id, first_seq, latest_seq, ${sql.raw(ADVANCE.into)})
    SELECT pledge_id, min(seq), max(seq), ${sql.raw(ADVANCE.sums)}
    FROM movement
    WHERE seq > (SELECT COALESCE(max(latest_seq), -1) FROM standing) AND seq < ${to}
    GROUP BY pledge_id ORDER BY min(seq)
    ON CONFLICT (pledge_id) DO UPDATE
    SET latest_seq = excluded.latest_seq, ${sql.raw(ADVANCE.added)}`);

export function holdingsOf(row: StandingRow): Record<Stage, Holding> {
  const stages = emptyHoldings();
  for (const stage of STAGES) stages[stage] = { quantity: row[stage], base: row[`${stage}Base`] };
  return stages;
}

const PAGE = 5_000;

export async function checkStandings(
  reader: Db | Tx,
  expected: ReadonlyMap<string, Standing>,
): Promise<void> {
  const { pledge, standing } = schema;
  let seen = 0;
  let last: string | undefined;
  for (;;) {
    const rows = await reader
      .select({ ref: pledge.ref, row: standing })
      .from(standing)
      .leftJoin(pledge, eq(pledge.id, standing.pledgeId))
      .where(last === undefined ? undefined : gt(standing.pledgeId, last))
      .orderBy(asc(standing.pledgeId))
      .limit(PAGE);
    for (const { ref, row } of rows) {
      if (ref === null || !isSame(row, expected.get(ref))) {
        throw new Breach(
          `pledge ${ref ?? row.pledgeId} does not stand where its movements have brought it`,
        );
      }
    }
    seen += rows.length;
    last = rows.at(-1)?.row.pledgeId;
    if (rows.length < PAGE) break;
  }
  if (seen !== expected.size) {
    throw new Breach(`${seen} pledges stand somewhere, of ${expected.size} that have moved`);
  }
}

/** Last, because a figure that was changed elsewhere changes this one too. */
export async function checkGiverSums(reader: Tx): Promise<void> {
  const kept = sql`SELECT kind, signatory_id, received, committed, pledged, waiting, gone FROM giver_sum`;
  const due = sql`SELECT * FROM giver_sum_due`;
  const wrong = rowsOf(
    await reader.execute(sql`(${kept} EXCEPT ${due}) UNION ALL (${due} EXCEPT ${kept}) LIMIT 1`),
  );
  if (wrong.length > 0) throw new Breach('a giver has another sum than their public pledges');
}

function isSame(row: StandingRow, expected: Standing | undefined): boolean {
  if (!expected) return false;
  const stages = holdingsOf(row);
  return (
    row.firstSeq === expected.firstSeq &&
    row.latestSeq === expected.latestSeq &&
    STAGES.every(
      (stage) =>
        stages[stage].quantity === expected.stages[stage].quantity &&
        stages[stage].base === expected.stages[stage].base,
    )
  );
}
