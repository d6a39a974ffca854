import { inArray, sql, type SQL } from 'drizzle-orm';
import { MOST_ALIKE } from '../../../web/data/desk.ts';
import { hasRight, type Actor } from '../../actor.ts';
import type { Db } from '../../db/db.ts';
import { signatory } from '../../db/schema.ts';
import { hasSigned } from '../../domain/signatory.ts';
import { isMailProvider } from '../../signatories/mail-domains.ts';
import { provedAddress } from '../../mail/queue.ts';

/** What an admin asked back, and when; null where nothing is open. */
export const askedOf = ({ question, askedAt }: { question: string | null; askedAt: Date | null }) =>
  question !== null && askedAt !== null ? { question, at: askedAt } : null;

const alike = (condition: SQL): SQL<number> => sql<number>`(
  SELECT count(*)::int FROM (
    SELECT FROM signatory other
    WHERE other.id <> signatory.id AND other.status <> 'giver' AND ${condition} LIMIT ${MOST_ALIKE}
  ) AS others)`;

/** The columns of a signature on the desk, beside its row. */
const known = {
  domain: sql<string | null>`split_part(signatory.email_key, '@', 2)`,
  sameName: alike(sql`lower(other.name) = lower(signatory.name)`),
  sameDomain: alike(
    sql`split_part(other.email_key, '@', 2) = split_part(signatory.email_key, '@', 2)`,
  ),
  waitingPledges: sql<number>`(
    SELECT count(*)::int FROM pledge WHERE signatory_id = signatory.id AND status = 'pending')`,
};

/** Signatures by their ids, with all that is known of each. */
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
            email: hasRight(actor, 'decide') ? row.email : null,
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
