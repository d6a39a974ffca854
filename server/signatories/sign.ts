import { and, asc, eq, gt, ne, notExists, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Answer } from '../db/write.ts';
import type { Db, Tx } from '../db/db.ts';
import { signatorySkeleton } from '../db/review.ts';
import { signatory } from '../db/schema.ts';
import { DomainError } from '../domain/errors.ts';
import { lookKeys } from '../domain/look-alike.ts';
import { say } from '../domain/say.ts';
import { profileOf } from '../domain/profile.ts';
import { queueInvitation } from '../mail/queue.ts';
import { openInitiative } from '../initiative/read.ts';
import type { Entered } from '../pledges/pledge.ts';
import type { UseCase } from '../use-case.ts';
import { randomCode, SIGNER_LENGTH } from '../ledger/codes.ts';
import { emailKey, nameKey, type EnterInput } from './schemas.ts';

export const signatoryRow = (ctx: Pick<Context, 'now' | 'randomBytes'>, input: EnterInput) => ({
  id: uuidv7(),
  code: randomCode(ctx.randomBytes, SIGNER_LENGTH),
  kind: input.kind,
  name: input.name,
  nameKey: nameKey(input.name),
  ...profileOf(input),
  email: input.email ?? null,
  emailKey: input.email === undefined ? null : emailKey(input.email),
  public: input.public,
  status: 'pending' as const,
  contactName: input.contactName ?? null,
  contactEmail: input.contactEmail ?? null,
  createdAt: ctx.now(),
});

/** An admin signs for somebody: by the API, or at the desk, which also says where it came from. */
export function sign(
  ...[ctx, actor, key, input, entered]: [...Parameters<UseCase<EnterInput>>, entered?: Entered]
): Promise<Answer> {
  const row = { ...signatoryRow(ctx, input), enteredFrom: entered?.from ?? null };
  const deed = { right: 'decide', act: 'signatory.enter', object: row.id } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    await openInitiative(tx);
    const inserted = await tx
      .insert(signatory)
      .values(row)
      .onConflictDoNothing({ target: signatory.emailKey, where: sql`status <> 'rejected'` })
      .returning({ id: signatory.id });
    if (inserted.length === 0) {
      const { addressSigned, hasSigned: message } = say().signatories;
      throw new DomainError('conflict', addressSigned, { fields: [{ field: 'email', message }] });
    }
    await keepLookKeys(tx, [row]);
    if (entered?.invite) {
      const of = { signatoryId: row.id, ref: null };
      await queueInvitation(tx, ctx, row.email, of, entered.invite);
    }
    return { status: 201, body: { id: row.id, status: 'pending' } };
  });
}

interface Named {
  id: string;
  name: string;
}

export async function keepLookKeys(tx: Db | Tx, signatories: readonly Named[]): Promise<void> {
  if (signatories.length === 0) return;
  const rows = signatories.flatMap(({ id, name }) => lookKeys(name).map((key) => ({ id, key })));
  await tx.execute(sql`
    INSERT INTO signatory_skeleton (skeleton, signatory_id)
    SELECT key, id FROM unnest(${sql.param(rows.map(({ key }) => key))}::text[],
      ${sql.param(rows.map(({ id }) => id))}::uuid[]) AS fresh (key, id)
    ON CONFLICT DO NOTHING`);
}

const PAGE = 5_000;

export async function fillLookKeys(db: Db): Promise<void> {
  const isLacking = notExists(
    db
      .select({ id: signatorySkeleton.signatoryId })
      .from(signatorySkeleton)
      .where(eq(signatorySkeleton.signatoryId, signatory.id)),
  );
  let rows: Named[] = [];
  do {
    const after = rows.at(-1)?.id;
    rows = await db
      .select({ id: signatory.id, name: signatory.name })
      .from(signatory)
      .where(
        and(ne(signatory.status, 'giver'), isLacking, after ? gt(signatory.id, after) : undefined),
      )
      .orderBy(asc(signatory.id))
      .limit(PAGE);
    await keepLookKeys(db, rows);
  } while (rows.length === PAGE);
}
