import { and, desc, eq, ne, sql, type SQL } from 'drizzle-orm';
import type { Alike } from '../../../web/data/desk.ts';
import type { Actor } from '../../actor.ts';
import { readTrail } from '../../audit/read.ts';
import type { Context } from '../../context.ts';
import type { Db } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { hasSigned } from '../../domain/signatory.ts';
import { DomainError } from '../../domain/errors.ts';
import { findPledgesOf } from '../../pledges/mine.ts';
import { shownStatus } from '../../pledges/pledge-row.ts';
import { ownLineOf } from '../../public/pledges-model.ts';
import { readSignatures } from '../queue/signature.ts';
import type { SignatoryPage } from '../../../web/desk/signatory/page.tsx';

const { signatory } = schema;

/** Of each list that many are shown: nobody has more by hand. */
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

/**
 * Where somebody is shown who gave without signing: at the gift, which is all there is of it. Null for
 * everybody else.
 */
export async function giftOf({ db }: Pick<Context, 'db'>, id: string): Promise<string | null> {
  const [gift] = await db
    .select({ ref: schema.pledge.ref })
    .from(signatory)
    .innerJoin(schema.pledge, eq(schema.pledge.signatoryId, signatory.id))
    .where(and(eq(signatory.id, id), eq(signatory.status, 'giver')))
    .limit(1);
  return gift ? `/admin/pledges/${gift.ref}` : null;
}

/** All that is known of a signatory. Throws `not-found` for an id that is none. */
export async function readSignatory(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  id: string,
): Promise<Omit<SignatoryPage, 'frame' | 'now' | 'back' | 'again'>> {
  const signature = (await readSignatures(db, actor, [id])).get(id);
  if (!signature) throw new DomainError('not-found', 'There is no such signatory.');
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
    trail: await readTrail(db, { object: id }, { limit: SHOWN }),
  };
}
