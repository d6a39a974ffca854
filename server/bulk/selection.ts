import { perProfileField, PROFILE_FIELDS } from '../domain/profile.ts';
import { and, asc, eq, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../db/db.ts';
import * as schema from '../db/schema.ts';
import { anywhere } from '../db/sql.ts';
import { isDay } from '../domain/day.ts';
import { fieldError } from '../domain/errors.ts';
import { BULK_KINDS, REVIEW_REASONS, type BulkKind } from '../domain/signatory.ts';
import { say } from '../domain/say.ts';
import { paged } from '../http/paging.ts';
import { line } from '../http/text.ts';
import { mailDomain, onDomain } from '../signatories/mail-domains.ts';
import { STANDING } from '../signatories/moderate.ts';

const { signatory, pledge } = schema;

const MOST_LEFT_OUT = 100;
const SHOWN = 100;

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/;
const moment = z
  .string()
  .regex(MOMENT, { error: () => say().bulk.notMoment })
  .transform((text) => {
    const [, day, time = '00:00'] = MOMENT.exec(text)!;
    return isDay(day!) ? new Date(`${day}T${time}:00Z`) : new Date(Number.NaN);
  })
  .refine((at) => !Number.isNaN(at.getTime()), { error: () => say().bulk.notDay });

export const selectionInput = z.strictObject({
  kind: z.enum(BULK_KINDS),
  domain: mailDomain.optional(),
  pattern: line(200).optional(),
  why: z.enum(REVIEW_REASONS).optional(),
  from: moment.optional(),
  until: moment.optional(),
  except: z
    .string()
    .transform((text) => text.split(','))
    .pipe(
      z
        .array(z.uuid())
        .max(MOST_LEFT_OUT, { error: () => say().bulk.tooManyLeftOut(MOST_LEFT_OUT) }),
    )
    .optional(),
});
export type Selection = z.infer<typeof selectionInput>;

/** `*` is any text; case doesn't matter. */
const likePattern = (pattern: string): string => anywhere(pattern).replaceAll('*', '%');

/** Something is expected, has come, or is contested. */
const hasStanding = sql`EXISTS (
  SELECT FROM pledge JOIN movement ON movement.pledge_id = pledge.id
  CROSS JOIN LATERAL (VALUES (to_stage, movement.quantity), (from_stage, -movement.quantity)) AS place (stage, change)
  WHERE pledge.signatory_id = signatory.id AND place.stage = ANY(${sql.param(STANDING)}::text[])
  GROUP BY pledge.id HAVING sum(place.change) > 0)`;

/** A giver with an amount in the totals stays in the count. */
export const mayBe = (kind: BulkKind): SQL | undefined =>
  and(concerned(kind), kind === 'reject' || kind === 'hide' ? isFree : undefined);

const concerned = (kind: BulkKind): SQL | undefined =>
  and(
    eq(signatory.status, kind === 'show' || kind === 'hide' ? 'published' : 'pending'),
    kind === 'show' ? isNotNull(signatory.statementWaitsSince) : undefined,
  );

export const isFree = sql`NOT ${hasStanding}`;

/** If a word changes, it isn't the signature that was seen. */
export const WORDS = sql<string>`left(md5(jsonb_build_array(name, ${sql.join(
  PROFILE_FIELDS.map((field) => sql.identifier(field)),
  sql`, `,
)}, public)::text), 16)`;

function filtered(selection: Selection): SQL | undefined {
  const { kind, domain, pattern, why, from, until, except = [] } = selection;
  if (kind === 'hide' && !domain && !pattern && !why && !from && !until) {
    throw fieldError('domain', say().bulk.filterMissing);
  }
  const like = pattern === undefined ? '' : likePattern(pattern);
  return and(
    domain === undefined
      ? undefined
      : onDomain(sql`split_part(${signatory.emailKey}, '@', 2)`, domain),
    pattern === undefined
      ? undefined
      : or(sql`${signatory.name} ILIKE ${like}`, sql`${signatory.statement} ILIKE ${like}`),
    why && sql`${why} = ANY(${signatory.review})`,
    from && sql`${signatory.createdAt} >= ${from.toISOString()}::timestamptz`,
    until && sql`${signatory.createdAt} < ${until.toISOString()}::timestamptz`,
    except.length > 0 ? sql`${signatory.id} <> ALL(${sql.param(except)}::uuid[])` : undefined,
  );
}

export const findSelected = (
  reader: Pick<Db, 'select'>,
  selection: Selection,
  upTo?: string,
): Promise<{ id: string; seen: string }[]> =>
  reader
    .select({ id: signatory.id, seen: WORDS })
    .from(signatory)
    .where(
      and(
        mayBe(selection.kind),
        filtered(selection),
        upTo ? sql`${signatory.id} <= ${upTo}` : undefined,
      ),
    )
    .orderBy(asc(signatory.id));

export const digestOf = (found: readonly { id: string; seen: string }[]): string =>
  createHash('sha256')
    .update(found.map(({ id, seen }) => `${id} ${seen}`).join())
    .digest('base64url');

export async function previewSelection(db: Db, selection: Selection, cursor: string | undefined) {
  const found = await findSelected(db, selection);
  const ids = found.map(({ id }) => id);
  const own = sql`${pledge.signatoryId} = ANY(${sql.param(ids)}::uuid[])`;
  const pledges = await db.$count(pledge, and(own, eq(pledge.status, 'pending')));
  const standing =
    selection.kind === 'accept' || selection.kind === 'show'
      ? 0
      : await db.$count(
          signatory,
          and(concerned(selection.kind), filtered(selection), hasStanding),
        );
  const from = cursor === undefined ? 0 : ids.findIndex((id) => id > cursor);
  const page = from < 0 ? [] : ids.slice(from, from + SHOWN + 1);
  const { items, next } = paged(await shownOf(db, page), SHOWN, ({ id }) => id);
  return {
    count: ids.length,
    first: Math.max(from, 0) + 1,
    pledges,
    standing,
    seen: digestOf(found),
    upTo: ids.at(-1) ?? '',
    shown: items,
    next,
  };
}

const shownOf = async (db: Db, ids: string[]) =>
  ids.length === 0
    ? []
    : db
        .select({
          id: signatory.id,
          name: signatory.name,
          kind: signatory.kind,
          ...perProfileField((field) => signatory[field]),
          review: signatory.review,
          createdAt: signatory.createdAt,
          domain: sql<string | null>`split_part(signatory.email_key, '@', 2)`,
          pledges: sql<number>`(
            SELECT count(*)::int FROM pledge
            WHERE signatory_id = signatory.id AND status = 'pending')`,
        })
        .from(signatory)
        .where(inArray(signatory.id, ids))
        .orderBy(asc(signatory.id));
