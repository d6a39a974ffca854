import { and, asc, gt, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { say } from '../domain/say.ts';
import { SIGNED_SIZE } from '../ledger/checkpoint.ts';
import { paged, pageOf } from '../http/paging.ts';

export const entriesInput = z.strictObject(
  pageOf(z.string().regex(/^\d{1,18}$/, { error: () => say().http.notNext })),
);

export async function listEntries(
  reader: Db | Tx,
  { limit, cursor }: z.infer<typeof entriesInput>,
) {
  const { seq, leaf } = schema.ledgerEntry;
  const rows = await reader
    .select({ seq, leaf })
    .from(schema.ledgerEntry)
    .where(and(lt(seq, SIGNED_SIZE), cursor === undefined ? undefined : gt(seq, BigInt(cursor))))
    .orderBy(asc(seq))
    .limit(limit + 1);
  const { items, next } = paged(rows, limit, (row) => row.seq.toString());
  return {
    entries: items.map((row) => ({ seq: Number(row.seq), leaf: row.leaf.toString() })),
    next,
  };
}
