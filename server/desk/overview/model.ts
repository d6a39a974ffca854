import { desc, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { OverviewPage, ShortList } from '../../../web/desk/overview/page.tsx';
import type { Actor } from '../../actor.ts';
import { lastDone } from '../../backup/last-done.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { rowsOf } from '../../db/sql.ts';
import { fundingStanding, targetsOf } from '../../domain/figures.ts';
import type { Totals } from '../../domain/totals.ts';
import { decodeTotals } from '../../ledger/totals-json.ts';
import { newestRateOn } from '../../rates/reference.ts';
import { overdue } from '../lists/overdue.ts';
import { seesAddresses } from '../lists/routes.ts';
import { shortfall } from '../lists/shortfall.ts';
import { readView, type Asked, type View } from '../lists/view.ts';
import { readQueue } from '../queue/model.ts';
import { readUnmatched } from '../payments/model.ts';

/** Of each list; a link leads to the rest. */
const SHOWN = 5;
const WEEK_MS = 7 * 86_400_000;

const securedIn = (totals: Totals): bigint => {
  const { received, committed } = fundingStanding(totals);
  return received.base + committed.base;
};

const signedIn = ({ signatories }: Totals): number => signatories.person + signatories.organisation;

/** By the newest checkpoint, and by the newest of a week ago; null before the first. */
async function readFigures(db: Db, now: Date): Promise<OverviewPage['figures']> {
  const { checkpoint } = schema;
  const newestBy = (at: Date) =>
    db
      .select({ totals: checkpoint.totals })
      .from(checkpoint)
      .where(lte(checkpoint.createdAt, at))
      .orderBy(desc(checkpoint.size))
      .limit(1);
  const [[newest], [before]] = await Promise.all([
    db
      .select({ totals: checkpoint.totals })
      .from(checkpoint)
      .orderBy(desc(checkpoint.size))
      .limit(1),
    newestBy(new Date(now.getTime() - WEEK_MS)),
  ]);
  if (!newest) return null;
  const totals = decodeTotals(newest.totals);
  const then = before && decodeTotals(before.totals);
  const [currency, target] = targetsOf(totals).funding;
  const { received, pledged, waiting } = fundingStanding(totals);
  const secured = securedIn(totals);
  return {
    currency,
    target: target === null ? null : BigInt(target),
    secured,
    received: received.base,
    notCounted: pledged.base + waiting.base,
    signed: signedIn(totals),
    week: then
      ? {
          secured: secured - securedIn(then),
          received: received.base - fundingStanding(then).received.base,
          signed: signedIn(totals) - signedIn(then),
        }
      : null,
  };
}

async function readShort<F extends Asked>(
  ctx: Context,
  view: View<F>,
  query: Record<string, string>,
  addresses: boolean,
): Promise<ShortList> {
  const { rows, sums } = await readView(ctx, view, view.filters.parse(query), addresses);
  return {
    rows: rows.slice(0, SHOWN),
    found: sums.reduce((sum, { found }) => sum + Number(found), 0),
  };
}

async function readSystem({ db, config, warnings }: Context): Promise<OverviewPage['system']> {
  const [row] = rowsOf(
    await db.execute(sql`
      SELECT count(*)::int AS failed FROM mail WHERE attempts > 0`),
    z.strictObject({ failed: z.int() }),
  );
  return {
    backupAt: await lastDone(config.dataDir, 'backup'),
    verifiedAt: await lastDone(config.dataDir, 'verification'),
    ratedOn: await newestRateOn(db),
    failedMails: row!.failed,
    warnings: await warnings(),
  };
}

/** The same number of queries, whatever is there. */
export async function readOverview(ctx: Context, actor: Actor) {
  const { db, now } = ctx;
  const addresses = seesAddresses(actor);
  const [figures, queue, requests, late, week, undelivered, unmatched, system] = await Promise.all([
    readFigures(db, now()),
    readQueue(ctx, actor, { not: 'request' }, SHOWN),
    readQueue(ctx, actor, { kind: 'request' }, SHOWN),
    readShort(ctx, overdue, { sort: 'outstanding' }, addresses),
    readShort(ctx, overdue, { due: 'week' }, addresses),
    readShort(ctx, shortfall, { only: 'short' }, addresses),
    readUnmatched(db, false, undefined),
    readSystem(ctx),
  ]);
  return {
    figures,
    counts: queue.counts,
    review: queue.items,
    requests: requests.items,
    late,
    week,
    undelivered,
    unmatched: unmatched.events.slice(0, SHOWN),
    system,
  };
}
