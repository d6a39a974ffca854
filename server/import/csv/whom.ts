import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/db.ts';
import * as schema from '../../db/schema.ts';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { emailKey, nameKey } from '../../signatories/schemas.ts';
import type { Said } from './cells.ts';
import { madeOf } from './plan.ts';

/** The first of these that a row has says whom it means. */
const WHOM = ['giverId', 'email', 'giver'] as const;

/** No name or address has more, and no heap of marks in a cell is folded. */
const MOST_CHARACTERS = 500;

/** Finds givers by an id, here or of an import, by an address, or by a name that only one has. */
export async function giversOf(reader: Db | Tx, rows: readonly { said: Said }[]) {
  const textsOf = (field: string): string[] => rows.flatMap(({ said }) => said[field] ?? []);
  const idOf = await madeOf(reader, 'signatories', textsOf('giverId'));
  const foldings = { giverId: idOf, email: emailKey, giver: nameKey };
  const keyOf = (field: (typeof WHOM)[number], text: string): string =>
    text.length > MOST_CHARACTERS ? '' : foldings[field](text);
  const [ids, emails, names] = WHOM.map(
    (field) => sql`ANY(${sql.param(textsOf(field).map((text) => keyOf(field, text)))}::text[])`,
  );
  const { id, name, status, public: isPublic, verifiedDomain, ...keys } = schema.signatory;
  const { emailKey: email, nameKey: called } = keys;
  const found = await reader
    .select({
      id,
      name,
      status,
      public: isPublic,
      verifiedDomain,
      emailKey: email,
      nameKey: called,
    })
    .from(schema.signatory)
    .where(
      sql`${status} IN ('pending', 'published')
        AND (${id}::text = ${ids} OR ${email} = ${emails} OR ${called} = ${names})`,
    );
  const byKey = Map.groupBy(
    found.flatMap((row) => [
      { key: `giverId ${row.id}`, row },
      { key: `email ${row.emailKey}`, row },
      { key: `giver ${row.nameKey}`, row },
    ]),
    ({ key }) => key,
  );
  return (said: Said) => {
    const field = WHOM.find((each) => said[each] !== undefined);
    if (field === undefined) throw fieldError('email', say().csv.noWhom);
    const text = said[field]!;
    const [known, ...others] = byKey.get(`${field} ${keyOf(field, text)}`) ?? [];
    if (!known) throw fieldError(field, say().csv.unknownWhom(text));
    if (others.length > 0) throw fieldError(field, say().csv.severalWhom(text));
    return known.row;
  };
}
