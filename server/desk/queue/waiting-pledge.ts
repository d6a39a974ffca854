import { eq, inArray } from 'drizzle-orm';
import type { WaitingPledge, WaitReason } from '../../../web/data/desk.ts';
import type { Context } from '../../context.ts';
import * as schema from '../../db/schema.ts';
import { assetOf, digitsOf } from '../../domain/asset.ts';
import { today } from '../../domain/day.ts';
import { detailsOf } from '../../domain/details.ts';
import type { RateAge } from '../../domain/rate-age.ts';
import { baseAtRate, type Rate } from '../../domain/quantity.ts';
import { scheduleOf } from '../../domain/schedule.ts';
import { dueAt } from '../../domain/accept-together.ts';
import { windowOf } from '../../ledger/leaf.ts';
import { instalmentOf } from '../../ledger/terms.ts';
import { provedAddress } from '../../mail/queue.ts';
import { freshOf, largerOf } from '../../pledges/increase.ts';
import { isHeldBack } from '../../pledges/pledge-row.ts';
import { policyLimit, policyReasons, promisedBases } from '../../pledges/policy.ts';
import { ageOf, rateKey, referenceRates } from '../../rates/reference.ts';
import { askedOf } from '../signatory/model.ts';

/** Pledges by their ids, with why they wait. */
export async function readPledges(
  { db, config, now }: Pick<Context, 'db' | 'config' | 'now'>,
  ids: string[],
): Promise<Map<string, WaitingPledge>> {
  const { pledge, signatory, site, initiative } = schema;
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ row: pledge, giver: signatory, site: site.name, currency: initiative.currency })
    .from(pledge)
    .innerJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .innerJoin(initiative, eq(initiative.id, 1))
    .leftJoin(site, eq(site.code, pledge.site))
    .where(inArray(pledge.id, ids));
  const currency = rows[0]?.currency ?? '';
  const on = today(now());
  const wanted = rows.map(({ row }) => ({ asset: row.asset, on }));
  const rates = await referenceRates(db, currency, wanted);
  const givers = rows.map(({ giver }) => giver.id);
  const promisedOf = await promisedBases(db, givers);
  const limit = policyLimit({ config }, currency);
  return new Map(
    rows.map((found): [string, WaitingPledge] => {
      const { row, giver } = found;
      const ofToday = rates.get(rateKey(row.asset, on));
      const rate = ofToday?.rate ?? null;
      const used = row.asked ? row : ofToday;
      const age = used ? ageOf(used, on) : null;
      const money = moneyOf(found, rate);
      const promised = promisedOf(giver.id);
      return [
        row.id,
        {
          ref: row.ref,
          revision: row.revision,
          giver: { id: giver.id, name: giver.name, isMute: provedAddress(giver) === null },
          reading: readingOf(found, rate),
          accepted: row.asked ? row.quantity : null,
          reasons: reasonsOf(found, money && { ...money, promised, limit }, age),
          rate: age && { ...age, isFixed: row.asked !== null },
          money: money && { ...money, promised, limit },
          currency,
          condition: row.condition && { ...row.condition, reaches: BigInt(row.condition.reaches) },
          asked: askedOf(row),
          together: isHeldBack(row) ? { dueAt: row.readyAt && dueAt(row.readyAt) } : null,
        },
      ];
    }),
  );
}

interface FoundPledge {
  row: typeof schema.pledge.$inferSelect;
  giver: typeof schema.signatory.$inferSelect;
  site: string | null;
  currency: string;
}

/** What a pledge of money would add, in base; null without a rate. */
function moneyOf({ row, currency }: FoundPledge, ofToday: Rate | null) {
  const asset = assetOf(row.asset);
  if (asset.kind === 'compute') return null;
  const fixed = row.rateNum !== null && row.rateDen !== null;
  const rate = fixed ? { num: row.rateNum!, den: row.rateDen! } : ofToday;
  const fresh = row.asked ? freshOf(row, largerOf(row.asked)) : row.quantity;
  return { base: rate && baseAtRate(fresh, rate, asset.digits, digitsOf(currency)) };
}

/** The policy's reasons (pledges/policy.ts), and what comes before them. */
function reasonsOf(
  { row, giver }: FoundPledge,
  money: WaitingPledge['money'],
  age: RateAge | null,
): WaitReason[] {
  if (!money)
    return [...(giver.status === 'published' ? [] : ['giver-unpublished' as const]), 'compute'];
  const { base, promised, limit } = money;
  const reasons = policyReasons(row, giver, { base: base ?? 0n, promised, limit });
  return [
    ...(row.asked ? ['larger' as const] : []),
    ...(base === null ? ['no-rate' as const] : []),
    ...(age?.is === 'too-old' ? ['rate-too-old' as const] : []),
    ...reasons,
  ];
}

function readingOf({ row, giver, site }: FoundPledge, ofToday: Rate | null) {
  const { kind } = assetOf(row.asset);
  const { quantity, ...larger } = row.asked ? largerOf(row.asked) : row;
  const instalments = larger.instalments.map(instalmentOf);
  return {
    kind,
    asset: row.asset,
    quantity,
    h100Rate: kind === 'compute' ? ofToday : null,
    visibility: row.visibility,
    isGiverShown: giver.public,
    every: scheduleOf(quantity, instalments)?.every ?? null,
    instalments,
    windows: row.windows.map(windowOf),
    grant: row.fromOn && row.toOn ? { from: row.fromOn, to: row.toOn } : null,
    site,
    measuredBy: row.measuredBy,
    paidThrough: row.paidThrough,
    details: detailsOf(row),
  };
}
