import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import { bulkAct, bulkBatch } from '../db/review.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';

const RECENT = 10;

const total = sql<number>`cardinality(${bulkAct.ids})`;

export const recentBulks = async (db: Db) => {
  const rows = await db
    .select({
      id: bulkAct.id,
      kind: bulkAct.kind,
      total,
      at: bulkAct.createdAt,
      undoneAt: bulkAct.undoneAt,
      who: desk.admin.name,
    })
    .from(bulkAct)
    .innerJoin(desk.admin, eq(desk.admin.id, bulkAct.adminId))
    .orderBy(desc(bulkAct.createdAt), desc(bulkAct.id))
    .limit(RECENT);
  return rows.map(({ undoneAt, ...row }) => ({ ...row, isUndone: undoneAt !== null }));
};

/** In signatures. Throws `not-found`. */
export async function bulkState(db: Db, id: string) {
  const [row] = await db
    .select({
      kind: bulkAct.kind,
      total,
      done: bulkAct.done,
      undoneAt: bulkAct.undoneAt,
      decided: sql<number>`coalesce(sum(cardinality(${bulkBatch.signatoryIds})), 0)::int`,
      restored: sql<number>`coalesce(sum(${bulkBatch.undone}), 0)::int`,
      left: sql<number>`(count(${bulkBatch.n}) FILTER (WHERE ${bulkBatch.undone} IS NULL))::int`,
    })
    .from(bulkAct)
    .leftJoin(bulkBatch, eq(bulkBatch.bulkId, bulkAct.id))
    .where(eq(bulkAct.id, id))
    .groupBy(bulkAct.id);
  if (!row) throw new DomainError('not-found', say().bulk.noSuchBulk);
  const { undoneAt, ...state } = row;
  return { ...state, undone: undoneAt !== null };
}
