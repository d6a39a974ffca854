import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import * as payments from '../../db/payments.ts';
import { rowsOf } from '../../db/sql.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PaymentFlag } from '../../domain/payment.ts';
import { createHourly, type Hourly, type Log } from '../../hourly.ts';
import { ask, requireStripe } from '../../stripe/client.ts';
import { IS_UNEXPECTED } from '../payment.ts';
import { checkPayment, truthOf } from './settle.ts';

const CLOSED = 50;

const NOT_CLOSED: PaymentFlag = 'not-closed';

/**
 * Closes at Stripe what is no longer expected (payment.ts).
 *
 * The tables alone say what to close, after the commit, so no commit waits for Stripe and a later turn finds what was
 * missed. Crash points: what was closed and not looked at is refused by Stripe and then looked at. Money that came
 * first is received by that look, and flagged.
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
    // Last: an interrupted one is tried again.
    await (isOver ? closeNoMore(ctx, code) : leaveOpen(ctx, code));
  };
  const work = async (stopped: AbortSignal): Promise<void> => {
    await keepOpen(ctx);
    for (const unwanted of await claimUnwanted(ctx)) {
      if (stopped.aborted) return;
      try {
        await closeOne(unwanted);
      } catch (error) {
        // While Stripe is away, the others can't be closed either.
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

/** There is nothing left to close, even where the look could record nothing. */
function closeNoMore({ db }: Context, code: string): Promise<unknown> {
  const { payment } = payments;
  const flags = sql`array_remove(${payment.flags}, ${NOT_CLOSED})`;
  return db.update(payment).set({ closingAt: null, flags }).where(eq(payment.code, code));
}

/**
 * Flags a payment that Stripe leaves open. It is tried after ten minutes, in case someone was paying, and then daily.
 */
function leaveOpen({ db, now }: Context, code: string): Promise<unknown> {
  return db.execute(sql`
    UPDATE payment SET flags = array_append(array_remove(flags, ${NOT_CLOSED}), ${NOT_CLOSED}),
      closing_at = CASE WHEN ${NOT_CLOSED} = ANY(flags)
        THEN ${now().toISOString()}::timestamptz + interval '1 day' ELSE closing_at END
    WHERE code = ${code} AND status = 'open'`);
}

/** Expected again: the flag goes, and the next time it is closed at once. */
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
 * Claims payments for ten minutes, so no other replica takes them and an interrupted one isn't retried at each nudge.
 * A claim beyond a day came from a clock that was ahead.
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
