/** The plan of agreements and receipts: each moves an amount of a pledge that is here. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../../db/db.ts';
import { rowsOf } from '../../db/sql.ts';
import { DomainError, fieldError } from '../../domain/errors.ts';
import { planMoves } from '../../domain/move.ts';
import { applyMove } from '../../domain/pledge-book.ts';
import { say } from '../../domain/say.ts';
import { findInitiative, noInitiative } from '../../initiative/read.ts';
import { BATCH_LENGTH, randomCode } from '../../ledger/codes.ts';
import { checkGiver, EXPECTING, lockGivers } from '../../pledges/acceptance.ts';
import { isFollowed, lockReferences } from '../../pledges/followed-payment.ts';
import { readMove } from '../../pledges/move.ts';
import { evidenceRow, movementEntries } from '../../pledges/record.ts';
import { openBooks, type OpenBook } from './books.ts';
import {
  addUp,
  emptyWork,
  inTurns,
  keyOf,
  madeBy,
  planOf,
  planRow,
  readRows,
  type FreshRow,
  type Plan,
  type Planning,
  type Work,
} from './plan.ts';
import { attemptRow } from './typed.ts';
import { giversOf } from './whom.ts';

type Kind = 'agreements' | 'receipts';
type Row = FreshRow<Kind>;

const VERBS = { agreements: 'commit', receipts: 'receive' } as const;
const DAYS = { agreements: 'agreed_on', receipts: 'received_on' } as const;

export async function planMovements(kind: Kind, planning: Planning): Promise<Plan> {
  const { reader, tx } = planning;
  const initiative = await findInitiative(reader);
  if (!initiative) throw noInitiative();
  const rows = await readRows(kind, planning);
  const { fresh } = rows;
  const refs = await refsOf(reader, fresh);
  const wanted = [...new Set(refs.values())];
  const books = await openBooks(reader, wanted, initiative.currency, tx !== null);
  const givers = await lockGiversOf(tx, books);
  const followed = tx
    ? await lockReferences(
        tx,
        fresh.flatMap(({ typed }) => typed.input.evidence?.reference ?? []),
      )
    : new Map<string, string>();
  const work = emptyWork();
  for await (const row of inTurns(fresh)) {
    const ref = refs.get(row);
    const opened = ref === undefined ? undefined : books.get(ref);
    if (opened === undefined) continue;
    planRow(row.read, { asset: 'currency', occurredOn: DAYS[kind], excess: 'amount' }, () => {
      const payment = followed.get(row.typed.input.evidence?.reference ?? '');
      if (payment !== undefined) throw isFollowed(payment);
      if (EXPECTING.has(VERBS[kind])) {
        const giver = givers?.get(opened.row.signatoryId);
        if (giver) checkGiver(giver, true);
      }
      planMove(planning, kind, row, opened, work);
    });
  }
  return planOf(kind, rows, work);
}

const lockGiversOf = (tx: Tx | null, books: ReadonlyMap<string, OpenBook>) =>
  tx &&
  lockGivers(tx, [...new Set([...books.values()].map(({ row }) => row.signatoryId))], 'shared');

/** Later rows find the pledge as this one leaves it. */
function planMove(
  { ctx }: Planning,
  kind: Kind,
  { key, typed }: Row,
  { row, book }: OpenBook,
  work: Work,
): void {
  if (!book) throw new DomainError('conflict', say().pledges.notAccepted(row.ref, row.status));
  const { asset } = book.terms;
  if (typed.currency !== undefined && asset.kind === 'funding' && typed.currency !== asset.code) {
    throw fieldError('currency', say().csv.pledgeCurrency(typed.currency, asset.code));
  }
  const verb = VERBS[kind];
  const { grade, ...request } = readMove(verb, asset, typed.input, ctx.now());
  const moves = planMoves(book, request);
  for (const move of moves) {
    applyMove(book, move);
    if (move.verb === verb) addUp(work, asset.code, move.quantity);
  }
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const { on } = request;
  const entries = movementEntries(row, { batch, moves, on, grade });
  work.evidence.push(...evidenceRow(batch, typed.input.evidence, row.asset));
  work.batches.push({ ref: row.ref, on, hides: false, entries });
  work.items.push({ key, made: batch });
  work.deeds.push({ act: `pledge.${verb}`, object: row.ref, facts: { batch } });
  if (row.asked !== null) work.increases.push({ pledge: row, moves });
}

/** The reference of each row's pledge: as written, by the id of an imported one, or the only one of its giver. */
async function refsOf(reader: Db | Tx, fresh: readonly Row[]): Promise<Map<Row, string>> {
  const named = fresh.flatMap(({ typed }) => typed.pledge ?? []);
  const made = await madeBy(
    reader,
    named.map((id) => keyOf('pledges', id)),
  );
  const own = await refsIn(reader, [...named, ...made.values()]);
  const others = fresh.filter(({ typed }) => typed.pledge === undefined);
  const giverOf = await giversOf(
    reader,
    others.map(({ typed }) => typed.whom),
  );
  const givers = new Map(
    others.flatMap((row) => {
      const giver = attemptRow(row.read, {}, () => giverOf(row.typed.whom));
      return giver ? [[row, giver] as const] : [];
    }),
  );
  const pledges = await pledgesOf(
    reader,
    [...givers.values()].map(({ id }) => id),
  );
  const found = new Map<Row, string>();
  for (const row of fresh) {
    planRow(row.read, {}, () => {
      const { pledge, input, currency } = row.typed;
      if (pledge !== undefined) {
        const ref = made.get(keyOf('pledges', pledge)) ?? pledge;
        if (!own.has(ref)) throw fieldError('pledge', say().csv.noPledge(pledge));
        found.set(row, ref);
        return;
      }
      const giver = givers.get(row);
      if (!giver) return;
      const isMoney = input.gpuHours === undefined;
      const theirs = (pledges.get(giver.id) ?? []).filter(
        (each) => each.isMoney === isMoney && (!currency || each.asset === currency),
      );
      const refs = theirs.map(({ ref }) => ref);
      if (refs.length === 0) throw fieldError('pledge', say().csv.noPledgeOf(giver.name));
      if (refs.length > 1) throw fieldError('pledge', say().csv.severalPledges(refs));
      found.set(row, refs[0]!);
    });
  }
  return found;
}

async function refsIn(reader: Db | Tx, refs: readonly string[]): Promise<Set<string>> {
  const found = await reader.execute(sql`
    SELECT ref FROM pledge WHERE ref = ANY(${sql.param(refs)}::text[])`);
  return new Set(rowsOf(found, z.strictObject({ ref: z.string() })).map(({ ref }) => ref));
}

const ownedRow = z.strictObject({
  ref: z.string(),
  giver: z.string(),
  asset: z.string(),
  isMoney: z.boolean(),
});

async function pledgesOf(reader: Db | Tx, givers: readonly string[]) {
  const found = await reader.execute(sql`
    SELECT ref, signatory_id AS giver, asset, source IS NULL AS "isMoney" FROM pledge
    WHERE signatory_id = ANY(${sql.param(givers)}::uuid[]) AND status = 'accepted' ORDER BY ref`);
  return Map.groupBy(rowsOf(found, ownedRow), ({ giver }) => giver);
}
