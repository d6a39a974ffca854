/** Whom a row means. */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '../../db/db.ts';
import { rowsOf } from '../../db/sql.ts';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { GIVER_STATUSES } from '../../domain/signatory.ts';
import { emailKey, nameKey } from '../../signatories/schemas.ts';
import { keyOf, madeBy } from './plan.ts';
import type { Whom } from './typed.ts';

const foundRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(GIVER_STATUSES),
  public: z.boolean(),
  verifiedDomain: z.string().nullable(),
  emailKey: z.string().nullable(),
  nameKey: z.string(),
});
export type FoundGiver = z.infer<typeof foundRow>;

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Finds who is meant: by an id, here or of an import, by an address, or by a name that only one has. */
export async function giversOf(
  reader: Db | Tx,
  whoms: readonly Whom[],
): Promise<(whom: Whom) => FoundGiver> {
  const ids = whoms.flatMap(({ id }) => id ?? []);
  const made = await madeBy(
    reader,
    ids.map((id) => keyOf('signatories', id)),
  );
  const keys = whoms.flatMap(({ email }) => (email === undefined ? [] : emailKey(email)));
  const names = whoms.flatMap(({ name }) => (name === undefined ? [] : nameKey(name)));
  const found = rowsOf(
    await reader.execute(sql`
      SELECT id, name, status, public, verified_domain AS "verifiedDomain",
        email_key AS "emailKey", name_key AS "nameKey"
      FROM signatory
      WHERE id = ANY(${sql.param([...made.values(), ...ids.filter(isId)])}::uuid[])
        OR status IN ('pending', 'published') AND (email_key = ANY(${sql.param(keys)}::text[])
          OR name_key = ANY(${sql.param(names)}::text[]))`),
    foundRow,
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  const byEmail = new Map(found.map((row) => [row.emailKey, row]));
  const byName = Map.groupBy(
    found.filter(({ status }) => status === 'published'),
    (row) => row.nameKey,
  );
  return ({ id, email, name }) => {
    const said = id ?? email ?? name;
    if (said === undefined) throw fieldError('email', say().csv.noWhom);
    const own = id === undefined ? undefined : byId.get(made.get(keyOf('signatories', id)) ?? id);
    const known = own ?? (email === undefined ? undefined : byEmail.get(emailKey(email)));
    if (known) return known;
    // Somebody with another address may have the same name.
    const called =
      name === undefined || email !== undefined ? [] : (byName.get(nameKey(name)) ?? []);
    if (called.length > 1) throw fieldError('giver', say().csv.severalWhom(name!));
    if (called.length === 1) return called[0]!;
    const field = id !== undefined ? 'giver_id' : email !== undefined ? 'email' : 'giver';
    throw fieldError(field, say().csv.unknownWhom(said));
  };
}
