import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { requireRight, type Actor, type SignedIn } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { rawStatement } from '../db/prepared.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import type { Act } from '../domain/audit-trail.ts';
import type { Right } from '../domain/right.ts';

export interface Deed {
  act: Act;
  /** Null where there is only one such thing. */
  object: string | null;
  /** The names of personal fields that changed, never their contents. */
  fields?: readonly string[];
  facts?: Record<string, string | number | boolean | null>;
}

/** Of a signatory the id is enough, of a stranger the network. */
type Doing =
  | Exclude<Actor, SignedIn>
  | Pick<SignedIn, 'kind' | 'signatoryId'>
  | { kind: 'stranger'; from: string };

/** Keeps addresses of admins, and of strangers who tried to be one; never of those who sign. */
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

export const changedFields = (was: object, next: object): string[] =>
  Object.entries(next)
    .filter(([name, value]) => !isDeepStrictEqual(value ?? null, was[name as never] ?? null))
    .map(([name]) => name);

/** A signatory's line locks the signatory's row: after the pledge's lock, before the ledger head's. */
export const audit = (tx: Tx, ctx: Pick<Context, 'now'>, actor: Doing, deed: Deed): Promise<void> =>
  auditAll(tx, ctx, actor, [deed]);

const given = sql.placeholder;
const insertDeeds = rawStatement(sql`
  INSERT INTO audit (at, by, admin_id, means_id, signatory_id, "from", act, object, fields, facts)
  SELECT ${given('at')}::timestamptz, ${given('by')}::text, ${given('adminId')}::uuid, ${given('meansId')}::uuid,
    ${given('signatoryId')}::uuid, ${given('from')}::text, act, object, fields, facts
  FROM json_to_recordset(${given('deeds')}::json)
    AS deed (act text, object text, fields text[], facts jsonb)`);

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

/** Checks the right, and records the act in its transaction. A repeated request is no second act. */
export function writeAs(
  ctx: Pick<Context, 'db' | 'now' | 'appended' | 'log'>,
  actor: Actor,
  key: RequestKey | null,
  { right, ...deed }: Deed & { right: Right },
  work: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  requireRight(actor, right);
  return write(ctx, key, async (tx) => {
    // Before the work, which may end by locking the ledger's head.
    await audit(tx, ctx, actor, deed);
    return work(tx);
  });
}
