import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { insertRows } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import type { Answer } from '../db/write.ts';
import { assetOf } from '../domain/asset.ts';
import type { CreditedInput } from '../domain/credited.ts';
import type { Book, Move, Terms } from '../domain/pledge-book.ts';
import type { Day } from '../domain/day.ts';
import type { Grade } from '../domain/evidence.ts';
import { canonicalRate, PAR, parseAmount } from '../domain/quantity.ts';
import { sumOf } from '../domain/schedule.ts';
import type { Place } from '../domain/stage.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { movementJson } from './json.ts';
import type { OpenPledge } from './open-pledge.ts';
import type { PledgeRow } from './pledge-row.ts';

export interface Evidence extends CreditedInput {
  url?: string | undefined;
  note?: string | undefined;
  /** On the agreement or at the bank. Never public. */
  reference?: string | undefined;
  /** In major units. Never public. */
  fee?: string | undefined;
}

interface Batch {
  pledge: PledgeRow;
  currency: string;
  batch: string;
  moves: readonly Move[];
  on: Day;
  grade: Grade;
  evidence?: Evidence | undefined;
  /** The terms of a pledge that is being accepted. */
  before?: NewEntry[];
}

export interface Planned extends Omit<Batch, 'batch'> {
  book: Book;
  terms: Terms;
  seen: string;
}

export const plannedOn = (
  { row, currency, book, seen }: OpenPledge,
  batch: Pick<Batch, 'moves' | 'on' | 'grade' | 'evidence'>,
): Planned => ({ pledge: row, currency, book, terms: book.terms, seen, ...batch });

export function evidenceRow(batch: string, evidence: Evidence | undefined, currency: string) {
  const { url = null, note = null, reference = null, fee } = evidence ?? {};
  const feeMinor = fee === undefined ? null : parseAmount(fee, currency, 'evidence.fee');
  const { creditedAmount, creditedCurrency = null, creditedRate } = evidence ?? {};
  const isCredited = creditedAmount !== undefined && creditedCurrency !== null;
  const row = {
    url,
    note,
    reference,
    feeMinor,
    creditedMinor: isCredited ? parseAmount(creditedAmount, creditedCurrency) : null,
    creditedCurrency: isCredited ? creditedCurrency : null,
    exchangeRate: isCredited ? (canonicalRate(creditedRate ?? '') ?? PAR.num) : null,
  };
  return Object.values(row).every((fact) => fact === null) ? [] : [{ batch, ...row }];
}

export const movementEntries = (
  { id: pledgeId, ref }: Pick<PledgeRow, 'id' | 'ref'>,
  { batch, moves, on, grade }: Pick<Batch, 'batch' | 'moves' | 'on' | 'grade'>,
): NewEntry[] => moves.map((move) => ({ kind: 'movement', pledgeId, ref, batch, move, on, grade }));

/** `isAgain`: the pledge has terms in the ledger already. */
export const termsEntry = (
  { id, ref, signatoryId }: Pick<PledgeRow, 'id' | 'ref' | 'signatoryId'>,
  terms: Terms,
  { name }: { name: string },
  isAgain = false,
): NewEntry => ({
  kind: 'terms',
  ref,
  terms,
  signatoryId,
  name,
  ...(isAgain && { changes: id }),
});

const moved = (moves: readonly Move[], from: Place, to: Place): bigint =>
  sumOf(moves.filter((move) => move.from === from && move.to === to));

/** Counts money beyond the promise towards a pending increase, at which one must look again. The pledge is locked. */
export async function countTowardsIncrease(
  tx: Tx,
  { id, asked }: PledgeRow,
  moves: readonly Move[],
): Promise<void> {
  const change = moved(moves, 'outside', 'received') - moved(moves, 'received', 'outside');
  if (asked === null || change === 0n) return;
  const came = BigInt(asked.came ?? 0) + change;
  await tx
    .update(schema.pledge)
    .set({
      asked: { ...asked, came: (came > 0n ? came : 0n).toString() },
      revision: sql`${schema.pledge.revision} + 1`,
    })
    // This transaction may have decided on the increase, or dropped it.
    .where(and(eq(schema.pledge.id, id), isNotNull(schema.pledge.asked)));
}

export async function recordBatch(ctx: Context, tx: Tx, recorded: Batch): Promise<Answer> {
  const { pledge, currency, batch, moves, on, grade, evidence, before = [] } = recorded;
  await insertRows(tx, schema.evidence, evidenceRow(batch, evidence, pledge.asset));
  await countTowardsIncrease(tx, pledge, moves);
  const movements = movementEntries(pledge, recorded);
  const first = await append(tx, [...before, ...movements], ctx);
  const asset = assetOf(pledge.asset);
  const facts = moves.map((move, index) => {
    const seq = first + BigInt(before.length + index);
    return movementJson({ ...move, seq, occurredOn: on, grade }, asset, currency);
  });
  return { status: 201, body: { batch, movements: facts } };
}
