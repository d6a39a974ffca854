import { insertRows } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { together } from '../db/sql.ts';
import { applyMove, openBook } from '../domain/pledge-book.ts';
import { DomainError } from '../domain/errors.ts';
import { planMoves } from '../domain/move.ts';
import { say } from '../domain/say.ts';
import type { NewEntry } from '../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { checkGiver, EXPECTING, markAccepted, planAcceptance } from '../pledges/acceptance.ts';
import { isFollowed, lockReferences } from '../pledges/followed-payment.ts';
import { readMove } from '../pledges/move.ts';
import { isHeldBack, type PledgeRow, wasAccepted } from '../pledges/pledge-row.ts';
import { evidenceRow, movementEntries, termsEntry } from '../pledges/record.ts';
import type { MovementFile } from '../pledges/schemas.ts';
import { checkOldRates, oldRatesOf } from '../rates/age.ts';
import { rateKey, referenceRates, type ReferenceRate } from '../rates/reference.ts';
import { attemptAt, type CheckedFile } from './file.ts';
import { movementPath, type Import, type ImportAnswer } from './job.ts';
import { openItems, taken, type Item, type WrittenPledge } from './open-items.ts';

/** After the terms if it accepts its pledge. */
export interface FileBatch {
  ref: string;
  on: string;
  /** Accepts an anonymous pledge. */
  hides: boolean;
  entries: NewEntry[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Anonymous acceptances first, by reference alone: the file's order would tell whose they are. */
export function inLedgerOrder(batches: readonly FileBatch[]): NewEntry[] {
  const hiding = batches.filter(({ hides }) => hides);
  const others = batches.filter(({ hides }) => !hides);
  return [
    ...hiding.toSorted((a, b) => byText(a.ref, b.ref)),
    ...others.toSorted((a, b) => byText(a.on, b.on) || byText(a.ref, b.ref)),
  ].flatMap(({ entries }) => entries);
}

type Pledges = Pick<ImportAnswer, 'pledges' | 'movements' | 'oldRates'>;

/** What the file's pledges come to, beside the rows that are inserted on the way. */
interface Planned extends Omit<Pledges, 'oldRates'> {
  batches: FileBatch[];
  evidence: (typeof schema.evidence.$inferInsert)[];
  fresh: PledgeRow[];
  /** Pledges of earlier imports that this file accepts. */
  accepted: PledgeRow[];
  /** Acceptances at rates that have an age. */
  dated: Parameters<typeof oldRatesOf>[0][number][];
  /** Their places in the file. */
  references: Map<string, string>;
}

const PLEDGES_AT_ONCE = 1_000;

/**
 * Plans the file's pledges and movements in memory, one pledge at a time, and inserts what is new. Nothing more is
 * inserted once an item was refused: the rest is only read for its errors.
 */
export async function importPledges(
  job: Import,
  checked: CheckedFile,
  entries: NewEntry[],
): Promise<Pledges> {
  const { ctx, tx } = job;
  const { pledges } = checked.file;
  const planned = await planPledges(job, checked).finally(() => job.ahead.done());
  const { batches, references, accepted, dated } = planned;
  // Rows may be in before this: whoever records a payment waits for the same locks, and we look after we have them.
  for (const [reference, payment] of await lockReferences(tx, [...references.keys()])) {
    attemptAt(job.check, references.get(reference)!, () => {
      throw isFollowed(payment);
    });
  }
  job.check.done();
  const oldRates = oldRatesOf(dated);
  checkOldRates(oldRates, job.options.useOldRates ?? false);
  await markAccepted(tx, ctx.now(), accepted);
  // One by one: there may be more than a call takes arguments.
  for (const entry of inLedgerOrder(batches)) entries.push(entry);
  job.progress('pledges', pledges.length, pledges.length);
  return { pledges: planned.pledges, movements: planned.movements, oldRates };
}

async function planPledges(job: Import, checked: CheckedFile): Promise<Planned> {
  const { pledges, initiative } = checked.file;
  const { currency } = initiative;
  const rates = await referenceRates(job.tx, currency, acceptances(checked));
  const open = await openItems(job, checked);
  const planned: Planned = {
    pledges: { added: 0, skipped: 0 },
    movements: { added: 0, skipped: 0 },
    batches: [],
    evidence: [],
    fresh: [],
    accepted: [],
    dated: [],
    references: new Map(),
  };
  for (let start = 0; start < pledges.length; start += PLEDGES_AT_ONCE) {
    const end = Math.min(start + PLEDGES_AT_ONCE, pledges.length);
    for (let index = start; index < end; index += 1) {
      const written = taken(checked.written.pledges!, index);
      planItem(job, open(index, written), written.movements ?? [], planned, { currency, rates });
    }
    job.progress('pledges', end, pledges.length);
    // oxlint-disable-next-line no-await-in-loop -- each waits for the one before
    await insertPlanned(job, planned);
  }
  return planned;
}

async function insertPlanned(job: Import, planned: Planned): Promise<void> {
  const { fresh, evidence } = planned;
  const remembered = job.remembered();
  Object.assign(planned, { fresh: [], evidence: [] });
  if (job.check.hasRefused()) return;
  await job.ahead.begin(() =>
    together([
      insertRows(job.tx, schema.pledge, fresh),
      insertRows(job.tx, schema.evidence, evidence),
      insertRows(job.tx, schema.imported, remembered),
    ]),
  );
}

function planItem(
  job: Import,
  item: Item,
  written: NonNullable<WrittenPledge['movements']>,
  planned: Planned,
  of: { currency: string; rates: Map<string, ReferenceRate> },
): void {
  const { row, file } = item;
  for (const [position, movement] of file.movements.entries()) {
    const place = `${item.place}.movements[${position}]`;
    const path = movementPath(file.key, position);
    if (!job.isNew(path, place, written[position])) {
      planned.movements.skipped += 1;
      continue;
    }
    const batch = randomCode(job.ctx.randomBytes, BATCH_LENGTH);
    const hides = movement.verb === 'accept' && isHeldBack(row);
    const entries = attemptAt(job.check, place, () =>
      planFileMovement(job, item, movement, { ...of, batch }),
    );
    // Movements after a refused one would be refused only because of it.
    if (!entries) break;
    planned.movements.added += 1;
    planned.batches.push({ ref: row.ref, on: movement.occurredOn, hides, entries });
    planned.evidence.push(...evidenceRow(batch, movement.evidence, row.asset));
    const { reference } = movement.evidence ?? {};
    if (reference) planned.references.set(reference, place);
    job.remember(path, written[position], batch);
  }
  planned.pledges[item.isNew ? 'added' : 'skipped'] += 1;
  if (item.isNew) planned.fresh.push(row);
  if (!item.isAccepted) return;
  if (!item.isNew) planned.accepted.push(row);
  const { rateOn, rateSource, asset } = row;
  const on = file.movements[0]!.occurredOn;
  if (rateOn !== null) planned.dated.push({ asset, on, rateOn, rateSource: rateSource! });
}

const acceptances = ({ file, drafts }: CheckedFile) =>
  file.pledges.flatMap(({ movements }, index) =>
    movements
      .filter(({ verb }) => verb === 'accept')
      .map(({ occurredOn }) => ({ asset: drafts[index]!.asset, on: occurredOn })),
  );

/** Plans the entries of one movement, and applies it to the item's row and book. */
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
