import { eq } from 'drizzle-orm';
import type { Tx } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { ANSWERED } from '../db/desk.ts';
import { wasAccepted, type PledgeRow } from './terms.ts';

/**
 * Whether a pledge must be accepted together with others: by itself, its place in the ledger could
 * identify its giver. Once its reference is public there is nothing left to hide.
 */
export const isHeldBack = (row: Pick<PledgeRow, 'visibility' | 'rateNum'>): boolean =>
  row.visibility === 'anonymous' && !wasAccepted(row);

/** A pending pledge's status as givers and programs see it: `ready` waits for others, not for an admin. */
export const shownStatus = ({ status, readyAt }: Pick<PledgeRow, 'status' | 'readyAt'>) =>
  readyAt === null ? status : 'ready';

/** Has a pledge wait to be accepted together with others. */
export const makeReady = (tx: Tx, { id }: PledgeRow, by: 'policy' | 'admin', now: Date) =>
  tx
    .update(schema.pledge)
    .set({ readyAt: now, readyBy: by, ...ANSWERED })
    .where(eq(schema.pledge.id, id));
