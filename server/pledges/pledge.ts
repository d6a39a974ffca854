import { eq, inArray } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { requireAdmin, type Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../db/client.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { fieldError } from '../domain/errors.ts';
import { checkOpen } from '../initiative/read.ts';
import { randomCode, REF_LENGTH, SITE_LENGTH } from '../ledger/code.ts';
import { draftPledge, type PledgeDraft } from './draft.ts';
import type { PledgeInput } from './schemas.ts';

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

type NewPledge = typeof schema.pledge.$inferInsert;

/** A new pledge's row: pending, with a reference that says nothing about it. */
export function pledgeRow(
  ctx: Pick<Context, 'now' | 'randomBytes'>,
  input: Pick<PledgeInput, 'visibility' | 'note' | 'firm'>,
  draft: PledgeDraft,
  of: { signatoryId: string; site: string | null },
): NewPledge & { id: string; ref: string } {
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

/** Logs a pledge. It is pending, and counts nowhere, until it is accepted. */
export const logPledge = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  input: PledgeInput,
): Promise<Answer> => {
  requireAdmin(actor);
  return write(ctx, key, async (tx) => {
    const [found] = await tx
      .select({
        closed: schema.initiative.closed,
        currency: schema.initiative.currency,
        giver: schema.signatory.status,
      })
      .from(schema.initiative)
      .leftJoin(schema.signatory, eq(schema.signatory.id, input.signatory));
    const { currency, giver } = checkOpen(found);
    const draft = draftPledge(input, currency);
    if (giver === null || giver === 'rejected') {
      throw fieldError('signatory', 'is not the id of a signatory who stands');
    }
    const codeOf = await siteCodes(ctx, tx, draft.siteName === null ? [] : [draft.siteName]);
    const row = pledgeRow(ctx, input, draft, {
      signatoryId: input.signatory,
      site: draft.siteName === null ? null : codeOf(draft.siteName),
    });
    await tx.insert(schema.pledge).values(row);
    return { status: 201, body: { ref: row.ref, status: 'pending' } };
  });
};
