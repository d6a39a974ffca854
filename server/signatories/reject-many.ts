import { createHash } from 'node:crypto';
import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { audit, auditEach } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { anywhere } from '../db/sql.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { line } from '../http/text.ts';
import { mailDomain, onDomain } from './alike.ts';
import { lockPledgesOf, rejectAll } from './moderate.ts';
import { rejectInput } from './schemas.ts';

/** Which of the pending signatures: those on a domain, those whose name or statement has a pattern, or what is both. */
export const selectionInput = z.strictObject({
  domain: mailDomain.optional(),
  pattern: line(200).optional(),
});
export type Selection = z.infer<typeof selectionInput>;

export const rejectManyInput = selectionInput.extend({
  ...rejectInput.shape,
  seen: z.string().max(64),
  upTo: z.uuid(),
});
type RejectManyInput = z.infer<typeof rejectManyInput>;

const { signatory, pledge } = schema;

/** `*` is any text; all else in a pattern is itself, whatever its case. */
const likePattern = (pattern: string): string => anywhere(pattern).replaceAll('*', '%');

function matching({ domain, pattern }: Selection): SQL | undefined {
  if (domain === undefined && pattern === undefined) {
    throw fieldError('domain', 'name a domain, a pattern, or both');
  }
  const like = pattern === undefined ? '' : likePattern(pattern);
  return and(
    eq(signatory.status, 'pending'),
    domain === undefined
      ? undefined
      : onDomain(sql`split_part(${signatory.emailKey}, '@', 2)`, domain),
    pattern === undefined
      ? undefined
      : or(sql`${signatory.name} ILIKE ${like}`, sql`${signatory.statement} ILIKE ${like}`),
  );
}

/** The ids in their order: two sets are one when these are. */
const digestOf = (ids: readonly string[]): string =>
  createHash('sha256').update(ids.join()).digest('base64url');

/**
 * What a selection finds: all its ids, in their order, and what tells later whether the set is still
 * the same. `upTo` is the last id: who comes afterwards is not in it.
 */
export async function previewRejection(db: Db, selection: Selection, shown: number) {
  const rows = await db
    .select({ id: signatory.id })
    .from(signatory)
    .where(matching(selection))
    .orderBy(asc(signatory.id));
  const ids = rows.map(({ id }) => id);
  const [waiting] = await db
    .select({ of: sql<number>`count(*)::int` })
    .from(pledge)
    .where(
      and(
        sql`${pledge.signatoryId} = ANY(${sql.param(ids)}::uuid[])`,
        eq(pledge.status, 'pending'),
      ),
    );
  return {
    count: ids.length,
    pledges: waiting!.of,
    seen: digestOf(ids),
    upTo: ids.at(-1) ?? '',
    shown: await namesOf(db, ids.slice(0, shown)),
  };
}

const namesOf = async (db: Db, ids: string[]) =>
  ids.length === 0
    ? []
    : db
        .select({
          id: signatory.id,
          name: signatory.name,
          domain: sql<string | null>`split_part(signatory.email_key, '@', 2)`,
          pledges: sql<number>`(
            SELECT count(*)::int FROM pledge
            WHERE signatory_id = signatory.id AND status = 'pending')`,
        })
        .from(signatory)
        .where(inArray(signatory.id, ids))
        .orderBy(asc(signatory.id));

/** Locks what the selection finds by now, up to the last that was seen, with its pledges before it. */
async function lockSelected(tx: Tx, { upTo, ...selection }: RejectManyInput): Promise<string[]> {
  const isSelected = and(matching(selection), sql`${signatory.id} <= ${upTo}`);
  const select = () => tx.select({ id: signatory.id }).from(signatory).where(isSelected);
  await lockPledgesOf(
    tx,
    (await select()).map(({ id }) => id),
  );
  const rows = await select().orderBy(asc(signatory.id)).for('update');
  return rows.map(({ id }) => id);
}

/**
 * Rejects all the signatures that a preview has shown, with what waits of their pledges, or none:
 * throws `conflict` when the set is not the one that was seen. What came after it is not touched.
 * Nothing of it is taken back. As many statements however many they are.
 */
export function rejectMany(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: RejectManyInput,
): Promise<Answer> {
  requireRight(actor, 'decide');
  return write(ctx, key, async (tx) => {
    const ids = await lockSelected(tx, input);
    if (ids.length === 0 || digestOf(ids) !== input.seen) {
      throw new DomainError(
        'conflict',
        'What waits has changed since: look at the list below, and confirm again.',
      );
    }
    const { domain = null, reason = null } = input;
    // A pattern may be somebody's name, which the trail does not keep.
    const facts = { count: ids.length, domain, byPattern: input.pattern !== undefined };
    await audit(tx, ctx, actor, { act: 'signatory.reject-many', object: domain, facts });
    await auditEach(tx, ctx, actor, 'signatory.reject', ids);
    await rejectAll(ctx, tx, actor, ids, reason);
    return { status: 201, body: { rejected: ids.length } };
  });
}
