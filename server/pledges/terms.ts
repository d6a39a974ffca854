import { and, asc, eq } from 'drizzle-orm';
import { requireRight, requireSignatory, type Actor } from '../actor.ts';
import type { Db, Tx } from '../db/client.ts';
import { ANSWERED } from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import { assetOf, digitsOf } from '../domain/asset.ts';
import { openBook, type Book, type Instalment, type Terms } from '../domain/book.ts';
import type { Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moved } from '../domain/move.ts';
import { isCode } from '../ledger/code.ts';
import { windowOf } from '../ledger/leaf.ts';
import type { ReferenceRate } from '../rates/reference.ts';

export type PledgeRow = typeof schema.pledge.$inferSelect;

/** An instalment of a row, as instalmentTuple (draft.ts) put it there. */
export const instalmentOf = ([dueOn, quantity]: PledgeRow['instalments'][number]): Instalment => ({
  dueOn,
  quantity: BigInt(quantity),
});

/** The terms of a pledge's row at a reference rate; `currency` is the initiative's. */
export function termsOf(
  row: Omit<PledgeRow, 'id' | 'createdAt'>,
  currency: string,
  { rate, rateOn, rateSource }: ReferenceRate,
): Terms {
  const asset = assetOf(row.asset);
  return {
    asset,
    quantity: row.quantity,
    rate,
    rateOn,
    rateSource,
    baseDigits: asset.kind === 'funding' ? digitsOf(currency) : 0,
    source: row.source,
    site: row.site,
    windows: row.windows.map(windowOf),
    grant: row.fromOn && row.toOn ? { from: row.fromOn, to: row.toOn } : null,
    instalments: row.instalments.map(instalmentOf),
    condition: row.condition && { ...row.condition, reaches: BigInt(row.condition.reaches) },
    firm: row.firm,
  };
}

/** The terms of an accepted pledge: at the rate that its acceptance fixed. */
export function acceptedTerms(row: PledgeRow, currency: string): Terms {
  if (row.status !== 'accepted' || row.rateNum === null || row.rateDen === null) {
    throw new DomainError(
      'conflict',
      `Pledge ${row.ref} is ${row.status}; only an accepted one moves.`,
    );
  }
  const rate = { num: row.rateNum, den: row.rateDen };
  return termsOf(row, currency, { rate, rateOn: row.rateOn, rateSource: row.rateSource ?? '' });
}

/** Whether a pledge was accepted at any time: the rate that this fixed stays, whatever is taken back. */
export const wasAccepted = ({ rateNum }: Pick<PledgeRow, 'rateNum'>): boolean => rateNum !== null;

/** A pledge's movements in ledger order, with their days. */
export async function movementsOf(
  reader: Db | Tx,
  pledgeId: string,
): Promise<(Moved & { on: Day })[]> {
  const rows = await reader
    .select()
    .from(schema.movement)
    .where(eq(schema.movement.pledgeId, pledgeId))
    .orderBy(asc(schema.movement.seq));
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

/**
 * Locks a pledge, of one signatory where that is named, and reads with it what of the initiative its
 * use cases need. Until the commit nobody else moves it, so the balances read after this stay true.
 */
export async function lockPledge(tx: Tx, ref: string, signatoryId?: string): Promise<LockedPledge> {
  const [found] = await tx
    .select({
      row: schema.pledge,
      currency: schema.initiative.currency,
      closed: schema.initiative.closed,
    })
    .from(schema.pledge)
    .innerJoin(schema.initiative, eq(schema.initiative.id, 1))
    .where(
      and(
        eq(schema.pledge.ref, ref),
        signatoryId === undefined ? undefined : eq(schema.pledge.signatoryId, signatoryId),
      ),
    )
    .for('update', { of: schema.pledge });
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

/** What somebody has looked at who looked at a pledge: its revision, and its newest movement. */
const seenOf = ({ revision }: PledgeRow, history: readonly Moved[]): string =>
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

export const bookOf = async (tx: Tx, locked: LockedPledge): Promise<Book> =>
  (await openPledge(tx, locked)).book;
