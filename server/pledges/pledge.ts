import { inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireSignatory, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { fieldError } from '../domain/errors.ts';
import { append } from '../ledger/append.ts';
import { openInitiative } from '../initiative/read.ts';
import { randomCode, REF_LENGTH, SITE_LENGTH } from '../ledger/code.ts';
import { lockGiver } from './acceptance.ts';
import { draftPledge, type PledgeDraft } from './draft.ts';
import { acceptByPolicy } from './policy.ts';
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

type NewRow = typeof schema.pledge.$inferInsert;

/** A new pledge's row: pending, with a reference that says nothing about it. */
export function pledgeRow(
  ctx: Pick<Context, 'now' | 'randomBytes'>,
  input: Pick<NewPledge, 'visibility' | 'note' | 'firm'>,
  draft: PledgeDraft,
  of: { signatoryId: string; site: string | null },
): NewRow & { id: string; ref: string } {
  const { siteName: _, ...facts } = draft;
  return {
    ...facts,
    ...of,
    id: uuidv7(),
    ref: randomCode(ctx.randomBytes, REF_LENGTH),
    firm: input.firm,
    visibility: input.visibility,
    note: input.note ?? null,
    status: 'pending',
    createdAt: ctx.now(),
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
  const [inserted] = await tx.insert(schema.pledge).values(row).returning();
  return inserted!;
}

/** Whose pledge is logged: an admin names the signatory, who else is signed in gives its own. */
function giverOf(actor: Actor, { signatory }: PledgeInput): string {
  if (actor.kind === 'admin') {
    if (signatory !== undefined) return signatory;
    throw fieldError('signatory', 'name whose pledge it is');
  }
  requireSignatory(actor);
  if (signatory === undefined) return actor.signatoryId;
  throw fieldError('signatory', 'is for admins: you pledge as yourself');
}

/**
 * Logs a pledge. It is pending, and counts nowhere, until it is accepted: one's own by the policy at
 * once where that allows it. Answers the reference and the status. Throws `closed`, and
 * `invalid-input` also for a signatory that is rejected or has withdrawn.
 */
export const logPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: PledgeInput,
): Promise<Answer> => {
  const signatoryId = giverOf(actor, input);
  return write(ctx, key, async (tx) => {
    const { currency } = await openInitiative(tx);
    const isOwn = actor.kind === 'signatory';
    const giver = await lockGiver(tx, signatoryId, isOwn && input.kind === 'funding');
    if (giver?.status !== 'pending' && giver?.status !== 'published') {
      throw fieldError('signatory', 'is not the id of a signatory who stands');
    }
    const row = await insertPledge(ctx, tx, signatoryId, input, currency);
    const entries = isOwn ? await acceptByPolicy(ctx, tx, row, giver, { currency }) : [];
    if (entries.length > 0) await append(tx, entries, ctx);
    return {
      status: 201,
      body: { ref: row.ref, status: entries.length > 0 ? 'accepted' : 'pending' },
    };
  });
};
