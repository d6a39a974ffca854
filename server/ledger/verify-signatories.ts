import { asc, gt } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { Breach } from './breach.ts';

const PAGE = 5_000;

interface People {
  /** Who stands as signed after all entries: as what, by the code. */
  signers: Map<string, string>;
  /** The names that entries commit to and that are kept, by the signatory's id. */
  names: Map<string, string>;
}

/**
 * Throws `Breach` unless the published signatories are those that the ledger's entries leave signed, as what they
 * signed as, and each is called what its entries commit to: pages read names from their rows.
 */
export async function checkSignatories(reader: Db | Tx, { signers, names }: People): Promise<void> {
  const { signatory } = schema;
  const { id, code, kind, name, status } = signatory;
  let standing = 0;
  let after: string | null = null;
  do {
    const rows: { id: string; code: string; kind: string; name: string; status: string }[] =
      // A page after another keeps few of them in memory.
      // oxlint-disable-next-line no-await-in-loop
      await reader
        .select({ id, code, kind, name, status })
        .from(signatory)
        .where(after === null ? undefined : gt(id, after))
        .orderBy(asc(id))
        .limit(PAGE);
    for (const row of rows) {
      const signed = row.status === 'published' ? row.kind : undefined;
      const called = names.get(row.id) ?? row.name;
      if (signers.get(row.code) !== signed || called !== row.name) {
        throw new Breach(`signatory ${row.code}: its row says something else than its entries`);
      }
      if (signed !== undefined) standing += 1;
    }
    after = rows.length === PAGE ? rows.at(-1)!.id : null;
  } while (after !== null);
  if (standing < signers.size) throw new Breach('a signatory who stands as signed has no row');
}
