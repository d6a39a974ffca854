import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import * as schema from '../db/schema.ts';
import { DomainError } from '../domain/errors.ts';
import { openInitiative } from '../initiative/read.ts';
import { randomCode, SIGNER_LENGTH } from '../ledger/codes.ts';
import { keepLookKeys } from './look-keys.ts';
import { emailKey, nameKey, type SignInput } from './schemas.ts';

/** A new signatory's row, from the API's input or a file's. */
export const signatoryRow = (
  ctx: Pick<Context, 'now' | 'randomBytes'>,
  input: Omit<SignInput, 'email'> & { email?: string | undefined },
) => ({
  id: uuidv7(),
  code: randomCode(ctx.randomBytes, SIGNER_LENGTH),
  kind: input.kind,
  name: input.name,
  nameKey: nameKey(input.name),
  role: input.role ?? null,
  affiliation: input.affiliation ?? null,
  url: input.url ?? null,
  email: input.email ?? null,
  emailKey: input.email === undefined ? null : emailKey(input.email),
  country: input.country ?? null,
  statement: input.statement ?? null,
  public: input.public,
  status: 'pending' as const,
  createdAt: ctx.now(),
});

/** Enters a signature for somebody, to be published. Throws `conflict` for an address that has signed. */
export function sign(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: SignInput,
): Promise<Answer> {
  const row = signatoryRow(ctx, input);
  const deed = { right: 'decide', act: 'signatory.enter', object: row.id } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    await openInitiative(tx);
    const inserted = await tx
      .insert(schema.signatory)
      .values(row)
      .onConflictDoNothing({ target: schema.signatory.emailKey, where: sql`status <> 'rejected'` })
      .returning({ id: schema.signatory.id });
    if (inserted.length === 0) {
      throw new DomainError('conflict', 'This address has signed already.', {
        fields: [{ field: 'email', message: 'has signed already' }],
      });
    }
    await keepLookKeys(tx, [row]);
    return { status: 201, body: { id: row.id, status: 'pending' } };
  });
}
