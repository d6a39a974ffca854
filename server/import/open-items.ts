import { eq, sql } from 'drizzle-orm';
import * as schema from '../db/schema.ts';
import type { Book } from '../domain/pledge-book.ts';
import type { Giver } from '../pledges/acceptance.ts';
import { pledgeRow, siteCodes } from '../pledges/pledge.ts';
import type { PledgeRow } from '../pledges/pledge-row.ts';
import type { PledgeFile } from '../pledges/schemas.ts';
import { bookOpener } from './books.ts';
import type { CheckedFile, InitiativeFile } from './file.ts';
import { pledgePath, signatoryPath, type Import } from './job.ts';

export type WrittenPledge = NonNullable<CheckedFile['written']['pledges']>[number];

/** One pledge of the file: its row, new or locked, and the book of its movements in the ledger. */
export interface Item {
  place: string;
  file: PledgeFile;
  row: PledgeRow;
  /** As it is here: a giver may have been rejected since an earlier import. */
  giver: Giver;
  isNew: boolean;
  /** Whether this file accepts it. */
  isAccepted: boolean;
  book: Book | null;
}

/** Takes an item out of a list that nobody reads again: its memory is needed for the ledger's entries. */
export function taken<T>(list: T[], index: number): T {
  const item = list[index]!;
  list[index] = undefined as never;
  return item;
}

/** Opens one pledge of the file after the other, so that no two books are in memory. */
export async function openItems(job: Import, { file, drafts }: CheckedFile) {
  const { ctx, tx } = job;
  const siteNames = drafts.flatMap(({ siteName }) => siteName ?? []);
  const siteCode = await siteCodes(ctx, tx, siteNames);
  const refs = file.pledges.flatMap(({ key }) => job.idOf(pledgePath(key)) ?? []);
  const known = await bookOpener(tx, refs, file.initiative.currency, true);
  const giverOf = await openGivers(job, file);
  return (index: number, written: WrittenPledge): Item => {
    const item = taken(file.pledges, index);
    const giver = giverOf(item.signatory);
    const { movements: _, ...content } = written;
    const path = pledgePath(item.key);
    const place = `pledges[${index}]`;
    if (!job.isNew(path, place, content)) {
      const { row, book } = known.open(job.idOf(path)!);
      return { place, file: item, row, giver, isNew: false, isAccepted: false, book };
    }
    const draft = taken(drafts, index);
    const row = pledgeRow(ctx, item, draft, {
      signatoryId: job.idOf(signatoryPath(item.signatory))!,
      site: draft.siteName === null ? null : siteCode(draft.siteName),
    });
    job.remember(path, content, row.ref);
    return { place, file: item, row, giver, isNew: true, isAccepted: false, book: null };
  };
}

/** The file's signatories by their keys, kept from being rejected until the commit. */
async function openGivers(job: Import, { signatories }: InitiativeFile) {
  const ids = signatories.map(({ key }) => job.idOf(signatoryPath(key))!);
  const rows = await job.tx
    .select({
      id: schema.signatory.id,
      name: schema.signatory.name,
      status: schema.signatory.status,
      public: schema.signatory.public,
      verifiedDomain: schema.signatory.verifiedDomain,
    })
    .from(schema.signatory)
    .where(eq(schema.signatory.id, sql`ANY(${sql.param(ids)}::uuid[])`))
    .for('share');
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (key: string): Giver => byId.get(job.idOf(signatoryPath(key))!)!;
}
