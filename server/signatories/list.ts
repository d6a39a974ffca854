import { and, asc, eq, ilike, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../db/db.ts';
import { signatory } from '../db/schema.ts';
import { anywhere } from '../db/sql.ts';
import { DomainError, notFound } from '../domain/errors.ts';
import { perProfileField } from '../domain/profile.ts';
import { SIGNATORY_KINDS } from '../domain/signatory.ts';
import { say } from '../domain/say.ts';
import { SIGNED_SIZE } from '../ledger/checkpoint.ts';
import { paged, pageOf } from '../http/paging.ts';
import { lines } from '../http/text.ts';

export const listInput = z.strictObject({
  ...pageOf(z.uuid({ error: () => say().pledges.badCursor })),
  kind: z.enum(SIGNATORY_KINDS).optional(),
  q: lines(100).optional().describe('Part of a name, role or affiliation, in any case.'),
});
export type SignatoriesInput = z.infer<typeof listInput>;

/** Published, and in the newest checkpoint, so that the list and its count agree. */
const isShown = and(
  eq(signatory.status, 'published'),
  eq(signatory.public, true),
  sql`${signatory.id} NOT IN (
    SELECT signatory_id FROM ledger_entry JOIN entry_name USING (seq)
    WHERE seq >= ${SIGNED_SIZE} AND kind = 'signature')`,
);

const isStatementShown = sql`${signatory.statementWaitsSince} IS NULL
  AND ${signatory.statementHidden} IS NOT TRUE`;

function matching({ kind, q }: Pick<SignatoriesInput, 'kind' | 'q'>): SQL | undefined {
  const texts = [signatory.name, signatory.role, signatory.affiliation];
  return and(
    isShown,
    kind && eq(signatory.kind, kind),
    q === undefined ? undefined : or(...texts.map((text) => ilike(text, anywhere(q)))),
  );
}

const wallOrder = [asc(signatory.kind), asc(signatory.publishedAt), asc(signatory.id)];

const shownColumns = {
  id: signatory.id,
  kind: signatory.kind,
  name: signatory.name,
  ...perProfileField((field) => signatory[field]),
  statement: sql<string | null>`CASE WHEN ${isStatementShown} THEN ${signatory.statement} END`,
  verifiedDomain: signatory.verifiedDomain,
};

/** Throws `gone` once the name is shown no more, and `not-found` if there never was one. */
export async function viewSignatory(reader: Db | Tx, id: string) {
  const { status, public: isPublic, publishedAt } = signatory;
  const [row] = await reader
    .select({ ...shownColumns, status, isPublic, publishedAt })
    .from(signatory)
    .where(eq(signatory.id, id));
  if (!row?.publishedAt) throw notFound(say().signatories.noSuchSignatory);
  if (row.isPublic && row.status === 'published') return row;
  throw new DomainError('gone', say().signatories.gone);
}

export const MOST_FIRST = 12;

/** Only those that an admin has shown first, or all others; every one if `first` is absent. */
export async function listSignatories(reader: Db | Tx, input: SignatoriesInput, first?: boolean) {
  const { limit, cursor } = input;
  const rows = await reader
    .select(shownColumns)
    .from(signatory)
    .where(
      and(
        matching(input),
        first === undefined ? undefined : (first ? isNotNull : isNull)(signatory.firstAt),
        cursor === undefined
          ? undefined
          : sql`(kind, published_at, id) >
              (SELECT last.kind, last.published_at, last.id FROM signatory last WHERE last.id = ${cursor})`,
      ),
    )
    .orderBy(...(first ? [asc(signatory.firstAt)] : wallOrder))
    .limit(limit + 1);
  const { items: signatories, next } = paged(rows, limit, ({ id }) => id);
  return { signatories, next };
}

export const countSignatories = (
  reader: Db | Tx,
  input: Pick<SignatoriesInput, 'kind' | 'q'>,
): Promise<number> => reader.$count(signatory, matching(input));

export const listFirst = async (reader: Db | Tx) =>
  (await listSignatories(reader, { limit: MOST_FIRST }, true)).signatories;
