import { and, asc, eq, or, sql } from 'drizzle-orm';
import { requireRight, requireSignatory, type Actor } from '../actor.ts';
import type { Db, Tx } from '../db/db.ts';
import { statement } from '../db/prepared.ts';
import { initiative, movement, pledge } from '../db/schema.ts';
import type { Closing } from '../domain/closing.ts';
import { openBook, type Book } from '../domain/pledge-book.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moved } from '../domain/move.ts';
import { say } from '../domain/say.ts';
import { isCode } from '../ledger/codes.ts';
import { windowOf } from '../ledger/leaf.ts';
import { acceptedTerms, type PledgeRow } from './pledge-row.ts';

/** The code in a URL. Throws `not-found` if it can't be one. */
export function codeOf(params: Record<string, string>, name: 'ref' | 'batch'): string {
  const code = params[name] ?? '';
  if (isCode(code)) return code;
  const { noSuchPledge, noSuchBatch } = say().pledges;
  throw new DomainError('not-found', name === 'ref' ? noSuchPledge : noSuchBatch);
}

export const refIn = (params: Record<string, string>): string => codeOf(params, 'ref');

/** Also for somebody else's pledge: nobody learns which. */
export const noPledge = (ref: string): DomainError =>
  new DomainError('not-found', say().pledges.noPledge(ref));

/** Currency and closing are the initiative's. */
export interface LockedPledge extends Closing {
  row: PledgeRow;
  currency: string;
}

const pledgeToLock = (by: 'ref' | 'id') =>
  statement((tx) => {
    const { currency, closed, closedAt } = initiative;
    const signatoryId = sql`${sql.placeholder('signatoryId')}::uuid`;
    return tx
      .select({ row: pledge, currency, closed, closedAt })
      .from(pledge)
      .innerJoin(initiative, eq(initiative.id, 1))
      .where(
        and(
          eq(pledge[by], sql.placeholder(by)),
          or(sql`${signatoryId} IS NULL`, eq(pledge.signatoryId, signatoryId)),
        ),
      )
      .for('update', { of: pledge });
  });

const TO_LOCK = { ref: pledgeToLock('ref'), id: pledgeToLock('id') };

/** Nobody else moves a locked pledge before the commit, so balances read after this stay true. Throws `not-found`. */
export async function lockPledge(tx: Tx, ref: string, signatoryId?: string): Promise<LockedPledge> {
  const [found] = await TO_LOCK.ref(tx, { ref, signatoryId: signatoryId ?? null });
  if (!found) throw noPledge(ref);
  return found;
}

/** The same for a pledge that another row refers to. */
export const lockPledgeById = async (tx: Tx, id: string): Promise<LockedPledge> =>
  (await TO_LOCK.id(tx, { id, signatoryId: null }))[0]!;

/** For an admin or its own signatory. Throws `unauthorised` for the public, and `not-found` for another signatory. */
export function lockOwnPledge(tx: Tx, actor: Actor, ref: string): Promise<LockedPledge> {
  if (actor.kind === 'admin') {
    requireRight(actor, 'decide');
    return lockPledge(tx, ref);
  }
  requireSignatory(actor);
  return lockPledge(tx, ref, actor.signatoryId);
}

export const movedOf = (row: typeof movement.$inferSelect): Moved => ({
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

const movementRows = statement((reader) =>
  reader
    .select()
    .from(movement)
    .where(eq(movement.pledgeId, sql.placeholder('pledgeId')))
    .orderBy(asc(movement.seq)),
);

/** A pledge's movements in ledger order, with their days. */
export async function movementsOf(reader: Db | Tx, pledgeId: string) {
  const rows = await movementRows(reader, { pledgeId });
  return rows.map((row) => ({ ...movedOf(row), on: row.occurredOn }));
}

/** Tells one state of a pledge from the next: its revision and its newest movement. */
export const seenOf = ({ revision }: PledgeRow, history: readonly Moved[]): string =>
  `${revision}.${history.at(-1)?.seq ?? ''}`;

/** A locked, accepted pledge with its movements and what they add up to. */
export interface OpenPledge extends LockedPledge {
  history: Moved[];
  book: Book;
  seen: string;
}

/** Throws `conflict` unless the pledge is accepted, and in the state that was `seen`. */
export const openPledge = async (
  tx: Tx,
  locked: LockedPledge,
  seen?: string,
): Promise<OpenPledge> => openRead(locked, await movementsOf(tx, locked.row.id), seen);

/** The same for movements that were read behind the lock. */
export function openRead(locked: LockedPledge, history: Moved[], seen?: string): OpenPledge {
  const { row, currency } = locked;
  const now = seenOf(row, history);
  if (seen !== undefined && seen !== now) {
    throw new DomainError('conflict', say().pledges.changedSinceSeen);
  }
  return { ...locked, history, book: openBook(acceptedTerms(row, currency), history), seen: now };
}
