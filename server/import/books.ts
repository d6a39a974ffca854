import { asc, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import type { Moved } from '../domain/move.ts';
import { openBook, type Book } from '../domain/pledge-book.ts';
import { movedOf } from '../pledges/open-pledge.ts';
import { acceptedTerms, type PledgeRow } from '../pledges/pledge-row.ts';

export interface OpenBook {
  row: PledgeRow;
  history: Moved[];
  /** Null unless the pledge is accepted. */
  book: Book | null;
}

/** Pledges by their references, locked in that order if they are to change. Each is opened when it is asked for. */
export async function bookOpener(
  reader: Db | Tx,
  refs: readonly string[],
  currency: string,
  locks: boolean,
): Promise<{ refs: string[]; open: (ref: string) => OpenBook }> {
  const wanted = reader
    .select()
    .from(schema.pledge)
    .where(eq(schema.pledge.ref, sql`ANY(${sql.param(refs)}::text[])`))
    .orderBy(asc(schema.pledge.ref));
  const rows = await (locks ? wanted.for('update') : wanted);
  const ids = sql.param(rows.map(({ id }) => id));
  const moved = await reader
    .select()
    .from(schema.movement)
    .where(eq(schema.movement.pledgeId, sql`ANY(${ids}::uuid[])`))
    .orderBy(asc(schema.movement.seq));
  const movesByPledge = Map.groupBy(moved, ({ pledgeId }) => pledgeId);
  const rowByRef = new Map(rows.map((row) => [row.ref, row]));
  const open = (ref: string): OpenBook => {
    const row = rowByRef.get(ref)!;
    const history = movesByPledge.get(row.id)?.map(movedOf) ?? [];
    const isOpen = row.status === 'accepted';
    return { row, history, book: isOpen ? openBook(acceptedTerms(row, currency), history) : null };
  };
  return { refs: [...rowByRef.keys()], open };
}

/** All at once. */
export async function openBooks(
  ...asked: Parameters<typeof bookOpener>
): Promise<Map<string, OpenBook>> {
  const { refs, open } = await bookOpener(...asked);
  return new Map(refs.map((ref) => [ref, open(ref)]));
}
