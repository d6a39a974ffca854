import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { requireRight, type Actor, type SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { rawStatement } from '../db/prepared.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import type { Act } from '../domain/audit-trail.ts';
import type { Right } from '../domain/right.ts';

/** One line of the trail. */
export interface Deed {
  act: Act;
  /** What it was done to: a reference, an id or a code; null where there is but one. */
  object: string | null;
  /** Which personal fields it changed: their names, and never what they say. */
  fields?: readonly string[];
  /** What else there is to know of it, without anything personal. */
  facts?: Record<string, string | number | boolean | null>;
}

/** Whoever does something; of signatories it is enough to know which one, of strangers which network. */
type Doing =
  | Exclude<Actor, SignedIn>
  | Pick<SignedIn, 'kind' | 'signatoryId'>
  | { kind: 'stranger'; from: string };

/**
 * Who does it, by what and from where, as a line has it. The trail keeps where admins came from, who
 * act on other people's, and strangers who tried to be one; of those who sign no network address is kept anywhere.
 */
const doerOf = (actor: Doing) => {
  const isAdmin = actor.kind === 'admin';
  return {
    by: isAdmin ? actor.by : actor.kind,
    adminId: isAdmin ? actor.adminId : null,
    meansId: isAdmin ? actor.meansId : null,
    signatoryId: actor.kind === 'signatory' ? actor.signatoryId : null,
    from: isAdmin || actor.kind === 'stranger' ? actor.from : null,
  };
};

/** Which of the fields of `next` say something else than they did. */
export const changedFields = (was: object, next: object): string[] =>
  Object.entries(next)
    .filter(([name, value]) => !isDeepStrictEqual(value ?? null, was[name as never] ?? null))
    .map(([name]) => name);

/**
 * Writes down who does what to what, when and from where: in the transaction that does it. What signatories
 * do for themselves, and admins for them, calls this once it knows what is done, whoever does it: after
 * the pledge is locked, for a signatory's line locks its row as well, and before the ledger's head is.
 */
export const audit = (tx: Tx, ctx: Pick<Context, 'now'>, actor: Doing, deed: Deed): Promise<void> =>
  auditAll(tx, ctx, actor, [deed]);

const given = sql.placeholder;
const insertDeeds = rawStatement(sql`
  INSERT INTO audit (at, by, admin_id, means_id, signatory_id, "from", act, object, fields, facts)
  SELECT ${given('at')}::timestamptz, ${given('by')}::text, ${given('adminId')}::uuid, ${given('meansId')}::uuid,
    ${given('signatoryId')}::uuid, ${given('from')}::text, act, object, fields, facts
  FROM json_to_recordset(${given('deeds')}::json)
    AS deed (act text, object text, fields text[], facts jsonb)`);

/** The same of several deeds: a line each, in one statement. */
export async function auditAll(
  tx: Tx,
  { now }: Pick<Context, 'now'>,
  actor: Doing,
  deeds: readonly Deed[],
): Promise<void> {
  const lines = deeds.map((deed) => ({ fields: [], facts: {}, ...deed }));
  await insertDeeds(tx, {
    at: now().toISOString(),
    ...doerOf(actor),
    deeds: JSON.stringify(lines),
  });
}

/** The same act, done to each of many: a line each, in one statement. */
export const auditEach = (
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  actor: Doing,
  act: Act,
  objects: readonly string[],
): Promise<void> =>
  auditAll(
    tx,
    ctx,
    actor,
    objects.map((object) => ({ act, object })),
  );

/**
 * The transaction of an admin's act: it is allowed, and written down beside its effect, so a crash
 * leaves both or neither. The same request again is answered from what was kept, and is no second act.
 * Throws `unauthorised` and `forbidden`.
 */
export function writeAs(
  ctx: Pick<Context, 'db' | 'now' | 'appended' | 'log'>,
  actor: Actor,
  key: RequestKey | null,
  { right, ...deed }: Deed & { right: Right },
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  requireRight(actor, right);
  return write(ctx, key, async (tx) => {
    // Before the work, which may end by taking the ledger's head: nobody waits for this.
    await audit(tx, ctx, actor, deed);
    return work(tx);
  });
}
