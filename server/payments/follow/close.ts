import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import * as payments from '../../db/payments.ts';
import { rowsOf } from '../../db/sql.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PaymentFlag } from '../../domain/payment.ts';
import { createHourly, type Hourly, type Log } from '../../hourly.ts';
import { ask, requireStripe } from '../stripe/client.ts';
import { IS_UNEXPECTED } from '../payment.ts';
import { checkPayment, truthOf } from './settle.ts';

/** So many are closed in a turn; the others wait for the next. */
const CLOSED = 50;

const NOT_CLOSED: PaymentFlag = 'not-closed';

/**
 * Has Stripe take nothing more for what is expected no more (payment.ts).
 *
 * It is a function of what the tables say, after the commit of what made it so: that never waits for Stripe,
 * and what Stripe has not done by now is found again by a later turn. Crash points: what is closed over there
 * and not looked at yet is refused to be closed again, and looked at. Money that was faster is received by
 * that look, and flagged. What is over there is closed no more, also where that look can record nothing and
 * leaves it open here.
 */
export function createClosing(ctx: Context, log: Log): Hourly {
  const closeOne = async ({ code, object }: Unwanted): Promise<void> => {
    let isOver = true;
    try {
      await close(ctx, object);
    } catch (error) {
      if (!ctx.stripe?.failureOf(error)) throw error;
      log.warn({ err: error, payment: code }, 'Stripe did not close a payment');
      isOver = (await truthOf(ctx, object))?.state !== 'open';
    }
    await checkPayment(ctx, code);
    // At last: what is cut off before is tried again.
    await (isOver ? closeNoMore(ctx, code) : leaveOpen(ctx, code));
  };
  const work = async (stopped: AbortSignal): Promise<void> => {
    await keepOpen(ctx);
    for (const unwanted of await claimUnwanted(ctx)) {
      if (stopped.aborted) return;
      try {
        await closeOne(unwanted);
      } catch (error) {
        // While Stripe is away it closes none of the others either.
        if (error instanceof DomainError && error.code === 'busy') throw error;
        log.warn({ err: error, payment: unwanted.code }, 'a payment could not be looked at');
      }
    }
  };
  return createHourly(log, {
    work: ctx.stripe && work,
    failed: 'payments that are expected no more could not be closed with Stripe',
  });
}

function close(ctx: Context, object: string): Promise<unknown> {
  const stripe = requireStripe(ctx);
  const { checkout, invoices } = stripe.api;
  return ask<unknown>(stripe, () =>
    object.startsWith('in_') ? invoices.voidInvoice(object) : checkout.sessions.expire(object),
  );
}

/**
 * There is nothing left to close of a payment: also where the look recorded nothing, and left its flag (flags.ts).
 */
function closeNoMore({ db }: Context, code: string): Promise<unknown> {
  const { payment } = payments;
  const flags = sql`array_remove(${payment.flags}, ${NOT_CLOSED})`;
  return db.update(payment).set({ closingAt: null, flags }).where(eq(payment.code, code));
}

/**
 * Stripe leaves one open, which an admin sees: it is tried once more after the ten minutes of its claim, for
 * somebody may just have been paying it, and then each day.
 */
function leaveOpen({ db, now }: Context, code: string): Promise<unknown> {
  return db.execute(sql`
    UPDATE payment SET flags = array_append(array_remove(flags, ${NOT_CLOSED}), ${NOT_CLOSED}),
      closing_at = CASE WHEN ${NOT_CLOSED} = ANY(flags)
        THEN ${now().toISOString()}::timestamptz + interval '1 day' ELSE closing_at END
    WHERE code = ${code} AND status = 'open'`);
}

/** What is expected again is no more to be closed: its flag goes, and the next time it is tried at once. */
function keepOpen({ db, now }: Context): Promise<unknown> {
  return db.execute(sql`
    UPDATE payment SET flags = array_remove(flags, ${NOT_CLOSED}),
      closing_at = ${now().toISOString()}::timestamptz
    WHERE id IN (
      SELECT payment.id
      FROM payment
      JOIN pledge ON pledge.id = payment.pledge_id
      JOIN signatory ON signatory.id = pledge.signatory_id
      WHERE payment.status = 'open' AND ${NOT_CLOSED} = ANY(payment.flags) AND NOT ${IS_UNEXPECTED}
      FOR UPDATE OF payment SKIP LOCKED)`);
}

interface Unwanted {
  code: string;
  object: string;
}

/**
 * They are claimed from here on, for ten minutes: no other replica takes them as well, and what was cut off
 * is not tried at each nudge. That somebody has looked at one meanwhile closes nothing. No claim is for longer than a
 * day, but by a clock that was ahead.
 */
async function claimUnwanted(ctx: Context): Promise<Unwanted[]> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  return rowsOf(
    await ctx.db.execute(sql`
      UPDATE payment SET closing_at = ${now} + interval '10 minutes' WHERE id IN (
        SELECT payment.id
        FROM payment
        JOIN pledge ON pledge.id = payment.pledge_id
        JOIN signatory ON signatory.id = pledge.signatory_id
        WHERE payment.status = 'open' AND payment.object IS NOT NULL
          AND (payment.closing_at <= ${now} OR payment.closing_at > ${now} + interval '1 day') AND payment.livemode = ${requireStripe(ctx).livemode}
          AND ${IS_UNEXPECTED}
        ORDER BY payment.id
        LIMIT ${CLOSED}
        FOR UPDATE OF payment SKIP LOCKED)
      RETURNING code, object`),
  );
}
