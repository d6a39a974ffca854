import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../db/db.ts';
import { ANSWERED } from '../db/desk.ts';
import { rawStatement, statement, updateOne } from '../db/prepared.ts';
import { pledge, signatory, type Signatory } from '../db/schema.ts';
import { checkValidOn } from '../domain/asset.ts';
import { openBook } from '../domain/pledge-book.ts';
import type { Day } from '../domain/day.ts';
import { conflict } from '../domain/errors.ts';
import { gradeFor, type Grade } from '../domain/evidence.ts';
import { planMoves } from '../domain/move.ts';
import { say } from '../domain/say.ts';
import { termsOf } from '../ledger/terms.ts';
import { checkRateAge } from '../rates/age.ts';
import { noRate, rateKey, type ReferenceRate } from '../rates/reference.ts';
import { isUnconfirmed, shownGiver, type PledgeRow } from './pledge-row.ts';

export type Giver = Pick<Signatory, 'name' | 'status' | 'public' | 'verifiedDomain'>;

export type LockedGiver = Giver & Pick<Signatory, 'confirmedAt' | 'email'>;

export type Acceptance = ReturnType<typeof planAcceptance>;

export function checkPending({ status, ref }: PledgeRow): void {
  if (status !== 'pending') throw conflict(say().pledges.alreadyDecided(ref, status));
}

type GiverLock = 'shared' | 'alone';

/**
 * Keeps a giver from being rejected until the commit; `alone`, also from promising anything else, though not strong
 * enough to hold up inserts of pledges. Lock a pledge before its giver, and the ledger's head last.
 */
export async function lockGiver(tx: Tx, id: string, lock: GiverLock): Promise<LockedGiver | null> {
  return (await lockGivers(tx, [id], lock)).get(id) ?? null;
}

const givers = (strength: 'share' | 'no key update') =>
  statement((tx) => {
    const { id, name, status, public: isPublic, verifiedDomain, confirmedAt, email } = signatory;
    return tx
      .select({ id, name, status, public: isPublic, verifiedDomain, confirmedAt, email })
      .from(signatory)
      .where(eq(id, sql`ANY(${sql.placeholder('ids')}::uuid[])`))
      .orderBy(asc(id))
      .for(strength);
  });

const LOCKED = { shared: givers('share'), alone: givers('no key update') };

export async function lockGivers(tx: Tx, ids: readonly string[], lock: GiverLock) {
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

const FIXED = ['ref', 'rateNum', 'rateDen', 'rateOn', 'rateSource'] as const;

export async function markAccepted(
  tx: Tx,
  now: Date,
  accepted: readonly Pick<PledgeRow, (typeof FIXED)[number]>[],
): Promise<void> {
  if (accepted.length === 0) return;
  const columns = FIXED.map((name) => [name, accepted.map((each) => each[name])]);
  await markAll(tx, { now: now.toISOString(), ...Object.fromEntries(columns) });
}

export const markReady = (tx: Tx, { id }: PledgeRow, by: 'policy' | 'admin', now: Date) =>
  updateOne(tx, pledge, id, { readyAt: now, readyBy: by, ...ANSWERED });

export const isGone = ({ status }: Pick<Giver, 'status'>): boolean =>
  status === 'rejected' || status === 'withdrawn';

/** Throws `conflict` if more is expected of a giver who has gone. What arrives all the same is received. */
export function checkGiver(giver: Giver, expects: boolean): void {
  if (expects && isGone(giver)) throw conflict(say().pledges.giverGone(giver.status));
}

export function checkPublished({ status }: Giver): void {
  if (status !== 'published') throw conflict(say().pledges.giverUnpublished);
}

/**
 * The grade of a giver's own word; of an admin's word for the giver until they confirm it. The domain counts only where
 * the name is shown: few givers have a domain, so the grade would tell who hides.
 */
export function ownGrade(
  giver: Giver,
  row: Pick<PledgeRow, 'visibility' | 'enteredFrom' | 'giverConfirmedAt'>,
): Grade {
  if (isUnconfirmed(row)) return 'self-asserted';
  const { visibility } = row;
  const shown = shownGiver({ ...giver, isPublic: giver.public, visibility });
  return shown === null || giver.verifiedDomain === null ? 'self-asserted' : 'domain-verified';
}

export const EXPECTING: ReadonlySet<string> = new Set(['trigger', 'commit', 'reinstate']);

export function planAcceptance(
  row: PledgeRow,
  giver: Giver,
  asked: { on: Day; now: Date; grade: Grade | undefined; useRateOf?: Day | undefined },
  { currency, rates }: { currency: string; rates: Map<string, ReferenceRate> },
) {
  checkPending(row);
  checkPublished(giver);
  const { on, now, useRateOf } = asked;
  checkValidOn(row.asset, on);
  const reference = rates.get(rateKey(row.asset, on));
  if (!reference) throw noRate(row.asset, currency, on);
  checkRateAge(reference, { asset: row.asset, on, useRateOf });
  const terms = termsOf(row, currency, reference);
  const { rate, rateOn, rateSource } = reference;
  return {
    terms,
    moves: planMoves(openBook(terms), { verb: 'pledge', on }),
    grade: gradeFor('pledge', terms.asset.kind, asked.grade ?? ownGrade(giver, row)),
    fixed: {
      status: 'accepted' as const,
      decidedAt: now,
      rateNum: rate.num,
      rateDen: rate.den,
      rateOn,
      rateSource,
    },
  };
}
