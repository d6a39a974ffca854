import { eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireRight, requireSignatory, type Actor } from '../actor.ts';
import { audit, changedFields, type Deed } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNENTERED, UNREADY } from '../db/desk.ts';
import { insertRows, updateOne } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { together } from '../db/sql.ts';
import { write, type Answer } from '../db/write.ts';
import { assetOf } from '../domain/asset.ts';
import { today } from '../domain/day.ts';
import { conflict, fieldError, type DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { openInitiative } from '../initiative/read.ts';
import { append } from '../ledger/append.ts';
import { randomCode, REF_LENGTH, SITE_LENGTH } from '../ledger/codes.ts';
import { queueInvitation, type Asker } from '../mail/queue.ts';
import type { UseCase, UseCaseOn } from '../use-case.ts';
import { checkPending, lockGiver } from './acceptance.ts';
import { draftPledge, type PledgeDraft } from './draft.ts';
import { lockOwnPledge } from './open-pledge.ts';
import { isUnconfirmed, wasAccepted, type PledgeRow } from './pledge-row.ts';
import { acceptByPolicy, type ByPolicy } from './policy.ts';
import type { NewPledge, PledgeInput } from './schemas.ts';

type Making = Pick<Context, 'now' | 'randomBytes'>;

const siteKey = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, ' ');

/** Makes the codes that are missing. GPUs at one site count as one cluster. */
export async function siteCodes(
  ctx: Pick<Context, 'randomBytes'>,
  tx: Tx,
  names: readonly string[],
): Promise<(name: string) => string> {
  const wanted = [...new Map(names.map((name) => [siteKey(name), name]))];
  if (wanted.length === 0) return () => '';
  await tx
    .insert(schema.site)
    .values(
      wanted.map(([nameKey, name]) => ({
        code: randomCode(ctx.randomBytes, SITE_LENGTH),
        name,
        nameKey,
      })),
    )
    .onConflictDoNothing({ target: schema.site.nameKey });
  const keys = wanted.map(([key]) => key);
  const rows = await tx.select().from(schema.site).where(inArray(schema.site.nameKey, keys));
  const codes = new Map(rows.map(({ nameKey, code }) => [nameKey, code]));
  return (name) => codes.get(siteKey(name))!;
}

export function pledgeRow(
  ctx: Making,
  input: Pick<NewPledge, 'visibility' | 'firm'>,
  draft: PledgeDraft,
  of: { signatoryId: string; site: string | null; enteredFrom?: string },
): PledgeRow {
  const { siteName: _, ...facts } = draft;
  return {
    ...facts,
    ...UNENTERED,
    ...of,
    id: uuidv7(),
    ref: randomCode(ctx.randomBytes, REF_LENGTH),
    paymentRef: randomCode(ctx.randomBytes, REF_LENGTH),
    firm: input.firm,
    visibility: input.visibility,
    expectedUntil: null,
    asked: null,
    revision: 0,
    status: 'pending',
    reason: null,
    rateNum: null,
    rateDen: null,
    rateOn: null,
    rateSource: null,
    createdAt: ctx.now(),
    decidedAt: null,
    ...ANSWERED,
    ...UNREADY,
  };
}

const siteOf = async (ctx: Making, tx: Tx, { siteName }: PledgeDraft): Promise<string | null> =>
  siteName === null ? null : (await siteCodes(ctx, tx, [siteName]))(siteName);

export async function insertPledge(
  ctx: Making,
  tx: Tx,
  signatoryId: string,
  input: NewPledge,
  currency: string,
  entered?: Entered,
): Promise<PledgeRow> {
  const draft = draftPledge(input, currency);
  const site = await siteOf(ctx, tx, draft);
  const of = { signatoryId, site, ...(entered && { enteredFrom: entered.from }) };
  const row = pledgeRow(ctx, input, draft, of);
  await insertRows(tx, schema.pledge, [row]);
  return row;
}

export const loggedDeed = (ref: string, status: ByPolicy['status']): Deed => ({
  act: 'pledge.log',
  object: ref,
  facts: { status },
});

function giverOf(actor: Actor, { signatory }: PledgeInput): string {
  if (actor.kind === 'admin') {
    requireRight(actor, 'decide');
    if (signatory !== undefined) return signatory;
    throw fieldError('signatory', say().pledges.signatoryMissing);
  }
  requireSignatory(actor);
  if (signatory === undefined) return actor.signatoryId;
  throw fieldError('signatory', say().pledges.signatoryForAdmins);
}

