import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/db.ts';
import { rowsOf } from '../../db/sql.ts';
import type { Doer } from '../../domain/audit-trail.ts';
import { stepKey, type StepName } from '../follow/missing-steps.ts';

export interface TakenBack {
  at: Date;
  doer: Doer;
}

/** Who last undid each step by hand and when, by `stepKey`: one query. */
export async function lastTakenBack(
  reader: Db | Tx,
  steps: readonly StepName[],
): Promise<ReadonlyMap<string, TakenBack>> {
  if (steps.length === 0) return new Map();
  const objects = sql.param([...new Set(steps.map(({ object }) => object))]);
  const rows = rowsOf<Doer & StepName & { at: string }>(
    await reader.execute(sql`
      SELECT DISTINCT ON (evidence.reference, undone.verb)
        evidence.reference AS object, undone.verb, audit.by,
        to_char(audit.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
        audit.admin_id AS "adminId", admin.name AS admin, api_token.name AS token,
        NULL AS "signatoryId", NULL AS signatory
      FROM evidence
      JOIN movement undone USING (batch)
      JOIN movement undoing ON undoing.pledge_id = undone.pledge_id AND undoing.reverses = undone.seq
      JOIN audit ON audit.object = undone.batch AND audit.act = 'batch.reverse'
        AND audit.by <> 'stripe'
      LEFT JOIN admin ON admin.id = audit.admin_id
      LEFT JOIN api_token ON api_token.id = audit.means_id
      WHERE evidence.reference = ANY(${objects}::text[])
      ORDER BY evidence.reference, undone.verb, undoing.seq DESC`),
  );
  return new Map(
    rows.map(({ object, verb, at, ...doer }) => [
      stepKey(object, verb),
      { at: new Date(at), doer },
    ]),
  );
}
