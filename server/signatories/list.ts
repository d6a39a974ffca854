import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { paged, pageOf } from '../http/paging.ts';

export const listInput = z.strictObject(pageOf(z.uuid('must be the `next` of a page before')));

/** A page of the published signatories who show themselves, in the order of their ids. */
export async function listSignatories(
  reader: Db | Tx,
  { limit, cursor }: z.infer<typeof listInput>,
) {
  const { signatory } = schema;
  const rows = await reader
    .select({
      id: signatory.id,
      kind: signatory.kind,
      name: signatory.name,
      role: signatory.role,
      affiliation: signatory.affiliation,
      url: signatory.url,
      country: signatory.country,
      statement: signatory.statement,
    })
    .from(signatory)
    .where(
      and(
        eq(signatory.status, 'published'),
        eq(signatory.public, true),
        cursor === undefined ? undefined : gt(signatory.id, cursor),
      ),
    )
    .orderBy(asc(signatory.id))
    .limit(limit + 1);
  const { items: signatories, next } = paged(rows, limit, ({ id }) => id);
  return { signatories, next };
}
