import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import type { Answer } from '../db/write.ts';
import type { Move, Terms } from '../domain/book.ts';
import { assetOf } from '../domain/asset.ts';
import type { Day } from '../domain/day.ts';
import type { Grade } from '../domain/evidence.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { movementJson } from './json.ts';
import type { PledgeRow } from './terms.ts';

export interface Evidence {
  url?: string | undefined;
  note?: string | undefined;
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

/** The evidence of a batch, as a row; nothing when there is no more than its grade. */
export const evidenceRow = (batch: string, evidence: Evidence | undefined) =>
  evidence?.url === undefined && evidence?.note === undefined
    ? []
    : [{ batch, url: evidence.url ?? null, note: evidence.note ?? null }];

/** The ledger entries of a batch's movements. */
export const movementEntries = (
  { id: pledgeId, ref }: Pick<PledgeRow, 'id' | 'ref'>,
  { batch, moves, on, grade }: Pick<Batch, 'batch' | 'moves' | 'on' | 'grade'>,
): NewEntry[] => moves.map((move) => ({ kind: 'movement', pledgeId, ref, batch, move, on, grade }));

/** What a pledge says from now on, as the ledger has it. */
export const termsEntry = (
  { ref, signatoryId }: Pick<PledgeRow, 'ref' | 'signatoryId'>,
  terms: Terms,
  { name }: { name: string },
): NewEntry => ({ kind: 'terms', ref, terms, signatoryId, name });

/** Records one call's movements, with what stands behind them: the last thing its use case does. */
export async function recordBatch(ctx: Context, tx: Tx, recorded: Batch): Promise<Answer> {
  const { pledge, currency, batch, moves, on, grade, evidence, before = [] } = recorded;
  const rows = evidenceRow(batch, evidence);
  if (rows.length > 0) await tx.insert(schema.evidence).values(rows);
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
