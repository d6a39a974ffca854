import { and, asc, eq, gt, ne, notExists, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { signatorySkeleton } from '../db/review.ts';
import * as schema from '../db/schema.ts';
import { lookKeys } from '../domain/look-alike.ts';

interface Named {
  id: string;
  name: string;
}

/** Keeps what the names of new signatories look like, to compare those of later ones with. */
export async function keepLookKeys(tx: Db | Tx, signatories: readonly Named[]): Promise<void> {
  if (signatories.length === 0) return;
  const rows = signatories.flatMap(({ id, name }) => lookKeys(name).map((key) => ({ id, key })));
  await tx.execute(sql`
    INSERT INTO signatory_skeleton (skeleton, signatory_id)
    SELECT key, id FROM unnest(${sql.param(rows.map(({ key }) => key))}::text[],
      ${sql.param(rows.map(({ id }) => id))}::uuid[]) AS fresh (key, id)
    ON CONFLICT DO NOTHING`);
}

const PAGE = 5_000;

/** Does so for those who signed before there were such keys, or before the table of look-alikes was a newer one. */
export async function fillLookKeys(db: Db): Promise<void> {
  const { signatory } = schema;
  const isLacking = notExists(
    db
      .select({ id: signatorySkeleton.signatoryId })
      .from(signatorySkeleton)
      .where(eq(signatorySkeleton.signatoryId, signatory.id)),
  );
  let rows: Named[] = [];
  do {
    const after = rows.at(-1)?.id;
    rows = await db
      .select({ id: signatory.id, name: signatory.name })
      .from(signatory)
      .where(
        and(ne(signatory.status, 'giver'), isLacking, after ? gt(signatory.id, after) : undefined),
      )
      .orderBy(asc(signatory.id))
      .limit(PAGE);
    await keepLookKeys(db, rows);
  } while (rows.length === PAGE);
}
