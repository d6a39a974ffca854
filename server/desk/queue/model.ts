import { count, countDistinct, isNotNull, min, sql } from 'drizzle-orm';
import { z } from 'zod';
import { QUEUE_KINDS, type QueueKind, type Ready, type Waiting } from '../../../web/data/desk.ts';
import type { Actor } from '../../actor.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { rowsOf } from '../../db/sql.ts';
import { dueAt } from '../../domain/accept-together.ts';
import { paged } from '../../http/paging.ts';
import { READY, waitingAt } from '../../postman/waiting.ts';
import { mailDomain, onDomain } from '../../signatories/mail-domains.ts';
import { readSignatures } from './signature.ts';
import { readPledges } from './waiting-pledge.ts';
import { readRequests } from './waiting-request.ts';
import type { QueuePage } from '../../../web/desk/queue/parts.tsx';

const SHOWN = 50;
const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/;

/** The query of `/admin`. `done` says what was done just now. */
export const queueInput = z.object({
  kind: z
    .enum([...QUEUE_KINDS, 'ready'])
    .optional()
    .catch(undefined),
  domain: mailDomain.optional().catch(undefined),
  cursor: z.string().regex(CURSOR).optional().catch(undefined),
});
export type QueueInput = z.infer<typeof queueInput>;

interface Found {
  kind: QueueKind;
  id: string;
  at: string;
}

/** What waits on a page, oldest first, and how much waits in all. */
async function findWaiting(db: Db, now: Date, { kind, domain, cursor }: QueueInput) {
  const waiting = waitingAt(now);
  const [, after, afterId] = CURSOR.exec(cursor ?? '') ?? [];
  const isOn = domain === undefined ? sql`true` : onDomain(sql`domain`, domain);
  const rows = rowsOf<Found>(
    await db.execute(sql`
      SELECT kind, id, to_char(came_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
      FROM (${kind === 'ready' ? READY : waiting}) AS waiting
      WHERE ${isOn}
        AND ${kind === undefined || kind === 'ready' ? sql`true` : sql`kind = ${kind}`}
        AND ${
          after === undefined
            ? sql`true`
            : sql`(came_at, id) > (${after}::timestamptz, ${afterId}::uuid)`
        }
      ORDER BY came_at, id LIMIT ${SHOWN + 1}`),
  );
  const counted = rowsOf<{ kind: Found['kind']; of: number }>(
    await db.execute(sql`
      SELECT kind, count(*)::int AS of FROM (${waiting}) AS waiting WHERE ${isOn} GROUP BY kind`),
  );
  const countOf = (wanted: Found['kind']): number =>
    counted.find((row) => row.kind === wanted)?.of ?? 0;
  return {
    ...paged(rows, SHOWN, ({ at, id }) => `${at}_${id}`),
    counts: {
      signature: countOf('signature'),
      statement: countOf('statement'),
      pledge: countOf('pledge'),
      request: countOf('request'),
    },
  };
}

/** The queue as a page has it: as many queries however much waits. */
export async function readQueue(
  { db, config, now }: Pick<Context, 'db' | 'config' | 'now'>,
  actor: Actor,
  input: QueueInput,
): Promise<Pick<QueuePage, 'items' | 'counts' | 'ready' | 'list'>> {
  const { items, next, counts } = await findWaiting(db, now(), input);
  const idsOf = (kind: Found['kind']): string[] =>
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
    // What was decided between two of the queries is there no more.
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

/** Of all anonymous pledges that are ready, whatever is filtered by. */
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
