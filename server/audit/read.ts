import { and, desc, eq, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { TrailLine, Act } from '../domain/audit-trail.ts';
import type { Db, Tx } from '../db/db.ts';
import * as desk from '../db/desk.ts';
import * as schema from '../db/schema.ts';
import type { Day } from '../domain/day.ts';

const { audit, admin, apiToken } = desk;
const { signatory, pledge, movement } = schema;

export const NAMELESS = [
  'bootstrap',
  'machine',
  'setup',
  'stripe',
  'signatory',
  'stranger',
] as const;

export interface TrailFilter {
  /** A pledge's reference includes its batches. */
  object?: string | undefined;
  acts?: readonly Act[] | undefined;
  /** An admin's id, or one of NAMELESS. */
  who?: string | undefined;
  /** Days in UTC, both included. */
  from?: Day | undefined;
  to?: Day | undefined;
  /** Of who did it, to whom, or of the giver. */
  name?: string | undefined;
}

const midnight = (day: Day, plus = 0): SQL =>
  sql`((${day}::date + ${sql.raw(String(plus))})::timestamp AT TIME ZONE 'UTC')`;

/** Undoing names the batch alone. */
const isDoneTo = (object: string): SQL => sql`${audit.object} IN (
  SELECT ${object}::text UNION ALL
  SELECT ${movement.batch} FROM ${movement} JOIN ${pledge} ON ${pledge.id} = ${movement.pledgeId}
  WHERE ${pledge.ref} = ${object})`;

const isBy = (who: string): SQL =>
  (NAMELESS as readonly string[]).includes(who) ? eq(audit.by, who) : eq(audit.adminId, who);

/** By today's names: the trail has only ids. */
function isAbout(name: string): SQL {
  const has = (column: SQL): SQL => sql`strpos(lower(${column}), lower(${name})) > 0`;
  const admins = sql`FROM ${admin} WHERE ${has(sql`${admin.name}`)}`;
  const people = sql`FROM ${signatory} WHERE ${has(sql`${signatory.name}`)}`;
  return or(
    sql`${audit.adminId} IN (SELECT ${admin.id} ${admins})`,
    sql`${audit.signatoryId} IN (SELECT ${signatory.id} ${people})`,
    sql`${audit.object} IN (
      SELECT ${admin.id}::text ${admins}
      UNION ALL SELECT ${signatory.id}::text ${people}
      UNION ALL SELECT ${pledge.ref} FROM ${pledge}
        WHERE ${pledge.signatoryId} IN (SELECT ${signatory.id} ${people}))`,
  )!;
}

export const isMeant = ({ object, acts, who, from, to, name }: TrailFilter): SQL | undefined =>
  and(
    object === undefined ? undefined : isDoneTo(object),
    acts && inArray(audit.act, [...acts]),
    who === undefined ? undefined : isBy(who),
    from === undefined ? undefined : gte(audit.at, midnight(from)),
    to === undefined ? undefined : lt(audit.at, midnight(to, 1)),
    name === undefined ? undefined : isAbout(name),
  );

const idOf = (thing: 'signatory' | 'admin' | 'token'): SQL =>
  sql`CASE WHEN ${audit.act} LIKE ${`${thing}.%`} AND ${audit.object} ~ '^[0-9a-f-]{36}$'
    THEN ${audit.object}::uuid END`;

/** The newest first; `before` an id. */
export async function readTrail(
  reader: Db | Tx,
  filter: TrailFilter,
  { limit, before }: { limit: number; before?: bigint | undefined },
): Promise<TrailLine[]> {
  const theirs = alias(signatory, 'theirs');
  const named = {
    signatory: alias(signatory, 'named_signatory'),
    admin: alias(admin, 'named_admin'),
    token: alias(apiToken, 'named_token'),
  };
  const rows = await reader
    .select({
      id: audit.id,
      at: audit.at,
      doer: {
        by: audit.by,
        adminId: audit.adminId,
        admin: admin.name,
        token: apiToken.name,
        signatoryId: audit.signatoryId,
        signatory: theirs.name,
      },
      from: audit.from,
      act: audit.act,
      object: audit.object,
      name: sql<
        string | null
      >`coalesce(${named.signatory.name}, ${named.admin.name}, ${named.token.name})`,
      fields: audit.fields,
      facts: audit.facts,
    })
    .from(audit)
    .leftJoin(admin, eq(admin.id, audit.adminId))
    .leftJoin(apiToken, eq(apiToken.id, audit.meansId))
    .leftJoin(theirs, eq(theirs.id, audit.signatoryId))
    .leftJoin(named.signatory, eq(named.signatory.id, idOf('signatory')))
    .leftJoin(named.admin, eq(named.admin.id, idOf('admin')))
    .leftJoin(named.token, eq(named.token.id, idOf('token')))
    .where(and(isMeant(filter), before === undefined ? undefined : lt(audit.id, before)))
    .orderBy(desc(audit.id))
    .limit(limit);
  return rows.map(({ id, ...line }) => ({ id: id.toString(), ...line }));
}
