import { inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireRight, requireSignatory, type Actor } from '../actor.ts';
import { audit, type Deed } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { ANSWERED, UNREADY } from '../db/desk.ts';
import { insertRows } from '../db/prepared.ts';
import * as schema from '../db/schema.ts';
import { together } from '../db/sql.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { today } from '../domain/day.ts';
import { DomainError, fieldError } from '../domain/errors.ts';
import { append } from '../ledger/append.ts';
import { openInitiative } from '../initiative/read.ts';
import { randomCode, REF_LENGTH, SITE_LENGTH } from '../ledger/codes.ts';
import { lockGiver } from './acceptance.ts';
import { draftPledge, type PledgeDraft } from './draft.ts';
import { acceptByPolicy, type ByPolicy } from './policy.ts';
import type { NewPledge, PledgeInput } from './schemas.ts';
import type { PledgeRow } from './terms.ts';

/** Sites are one when their names differ in case and spaces only. */
const siteKey = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, ' ');

/** The codes of sites by name, made where a name is new: GPUs there count as one cluster. */
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

/** A new pledge's row: pending, with a reference that says nothing about it. */
export function pledgeRow(
  ctx: Pick<Context, 'now' | 'randomBytes'>,
  input: Pick<NewPledge, 'visibility' | 'firm'>,
  draft: PledgeDraft,
  of: { signatoryId: string; site: string | null },
): PledgeRow {
  const { siteName: _, ...facts } = draft;
  return {
    ...facts,
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

/** The code of a draft's site, made where it is new; null where it names none. */
export async function siteOf(
  ctx: Pick<Context, 'randomBytes'>,
  tx: Tx,
  { siteName }: PledgeDraft,
): Promise<string | null> {
  if (siteName === null) return null;
  return (await siteCodes(ctx, tx, [siteName]))(siteName);
}

/**
 * Inserts a pending pledge of a signatory; `currency` is the initiative's. Throws `invalid-input`
 * with every field that does not fit.
 */
export async function insertPledge(
  ctx: Pick<Context, 'now' | 'randomBytes'>,
  tx: Tx,
  signatoryId: string,
  input: NewPledge,
  currency: string,
): Promise<PledgeRow> {
  const draft = draftPledge(input, currency);
  const row = pledgeRow(ctx, input, draft, { signatoryId, site: await siteOf(ctx, tx, draft) });
  await insertRows(tx, schema.pledge, [row]);
  return row;
}

/** A pledge was logged, and what became of it by the policy. */
export const loggedDeed = (ref: string, status: ByPolicy['status']): Deed => ({
  act: 'pledge.log',
  object: ref,
  facts: { status },
});

/** Whose pledge is logged: an admin names the signatory, who else is signed in gives its own. */
function giverOf(actor: Actor, { signatory }: PledgeInput): string {
  if (actor.kind === 'admin') {
    requireRight(actor, 'decide');
    if (signatory !== undefined) return signatory;
    throw fieldError('signatory', 'name whose pledge it is');
  }
  requireSignatory(actor);
  if (signatory === undefined) return actor.signatoryId;
  throw fieldError('signatory', 'is for admins: you pledge as yourself');
}

export const signAgainFirst = (): DomainError =>
  new DomainError('conflict', 'You have withdrawn your signature. To pledge, sign again first.');

/**
 * Logs a pledge. It is pending, and counts nowhere, until it is accepted: one's own by the policy at
 * once where that allows it, or together with others where it is anonymous. Answers the reference and the status. Throws `closed`, `conflict` for
 * one's own with a signature that is withdrawn, and `invalid-input` for another such signatory.
 */
export const logPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: PledgeInput,
): Promise<Answer> => {
  const signatoryId = giverOf(actor, input);
  return write(ctx, key, async (tx) => {
    const isOwn = actor.kind === 'signatory';
    const [{ currency }, giver] = await together([
      openInitiative(tx),
      lockGiver(tx, signatoryId, isOwn && input.kind === 'funding' ? 'alone' : 'shared'),
    ]);
    if (isOwn && giver?.status === 'withdrawn') throw signAgainFirst();
    if (giver?.status !== 'pending' && giver?.status !== 'published') {
      throw fieldError('signatory', 'is not the id of a signatory who stands');
    }
    if (isOwn) draftPledge(input, currency, today(ctx.now()));
    const row = await insertPledge(ctx, tx, signatoryId, input, currency);
    const { status, entries }: ByPolicy = isOwn
      ? await acceptByPolicy(ctx, tx, row, giver, currency)
      : { status: 'pending', entries: [] };
    await audit(tx, ctx, actor, loggedDeed(row.ref, status));
    if (entries.length > 0) await append(tx, entries, ctx);
    return { status: 201, body: { ref: row.ref, status } };
  });
};
