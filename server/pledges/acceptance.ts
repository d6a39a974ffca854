import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../db/db.ts';
import { rawStatement, statement } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { openBook, type Move, type Terms } from '../domain/pledge-book.ts';
import type { Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves } from '../domain/move.ts';
import { termsOf } from '../ledger/terms.ts';
import { checkRateAge } from '../rates/age.ts';
import { noRate, rateKey, type ReferenceRate } from '../rates/reference.ts';
import { shownGiver } from './giver.ts';
import type { PledgeRow } from './terms.ts';

export interface Giver {
  name: string;
  status: string;
  /** Whether it shows its name. */
  public: boolean;
  verifiedDomain: string | null;
}

/** With what tells whether it has proved its address, and where it is told of decisions. */
export interface LockedGiver extends Giver {
  confirmedAt: Date | null;
  email: string | null;
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

/** With others who only read it, or alone. */
type GiverLock = 'shared' | 'alone';

/**
 * The giver of a pledge, kept from being rejected until the commit; `alone`, also from promising
 * anything else meanwhile. Null where there is none. Everybody locks a pledge before its giver, and
 * the ledger's head after both, so nobody waits in a ring. `alone` is the weaker of Postgres' two
 * exclusive locks: an insert of a pledge takes its giver's key, which the stronger would wait for.
 */
export async function lockGiver(tx: Tx, id: string, lock: GiverLock): Promise<LockedGiver | null> {
  return (await lockGivers(tx, [id], lock)).get(id) ?? null;
}

const givers = (strength: 'share' | 'no key update') =>
  statement((tx) => {
    const { signatory } = schema;
    const { id, name, status, public: isPublic, verifiedDomain, confirmedAt, email } = signatory;
    return tx
      .select({ id, name, status, public: isPublic, verifiedDomain, confirmedAt, email })
      .from(signatory)
      .where(eq(id, sql`ANY(${sql.placeholder('ids')}::uuid[])`))
      .orderBy(asc(id))
      .for(strength);
  });

const LOCKED = { shared: givers('share'), alone: givers('no key update') };

/** The same of several givers, by their ids. */
export async function lockGivers(
  tx: Tx,
  ids: readonly string[],
  lock: GiverLock,
): Promise<Map<string, LockedGiver>> {
  const rows = await LOCKED[lock](tx, { ids });
  return new Map(rows.map(({ id, ...giver }) => [id, giver]));
}

const markAll = rawStatement(sql`
  UPDATE pledge SET status = 'accepted', decided_at = ${sql.placeholder('now')}::timestamptz,
    rate_num = fixed.num, rate_den = fixed.den, rate_on = fixed.rated_on, rate_source = fixed.source,
    question = NULL, asked_at = NULL, ready_at = NULL, ready_by = NULL
  FROM unnest(${sql.placeholder('ref')}::text[], ${sql.placeholder('rateNum')}::text[],
    ${sql.placeholder('rateDen')}::text[], ${sql.placeholder('rateOn')}::date[],
    ${sql.placeholder('rateSource')}::text[]) AS fixed (ref, num, den, rated_on, source)
  WHERE pledge.ref = fixed.ref`);

/** Fixes the rates of pending pledges that are accepted, in one statement. */
export async function markAccepted(
  tx: Tx,
  now: Date,
  accepted: readonly Pick<PledgeRow, 'ref' | 'rateNum' | 'rateDen' | 'rateOn' | 'rateSource'>[],
): Promise<void> {
  if (accepted.length === 0) return;
  const FIXED = ['ref', 'rateNum', 'rateDen', 'rateOn', 'rateSource'] as const;
  const columns = FIXED.map((name) => [name, accepted.map((each) => each[name])]);
  await markAll(tx, { now: now.toISOString(), ...Object.fromEntries(columns) });
}

/** Whether a giver's signature was rejected or is withdrawn. */
export const isGone = ({ status }: Pick<Giver, 'status'>): boolean =>
  status === 'rejected' || status === 'withdrawn';

/** What one that is gone gave is not expected again; what has come all the same is received. */
export function checkGiver(giver: Giver, expects: boolean): void {
  if (!expects || !isGone(giver)) return;
  const { status } = giver;
  throw new DomainError('conflict', `The signatory is ${status}: nothing more is expected of it.`);
}

/** Throws `conflict` unless the giver is published: nothing is accepted of another. */
export function checkPublished({ status }: Giver): void {
  if (status === 'published') return;
  throw new DomainError('conflict', 'Publish the signatory before accepting its pledge.');
}

/**
 * What stands behind a giver's own word: its domain only where its name is shown beside it, for few
 * have one, and the grade would tell who hides.
 */
export function ownGrade(giver: Giver, { visibility }: Pick<PledgeRow, 'visibility'>): Grade {
  const shown = shownGiver({ ...giver, isPublic: giver.public, visibility });
  return shown === null || giver.verifiedDomain === null ? 'self-asserted' : 'domain-verified';
}

/** The verbs after which more is expected of a giver, or the same more firmly. */
export const EXPECTING: ReadonlySet<string> = new Set(['trigger', 'commit', 'reinstate']);

/**
 * What accepting a pledge on a day makes of it: the reference rate of that day in its terms, and
 * the whole of it from outside to pledged, or to waiting when it has a condition. Throws `conflict`
 * unless it is pending and its giver published, `invalid-input` where there is no rate, and
 * `rate-too-old` unless `useRateOf` names the day of a rate older than 30 days.
 */
export function planAcceptance(
  row: PledgeRow,
  giver: Giver,
  asked: { on: Day; now: Date; grade: Grade | undefined; useRateOf?: Day | undefined },
  { currency, rates }: { currency: string; rates: Map<string, ReferenceRate> },
): Acceptance {
  checkPending(row);
  checkPublished(giver);
  const { on, now, useRateOf } = asked;
  const reference = rates.get(rateKey(row.asset, on));
  if (!reference) throw noRate(row.asset, currency, on);
  checkRateAge(reference, { asset: row.asset, on, useRateOf });
  const terms = termsOf(row, currency, reference);
  return {
    terms,
    moves: planMoves(openBook(terms), { verb: 'pledge', on }),
    grade: gradeFor('pledge', terms.asset.kind, asked.grade ?? ownGrade(giver, row)),
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
