import { count, countDistinct, isNotNull, min, sql, and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { QUEUE_KINDS, type QueueKind, type Ready, type Waiting } from '../../../web/data/desk.ts';
import type { QueuePage } from '../../../web/desk/queue/parts.tsx';
import type { Actor } from '../../actor.ts';
import { readTrail } from '../../audit/read.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { pledgeRequest } from '../../db/pledges.ts';
import * as schema from '../../db/schema.ts';
import { rowsOf } from '../../db/sql.ts';
import { dueAt } from '../../domain/accept-together.ts';
import type { Act } from '../../domain/audit-trail.ts';
import { paged } from '../../http/paging.ts';
import { READY, waitingAt } from '../../postman/waiting.ts';
import { mailDomain, onDomain } from '../../signatories/mail-domains.ts';
import { readSignatures } from '../signatory/model.ts';
import { readPledges } from './waiting-pledge.ts';
import { readRequests } from './waiting-request.ts';

const SHOWN = 50;
const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/;

export const queueInput = z.object({
  kind: z
    .enum([...QUEUE_KINDS, 'ready'])
    .optional()
    .catch(undefined),
  domain: mailDomain.optional().catch(undefined),
  cursor: z.string().regex(CURSOR).optional().catch(undefined),
});
type Wanted = z.infer<typeof queueInput> & { not?: QueueKind };

/** A page of what waits, oldest first, and how much waits in all. */
async function findWaiting(
  db: Db,
  now: Date,
  { kind, not, domain, cursor }: Wanted,
  shown: number,
) {
  const waiting = waitingAt(now);
  const [, after, afterId] = CURSOR.exec(cursor ?? '') ?? [];
  const isOn = domain === undefined ? sql`true` : onDomain(sql`domain`, domain);
  const rows = rowsOf(
    await db.execute(sql`
      SELECT kind, id, to_char(came_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
      FROM (${kind === 'ready' ? READY : waiting}) AS waiting
      WHERE ${isOn}
        AND ${kind === undefined || kind === 'ready' ? sql`true` : sql`kind = ${kind}`}
        AND ${not === undefined ? sql`true` : sql`kind <> ${not}`}
        AND ${
          after === undefined
            ? sql`true`
            : sql`(came_at, id) > (${after}::timestamptz, ${afterId}::uuid)`
        }
      ORDER BY came_at, id LIMIT ${shown + 1}`),
    z.strictObject({ kind: z.enum(QUEUE_KINDS), id: z.uuid(), at: z.string() }),
  );
  const counted = rowsOf(
    await db.execute(sql`
      SELECT kind, count(*)::int AS of FROM (${waiting}) AS waiting WHERE ${isOn} GROUP BY kind`),
    z.strictObject({ kind: z.enum(QUEUE_KINDS), of: z.int() }),
  );
  const countOf = (wanted: QueueKind): number =>
    counted.find((row) => row.kind === wanted)?.of ?? 0;
  return {
    ...paged(rows, shown, ({ at, id }) => `${at}_${id}`),
    counts: {
      signature: countOf('signature'),
      statement: countOf('statement'),
      pledge: countOf('pledge'),
      request: countOf('request'),
    },
  };
}

/** Takes the same number of queries however much waits. */
export async function readQueue(
  { db, config, now }: Pick<Context, 'db' | 'config' | 'now'>,
  actor: Actor,
  input: Wanted,
  shown = SHOWN,
): Promise<Pick<QueuePage, 'items' | 'counts' | 'ready' | 'list'>> {
  const { items, next, counts } = await findWaiting(db, now(), input, shown);
  const idsOf = (kind: QueueKind): string[] =>
    items.filter((item) => item.kind === kind).map(({ id }) => id);
  const signatures = await readSignatures(db, actor, [
    ...idsOf('signature'),
    ...idsOf('statement'),
  ]);
  const pledges = await readPledges({ db, config, now }, idsOf('pledge'));
  const requests = await readRequests({ db, now }, idsOf('request'));
  return {
    counts,
    ready: await readReady(db),
    list: { cursor: input.cursor ?? null, next },
    // Something decided between two queries is gone.
    items: items.flatMap(({ kind, id, at }): Waiting[] => {
      const since = new Date(at);
      const signature = signatures.get(id);
      const pledge = pledges.get(id);
      const request = requests.get(id);
      if (kind === 'signature' || kind === 'statement')
        return signature ? [{ kind, since, signature }] : [];
      if (kind === 'request') return request ? [{ kind, since, request }] : [];
      return pledge ? [{ kind, since, pledge }] : [];
    }),
  };
}

/** All anonymous pledges that are ready, whatever the filter. */
async function readReady(db: Db): Promise<Ready | null> {
  const { pledge } = schema;
  const [row] = await db
    .select({
      pledges: count(),
      givers: countDistinct(pledge.signatoryId),
      oldest: min(pledge.readyAt),
    })
    .from(pledge)
    .where(isNotNull(pledge.readyAt));
  const { oldest, ...counts } = row!;
  return oldest === null ? null : { ...counts, dueAt: dueAt(oldest) };
}

const DECISIONS = {
  signature: ['signatory.publish', 'signatory.reject'],
  statement: ['signatory.show-statement', 'signatory.hide-statement'],
  pledge: ['pledge.accept', 'pledge.reject'],
  request: ['pledge.grant', 'pledge.refuse'],
} satisfies Record<QueueKind, Act[]>;

async function isWaiting(db: Db, kind: QueueKind, object: string): Promise<boolean> {
  const { signatory, pledge } = schema;
  if (kind === 'signature') {
    const [row] = await db
      .select({ status: signatory.status })
      .from(signatory)
      .where(eq(signatory.id, object));
    return row?.status === 'pending';
  }
  if (kind === 'statement') {
    const [row] = await db
      .select({ since: signatory.statementWaitsSince })
      .from(signatory)
      .where(eq(signatory.id, object));
    return row?.since != null;
  }
  if (kind === 'request') {
    const [row] = await db
      .select({ id: pledgeRequest.id })
      .from(pledgeRequest)
      .innerJoin(pledge, eq(pledge.id, pledgeRequest.pledgeId))
      .where(and(eq(pledge.ref, object), eq(pledgeRequest.status, 'waiting')));
    return row !== undefined;
  }
  const [row] = await db
    .select({ status: pledge.status, asked: pledge.asked })
    .from(pledge)
    .where(eq(pledge.ref, object));
  return row !== undefined && (row.status === 'pending' || row.asked !== null);
}

/** Another admin's decision, or one's own earlier one; null while it waits. */
export async function decidedMeanwhile(db: Db, kind: QueueKind, object: string) {
  if (await isWaiting(db, kind, object)) return null;
  const [deed = null] = await readTrail(db, { object, acts: DECISIONS[kind] }, { limit: 1 });
  return deed;
}
