import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm';
import { requireRight, requireSignatory, type Actor } from '../actor.ts';
import type { Db, Tx } from '../db/db.ts';
import { ANSWERED } from '../db/desk.ts';
import { statement } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { openBook, type Book, type Move, type Terms } from '../domain/pledge-book.ts';
import type { Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moved } from '../domain/move.ts';
import type { Place } from '../domain/stage.ts';
import { isCode } from '../ledger/codes.ts';
import { windowOf } from '../ledger/leaf.ts';
import { fixedRate, termsOf } from '../ledger/terms.ts';

export type PledgeRow = typeof schema.pledge.$inferSelect;

/** The terms of an accepted pledge: at the rate that its acceptance fixed. */
export function acceptedTerms(row: PledgeRow, currency: string): Terms {
  const fixed = fixedRate(row);
  if (row.status !== 'accepted' || !fixed) {
    throw new DomainError(
      'conflict',
      `Pledge ${row.ref} is ${row.status}; only an accepted one moves.`,
    );
  }
  return termsOf(row, currency, fixed);
}

/** Whether a pledge was accepted at any time: the rate that this fixed stays, whatever is taken back. */
export const wasAccepted = ({ rateNum }: Pick<PledgeRow, 'rateNum'>): boolean => rateNum !== null;

const movementRows = statement((reader) =>
  reader
    .select()
    .from(schema.movement)
    .where(eq(schema.movement.pledgeId, sql.placeholder('pledgeId')))
    .orderBy(asc(schema.movement.seq)),
);

/** A pledge's movements in ledger order, with their days. */
export async function movementsOf(
  reader: Db | Tx,
  pledgeId: string,
): Promise<(Moved & { on: Day })[]> {
  const rows = await movementRows(reader, { pledgeId });
  return rows.map((row) => ({ ...movedOf(row), on: row.occurredOn }));
}

export const movedOf = (row: typeof schema.movement.$inferSelect): Moved => ({
  seq: row.seq,
  batch: row.batch,
  verb: row.verb,
  from: row.fromStage,
  to: row.toStage,
  quantity: row.quantity,
  base: row.base,
  windows: row.windows?.map(windowOf) ?? null,
  reverses: row.reverses,
});

export interface LockedPledge {
  row: PledgeRow;
  currency: string;
  closed: boolean;
}

/** The refusal of a reference that is none, or is another one's: nobody learns which. */
export const noPledge = (ref: string): DomainError =>
  new DomainError('not-found', `There is no pledge ${ref}.`);

/** The code that an address names. Throws `not-found` for a text that can be none. */
export function codeOf(params: Record<string, string>, name: 'ref' | 'batch'): string {
  const code = params[name] ?? '';
  if (isCode(code)) return code;
  throw new DomainError('not-found', `There is no such ${name === 'ref' ? 'pledge' : 'batch'}.`);
}

const pledgeToLock = statement((tx) => {
  const { pledge, initiative } = schema;
  const signatoryId = sql`${sql.placeholder('signatoryId')}::uuid`;
  return tx
    .select({ row: pledge, currency: initiative.currency, closed: initiative.closed })
    .from(pledge)
    .innerJoin(initiative, eq(initiative.id, 1))
    .where(
      and(
        eq(pledge.ref, sql.placeholder('ref')),
        or(sql`${signatoryId} IS NULL`, eq(pledge.signatoryId, signatoryId)),
      ),
    )
    .for('update', { of: pledge });
});

/**
 * Locks a pledge, of one signatory where that is named, and reads with it what of the initiative its
 * use cases need. Until the commit nobody else moves it, so the balances read after this stay true.
 */
export async function lockPledge(tx: Tx, ref: string, signatoryId?: string): Promise<LockedPledge> {
  const [found] = await pledgeToLock(tx, { ref, signatoryId: signatoryId ?? null });
  if (!found) throw noPledge(ref);
  return found;
}

/**
 * Locks a pledge for an admin or for the signatory whose it is. Throws `not-found` for anybody
 * else's, and `unauthorised` for the public.
 */
export function lockOwnPledge(tx: Tx, actor: Actor, ref: string): Promise<LockedPledge> {
  if (actor.kind === 'admin') {
    requireRight(actor, 'decide');
    return lockPledge(tx, ref);
  }
  requireSignatory(actor);
  return lockPledge(tx, ref, actor.signatoryId);
}

/** Takes back a larger amount that was asked for: whoever has looked at it must look again. */
export const askedNoMore = ({ asked, revision }: PledgeRow) =>
  asked ? { asked: null, ...ANSWERED, revision: revision + 1 } : {};

/** The refusal of another change while a larger amount waits. */
export const askedFirst = (): DomainError =>
  new DomainError(
    'conflict',
    'A larger amount is waiting for an admin. It must be decided or cancelled first.',
  );

const between = (moves: readonly Move[], from: Place, to: Place): bigint =>
  moves
    .filter((move) => move.from === from && move.to === to)
    .reduce((sum, { quantity }) => sum + quantity, 0n);

/**
 * Keeps how much some moves bring to a locked pledge beyond its promise while a larger amount waits: it is part of
 * of that, so whoever has looked at it must look again.
 */
export async function keepCame(
  tx: Tx,
  { id, asked }: PledgeRow,
  moves: readonly Move[],
): Promise<void> {
  const change = between(moves, 'outside', 'received') - between(moves, 'received', 'outside');
  if (asked === null || change === 0n) return;
  const came = BigInt(asked.came ?? 0) + change;
  const { pledge } = schema;
  await tx
    .update(pledge)
    .set({
      asked: { ...asked, came: (came > 0n ? came : 0n).toString() },
      revision: sql`${pledge.revision} + 1`,
    })
    // Not of what is decided on or dropped in this transaction.
    .where(and(eq(pledge.id, id), isNotNull(pledge.asked)));
}

/** What somebody has looked at who looked at a pledge: its revision, and its newest movement. */
export const seenOf = ({ revision }: PledgeRow, history: readonly Moved[]): string =>
  `${revision}.${history.at(-1)?.seq ?? ''}`;

/** An accepted pledge, locked, with all that has moved. */
export interface OpenPledge extends LockedPledge {
  history: Moved[];
  book: Book;
  seen: string;
}

/** Opens a pledge's book. Throws `conflict` where it has moved or changed since it was `seen`. */
export async function openPledge(tx: Tx, locked: LockedPledge, seen?: string): Promise<OpenPledge> {
  const { row, currency } = locked;
  const history = await movementsOf(tx, row.id);
  const now = seenOf(row, history);
  if (seen !== undefined && seen !== now) {
    throw new DomainError('conflict', 'This pledge has moved or changed since you looked at it.');
  }
  return { ...locked, history, book: openBook(acceptedTerms(row, currency), history), seen: now };
}
