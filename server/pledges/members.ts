import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import type { Tx } from '../db/db.ts';
import { namesChanged } from '../db/names.ts';
import { pledge, signatory } from '../db/schema.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { queueOnce } from '../mail/once.ts';
import type { UseCaseOn } from '../use-case.ts';
import { lockGiver } from './acceptance.ts';
import { lockPledge } from './open-pledge.ts';
import { shownGiver } from './pledge-row.ts';

/**
 * The names of those who give a pledge together with its giver, in a query with the table `pledge`. Only the published
 * and public: who hides or withdraws vanishes. The caller shows none where the giver isn't shown.
 */
export const memberNames = sql<string[]>`COALESCE((
  SELECT json_agg(member.name ORDER BY part.n)
  FROM unnest(${pledge.members}) WITH ORDINALITY AS part (id, n)
  JOIN signatory AS member ON member.id = part.id
  WHERE member.status = 'published' AND member.public AND member.id <> pledge.signatory_id), '[]'::json)`;

/** Each a name as it is published, or an id. */
export const membersInput = z.strictObject({
  members: z.array(z.string().max(300)).max(50, { error: () => say().pledges.tooManyMembers(50) }),
});

type MembersInput = z.infer<typeof membersInput>;

/** Who the lines name, in their order and once. Throws `invalid-input`. */
async function membersOf(tx: Tx, lines: readonly string[], giverId: string): Promise<string[]> {
  const ids = lines.filter((line) => z.uuid().safeParse(line).success);
  const names = lines.map((line) => line.toLowerCase());
  const found = await tx
    .select({ id: signatory.id, name: sql<string>`lower(${signatory.name})` })
    .from(signatory)
    .where(
      sql`${signatory.status} = 'published' AND ${signatory.public}
        AND (${inArray(signatory.id, ids)} OR lower(${signatory.name}) IN ${names})`,
    );
  const { noMember, severalMembers, memberIsGiver } = say().pledges;
  const members = lines.map((line) => {
    const [one, more] = found.filter(({ id, name }) => id === line || name === line.toLowerCase());
    if (!one) throw fieldError('members', noMember(line));
    if (more) throw fieldError('members', severalMembers(line));
    if (one.id === giverId) throw fieldError('members', memberIsGiver);
    return one.id;
  });
  return [...new Set(members)];
}

/**
 * Says who gives a pledge together. No figure changes, and nobody is named who hasn't signed in public. Each new member
 * is told. Throws `conflict` where the giver isn't shown: its partners would tell who it is.
 */
export const setMembers: UseCaseOn<MembersInput> = (ctx, actor, key, ref, input) => {
  const deed = { right: 'decide', act: 'pledge.members', object: ref } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const { row } = await lockPledge(tx, ref);
    const giver = (await lockGiver(tx, row.signatoryId, 'shared'))!;
    const { visibility } = row;
    if (shownGiver({ ...giver, visibility, isPublic: giver.public }) === null) {
      throw conflict(say().pledges.giverNotShown);
    }
    if (row.status !== 'accepted') throw conflict(say().pledges.membersNotAccepted);
    const ids = input.members.length > 0 ? await membersOf(tx, input.members, row.signatoryId) : [];
    const mail = { kind: 'member', ref, giver: giver.name } as const;
    const told = ids.map((id) => ({ to: { signatoryId: id }, mail, object: ref, occasion: id }));
    await queueOnce(tx, ctx, told);
    const members = ids.length > 0 ? ids : null;
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
