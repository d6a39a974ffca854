import { asc, eq, sql } from 'drizzle-orm';
import * as schema from '../db/schema.ts';
import { applyMove, openBook, type Book } from '../domain/book.ts';
import { DomainError } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves } from '../domain/move.ts';
import type { NewEntry } from '../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { readMove } from '../pledges/move.ts';
import { pledgeRow, siteCodes } from '../pledges/pledge.ts';
import { noRate, rateKey, referenceRates, type ReferenceRate } from '../pledges/rates.ts';
import { evidenceRow } from '../pledges/record.ts';
import type { MovementFile, PledgeFile } from '../pledges/schemas.ts';
import { acceptedTerms, movedOf, termsOf, type PledgeRow } from '../pledges/terms.ts';
import { attemptAt, type CheckedFile } from './file.ts';
import { insertAll, type Import, type ImportAnswer } from './import-job.ts';

/** One pledge of the file: its row, new or locked, and the book of what is in the ledger so far. */
interface Item {
  place: string;
  file: PledgeFile;
  row: PledgeRow;
  isNew: boolean;
  /** This file accepts it; where the row is not new, it is updated. */
  isAccepted: boolean;
  book: Book | null;
}

/** A batch that the file adds, with the terms before it when it accepts its pledge. */
interface FileBatch {
  on: string;
  entries: NewEntry[];
}

type Pledges = Pick<ImportAnswer, 'pledges' | 'movements'>;

/**
 * Plans the file's pledges and their movements in memory, pledge by pledge, and inserts what is
 * new; the entries follow one another by their days, as they would have been recorded.
 */
export async function importPledges(
  job: Import,
  checked: CheckedFile,
  entries: NewEntry[],
): Promise<Pledges> {
  const { ctx, tx } = job;
  const { currency } = checked.file.initiative;
  const items = await openItems(job, checked);
  const rates = await referenceRates(tx, currency, acceptances(items));
  const names = new Map(checked.file.signatories.map(({ key, name }) => [key, name]));
  const batches: FileBatch[] = [];
  const evidence: (typeof schema.evidence.$inferInsert)[] = [];
  const movements = { added: 0, skipped: 0 };
  for (const [index, item] of items.entries()) {
    for (const [position, movement] of item.file.movements.entries()) {
      const place = `${item.place}.movements[${position}]`;
      const path = `pledges/${item.file.key}/${position}`;
      if (!job.isNew(path, place, movement)) {
        movements.skipped += 1;
        continue;
      }
      const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
      const planned = attemptAt(job.check, place, () =>
        movement.verb === 'accept'
          ? planAcceptance(job, item, movement, {
              currency,
              rates,
              batch,
              name: names.get(item.file.signatory)!,
            })
          : planMovement(job, item, movement, batch),
      );
      // What follows a refused movement would be refused for that alone.
      if (!planned) break;
      movements.added += 1;
      batches.push({ on: movement.occurredOn, entries: planned });
      evidence.push(...evidenceRow(batch, movement.evidence));
      job.remember(path, movement, batch);
    }
    if (index % 1_000 === 999) job.progress('pledges', index + 1, items.length);
  }
  job.check.done();
  const fresh = items.filter(({ isNew }) => isNew);
  await updateAccepted(
    job,
    items.filter(({ isNew, isAccepted }) => isAccepted && !isNew),
  );
  await insertAll(
    tx,
    schema.pledge,
    fresh.map(({ row }) => row),
  );
  await insertAll(tx, schema.evidence, evidence);
  const inOrder = batches.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  entries.push(...inOrder.flatMap((batch) => batch.entries));
  job.progress('pledges', items.length, items.length);
  return { pledges: { added: fresh.length, skipped: items.length - fresh.length }, movements };
}

const acceptances = (items: Item[]) =>
  items.flatMap(({ row, file }) =>
    file.movements
      .filter(({ verb }) => verb === 'accept')
      .map(({ occurredOn }) => ({ asset: row.asset, on: occurredOn })),
  );

