import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { insertRows } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import type { Answer } from '../db/write.ts';
import type { Book, Move, Terms } from '../domain/pledge-book.ts';
import { assetOf } from '../domain/asset.ts';
import type { Day } from '../domain/day.ts';
import type { Grade } from '../domain/evidence.ts';
import { parseAmount } from '../domain/quantity.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { movementJson } from './json.ts';
import { keepCame, type PledgeRow } from './terms.ts';

export interface Evidence {
  url?: string | undefined;
  note?: string | undefined;
  /** Of the agreement or of the bank. Never public, and no more is the fee, in major units. */
  reference?: string | undefined;
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
  /** Entries that stand before the movements: the terms of a pledge that is being accepted. */
  before?: NewEntry[];
}

/** A batch that is worked out and checked, of which nothing is written yet. */
export interface Planned extends Omit<Batch, 'batch'> {
  /** Where its amounts stand now. */
  book: Book;
  /** What it says from then on. */
  terms: Terms;
  /** What this was worked out from (terms.ts, seenOf). */
  seen: string;
}

/** The evidence of a batch, as a row; nothing when there is no more than its grade. */
export function evidenceRow(batch: string, evidence: Evidence | undefined, currency: string) {
  const { url = null, note = null, reference = null, fee } = evidence ?? {};
  const feeMinor = fee === undefined ? null : parseAmount(fee, currency, 'evidence.fee');
  const row = { url, note, reference, feeMinor };
  return Object.values(row).every((fact) => fact === null) ? [] : [{ batch, ...row }];
}

/** The ledger entries of a batch's movements. */
export const movementEntries = (
  { id: pledgeId, ref }: Pick<PledgeRow, 'id' | 'ref'>,
  { batch, moves, on, grade }: Pick<Batch, 'batch' | 'moves' | 'on' | 'grade'>,
): NewEntry[] => moves.map((move) => ({ kind: 'movement', pledgeId, ref, batch, move, on, grade }));

/** What a pledge says from now on, as the ledger has it; `isAgain` where it has said something before. */
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

/** Records one call's movements, with what stands behind them: the last thing its use case does. */
export async function recordBatch(ctx: Context, tx: Tx, recorded: Batch): Promise<Answer> {
  const { pledge, currency, batch, moves, on, grade, evidence, before = [] } = recorded;
  const rows = evidenceRow(batch, evidence, pledge.asset);
  await insertRows(tx, schema.evidence, rows);
  await keepCame(tx, pledge, moves);
  const movements = movementEntries(pledge, recorded);
  const first = await append(tx, [...before, ...movements], ctx);
  const asset = assetOf(pledge.asset);
  const facts = moves.map((move, index) =>
    movementJson(
      { ...move, seq: first + BigInt(before.length + index), occurredOn: on, grade },
      asset,
      currency,
    ),
  );
  return { status: 201, body: { batch, movements: facts } };
}
