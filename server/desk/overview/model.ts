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
import { failedEmails } from '../../mail/failed.ts';
import { newestRateOn } from '../../rates/reference.ts';
import { overdue } from '../lists/overdue.ts';
import { seesAddresses } from '../lists/routes.ts';
import { shortfall } from '../lists/shortfall.ts';
import { readFacts, readFirst, type Asked, type DeskList } from '../lists/desk-list.ts';
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
      .orderBy(desc(checkpoint.createdAt))
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

const NONE: ShortList = { rows: [], found: 0 };

const countsShape = z.strictObject({
  unmatched: z.int(),
  differences: z.int(),
});

async function readCounts(db: Db) {
  const [row] = rowsOf(
    await db.execute(sql`
      SELECT
        (SELECT count(*)::int FROM stripe_event
          WHERE outcome = 'unmatched' AND aside_note IS NULL) AS unmatched,
        (SELECT count(*)::int FROM difference WHERE aside_note IS NULL) AS differences`),
    countsShape,
  );
  return row!;
}

/** Lists are as of a checkpoint; the two that look at many rows are read side by side. */
async function readLists(ctx: Context, actor: Actor) {
  const figures = await readFigures(ctx.db, ctx.now());
  if (!figures) return { figures, late: NONE, week: NONE, undelivered: NONE };
  const facts = await readFacts(ctx, seesAddresses(actor));
  const short = <F extends Asked>(list: DeskList<F>, query: Record<string, string>) =>
    readFirst(ctx.db, facts, list, list.filters.parse(query), SHOWN);
  const [late, undelivered] = await Promise.all([
    short(overdue, { sort: 'outstanding' }),
    short(shortfall, { only: 'short' }),
  ]);
  return { figures, late, week: await short(overdue, { due: 'week' }), undelivered };
}

async function readWaiting(ctx: Context, actor: Actor) {
  const { db } = ctx;
  const queue = await readQueue(ctx, actor, { not: 'request' }, SHOWN);
  const requests = await readQueue(ctx, actor, { kind: 'request' }, SHOWN);
  const { unmatched, differences } = await readCounts(db);
  return {
    counts: queue.counts,
    review: queue.items,
    requests: requests.items,
    unmatched: {
      found: unmatched,
      events:
        unmatched === 0 ? [] : (await readUnmatched(db, false, undefined)).events.slice(0, SHOWN),
    },
    differences,
  };
}

async function readSystem({ db, config: { dataDir }, warnings }: Context) {
  return {
    backupAt: await lastDone(dataDir, 'backup'),
    verifiedAt: await lastDone(dataDir, 'verification'),
    ratedOn: await newestRateOn(db),
    failedMails: await failedEmails(db),
    warnings: await warnings(),
  };
}

/** The same number of queries, whatever is there. Writers need connections too, so these take few at once. */
export async function readOverview(ctx: Context, actor: Actor) {
  const besides = async () => ({
    ...(await readWaiting(ctx, actor)),
    system: await readSystem(ctx),
  });
  const [lists, rest] = await Promise.all([readLists(ctx, actor), besides()]);
  return { ...lists, ...rest };
}