async function openItems(job: Import, { file, drafts }: CheckedFile): Promise<Item[]> {
  const { ctx, tx } = job;
  const siteNames = drafts.flatMap(({ siteName }) => siteName ?? []);
  const siteCode = await siteCodes(ctx, tx, siteNames);
  const known = await knownPledges(job, file.pledges, file.initiative.currency);
  return file.pledges.map((item, index) => {
    const { movements: _, ...content } = item;
    const path = `pledges/${item.key}`;
    const place = `pledges[${index}]`;
    if (!job.isNew(path, place, content)) {
      const { row, book } = known.get(job.idOf(path)!)!;
      return { place, file: item, row, isNew: false, isAccepted: false, book };
    }
    const draft = drafts[index]!;
    const row = pledgeRow(ctx, item, draft, {
      signatoryId: job.idOf(`signatories/${item.signatory}`)!,
      site: draft.siteName === null ? null : siteCode(draft.siteName),
    });
    job.remember(path, content, row.ref);
    const empty = { reason: null, rateNum: null, rateDen: null, rateOn: null, rateSource: null };
    return {
      place,
      file: item,
      row: { decidedAt: null, ...empty, ...row } as PledgeRow,
      isNew: true,
      isAccepted: false,
      book: null,
    };
  });
}

/** The pledges of earlier imports, locked in the order of their references, with their books. */
async function knownPledges(job: Import, pledges: PledgeFile[], currency: string) {
  const refs = pledges.flatMap(({ key }) => job.idOf(`pledges/${key}`) ?? []);
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

const notPending = ({ ref, status }: PledgeRow) =>
  new DomainError('conflict', `pledge ${ref} is ${status} here`);

/** Fixes the rates of pledges that stood here pending, in one statement. */
async function updateAccepted(job: Import, items: Item[]): Promise<void> {
  if (items.length === 0) return;
  const column = (read: (row: PledgeRow) => string | null) =>
    sql.param(items.map(({ row }) => read(row)));
  await job.tx.execute(sql`
    UPDATE pledge SET status = 'accepted', decided_at = ${job.ctx.now().toISOString()}::timestamptz,
      rate_num = fixed.num, rate_den = fixed.den, rate_on = fixed.rated_on, rate_source = fixed.source
    FROM unnest(${column(({ ref }) => ref)}::text[], ${column(({ rateNum }) => rateNum)}::text[],
      ${column(({ rateDen }) => rateDen)}::text[], ${column(({ rateOn }) => rateOn)}::date[],
      ${column(({ rateSource }) => rateSource)}::text[]) AS fixed (ref, num, den, rated_on, source)
    WHERE pledge.ref = fixed.ref`);
}

function planAcceptance(
  { ctx }: Import,
  item: Item,
  movement: MovementFile,
  of: { currency: string; rates: Map<string, ReferenceRate>; batch: string; name: string },
): NewEntry[] {
  const { row } = item;
  const on = movement.occurredOn;
  if (row.status !== 'pending') throw notPending(row);
  const reference = of.rates.get(rateKey(row.asset, on));
  if (!reference) throw noRate(row.asset, on);
  const terms = termsOf(row, of.currency, reference);
  item.book = openBook(terms);
  item.isAccepted = true;
  Object.assign(row, {
    status: 'accepted',
    decidedAt: ctx.now(),
    rateNum: reference.rate.num,
    rateDen: reference.rate.den,
    rateOn: reference.rateOn,
    rateSource: reference.rateSource,
  });
  const grade = gradeFor('pledge', terms.asset.kind, movement.evidence?.grade);
  const moves = planMoves(item.book, { verb: 'pledge', on });
  const { ref, signatoryId } = row;
  return [
    { kind: 'terms', ref, terms, signatoryId, name: of.name },
    ...recorded(item, moves, of.batch, on, grade),
  ];
}

function planMovement(
  { ctx }: Import,
  item: Item,
  movement: MovementFile,
  batch: string,
): NewEntry[] {
  const { verb, ...input } = movement;
  if (verb === 'accept' || !item.book) throw notPending(item.row);
  const { grade, ...request } = readMove(verb, item.book.terms.asset, input, ctx.now());
  return recorded(item, planMoves(item.book, request), batch, request.on, grade);
}

function recorded(
  { row, book }: Item,
  moves: ReturnType<typeof planMoves>,
  batch: string,
  on: string,
  grade: Grade,
): NewEntry[] {
  return moves.map((move) => {
    applyMove(book!, move);
    return { kind: 'movement', pledgeId: row.id, ref: row.ref, batch, move, on, grade };
  });
}