export const signAgainFirst = (): DomainError => conflict(say().pledges.signAgain);

/** What an admin adds who enters a pledge for somebody. */
export interface Entered {
  /** Where the pledge came from. */
  from: string;
  /** Who asks for an email that invites the giver to confirm; null for none. */
  invite: Asker | null;
}

/** The policy may accept a signatory's own at once. Throws `closed`, and `conflict` after a withdrawn signature. */
export function logPledge(
  ...[ctx, actor, key, input, entered]: [...Parameters<UseCase<PledgeInput>>, entered?: Entered]
): Promise<Answer> {
  const signatoryId = giverOf(actor, input);
  return write(ctx, key, async (tx) => {
    const isOwn = actor.kind === 'signatory';
    const [{ currency }, giver] = await together([
      openInitiative(tx),
      lockGiver(tx, signatoryId, isOwn && input.kind === 'funding' ? 'alone' : 'shared'),
    ]);
    if (isOwn && giver?.status === 'withdrawn') throw signAgainFirst();
    if (giver?.status !== 'pending' && giver?.status !== 'published') {
      throw fieldError('signatory', say().pledges.notSigned);
    }
    if (isOwn) draftPledge(input, currency, today(ctx.now()));
    const row = await insertPledge(ctx, tx, signatoryId, input, currency, entered);
    const { status, entries }: ByPolicy = isOwn
      ? await acceptByPolicy(ctx, tx, row, giver, currency)
      : { status: 'pending', entries: [] };
    await audit(tx, ctx, actor, loggedDeed(row.ref, status));
    if (entered?.invite) {
      await queueInvitation(tx, ctx, giver.email, { signatoryId, ref: row.ref }, entered.invite);
    }
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { ref: row.ref, status } };
  });
}

/** Readers of the ledger take the terms from the row of a pledge that ever was accepted. */
export function checkEditable(row: PledgeRow): void {
  checkPending(row);
  if (wasAccepted(row)) throw conflict(say().pledges.acceptedBefore(row.ref));
}

export const editPledge: UseCaseOn<NewPledge> = (ctx, actor, key, ref, input) =>
  write(ctx, key, async (tx) => {
    const { currency } = await openInitiative(tx);
    const { row } = await lockOwnPledge(tx, actor, ref);
    checkEditable(row);
    const { kind } = assetOf(row.asset);
    if (input.kind !== kind) throw fieldError('kind', say().pledges.otherKind(kind));
    const now = actor.kind === 'signatory' ? today(ctx.now()) : undefined;
    const draft = draftPledge(input, currency, now);
    const { siteName: _, ...facts } = draft;
    const site = await siteOf(ctx, tx, draft);
    const { visibility, firm } = input;
    const says = { ...facts, site, visibility, firm };
    // An admin's edit is not the giver's word, whatever the giver confirmed before.
    const giverConfirmedAt = actor.kind === 'signatory' ? ctx.now() : null;
    const fields = changedFields(row, says);
    await audit(tx, ctx, actor, { act: 'pledge.edit', object: ref, fields });
    const [edited] = await tx
      .update(schema.pledge)
      .set({
        ...says,
        ...ANSWERED,
        ...UNREADY,
        ...(row.enteredFrom !== null && { giverConfirmedAt }),
        revision: row.revision + 1,
      })
      .where(eq(schema.pledge.id, row.id))
      .returning();
    if (actor.kind === 'admin') return { status: 201, body: { ref, status: 'pending' } };
    const giver = (await lockGiver(tx, row.signatoryId, 'alone'))!;
    const { status, entries } = await acceptByPolicy(ctx, tx, edited!, giver, currency);
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { ref, status } };
  });

/** A giver confirms what an admin entered. Throws `conflict` unless that waits for it, and is as it was `seen`. */
export const confirmPledge: UseCaseOn<string | undefined> = (ctx, actor, key, ref, seen) => {
  requireSignatory(actor);
  return write(ctx, key, async (tx) => {
    const { row } = await lockOwnPledge(tx, actor, ref);
    const isOpen = row.status === 'pending' || row.status === 'accepted';
    if (!isUnconfirmed(row) || !isOpen) throw conflict(say().pledges.notToConfirm);
    if (String(row.revision) !== seen) throw conflict(say().pledges.changedSince);
    await audit(tx, ctx, actor, { act: 'pledge.confirm', object: ref });
    await updateOne(tx, schema.pledge, row.id, { giverConfirmedAt: ctx.now() });
    return { status: 201, body: { ref } };
  });
};
