import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import type { Tx } from '../db/db.ts';
import { namesChanged } from '../db/names.ts';
import * as schema from '../db/schema.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { queueToSignatories } from '../mail/queue.ts';
import type { UseCaseOn } from '../use-case.ts';
import { lockGiver } from './acceptance.ts';
import { lockPledge } from './open-pledge.ts';
import { shownGiver } from './pledge-row.ts';

const { pledge, signatory } = schema;

/**
 * The names of those who give a pledge together with its giver, in a query with the table `pledge`. Only the published
 * and public: who hides or withdraws vanishes. The caller shows none where the giver isn't shown.
 */
export const memberNames = sql<string[]>`COALESCE((
  SELECT json_agg(member.name ORDER BY part.n)
  FROM unnest(${pledge.members}) WITH ORDINALITY AS part (id, n)
  JOIN signatory AS member ON member.id = part.id
  WHERE member.status = 'published' AND member.public), '[]'::json)`;

/** Each a name as it is published, or an id. */
export const membersInput = z.strictObject({
  members: z.array(z.string().max(300)).max(50, { error: () => say().pledges.tooManyMembers(50) }),
});

/** Who a line names: locked, so that a rejection in between shows. Throws `invalid-input`. */
async function memberOf(tx: Tx, line: string, giverId: string): Promise<string> {
  const isId = z.uuid().safeParse(line).success;
  const found = await tx
    .select({ id: signatory.id })
    .from(signatory)
    .where(
      sql`${signatory.status} = 'published' AND ${signatory.public}
        AND ${isId ? eq(signatory.id, line) : eq(sql`lower(${signatory.name})`, line.toLowerCase())}`,
    )
    .limit(2);
  const { noMember, severalMembers, memberIsGiver } = say().pledges;
  if (found.length === 0) throw fieldError('members', noMember(line));
  if (found.length > 1) throw fieldError('members', severalMembers(line));
  if (found[0]!.id === giverId) throw fieldError('members', memberIsGiver);
  return found[0]!.id;
}

/**
 * Says who gives a pledge together. No figure changes, and nobody is named who hasn't signed in public. Each new member
 * is told. Throws `conflict` where the giver isn't shown: its partners would tell who it is.
 */
export const setMembers: UseCaseOn<z.infer<typeof membersInput>> = (
  ctx,
  actor,
  key,
  ref,
  input,
) => {
  const deed = { right: 'decide', act: 'pledge.members', object: ref } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    const { visibility } = row;
    if (shownGiver({ ...giver, visibility, isPublic: giver.public }) === null) {
      throw conflict(say().pledges.giverNotShown);
    }
    const ids = new Set<string>();
    for (const line of input.members) ids.add(await memberOf(tx, line, row.signatoryId));
    const members = ids.size > 0 ? [...ids] : null;
    const fresh = [...ids].filter((id) => !row.members?.includes(id));
    await queueToSignatories(tx, ctx, fresh, { kind: 'member', ref, giver: giver.name });
    await tx.update(pledge).set({ members }).where(eq(pledge.id, row.id));
    await namesChanged(tx);
    return { status: 201, body: { ref } };
  });
};

/** For the form: the members' names, also of those who are not shown by now. */
export const namesOf = async (reader: Tx, ids: readonly string[] | null): Promise<string[]> => {
  if (ids === null || ids.length === 0) return [];
  const rows = await reader
    .select({ id: signatory.id, name: signatory.name })
    .from(signatory)
    .where(inArray(signatory.id, [...ids]));
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.name ?? []);
};
