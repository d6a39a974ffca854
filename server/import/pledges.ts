import { asc, eq, sql } from 'drizzle-orm';
import { insertRows } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { applyMove, openBook, type Book } from '../domain/pledge-book.ts';
import { DomainError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { say } from '../domain/say.ts';
import type { NewEntry } from '../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import {
  checkGiver,
  EXPECTING,
  type Giver,
  markAccepted,
  planAcceptance,
} from '../pledges/acceptance.ts';
import { isFollowed, lockReferences } from '../pledges/followed-payment.ts';
import { readMove } from '../pledges/move.ts';
import { movedOf } from '../pledges/open-pledge.ts';
import { pledgeRow, siteCodes } from '../pledges/pledge.ts';
import { acceptedTerms, isHeldBack, type PledgeRow, wasAccepted } from '../pledges/pledge-row.ts';
import { evidenceRow, movementEntries, termsEntry } from '../pledges/record.ts';
import type { MovementFile, PledgeFile } from '../pledges/schemas.ts';
import { checkOldRates, oldRatesOf } from '../rates/age.ts';
import { rateKey, referenceRates, type ReferenceRate } from '../rates/reference.ts';
import { attemptAt, type CheckedFile, type InitiativeFile } from './file.ts';
import { movementPath, pledgePath, signatoryPath, type Import, type ImportAnswer } from './job.ts';

/** Its row, new or locked, and the book of its movements. */
interface Item {
  place: string;
  file: PledgeFile;
  row: PledgeRow;
  /** As it is here: a giver may have been rejected since an earlier import. */
  giver: Giver;
  isNew: boolean;
  /** By this file. */
  isAccepted: boolean;
  book: Book | null;
}

