import { asc, eq, sql } from 'drizzle-orm';
import type { DeskBatch, DeskPledge, DeskPledgePage } from '../../../web/desk/pledge/data.ts';
import { readTrail } from '../../audit/read.ts';
import type { Db, Tx } from '../../db/db.ts';
import { gpuFactor } from '../../db/compute.ts';
import * as rateTables from '../../db/rates.ts';
import * as schema from '../../db/schema.ts';
import { acceptedOn } from '../../db/standing.ts';
import type { Act } from '../../domain/audit-trail.ts';
import { openBook, type Book, type Move } from '../../domain/pledge-book.ts';
import { detailsOf } from '../../domain/details.ts';
import { today, type Day } from '../../domain/day.ts';
import { PAR } from '../../domain/quantity.ts';
import { STAGES, type Stage } from '../../domain/stage.ts';
import { termsOf } from '../../ledger/terms.ts';
import { provedAddress } from '../../mail/queue.ts';
import { pledgeOf, valuesOf } from '../../public/pledge-model.ts';
import { newestTermsChanges } from '../../public/terms-and-target-changes.ts';
import { waitingRequest } from '../../pledges/change-checks.ts';
import { memberNames } from '../../pledges/members.ts';
import { movedOf, noPledge } from '../../pledges/open-pledge.ts';
import {
  acceptedTerms,
  paymentRefOf,
  type PledgeRow,
  shownStatus,
} from '../../pledges/pledge-row.ts';
import { isAdminRate, isGivenFactor, type PledgeView } from '../../pledges/view.ts';

/** A pledge metered daily has hundreds; the list of movements has the rest. */
const BATCHES_SHOWN = 50;
const TRAIL_SHOWN = 100;

export interface OpenedAtDesk {
  view: PledgeView;
  book: Book;
  closed: boolean;
  giver: DeskPledge['giver'];
  history: HistoryRow[];
}

interface HistoryRow {
  movement: typeof schema.movement.$inferSelect;
  evidence: typeof schema.evidence.$inferSelect | null;
  recordedAt: Date;
}

export async function openAtDesk(reader: Db | Tx, ref: string): Promise<OpenedAtDesk> {
  const { pledge, signatory, site, initiative } = schema;
  const { adminRate } = rateTables;
  const [found] = await reader
    .select({
      row: pledge,
      giver: { id: signatory.id, name: signatory.name, status: signatory.status },
      address: { email: signatory.email, confirmedAt: signatory.confirmedAt },
      site: site.name,
      members: memberNames,
      adminRate,
      gpuFactor,
      currency: initiative.currency,
      closed: initiative.closed,
      acceptedOn: sql<string | null>`${acceptedOn(null)}::text`,
    })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .innerJoin(initiative, eq(initiative.id, 1))
    .leftJoin(site, eq(site.code, pledge.site))
    .leftJoin(adminRate, isAdminRate)
    .leftJoin(gpuFactor, isGivenFactor)
    .where(eq(pledge.ref, ref));
  if (!found) throw noPledge(ref);
  const { row, currency, closed } = found;
  const giver = { ...found.giver, isMute: provedAddress(found.address) === null };
  const history = await historyOf(reader, row.id);
  const terms =
    row.status === 'accepted' ? acceptedTerms(row, currency) : unratedTerms(row, currency);
  const book = openBook(
    terms,
    history.map(({ movement }) => movedOf(movement)),
  );
  const view: PledgeView = {
    row,
    currency,
    terms,
    giver: giver.name,
    site: found.site,
    members: found.members,
    details: detailsOf(row),
    paidThrough: row.paidThrough,
    given: found.adminRate ?? found.gpuFactor,
    acceptedOn: found.acceptedOn ?? today(row.createdAt),
    stages: book.stages,
  };
  return { view, book, closed, giver, history };
}

/** A pledge that isn't accepted has no rate, and no page shows one. */
const unratedTerms = (row: PledgeRow, currency: string) =>
  termsOf(row, currency, { rate: PAR, rateOn: null, rateSource: '' });

const historyOf = (reader: Db | Tx, pledgeId: string): Promise<HistoryRow[]> => {
  const { movement, evidence, ledgerEntry } = schema;
  return reader
    .select({ movement, evidence, recordedAt: ledgerEntry.recordedAt })
    .from(movement)
    .innerJoin(ledgerEntry, eq(ledgerEntry.seq, movement.seq))
    .leftJoin(evidence, eq(evidence.batch, movement.batch))
    .where(eq(movement.pledgeId, pledgeId))
    .orderBy(asc(movement.seq));
};

export const basesOf = ({ stages }: Pick<Book, 'stages'>): Record<Stage, bigint> =>
  Object.fromEntries(STAGES.map((stage) => [stage, stages[stage].base])) as Record<Stage, bigint>;

