import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { STRIPE } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { LOCKS } from '../../db/locks.ts';
import { onOneReplica } from '../../db/one-replica.ts';
import { rowsFrom } from '../../db/sql.ts';
import { addDays, today } from '../../domain/day.ts';
import { createHourly, type Hourly, type Log } from '../../hourly.ts';
import { refreshCash, unreadCash } from '../follow/cash.ts';
import { tryEach } from '../follow/close.ts';
import { requireStripe } from '../../stripe/client.ts';
import {
  compareWithStripe,
  firstUncompared,
  isCompared,
  MOST_DAYS,
  type CompareInput,
} from './compare.ts';
import { checkPayment } from '../follow/settle.ts';

/** Late enough for Stripe to have told of everything from the day before. */
const COMPARED_AT_HOUR = 3;
const DAYS = 7;

const LOOKS = 50;

export function dueDays(now: Date): { days: CompareInput; since: Date } | null {
  const day = today(now);
  const since = new Date(Date.parse(day) + COMPARED_AT_HOUR * 3_600_000);
  if (now < since) return null;
  return { days: { from: addDays(day, -DAYS), to: addDays(day, -1) }, since };
}

export function createDailyComparison(ctx: Context, log: Log): Hourly {
  const compareDue = async (stopped: AbortSignal): Promise<void> => {
    const due = dueDays(ctx.now());
    if (!due) return;
    const days = await withLeftOut(ctx, due.days);
    if (await isCompared(ctx.db, days, { since: due.since, now: ctx.now() })) return;
    const { body } = await compareWithStripe(ctx, STRIPE, null, days, stopped);
    const { named: _named, ...counts } = body;
    log.info(counts, 'the ledger was compared with Stripe');
  };
  const lookAtWaiting = async (stopped: AbortSignal): Promise<void> => {
    await expireUnopened(ctx);
    await tryEach(log, await claimWithoutNews(ctx), stopped, {
      work: (code) => checkPayment(ctx, code),
      failed: 'a payment could not be looked at',
    });
  };
  // One after another: Stripe takes 25 calls a second with a test key.
  const readCashDue = async (stopped: AbortSignal): Promise<void> => {
    const due = dueDays(ctx.now());
    if (!due) return;
    const stripe = requireStripe(ctx);
    await tryEach(log, await unreadCash(ctx, due.since, stripe.livemode), stopped, {
      work: (each) => refreshCash(ctx, stripe, each),
      failed: 'the cash of a customer could not be read',
    });
  };
  const work = async (stopped: AbortSignal): Promise<void> => {
    // Locks first, because another replica may have compared a moment ago.
    await onOneReplica(ctx, LOCKS.compare, async () => {
      try {
        await lookAtWaiting(stopped);
      } finally {
        try {
          await compareDue(stopped);
        } finally {
          await readCashDue(stopped);
        }
      }
    });
  };
  return createHourly(log, {
    work: ctx.stripe && work,
    failed: 'payments could not be compared with Stripe',
  });
}

/** The days, from the first one on that no run has compared. */
async function withLeftOut(ctx: Context, { from, to }: CompareInput): Promise<CompareInput> {
  const before = { from: addDays(to, 1 - MOST_DAYS), to: addDays(from, -1) };
  return { from: (await firstUncompared(ctx.db, before, ctx.now())) ?? from, to };
}

/** Their Stripe page was lost with Stripe's answer, and the payer didn't try again. */
const expireUnopened = (ctx: Context) =>
  ctx.db.execute(sql`
    UPDATE payment SET status = 'expired'
    WHERE status = 'new' AND created_at < ${ctx.now().toISOString()}::timestamptz - interval '2 days'`);

/** The oldest first. The claim counts as a look, so one that Stripe doesn't know can't block the others. */
async function claimWithoutNews(ctx: Context): Promise<string[]> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const claimed = await rowsFrom(ctx.db, z.strictObject({ code: z.string() }))`
    UPDATE payment SET checked_at = ${now} WHERE id IN (
      SELECT id FROM payment
      WHERE (status IN ('open', 'processing') OR watched)
        AND livemode = ${requireStripe(ctx).livemode}
        AND object IS NOT NULL AND created_at < ${now} - interval '1 hour'
        AND (checked_at IS NULL OR checked_at < ${now} - interval '1 day' OR checked_at > ${now})
      ORDER BY coalesce(checked_at, created_at), id
      LIMIT ${LOOKS})
    RETURNING code`;
  return claimed.map(({ code }) => code);
}