/** After the terms if it accepts its pledge. */
interface FileBatch {
  ref: string;
  on: string;
  /** Accepts an anonymous pledge. */
  hides: boolean;
  entries: NewEntry[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Anonymous acceptances first, by reference alone: the file's order would tell whose they are. */
function inLedgerOrder(batches: readonly FileBatch[]): NewEntry[] {
  const hiding = batches.filter(({ hides }) => hides);
  const others = batches.filter(({ hides }) => !hides);
  return [
    ...hiding.toSorted((a, b) => byText(a.ref, b.ref)),
    ...others.toSorted((a, b) => byText(a.on, b.on) || byText(a.ref, b.ref)),
  ].flatMap(({ entries }) => entries);
}

type Pledges = Pick<ImportAnswer, 'pledges' | 'movements' | 'oldRates'>;

export async function importPledges(
  job: Import,
  checked: CheckedFile,
  entries: NewEntry[],
): Promise<Pledges> {
  const { ctx, tx } = job;
  const { currency } = checked.file.initiative;
  const items = await openItems(job, checked);
  const rates = await referenceRates(tx, currency, acceptances(items));
  const batches: FileBatch[] = [];
  const evidence: (typeof schema.evidence.$inferInsert)[] = [];
  const references = new Map<string, string>();
  const movements = { added: 0, skipped: 0 };
  for (const [index, item] of items.entries()) {
    for (const [position, movement] of item.file.movements.entries()) {
      const content = checked.written.pledges![index]!.movements![position];
      const place = `${item.place}.movements[${position}]`;
      const path = movementPath(item.file.key, position);
      if (!job.isNew(path, place, content)) {
        movements.skipped += 1;
        continue;
      }
      const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
      const hides = movement.verb === 'accept' && isHeldBack(item.row);
      const planned = attemptAt(job.check, place, () =>
        planFileMovement(job, item, movement, { currency, rates, batch }),
      );
      // Later movements would be refused only because of this one.
      if (!planned) break;
      movements.added += 1;
      const { ref } = item.row;
      batches.push({ ref, on: movement.occurredOn, hides, entries: planned });
      evidence.push(...evidenceRow(batch, movement.evidence, item.row.asset));
      if (movement.evidence?.reference) references.set(movement.evidence.reference, place);
      job.remember(path, content, batch);
    }
    if (index % 1_000 === 999) job.progress('pledges', index + 1, items.length);
  }
  for (const [reference, payment] of await lockReferences(tx, [...references.keys()])) {
    attemptAt(job.check, references.get(reference)!, () => {
      throw isFollowed(payment);
    });
  }
  job.check.done();
  const oldRates = oldRatesOf(items.filter(({ isAccepted }) => isAccepted).map(useOf));
  checkOldRates(oldRates, job.useOldRates);
  const fresh = items.filter(({ isNew }) => isNew);
  const known = items.filter(({ isNew, isAccepted }) => isAccepted && !isNew);
  await markAccepted(
    tx,
    ctx.now(),
    known.map(({ row }) => row),
  );
  await insertRows(
    tx,
    schema.pledge,
    fresh.map(({ row }) => row),
  );
  await insertRows(tx, schema.evidence, evidence);
  // One by one: there may be more than a call takes arguments.
  for (const entry of inLedgerOrder(batches)) entries.push(entry);
  job.progress('pledges', items.length, items.length);
  return {
    pledges: { added: fresh.length, skipped: items.length - fresh.length },
    movements,
    oldRates,
  };
}

const useOf = ({ row, file }: Item) => ({
  asset: row.asset,
  on: file.movements[0]!.occurredOn,
  rateOn: row.rateOn,
  rateSource: row.rateSource!,
});

const acceptances = (items: Item[]) =>
  items.flatMap(({ row, file }) =>
    file.movements
      .filter(({ verb }) => verb === 'accept')
      .map(({ occurredOn }) => ({ asset: row.asset, on: occurredOn })),
  );

async function openItems(job: Import, { file, written, drafts }: CheckedFile): Promise<Item[]> {
  const { ctx, tx } = job;
  const siteNames = drafts.flatMap(({ siteName }) => siteName ?? []);
  const siteCode = await siteCodes(ctx, tx, siteNames);
  const known = await knownPledges(job, file.pledges, file.initiative.currency);
  const giverOf = await openGivers(job, file);
  return file.pledges.map((item, index) => {
    const giver = giverOf(item.signatory);
    const { movements: _, ...content } = written.pledges![index]!;
    const path = pledgePath(item.key);
    const place = `pledges[${index}]`;
    if (!job.isNew(path, place, content)) {
      const { row, book } = known.get(job.idOf(path)!)!;
      return { place, file: item, row, giver, isNew: false, isAccepted: false, book };
    }
    const draft = drafts[index]!;
    const row = pledgeRow(ctx, item, draft, {
      signatoryId: job.idOf(signatoryPath(item.signatory))!,
      site: draft.siteName === null ? null : siteCode(draft.siteName),
    });
    job.remember(path, content, row.ref);
    return { place, file: item, row, giver, isNew: true, isAccepted: false, book: null };
  });
}

/** Kept from being rejected until the commit. */
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

/** Locks them in the order of their references. */
async function knownPledges(job: Import, pledges: PledgeFile[], currency: string) {
  const refs = pledges.flatMap(({ key }) => job.idOf(pledgePath(key)) ?? []);
  const known = new Map<string, { row: PledgeRow; book: Book | null }>();
  if (refs.length === 0) return known;
  const rows = await job.tx
    .select()
    .from(schema.pledge)
    .where(eq(schema.pledge.ref, sql`ANY(${sql.param(refs)}::text[])`))
    .orderBy(asc(schema.pledge.ref))
    .for('update');
  const ids = sql.param(rows.map(({ id }) => id));
  const moved = await job.tx
    .select()
    .from(schema.movement)
    .where(eq(schema.movement.pledgeId, sql`ANY(${ids}::uuid[])`))
    .orderBy(asc(schema.movement.seq));
  const movesByPledge = Map.groupBy(moved, ({ pledgeId }) => pledgeId);
  for (const row of rows) {
    const moves = movesByPledge.get(row.id)?.map(movedOf) ?? [];
    const book = row.status === 'accepted' ? openBook(acceptedTerms(row, currency), moves) : null;
    known.set(row.ref, { row, book });
  }
  return known;
}

function planFileMovement(
  { ctx }: Import,
  item: Item,
  movement: MovementFile,
  of: { currency: string; rates: Map<string, ReferenceRate>; batch: string },
): NewEntry[] {
  const { row, giver } = item;
  const { verb, occurredOn: on, ...input } = movement;
  const { batch } = of;
  if (verb === 'accept') {
    // checkOldRates refuses the whole file for old rates.
    const useRateOf = of.rates.get(rateKey(row.asset, on))?.rateOn ?? undefined;
    const asked = { on, now: ctx.now(), grade: movement.evidence?.grade, useRateOf };
    const isAgain = wasAccepted(row);
    const { terms, moves, grade, fixed } = planAcceptance(row, giver, asked, of);
    Object.assign(row, fixed);
    Object.assign(item, { isAccepted: true, book: openBook(terms, moves) });
    return [
      termsEntry(row, terms, giver, isAgain),
      ...movementEntries(row, { batch, moves, on, grade }),
    ];
  }
  if (!item.book) throw new DomainError('conflict', say().pledges.notAccepted(row.ref, row.status));
  checkGiver(giver, EXPECTING.has(verb));
  const move = { ...input, occurredOn: on };
  // Use of hours kept available isn't delivery.
  const wasMetered = row.measuredBy !== 'reservation';
  const { grade, ...request } = readMove(verb, item.book.terms.asset, move, ctx.now(), wasMetered);
  const moves = planMoves(item.book, request);
  for (const each of moves) applyMove(item.book, each);
  return movementEntries(row, { batch, moves, on, grade });
}
