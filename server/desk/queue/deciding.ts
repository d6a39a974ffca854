import { and, eq } from 'drizzle-orm';
import type { QueueKind } from '../../../web/data/desk.ts';
import type { TrailLine, Act } from '../../domain/audit-trail.ts';
import { readTrail } from '../../audit/read.ts';
import type { Db } from '../../db/db.ts';
import { pledgeRequest } from '../../db/pledges.ts';
import * as schema from '../../db/schema.ts';

const DECISIONS = {
  signature: ['signatory.publish', 'signatory.reject'],
  statement: ['signatory.show-statement', 'signatory.hide-statement'],
  pledge: ['pledge.accept', 'pledge.reject'],
  request: ['pledge.grant', 'pledge.refuse'],
} satisfies Record<QueueKind, Act[]>;

/** Whether a signature, a pledge, or a request about one waits for an admin. */
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

/** The decision that another admin took meanwhile, or the same one before; null while it waits. */
export async function decidedMeanwhile(
  db: Db,
  kind: QueueKind,
  object: string,
): Promise<TrailLine | null> {
  if (await isWaiting(db, kind, object)) return null;
  const [deed = null] = await readTrail(db, { object, acts: DECISIONS[kind] }, { limit: 1 });
  return deed;
}