export function deskPledgeOf({ view, giver, history }: OpenedAtDesk): DeskPledge {
  const { row } = view;
  const pledge = pledgeOf(view);
  const { received } = pledge.stages;
  return {
    // An amount that never moved is in no stage.
    pledge: history.length > 0 ? pledge : { ...pledge, total: row.quantity },
    currency: view.currency,
    bases: basesOf(view),
    status: shownStatus(row),
    paymentRef: paymentRefOf(row),
    giver,
    visibility: row.visibility,
    reason: row.reason,
    asked: row.asked && BigInt(row.asked.quantity),
    createdAt: row.createdAt,
    enteredFrom: row.enteredFrom,
    giverConfirmedAt: row.giverConfirmedAt,
    adminNote: row.adminNote,
    beyond: received > row.quantity ? received - row.quantity : 0n,
  };
}

export const deskValues = (reader: Db | Tx, { view, history }: OpenedAtDesk, now: Day) =>
  view.row.status === 'accepted'
    ? valuesOf(
        reader,
        view,
        history.map(({ movement }) => ({ ...movedOf(movement), on: movement.occurredOn })),
        now,
      )
    : Promise.resolve(null);

export function summedMoves(moves: readonly Move[]): Move[] {
  const ways = Map.groupBy(moves, ({ verb, from, to, windows }, index) =>
    windows ? String(index) : `${verb} ${from} ${to}`,
  );
  return [...ways.values()].map((same) => {
    const sum = (of: 'quantity' | 'base'): bigint =>
      same.reduce((total, move) => total + move[of], 0n);
    return { ...same[0]!, quantity: sum('quantity'), base: sum('base') };
  });
}

const creditedOf = (evidence: HistoryRow['evidence']): DeskBatch['credited'] => {
  const { creditedMinor: minor, creditedCurrency: currency, exchangeRate: rate } = evidence ?? {};
  return minor != null && currency != null && rate != null ? { minor, currency, rate } : null;
};

export function batchesOf({ history }: Pick<OpenedAtDesk, 'history'>): DeskBatch[] {
  const reversed = new Set(history.map(({ movement }) => movement.reverses));
  const batches = Map.groupBy(history, ({ movement }) => movement.batch);
  return [...batches].toReversed().map(([batch, rows]) => {
    const { movement, evidence, recordedAt } = rows[0]!;
    const isReversed = reversed.has(movement.seq);
    return {
      batch,
      seq: Number(movement.seq),
      on: movement.occurredOn,
      until: rows.at(-1)!.movement.occurredOn,
      moves: summedMoves(rows.map((row) => movedOf(row.movement))),
      grade: movement.grade,
      url: evidence?.url ?? null,
      note: evidence?.note ?? null,
      reference: evidence?.reference ?? null,
      fee: evidence?.feeMinor ?? null,
      credited: creditedOf(evidence),
      recordedAt,
      doer: null,
      state: movement.reverses !== null ? 'reversal' : isReversed ? 'reversed' : 'stands',
    };
  });
}

const DECISIONS = {
  accepted: ['pledge.accept', 'pledge.log'],
  rejected: ['pledge.reject'],
  withdrawn: ['pledge.withdraw'],
} as const satisfies Record<string, readonly Act[]>;

/** Who decided, and when. A larger amount has a later batch of its own. */
async function decidedOf(
  reader: Db | Tx,
  { view: { row } }: OpenedAtDesk,
  batches: readonly DeskBatch[],
): Promise<DeskPledgePage['decided']> {
  const { ref, status, decidedAt: at } = row;
  if (status === 'pending' || at === null) return null;
  const acts = DECISIONS[status];
  const lines = await readTrail(reader, { object: ref, acts }, { limit: TRAIL_SHOWN });
  if (status !== 'accepted') return { at, by: lines[0]?.doer ?? null };
  const first = batches.findLast(
    ({ state, moves }) => state === 'stands' && moves[0]!.verb === 'pledge',
  );
  const line = lines.find(({ facts }) => first !== undefined && facts['batch'] === first.batch);
  if (line) return { at, by: line.doer.by === 'machine' ? 'together' : line.doer };
  return { at, by: lines.some(({ facts }) => facts['status'] === 'accepted') ? 'policy' : null };
}

export async function tracedOf(
  reader: Db | Tx,
  opened: OpenedAtDesk,
): Promise<
  Pick<DeskPledgePage, 'batches' | 'hasMore' | 'trail' | 'decided' | 'terms' | 'request'>
> {
  const all = batchesOf(opened);
  const shown = all.slice(0, BATCHES_SHOWN);
  const trail = await readTrail(reader, { object: opened.view.row.ref }, { limit: TRAIL_SHOWN });
  const { id } = opened.view.row;
  const { size } = (await reader.select().from(schema.ledgerHead))[0]!;
  const doers = new Map(trail.map(({ facts, doer }) => [facts['batch'], doer]));
  return {
    batches: shown.map((batch) => Object.assign(batch, { doer: doers.get(batch.batch) ?? null })),
    hasMore: all.length > shown.length,
    trail,
    terms: await newestTermsChanges(reader, { size, pledgeId: id }, BATCHES_SHOWN),
    request: (await waitingRequest(reader, id))?.kind ?? null,
    decided: await decidedOf(reader, opened, all),
  };
}
