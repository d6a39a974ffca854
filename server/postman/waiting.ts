import { and, lte, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { adminNotice } from '../db/people.ts';
import { rowsFrom } from '../db/sql.ts';
import { READY_DAYS } from '../domain/accept-together.ts';
import { queueMail } from '../mail/queue.ts';

const DUE_AFTER = sql.raw(`interval '${READY_DAYS} days'`);

/** An anonymous pledge that is ready counts from when it is due. */
export const waitingAt = (now: Date): SQL => sql`
  SELECT 'signature' AS kind, id, created_at AS came_at, split_part(email_key, '@', 2) AS domain
  FROM signatory WHERE status = 'pending'
  UNION ALL
  SELECT 'statement', id, statement_waits_since, split_part(email_key, '@', 2)
  FROM signatory WHERE status = 'published' AND statement_waits_since IS NOT NULL
  UNION ALL
  SELECT 'pledge', pledge.id, coalesce((pledge.asked->>'askedAt')::timestamptz, pledge.ready_at + ${DUE_AFTER}, pledge.created_at),
    split_part(signatory.email_key, '@', 2)
  FROM pledge JOIN signatory ON signatory.id = pledge.signatory_id
  WHERE (pledge.status = 'pending' OR pledge.asked IS NOT NULL)
    AND (pledge.ready_at IS NULL OR pledge.ready_at <= ${now.toISOString()}::timestamptz - ${DUE_AFTER})
    AND signatory.status IN ('pending', 'published')
  UNION ALL
  SELECT 'request', request.id, request.created_at, split_part(signatory.email_key, '@', 2)
  FROM pledge_request request
  JOIN pledge ON pledge.id = request.pledge_id
  JOIN signatory ON signatory.id = pledge.signatory_id
  WHERE request.status = 'waiting'`;

export const READY = sql`
  SELECT 'pledge' AS kind, pledge.id, ready_at AS came_at, split_part(signatory.email_key, '@', 2) AS domain
  FROM pledge JOIN signatory ON signatory.id = pledge.signatory_id
  WHERE ready_at IS NOT NULL`;

/** Of Stripe's, until an admin has seen to them. */
export const UNSETTLED = sql`
  SELECT received_at AS came_at FROM stripe_event WHERE outcome = 'unmatched' AND aside_note IS NULL
  UNION ALL
  SELECT found_at FROM difference WHERE aside_note IS NULL`;

/** A request has an email of its own. */
const comeAt = (now: Date): SQL => sql`
  SELECT came_at FROM (${waitingAt(now)}) AS waiting WHERE kind <> 'request' UNION ALL ${UNSETTLED}`;

const NOTICE_EACH_MS = 3_600_000;

/** A slower transaction, or another clock, could add something earlier: left to the next notice. */
const SETTLED_MS = 10_000;

const waitsShape = z.strictObject({
  signatures: z.int(),
  pledges: z.int(),
  requests: z.int(),
  payments: z.int(),
  since: z.string().nullable(),
});

/** Null for nothing. */
export async function whatWaits({ db, now }: Pick<Context, 'db' | 'now'>) {
  const [row] = await rowsFrom(db, waitsShape)`
    SELECT count(*) FILTER (WHERE kind IN ('signature', 'statement'))::int AS signatures,
      count(*) FILTER (WHERE kind = 'pledge')::int AS pledges,
      count(*) FILTER (WHERE kind = 'request')::int AS requests,
      count(*) FILTER (WHERE kind = 'payment')::int AS payments,
      to_char(min(came_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
    FROM (
      SELECT kind, came_at FROM (${waitingAt(now())}) AS waiting
      UNION ALL SELECT 'payment', came_at FROM (${UNSETTLED}) AS unsettled) AS come`;
  const { since, ...waits } = row!;
  return since === null ? null : { ...waits, since: new Date(since) };
}

/** At most once an hour, by one replica. The notice and its email are one transaction. */
export async function noticeAdmins(ctx: Context): Promise<void> {
  const { adminEmail } = ctx.config;
  if (adminEmail === null) return;
  const upTo = new Date(ctx.now().getTime() - SETTLED_MS);
  const hourBefore = new Date(upTo.getTime() - NOTICE_EACH_MS);
  await ctx.db.transaction(async (tx) => {
    const told = await tx
      .update(adminNotice)
      .set({ sentAt: upTo })
      .where(
        and(
          lte(adminNotice.sentAt, hourBefore),
          sql`EXISTS (
            SELECT FROM (${comeAt(upTo)}) AS come
            WHERE came_at > ${adminNotice.sentAt} AND came_at <= ${upTo.toISOString()}::timestamptz)`,
        ),
      )
      .returning({ id: adminNotice.id });
    if (told.length > 0) await queueMail(tx, ctx, adminEmail, { kind: 'waiting' });
  });
}
