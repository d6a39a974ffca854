/** Agreements and receipts: each moves an amount of a pledge that is here. */
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { conflict, fieldError } from '../../domain/errors.ts';
import { planMoves } from '../../domain/move.ts';
import { applyMove } from '../../domain/pledge-book.ts';
import { say } from '../../domain/say.ts';
import { sumOf } from '../../domain/schedule.ts';
import { parse } from '../../http/parse.ts';
import { BATCH_LENGTH, randomCode } from '../../ledger/codes.ts';
import { checkGiver, EXPECTING, lockGivers } from '../../pledges/acceptance.ts';
import { followedPayments, isFollowed, lockReferences } from '../../pledges/followed-payment.ts';
import { readMove } from '../../pledges/move.ts';
import { evidenceRow, movementEntries } from '../../pledges/record.ts';
import { moveInput } from '../../pledges/schemas.ts';
import { openBooks, type OpenBook } from '../books.ts';
import { attemptRow, type Said } from './cells.ts';
import {
  madeOf,
  planEach,
  readRows,
  type FreshRow,
  type Made,
  type Plan,
  type Planning,
} from './plan.ts';
import { giversOf } from './whom.ts';

type Verb = 'commit' | 'receive';

/** As the API has it, with the evidence that the verb needs. Throws `invalid-input`. */
function readMovement(verb: Verb, said: Said) {
  const { amount, gpuHours, occurredOn, reference, url, note, fee } = said;
  const isMoney = gpuHours === undefined;
  const { noEvidence, noReference } = say().csv;
  if (occurredOn === undefined) throw fieldError('occurredOn', say().http.missing);
  // Without one, all that is outstanding would be received: of each row, where the column isn't chosen.
  if (verb === 'receive' && (amount ?? gpuHours) === undefined) {
    throw fieldError('amount', say().http.missing);
  }
  if (verb === 'receive' && isMoney && !reference) throw fieldError('reference', noReference);
  if (verb === 'commit' && !(reference ?? url ?? note)) throw fieldError('reference', noEvidence);
  const received = isMoney ? 'payment' : 'provider-statement';
  const grade = verb === 'commit' ? 'signed-agreement' : received;
  const evidence = { grade, reference, url, note, fee: fee === '0' ? undefined : fee };
  return { ...parse(moveInput, { amount, gpuHours, occurredOn, evidence }), occurredOn };
}

export async function planMovements(planning: Planning): Promise<Plan> {
  const { reader, tx, kind, how } = planning;
  const verb = kind === 'agreements' ? 'commit' : 'receive';
  const rows = await readRows(planning);
  const refOf = await refsOf(reader, rows.fresh);
  const pairs = rows.fresh.flatMap((fresh) => {
    const ref = attemptRow(fresh, () => refOf(fresh.said));
    return ref === undefined ? [] : [{ fresh, ref }];
  });
  const books = await openBooks(
    reader,
    pairs.map(({ ref }) => ref),
    how.currency,
    tx !== null,
  );
  const givers = [...new Set([...books.values()].map(({ row }) => row.signatoryId))];
  const locked = tx && (await lockGivers(tx, givers, 'shared'));
  const references = rows.fresh.flatMap(({ said }) => said['reference'] ?? []);
  const followed = await (tx
    ? lockReferences(tx, references)
    : followedPayments(reader, references));
  return planEach(planning, rows, pairs, ({ fresh: { said }, ref }) => {
    const payment = followed.get(said['reference'] ?? '');
    if (payment !== undefined) throw isFollowed(payment);
    const opened = books.get(ref)!;
    const giver = locked?.get(opened.row.signatoryId);
    if (giver) checkGiver(giver, EXPECTING.has(verb));
    return planMove(planning, verb, said, opened);
  });
}

/** Later rows find the pledge as this one leaves it. */
function planMove({ ctx }: Planning, verb: Verb, said: Said, { row, book }: OpenBook): Made {
  if (!book) throw conflict(say().pledges.notAccepted(row.ref, row.status));
  const { asset } = book.terms;
  const { currency = asset.code } = said;
  if (asset.kind === 'funding' && currency !== asset.code) {
    throw fieldError('currency', say().csv.pledgeCurrency(currency, asset.code));
  }
  const input = readMovement(verb, said);
  const { grade, ...request } = readMove(verb, asset, input, ctx.now());
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const evidence = evidenceRow(batch, input.evidence, row.asset);
  const moves = planMoves(book, request);
  for (const move of moves) applyMove(book, move);
  const { on } = request;
  const entries = movementEntries(row, { batch, moves, on, grade });
  return {
    made: batch,
    evidence,
    batch: { ref: row.ref, on, hides: false, entries },
    deed: { act: `pledge.${verb}`, object: row.ref, facts: { batch } },
    sum: { asset: asset.code, quantity: sumOf(moves.filter((move) => move.verb === verb)) },
  };
}

/** A row's pledge: by its reference, the external id of an imported one, or as the only one of its giver. */
async function refsOf(
  reader: Db | Tx,
  fresh: readonly FreshRow[],
): Promise<(said: Said) => string> {
  const named = fresh.flatMap(({ said }) => said['pledge'] ?? []);
  const refOf = await madeOf(reader, 'pledges', named);
  const others = fresh.filter(({ said }) => said['pledge'] === undefined);
  const giverOf = await giversOf(reader, others);
  const ids = others.flatMap((row) => attemptRow(row, () => giverOf(row.said).id) ?? []);
  const { ref, signatoryId, asset, source, status } = schema.pledge;
  const found = await reader
    .select({ ref, signatoryId, asset, source, status })
    .from(schema.pledge)
    .where(
      sql`${ref} = ANY(${sql.param(named.map(refOf))}::text[])
        OR ${signatoryId} = ANY(${sql.param(ids)}::uuid[])`,
    )
    .orderBy(ref);
  const refs = new Set(found.map((each) => each.ref));
  const byGiver = Map.groupBy(found, (each) => each.signatoryId);
  return (said) => {
    const { pledge, currency, gpuHours } = said;
    if (pledge !== undefined) {
      if (refs.has(refOf(pledge))) return refOf(pledge);
      throw fieldError('pledge', say().csv.noPledge(pledge));
    }
    const giver = giverOf(said);
    const [only, ...more] = (byGiver.get(giver.id) ?? []).filter((each) => {
      if (each.status !== 'accepted') return false;
      if (gpuHours !== undefined) return each.source !== null;
      return each.source === null && (currency ?? each.asset) === each.asset;
    });
    if (!only) throw fieldError('pledge', say().csv.noPledgeOf(giver.name));
    if (more.length === 0) return only.ref;
    throw fieldError('pledge', say().csv.severalPledges([only, ...more].map((each) => each.ref)));
  };
}
