import { eq } from 'drizzle-orm';
import type { TrailLine } from '../domain/trail.ts';
import { readTrail } from '../audit/read.ts';
import type { Act } from '../domain/act.ts';
import type { Db } from '../db/client.ts';
import * as schema from '../db/schema.ts';

const DECISIONS = [
  'signatory.publish',
  'signatory.reject',
  'pledge.accept',
  'pledge.reject',
] as const satisfies Act[];

/** Whether a signature or a pledge waits for an admin. */
async function isWaiting(db: Db, kind: 'signature' | 'pledge', object: string): Promise<boolean> {
  const { signatory, pledge } = schema;
  if (kind === 'signature') {
    const [row] = await db
      .select({ status: signatory.status })
      .from(signatory)
      .where(eq(signatory.id, object));
    return row?.status === 'pending';
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
  kind: 'signature' | 'pledge',
  object: string,
): Promise<TrailLine | null> {
  if (await isWaiting(db, kind, object)) return null;
  const [deed = null] = await readTrail(db, { object, acts: DECISIONS }, { limit: 1 });
  return deed;
}
