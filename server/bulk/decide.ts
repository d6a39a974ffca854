import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireRight, type Admin } from '../actor.ts';
import { audit, auditEach } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED } from '../db/desk.ts';
import { namesChanged } from '../db/names.ts';
import { bulkAct, bulkBatch } from '../db/review.ts';
import * as schema from '../db/schema.ts';
import { write, type RequestKey } from '../db/write.ts';
import type { Act } from '../domain/audit-trail.ts';
import { DomainError } from '../domain/errors.ts';
import type { BulkKind } from '../domain/signatory.ts';
import { say } from '../domain/say.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { acceptWithGivers } from '../pledges/accept-together.ts';
import {
  lockPledgesOf,
  lockSignatories,
  rejectAll,
  signatureEntry,
  tellPublished,
} from '../signatories/moderate.ts';
import { digestOf, findSelected, mayBe, WORDS, type Selection } from './selection.ts';

const { signatory } = schema;
type Signatory = typeof signatory.$inferSelect;
type Bulk = typeof bulkAct.$inferSelect;

/** In one transaction: other writers wait for no more. */
const BATCH = 250;

const ACTS = {
  accept: { all: 'signatory.publish-many', each: 'signatory.publish' },
  show: { all: 'signatory.show-many', each: 'signatory.show-statement' },
  reject: { all: 'signatory.reject-many', each: 'signatory.reject' },
  hide: { all: 'signatory.hide-many', each: 'signatory.reject' },
} as const satisfies Record<BulkKind, { all: Act; each: Act }>;

/** Decides nothing yet. Throws `conflict` if the signatures aren't those in the preview. */
export async function beginBulk(
  ctx: Context,
  actor: Admin,
  key: RequestKey,
  selection: Selection,
  { seen, upTo, reason = null }: { seen: string; upTo: string; reason?: string | null | undefined },
): Promise<string> {
  requireRight(actor, 'decide');
  const { body } = await write(ctx, key, async (tx) => {
    const found = await findSelected(tx, selection, upTo);
    if (found.length === 0 || digestOf(found) !== seen) {
      throw new DomainError('conflict', say().bulk.changedSince);
    }
    const { kind, domain = null, pattern, why = null } = selection;
    const id = uuidv7();
    // A pattern may be somebody's name, which the history doesn't keep.
    const facts = { count: found.length, domain, byPattern: pattern !== undefined, why };
    await audit(tx, ctx, actor, { act: ACTS[kind].all, object: id, facts });
    await tx.insert(bulkAct).values({
      id,
      kind,
      adminId: actor.adminId!,
      reason,
      ids: found.map((each) => each.id),
      seen: found.map((each) => each.seen),
      createdAt: ctx.now(),
    });
    return { status: 201, body: { id } };
  });
  return String(body['id']);
}

/** Of two who continue or undo it, the second waits. Throws `not-found`. */
export async function lockBulk(tx: Tx, id: string): Promise<Bulk> {
  const [bulk] = await tx.select().from(bulkAct).where(eq(bulkAct.id, id)).for('update');
  if (!bulk) throw new DomainError('not-found', say().bulk.noSuchBulk);
  return bulk;
}

/** In one append; a crash leaves whole batches. Skips changed signatures. Returns whether there are more. */
export async function decideBatch(ctx: Context, actor: Admin, id: string): Promise<boolean> {
  requireRight(actor, 'decide');
  const { body } = await write(ctx, null, async (tx) => {
    const bulk = await lockBulk(tx, id);
    const end = Math.min(bulk.done + BATCH, bulk.ids.length);
    if (bulk.undoneAt !== null || bulk.done === end) return { status: 201, body: { more: false } };
    const ids = bulk.ids.slice(bulk.done, end);
    const pledgeIds = await lockPledgesOf(tx, ids);
    const rows = await lockSeen(tx, bulk.kind, ids, bulk.seen.slice(bulk.done, end));
    const { rejected, entries } = await decide(ctx, tx, actor, bulk, rows, pledgeIds);
    // Somebody could guess a text from its short digest, so they go with the last batch.
    const over = end === bulk.ids.length && { seen: [] };
    await tx
      .update(bulkAct)
      .set({ done: end, ...over })
      .where(eq(bulkAct.id, id));
    await tx.insert(bulkBatch).values({
      bulkId: id,
      n: bulk.done,
      signatoryIds: rows.map((row) => row.id),
      pledgeIds: rejected,
    });
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { more: end < bulk.ids.length } };
  });
  return Boolean(body['more']);
}

/** With the words that were seen. */
async function lockSeen(
  tx: Tx,
  kind: BulkKind,
  ids: string[],
  seen: string[],
): Promise<Signatory[]> {
  await lockSignatories(tx, ids);
  return tx
    .select()
    .from(signatory)
    .where(
      and(
        mayBe(kind),
        sql`(${signatory.id}, ${WORDS}) IN (
          SELECT * FROM unnest(${sql.param(ids)}::uuid[], ${sql.param(seen)}::text[]))`,
      ),
    )
    .orderBy(signatory.id);
}

async function decide(
  ctx: Context,
  tx: Tx,
  actor: Admin,
  { kind, reason }: Bulk,
  rows: Signatory[],
  pledgeIds: string[],
): Promise<{ rejected: string[]; entries: NewEntry[] }> {
  if (rows.length === 0) return { rejected: [], entries: [] };
  const ids = rows.map(({ id }) => id);
  await auditEach(tx, ctx, actor, ACTS[kind].each, ids);
  const own = sql`${signatory.id} = ANY(${sql.param(ids)}::uuid[])`;
  if (kind === 'show') {
    await tx.update(signatory).set({ statementWaitsSince: null }).where(own);
    await namesChanged(tx);
    return { rejected: [], entries: [] };
  }
  if (kind !== 'accept') {
    const rejected = await rejectAll(ctx, tx, actor, ids, reason);
    const entries = rows.map((row) => signatureEntry(ctx, row, 'reject'));
    return { rejected, entries: kind === 'hide' ? entries : [] };
  }
  await tx
    .update(signatory)
    .set({ status: 'published', publishedAt: ctx.now(), statementWaitsSince: null, ...ANSWERED })
    .where(own);
  await tellPublished(tx, ctx, ids);
  const pledged = await acceptWithGivers(ctx, tx, actor, ids, pledgeIds);
  return {
    rejected: [],
    entries: [...rows.map((row) => signatureEntry(ctx, row, 'sign')), ...pledged],
  };
}
