import { and, asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, requireTouch } from '../actor.ts';
import { audit, changedFields } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { namesChanged } from '../db/names.ts';
import { entryName, pledge, signatory, type Signatory } from '../db/schema.ts';
import { isTaken } from '../db/sql.ts';
import { write } from '../db/write.ts';
import { conflict, fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { findInitiative } from '../initiative/read.ts';
import { append, type NewEntry } from '../ledger/append.ts';
import { provedAddress, queueMail } from '../mail/queue.ts';
import { acceptedTerms } from '../pledges/pledge-row.ts';
import { termsEntry } from '../pledges/record.ts';
import { forgetNetworks } from '../sessions/networks.ts';
import { endAllSessions, spendLinks } from '../sessions/session.ts';
import type { UseCaseOn } from '../use-case.ts';
import { lockPledgesOf, lockSignatory, signatureEntry } from './moderate.ts';
import { emailKey, enterInput, nameKey } from './schemas.ts';
import { keepLookKeys } from './sign.ts';

const { name, role, affiliation, email, contactName, contactEmail } = enterInput.shape;

/** Null removes what is there. `checked`: the admin knows that the public facts are the signatory's own. */
export const correctInput = z.strictObject({
  name,
  role: role.nullable(),
  affiliation: affiliation.nullable(),
  email: email.nullable(),
  contactName: contactName.nullable(),
  contactEmail: contactEmail.nullable(),
  checked: z.boolean(),
});
type CorrectInput = z.infer<typeof correctInput>;

const SHOWN: ReadonlySet<string> = new Set(['name', 'role', 'affiliation']);

/** Signs out whoever could sign in with an address that is gone. */
export async function shutOut(tx: Tx, { now }: Pick<Context, 'now'>, signatoryId: string) {
  await endAllSessions(tx, { signatoryId });
  await forgetNetworks(tx, signatoryId);
  await spendLinks(tx, { signatoryId, now: now() });
}

/**
 * The signature under the new name, and the terms of the pledges that show it. Terms of anonymous pledges keep the old
 * name: beside the signature they would tell whose they are.
 */
async function renamed(ctx: Context, tx: Tx, row: Signatory, next: Signatory): Promise<NewEntry[]> {
  const { currency } = (await findInitiative(tx))!;
  const isAccepted = and(eq(pledge.signatoryId, row.id), eq(pledge.status, 'accepted'));
  const pledges = next.public
    ? await tx
        .select()
        .from(pledge)
        .where(and(isAccepted, eq(pledge.visibility, 'public')))
        .orderBy(asc(pledge.ref))
    : [];
  return [
    signatureEntry(ctx, row, 'withdraw'),
    signatureEntry(ctx, next, 'sign'),
    ...pledges.map((each) => termsEntry(each, acceptedTerms(each, currency), next, true)),
  ];
}

/** Throws `conflict` where entries name somebody who isn't signed now: they would say another name than the row. */
async function checkRenamable(tx: Tx, { id, status }: Signatory): Promise<void> {
  if (status === 'published') return;
  const named = await tx.$count(entryName, eq(entryName.signatoryId, id));
  if (named > 0) throw conflict(say().signatories.publishBeforeName);
}

async function save(tx: Tx, row: Signatory, fields: string[], next: Omit<CorrectInput, 'checked'>) {
  const [saved] = await tx
    .update(signatory)
    .set({
      ...next,
      ...(fields.includes('name') && { nameKey: nameKey(next.name) }),
      ...(fields.includes('email') && {
        emailKey: next.email === null ? null : emailKey(next.email!),
        confirmedAt: null,
        verifiedDomain: null,
      }),
    })
    .where(eq(signatory.id, row.id))
    .returning()
    .catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      throw fieldError('email', say().signatories.hasSigned);
    });
  return saved!;
}

/**
 * An admin corrects what a signatory is called, and how to reach it. A published name is withdrawn and signed anew in
 * the ledger, so the count stays. The confirmed address is told, before it changes. Throws `conflict` for who isn't
 * signed, and `touch-again`.
 */
export const correctSignatory: UseCaseOn<CorrectInput> = (ctx, actor, key, id, input) => {
  requireRight(actor, 'decide');
  requireTouch(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    await lockPledgesOf(tx, [id]);
    const row = await lockSignatory(tx, id);
    const { checked, ...next } = input;
    const fields = changedFields(row, next);
    if (row.status === 'rejected' || row.status === 'withdrawn') {
      throw conflict(say().signatories.notSignedNow(row.status));
    }
    if (fields.length === 0) throw conflict(say().signatories.nothingCorrected);
    if (!checked && fields.some((field) => SHOWN.has(field))) {
      throw fieldError('checked', say().signatories.notChecked);
    }
    const isRenamed = fields.includes('name');
    if (isRenamed) await checkRenamable(tx, row);
    await audit(tx, ctx, actor, { act: 'signatory.correct', object: id, fields });
    const saved = await save(tx, row, fields, next);
    if (isRenamed) await keepLookKeys(tx, [saved]);
    if (fields.includes('email')) await shutOut(tx, ctx, id);
    const address = provedAddress(row);
    if (address !== null) await queueMail(tx, ctx, address, { kind: 'corrected', fields });
    await namesChanged(tx);
    if (isRenamed && row.status === 'published') {
      await append(tx, await renamed(ctx, tx, row, saved), ctx);
    }
    return { status: 201, body: { id, status: row.status } };
  });
};
