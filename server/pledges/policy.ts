import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { acceptedWithoutAdmin, reviewSetting } from '../db/review.ts';
import { countUse } from '../db/limit.ts';
import { rowsOf, rowsFrom } from '../db/sql.ts';
import { updateOne } from '../db/prepared.ts';
import { pledge } from '../db/schema.ts';
import { digitsOf, isCurrency } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import { publicDetails, type Detail } from '../domain/details.ts';
import type { NewEntry } from '../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/codes.ts';
import { ageOf, rateKey, referenceRates } from '../rates/reference.ts';
import { markReady, planAcceptance, type LockedGiver } from './acceptance.ts';
import { isHeldBack, type PledgeRow } from './pledge-row.ts';
import { movementEntries, termsEntry } from './record.ts';

/** AUTO_ACCEPT_FUNDING in minor units, without decimals that the currency doesn't have. */
export function policyLimit({ config }: Pick<Context, 'config'>, currency: string): bigint {
  const digits = digitsOf(currency);
  const [whole = '0', fraction = ''] = config.autoAcceptFunding.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0').slice(0, digits));
}

/** Base of the money that each signatory's pledges have in pledged and waiting. */
export async function promisedBases(reader: Db | Tx, signatoryIds: readonly string[]) {
  const rows = await rowsFrom(reader, z.strictObject({ id: z.string(), base: z.string() }))`
    SELECT signatory_id AS id, sum(sign * base)::text AS base
    FROM pledge
    JOIN movement ON movement.pledge_id = pledge.id
    CROSS JOIN LATERAL (VALUES (to_stage, 1), (from_stage, -1)) AS place (stage, sign)
    WHERE signatory_id = ANY(${sql.param(signatoryIds)}::uuid[])
      AND source IS NULL AND place.stage IN ('pledged', 'waiting')
    GROUP BY signatory_id`;
  const bases = new Map(rows.map(({ id, base }) => [id, BigInt(base)]));
  return (id: string) => bases.get(id) ?? 0n;
}

type PolicyRow = Pick<PledgeRow, 'firm' | 'paidThrough' | Detail>;

/** Why an admin must accept this much more money; empty if the policy may. Amounts are in base. */
export function policyReasons(
  { firm, paidThrough, ...says }: PolicyRow,
  { status, confirmedAt }: Pick<LockedGiver, 'status' | 'confirmedAt'>,
  { base, promised, limit }: { base: bigint; promised: bigint; limit: bigint },
) {
  const reasons = {
    'giver-unpublished': status !== 'published',
    'giver-unproved': confirmedAt === null,
    firm,
    'names-payer': paidThrough !== null,
    'public-text': Object.values(publicDetails(says, true)).some((text) => text !== null),
    // At a limit of 0, amounts too small for any base wait too.
    'over-limit': base > limit || limit === 0n,
    'over-limit-in-all': base <= limit && base + promised > limit,
  };
  return (Object.keys(reasons) as (keyof typeof reasons)[]).filter((reason) => reasons[reason]);
}

export const standardCap = (ctx: Pick<Context, 'config'>, currency: string): bigint =>
  100n * policyLimit(ctx, currency);

/** What may be accepted in a day without an admin, and what was today, in base. */
export async function dailyCap(
  ctx: Pick<Context, 'config' | 'now'>,
  reader: Db | Tx,
  currency: string,
): Promise<{ cap: bigint; accepted: bigint }> {
  const [row] = await reader
    .select({ set: reviewSetting.dailyCapMinor, accepted: acceptedWithoutAdmin.baseMinor })
    .from(reviewSetting)
    .leftJoin(acceptedWithoutAdmin, eq(acceptedWithoutAdmin.acceptedOn, today(ctx.now())));
  const { set, accepted } = row!;
  return { cap: set ?? standardCap(ctx, currency), accepted: accepted ?? 0n };
}

/** Locks the day's row until the commit, so of two at once the second sees the first. */
async function takeFromDay(
  ctx: Pick<Context, 'config' | 'now'>,
  tx: Tx,
  { base, currency }: { base: bigint; currency: string },
): Promise<boolean> {
  const { cap } = await dailyCap(ctx, tx, currency);
  // Even amounts too small for any base.
  if (cap === 0n) return false;
  const [amount, most] = [sql`${base.toString()}::bigint`, sql`${cap.toString()}::bigint`];
  const within = rowsOf(
    await tx.execute(sql`
      INSERT INTO accepted_without_admin AS day (accepted_on, base_minor)
      SELECT ${today(ctx.now())}::date, ${amount} WHERE ${amount} <= ${most}
      ON CONFLICT (accepted_on) DO UPDATE SET base_minor = day.base_minor + excluded.base_minor
        WHERE day.base_minor + excluded.base_minor <= ${most}
      RETURNING base_minor`),
  );
  return within.length > 0;
}

const DAY_SECONDS = 86_400;
const MOST_A_DAY = 20;

/** Takes from the day's cap if so. The giver must be locked `alone`, or two at once could both pass. */
export async function isWithinPolicy(
  ctx: Pick<Context, 'config' | 'now'>,
  tx: Tx,
  row: PolicyRow & Pick<PledgeRow, 'signatoryId'>,
  giver: LockedGiver,
  { base, currency }: { base: bigint; currency: string },
): Promise<boolean> {
  const { signatoryId } = row;
  const promised = (await promisedBases(tx, [signatoryId]))(signatoryId);
  const limit = policyLimit(ctx, currency);
  const reasons = policyReasons(row, giver, { base, promised, limit });
  if (reasons.length > 0) return false;
  // Or one giver could use up the day's cap by pledging and withdrawing again and again.
  const use = { name: 'accepted without an admin', key: signatoryId, seconds: DAY_SECONDS };
  const { uses } = await countUse({ db: tx, now: ctx.now }, use);
  return uses <= MOST_A_DAY && takeFromDay(ctx, tx, { base, currency });
}

export interface ByPolicy {
  status: 'accepted' | 'ready' | 'pending';
  entries: NewEntry[];
}

/**
 * Accepts a pending pledge, or makes it ready, if the policy and the day's cap allow it. Compute waits for an admin, and
 * so does money without a rate from the last 30 days. Lock the giver `alone` before, and append the entries after.
 */
export async function acceptByPolicy(
  ctx: Pick<Context, 'config' | 'now' | 'randomBytes'>,
  tx: Tx,
  row: PledgeRow,
  giver: LockedGiver,
  currency: string,
): Promise<ByPolicy> {
  const waits: ByPolicy = { status: 'pending', entries: [] };
  if (!isCurrency(row.asset) || giver.status !== 'published') return waits;
  const now = ctx.now();
  const on = today(now);
  const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
  const reference = rates.get(rateKey(row.asset, on));
  if (!reference || ageOf(reference, on)?.is === 'too-old') return waits;
  const asked = { on, now, grade: undefined };
  const { terms, moves, grade, fixed } = planAcceptance(row, giver, asked, { currency, rates });
  const base = moves.reduce((sum, move) => sum + move.base, 0n);
  if (!(await isWithinPolicy(ctx, tx, row, giver, { base, currency }))) return waits;
  if (isHeldBack(row)) {
    await markReady(tx, row, 'policy', now);
    return { status: 'ready', entries: [] };
  }
  await updateOne(tx, pledge, row.id, fixed);
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  const movements = movementEntries(row, { batch, moves, on, grade });
  return { status: 'accepted', entries: [termsEntry(row, terms, giver), ...movements] };
}
