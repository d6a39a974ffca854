import { and, desc, eq, ne, sql, type SQL, inArray } from 'drizzle-orm';
import { type Alike, MOST_ALIKE } from '../../../web/data/desk.ts';
import type { SignatoryPage } from '../../../web/desk/signatory/page.tsx';
import { type Actor, hasRight } from '../../actor.ts';
import { readTrail } from '../../audit/read.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { DomainError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { hasSigned } from '../../domain/signatory.ts';
import { provedAddress } from '../../mail/queue.ts';
import { findPledgesOf } from '../../pledges/mine.ts';
import { shownStatus } from '../../pledges/pledge-row.ts';
import { ownLineOf } from '../../public/pledges-model.ts';
import { joinOf } from '../../signatories/join.ts';
import { isMailProvider } from '../../signatories/mail-domains.ts';

const { signatory } = schema;

export const askedOf = ({ question, askedAt }: { question: string | null; askedAt: Date | null }) =>
  question !== null && askedAt !== null ? { question, at: askedAt } : null;

const alike = (condition: SQL): SQL<number> => sql<number>`(
  SELECT count(*)::int FROM (
    SELECT FROM signatory other
    WHERE other.id <> signatory.id AND other.status <> 'giver' AND ${condition} LIMIT ${MOST_ALIKE}
  ) AS others)`;

const known = {
  domain: sql<string | null>`split_part(signatory.email_key, '@', 2)`,
  sameName: alike(sql`lower(other.name) = lower(signatory.name)`),
  sameDomain: alike(
    sql`split_part(other.email_key, '@', 2) = split_part(signatory.email_key, '@', 2)`,
  ),
  waitingPledges: sql<number>`(
    SELECT count(*)::int FROM pledge WHERE signatory_id = signatory.id AND status = 'pending')`,
};

/** What only admins read who may decide. */
const HIDDEN = {
  email: null,
  enteredFrom: null,
  adminNote: null,
  contactName: null,
  contactEmail: null,
};

export async function readSignatures(db: Db, actor: Actor, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const rows = await db
    .select({ row: signatory, ...known })
    .from(signatory)
    .where(inArray(signatory.id, ids));
  const signatures = rows.flatMap(({ row, domain, sameDomain, ...counts }) =>
    hasSigned(row)
      ? [
          {
            ...row,
            ...counts,
            isPublic: row.public,
            ...(!hasRight(actor, 'decide') && HIDDEN),
            domain,
            isMute: provedAddress(row) === null,
            sameDomain: domain === null || isMailProvider(domain) ? 0 : sameDomain,
            asked: askedOf(row),
          },
        ]
      : [],
  );
  return new Map(signatures.map((signature) => [signature.id, signature]));
}

const SHOWN = 50;

const othersWith = async (db: Db, id: string, condition: SQL): Promise<Alike[]> => {
  const rows = await db
    .select({
      id: signatory.id,
      name: signatory.name,
      status: signatory.status,
      domain: sql<string | null>`split_part(email_key, '@', 2)`,
      createdAt: signatory.createdAt,
    })
    .from(signatory)
    .where(and(ne(signatory.id, id), ne(signatory.status, 'giver'), condition))
    .orderBy(desc(signatory.createdAt), desc(signatory.id))
    .limit(SHOWN);
  return rows.filter(hasSigned);
};

/** The gift of somebody who gave without signing, which is all there is to show; null for everybody else. */
export async function giftOf({ db }: Pick<Context, 'db'>, id: string): Promise<string | null> {
  const [gift] = await db
    .select({ ref: schema.pledge.ref })
    .from(signatory)
    .innerJoin(schema.pledge, eq(schema.pledge.signatoryId, signatory.id))
    .where(and(eq(signatory.id, id), eq(signatory.status, 'giver')))
    .limit(1);
  return gift ? `/admin/pledges/${gift.ref}` : null;
}

/** Those that entries name, without the present one. */
async function earlierNames(db: Db, { id, name }: { id: string; name: string }): Promise<string[]> {
  const { entryName } = schema;
  const rows = await db
    .selectDistinct({ name: entryName.name })
    .from(entryName)
    .where(and(eq(entryName.signatoryId, id), ne(entryName.name, name)));
  return rows.map((row) => row.name);
}

export async function readSignatory(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  id: string,
): Promise<Omit<SignatoryPage, 'frame' | 'now' | 'back' | 'again'>> {
  const signature = (await readSignatures(db, actor, [id])).get(id);
  if (!signature) throw new DomainError('not-found', say().desk.noSignatory);
  const { name, domain, sameName, sameDomain } = signature;
  const { pledges } = await findPledgesOf(db, id, { limit: SHOWN });
  return {
    signature,
    pledges: pledges.map((pledge) => ({
      line: ownLineOf(pledge),
      status: shownStatus(pledge.row),
      asked: pledge.row.asked && BigInt(pledge.row.asked.quantity),
    })),
    sameName: sameName === 0 ? [] : await othersWith(db, id, sql`lower(name) = lower(${name})`),
    sameDomain:
      sameDomain === 0
        ? []
        : await othersWith(db, id, eq(sql`split_part(email_key, '@', 2)`, domain)),
    joinedTo: signature.status === 'withdrawn' ? ((await joinOf(db, id))?.other ?? null) : null,
    earlier: await earlierNames(db, signature),
    trail: await readTrail(db, { object: id }, { limit: SHOWN }),
  };
}
