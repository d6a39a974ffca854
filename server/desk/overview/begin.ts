import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { BeginStep } from '../../../web/desk/overview/begin.tsx';
import { hasRight, type Actor } from '../../actor.ts';
import { writeAs } from '../../audit/audit.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import { rowsOf } from '../../db/sql.ts';
import type { RequestKey } from '../../db/write.ts';
import { missingOfRecipient, type Initiative } from '../../initiative/read.ts';

const shape = z.strictObject({
  accounts: z.boolean(),
  lists: z.boolean(),
  signatures: z.boolean(),
  owners: z.boolean(),
  hidden: z.boolean(),
});

/** What an owner does first, and what of it is done; null once all of it is, or an owner has hidden it. */
export async function readBegin(
  db: Db,
  actor: Actor,
  initiative: Initiative,
): Promise<BeginStep[] | null> {
  if (initiative.demonstration || initiative.closed || !hasRight(actor, 'manage')) return null;
  const [row] = rowsOf(
    await db.execute(sql`
      SELECT
        EXISTS (SELECT FROM recipient_account WHERE holder IS NOT NULL) AS accounts,
        EXISTS (SELECT FROM csv_import WHERE recorded_at IS NOT NULL AND undone_at IS NULL) AS lists,
        EXISTS (SELECT FROM signatory WHERE status = 'published') AS signatures,
        (SELECT count(DISTINCT admin.id) > 1 FROM admin JOIN passkey ON passkey.admin_id = admin.id
          WHERE role = 'owner' AND removed_at IS NULL) AS owners,
        EXISTS (SELECT FROM audit WHERE act = 'begin.hide') AS hidden`),
    shape,
  );
  const { accounts, lists, signatures, owners, hidden } = row!;
  const steps: BeginStep[] = [
    ['/admin/initiative/recipient', missingOfRecipient(initiative).length === 0],
    ['/admin/initiative/accounts', accounts],
    ['/admin/import', lists],
    ['/admin/signatories/new', signatures],
    ['/admin/initiative/look', initiative.look !== null],
    ['/admin/admins/invite', owners],
  ];
  return hidden || steps.every(([, isDone]) => isDone) ? null : steps;
}

/** For every owner, and for good: the history keeps it. */
export const hideBegin = (ctx: Context, actor: Actor, key: RequestKey) =>
  writeAs(ctx, actor, key, { right: 'manage', act: 'begin.hide', object: null }, async () => ({
    status: 201,
    body: {},
  }));
