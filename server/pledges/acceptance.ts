import { eq } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { openBook, type Move, type Terms } from '../domain/book.ts';
import type { Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves } from '../domain/move.ts';
import { noRate, rateKey, type ReferenceRate } from '../rates/reference.ts';
import { termsOf, type PledgeRow } from './terms.ts';

export interface Giver {
  name: string;
  status: string;
}

export interface Acceptance {
  terms: Terms;
  moves: Move[];
  grade: Grade;
  /** The columns that acceptance fixes. */
  fixed: Pick<PledgeRow, 'status' | 'decidedAt' | 'rateNum' | 'rateDen' | 'rateOn' | 'rateSource'>;
}

/** A pledge that is not pending cannot be decided on again. */
export function checkPending({ status, ref }: PledgeRow): void {
  if (status === 'pending') return;
  throw new DomainError('conflict', `Pledge ${ref} is ${status} already.`);
}

/** The giver of a pledge, kept from being rejected until the commit. */
export async function lockGiver(tx: Tx, id: string): Promise<Giver> {
  const [giver] = await tx
    .select({ name: schema.signatory.name, status: schema.signatory.status })
    .from(schema.signatory)
    .where(eq(schema.signatory.id, id))
    .for('share');
  return giver!;
}

/** What a rejected signatory gave is not expected again; what has come all the same is received. */
export function checkGiver({ status }: Giver, expects: boolean): void {
  if (!expects || status !== 'rejected') return;
  throw new DomainError('conflict', 'The signatory is rejected: nothing more is expected of it.');
}

/** The verbs after which more is expected of a giver, or the same more firmly. */
export const EXPECTING: ReadonlySet<string> = new Set(['trigger', 'commit', 'reinstate']);

/**
 * What accepting a pledge on a day makes of it: the reference rate of that day in its terms, and
 * the whole of it from outside to pledged, or to waiting when it has a condition. Throws `conflict`
 * unless it is pending and its giver published, and `invalid-input` where there is no rate.
 */
export function planAcceptance(
  row: PledgeRow,
  giver: Giver,
  asked: { on: Day; now: Date; grade: Grade | undefined },
  { currency, rates }: { currency: string; rates: Map<string, ReferenceRate> },
): Acceptance {
  checkPending(row);
  if (giver.status !== 'published') {
    throw new DomainError('conflict', 'Publish the signatory before accepting its pledge.');
  }
  const { on, now } = asked;
  const reference = rates.get(rateKey(row.asset, on));
  if (!reference) throw noRate(row.asset, currency, on);
  const terms = termsOf(row, currency, reference);
  return {
    terms,
    moves: planMoves(openBook(terms), { verb: 'pledge', on }),
    grade: gradeFor('pledge', terms.asset.kind, asked.grade),
    fixed: {
      status: 'accepted',
      decidedAt: now,
      rateNum: reference.rate.num,
      rateDen: reference.rate.den,
      rateOn: reference.rateOn,
      rateSource: reference.rateSource,
    },
  };
}
