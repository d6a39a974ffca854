import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { payment } from '../../db/payments.ts';
import { rowsFrom } from '../../db/sql.ts';
import { DomainError } from '../../domain/errors.ts';
import type { PaymentFlag } from '../../domain/payment.ts';
import { createHourly, type Hourly, type Log } from '../../hourly.ts';
import { ask, requireStripe } from '../../stripe/client.ts';
import { IS_UNEXPECTED } from '../payment.ts';
import { checkPayment, fetchFromStripe } from './settle.ts';

const CLOSED_AT_ONCE = 50;

const NOT_CLOSED: PaymentFlag = 'not-closed';

/** Only the tables say which, so no commit waits for Stripe, and a later turn finds what one missed. */
export function createClosing(ctx: Context, log: Log): Hourly {
  const closeOne = async ({ code, object }: Claimed): Promise<void> => {
    let isOver = true;
    try {
      await close(ctx, object);
    } catch (error) {
      if (!ctx.stripe?.failureOf(error)) throw error;
      log.warn({ err: error, payment: code }, 'Stripe did not close a payment');
      isOver = (await fetchFromStripe(ctx, object))?.state !== 'open';
    }
    await checkPayment(ctx, code);
    // Last, so that an interrupted one is tried again.
    await (isOver ? markClosed(ctx, code) : flagAsOpen(ctx, code));
  };
  const work = async (stopped: AbortSignal): Promise<void> => {
    await unflagExpected(ctx);
    await tryEach(log, await claimUnexpected(ctx), stopped, {
      work: closeOne,
      failed: 'a payment could not be looked at',
    });
  };
  return createHourly(log, {
    work: ctx.stripe && work,
    failed: 'payments that are expected no more could not be closed with Stripe',
  });
}

/** Works on each. One may fail, but where Stripe doesn't answer (`busy`) none of the others can work. */
export async function tryEach<T>(
  log: Log,
  all: readonly T[],
  stopped: AbortSignal,
  { work, failed }: { work: (each: T) => Promise<unknown>; failed: string },
): Promise<void> {
  for (const each of all) {
    if (stopped.aborted) return;
    try {
      await work(each);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'busy') throw error;
      log.warn({ err: error, of: each }, failed);
    }
  }
}

function close(ctx: Context, object: string): Promise<unknown> {
  const stripe = requireStripe(ctx);
  const { checkout, invoices } = stripe.api;
  return ask<unknown>(stripe, () =>
    object.startsWith('in_') ? invoices.voidInvoice(object) : checkout.sessions.expire(object),
  );
}

/** Nothing is left to close, even if the look could record nothing. */
function markClosed({ db }: Context, code: string): Promise<unknown> {
  const flags = sql`array_remove(${payment.flags}, ${NOT_CLOSED})`;
  return db.update(payment).set({ closingAt: null, flags }).where(eq(payment.code, code));
}

/** We try again after ten minutes, for someone may be paying; then daily. */
function flagAsOpen({ db, now }: Context, code: string): Promise<unknown> {
  return db.execute(sql`
    UPDATE payment SET flags = array_append(array_remove(flags, ${NOT_CLOSED}), ${NOT_CLOSED}),
      closing_at = CASE WHEN ${NOT_CLOSED} = ANY(flags)
        THEN ${now().toISOString()}::timestamptz + interval '1 day' ELSE closing_at END
    WHERE code = ${code} AND status = 'open'`);
}

/** The next time they are closed at once. */
function unflagExpected({ db, now }: Context): Promise<unknown> {
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

const claimed = z.strictObject({ code: z.string(), object: z.string() });
type Claimed = z.infer<typeof claimed>;

/** Claimed for ten minutes. A claim beyond a day came from a clock that was ahead. */
async function claimUnexpected(ctx: Context): Promise<Claimed[]> {
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  return rowsFrom(ctx.db, claimed)`
    UPDATE payment SET closing_at = ${now} + interval '10 minutes' WHERE id IN (
      SELECT payment.id
      FROM payment
      JOIN pledge ON pledge.id = payment.pledge_id
      JOIN signatory ON signatory.id = pledge.signatory_id
      WHERE payment.status = 'open' AND payment.object IS NOT NULL
        AND (payment.closing_at <= ${now} OR payment.closing_at > ${now} + interval '1 day') AND payment.livemode = ${requireStripe(ctx).livemode}
        AND ${IS_UNEXPECTED}
      ORDER BY payment.id
      LIMIT ${CLOSED_AT_ONCE}
      FOR UPDATE OF payment SKIP LOCKED)
    RETURNING code, object`;
}
