import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import { rowsOf } from '../db/sql.ts';
import * as schema from '../db/schema.ts';
import { digitsOf, isCurrency } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import type { NewEntry } from '../ledger/append.ts';
import { BATCH_LENGTH, randomCode } from '../ledger/code.ts';
import { rateKey, referenceRates } from '../rates/reference.ts';
import { planAcceptance, type LockedGiver } from './acceptance.ts';
import { movementEntries, termsEntry } from './record.ts';
import type { PledgeRow } from './terms.ts';

/** The setting in minor units; decimals that the currency does not have are cut off. */
function limitOf(setting: string, currency: string): bigint {
  const digits = digitsOf(currency);
  const [whole = '0', fraction = ''] = setting.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0').slice(0, digits));
}

/** Base of the money that stands promised or waiting of a signatory's pledges. */
async function promisedBase(tx: Tx, signatoryId: string): Promise<bigint> {
  const [row] = rowsOf<{ base: string }>(
    await tx.execute(sql`
      SELECT COALESCE(sum(sign * base), 0)::text AS base
      FROM pledge
      JOIN movement ON movement.pledge_id = pledge.id
      CROSS JOIN LATERAL (VALUES (to_stage, 1), (from_stage, -1)) AS place (stage, sign)
      WHERE signatory_id = ${signatoryId} AND source IS NULL AND place.stage IN ('pledged', 'waiting')`),
  );
  return BigInt(row!.base);
}

/**
 * Whether so much more money may be accepted of a giver without an admin: it has proved its address
 * and is published, and all that stands promised of it in base, this included, is within
 * AUTO_ACCEPT_FUNDING. A firm pledge says that something is signed, which an admin has to see. The
 * giver must be locked `alone`, else two at once could both pass.
 */
export async function isWithinPolicy(
  { config }: Pick<Context, 'config'>,
  tx: Tx,
  { signatoryId, firm }: Pick<PledgeRow, 'signatoryId' | 'firm'>,
  { status, confirmedAt }: LockedGiver,
  { base, currency }: { base: bigint; currency: string },
): Promise<boolean> {
  if (firm || status !== 'published' || confirmedAt === null) return false;
  const limit = limitOf(config.autoAcceptFunding, currency);
  return base <= limit && base + (await promisedBase(tx, signatoryId)) <= limit;
}

/**
 * Accepts a pending pledge at once where the policy allows it: its row is updated, and the entries
 * to be appended are answered; none where it waits for an admin, as all compute does, and money in
 * a currency without a reference rate. The giver must be locked `alone`. `publishedHere`: its
 * signature is published by the same transaction; then a pledge that hides its giver waits, for two
 * entries in a row would link them.
 */
export async function acceptByPolicy(
  ctx: Pick<Context, 'config' | 'now' | 'randomBytes'>,
  tx: Tx,
  row: PledgeRow,
  giver: LockedGiver,
  { currency, publishedHere = false }: { currency: string; publishedHere?: boolean },
): Promise<NewEntry[]> {
  if (!isCurrency(row.asset) || giver.status !== 'published') return [];
  if (publishedHere && row.visibility !== 'public') return [];
  const now = ctx.now();
  const on = today(now);
  const rates = await referenceRates(tx, currency, [{ asset: row.asset, on }]);
  if (!rates.has(rateKey(row.asset, on))) return [];
  const asked = { on, now, grade: undefined };
  const { terms, moves, grade, fixed } = planAcceptance(row, giver, asked, { currency, rates });
  const base = moves.reduce((sum, move) => sum + move.base, 0n);
  if (!(await isWithinPolicy(ctx, tx, row, giver, { base, currency }))) return [];
  await tx.update(schema.pledge).set(fixed).where(eq(schema.pledge.id, row.id));
  const batch = randomCode(ctx.randomBytes, BATCH_LENGTH);
  return [termsEntry(row, terms, giver), ...movementEntries(row, { batch, moves, on, grade })];
}
