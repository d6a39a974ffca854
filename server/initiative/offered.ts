/** One list of what counts nowhere: offers that are neither money nor GPU time, and names from the press. */
import { and, eq, gte, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { requireRight, type Actor } from '../actor.ts';
import { audit, changedFields, type Deed } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { namesChanged } from '../db/names.ts';
import { pledge, reported, signatory } from '../db/schema.ts';
import { IS_SHOWN } from '../db/standing.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { isCurrency } from '../domain/asset.ts';
import { checkNotInFuture, type Day } from '../domain/day.ts';
import { DomainError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { day, line, webAddress } from '../http/text.ts';
import { typedCode } from '../ledger/codes.ts';
import type { UseCase, UseCaseOf, UseCaseOn } from '../use-case.ts';
import { lockInitiative } from './read.ts';

/** All of it is public. */
export const reportedShape = z.strictObject({
  name: line(200),
  role: line(200).optional(),
  affiliation: line(200).optional(),
  what: line(300)
    .optional()
    .describe('What is offered that is neither money nor GPU time. It counts nowhere.'),
  value: line(100).optional().describe('What the giver says that it is worth.'),
  expiresOn: day.optional().describe('The last day of the offer.'),
  source: line(500),
  reportedOn: day.optional(),
});
type ReportedInput = z.infer<typeof reportedShape>;

export const offeredInput = reportedShape.extend({
  source: reportedShape.shape.source.refine(
    (text) => !/^[a-z][a-z\d+.-]*:\/\//i.test(text) || webAddress.safeParse(text).success,
    { error: () => say().http.notWebAddress },
  ),
});

/** `became`: the offer is this pledge now. `hours`: its hours were bought with the offer. */
export const offerPledgeInput = z.strictObject({
  is: z.enum(['became', 'hours']),
  pledge: line(40).optional().describe('Its reference. Without one the offer has no pledge.'),
});

export const reportedColumns = (input: ReportedInput) => ({
  name: input.name,
  role: input.role ?? null,
  affiliation: input.affiliation ?? null,
  what: input.what ?? null,
  value: input.value ?? null,
  expiresOn: input.expiresOn ?? null,
  source: input.source,
  reportedOn: input.reportedOn ?? null,
});

const ENTRY = {
  name: reported.name,
  role: reported.role,
  affiliation: reported.affiliation,
  what: reported.what,
  value: reported.value,
  expiresOn: reported.expiresOn,
  source: reported.source,
  reportedOn: reported.reportedOn,
};
const NUMBERED = { position: reported.position, ...ENTRY };

/** What an initiative file brought, as it is now. */
export const importedEntries = (reader: Db | Tx) =>
  reader.select(NUMBERED).from(reported).where(isNull(reported.addedAt)).orderBy(reported.position);

/** Offers that became pledges come last. */
export const listOffered = (reader: Db | Tx) =>
  reader
    .select({ ...NUMBERED, pledgeIs: reported.pledgeIs, pledge: pledge.ref })
    .from(reported)
    .leftJoin(pledge, eq(pledge.id, reported.pledgeId))
    .orderBy(sql`${reported.pledgeIs} IS NOT DISTINCT FROM 'became'`, reported.position)
    .$dynamic();

/** An expired offer is none, and one that became a pledge is listed as that. A pledge whose giver isn't shown isn't named. */
export async function publicOffered(reader: Db | Tx, on: Day) {
  const isOpen = sql`${reported.pledgeIs} IS DISTINCT FROM 'became'`;
  const isValid = or(isNull(reported.expiresOn), gte(reported.expiresOn, on));
  const isPublic = sql<boolean>`${IS_SHOWN} AND ${pledge.status} = 'accepted'`;
  const rows = await reader
    .select({ ...ENTRY, ref: pledge.ref, isPublic })
    .from(reported)
    .leftJoin(pledge, eq(pledge.id, reported.pledgeId))
    .leftJoin(signatory, eq(signatory.id, pledge.signatoryId))
    .where(and(isOpen, isValid))
    .orderBy(reported.position);
  return rows.map(({ ref, isPublic: isShown, ...entry }) => ({
    ...entry,
    pledge: isShown ? ref : null,
  }));
}

/** Of a pledge. */
export const offersOf = (reader: Db | Tx, pledgeId: string) =>
  reader
    .select({ ...NUMBERED, is: reported.pledgeIs })
    .from(reported)
    .where(eq(reported.pledgeId, pledgeId))
    .orderBy(reported.position);

export async function findOffered(reader: Db | Tx, id: string) {
  if (!/^\d{1,9}$/.test(id)) return null;
  const [entry] = await listOffered(reader).where(eq(reported.position, Number(id)));
  return entry ?? null;
}

/** Throws `not-found`. */
export async function offeredAt(reader: Db | Tx, id: string) {
  const entry = await findOffered(reader, id);
  if (!entry) throw new DomainError('not-found', say().initiative.noOffer);
  return entry;
}

/** The initiative's row is locked, so that one change of the list follows another. */
function changeList(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  work: (tx: Tx) => Promise<Deed>,
): Promise<Answer> {
  requireRight(actor, 'decide');
  return write(ctx, key, async (tx) => {
    await lockInitiative(tx);
    const deed = await work(tx);
    await namesChanged(tx);
    await audit(tx, ctx, actor, deed);
    return { status: 201, body: { entry: Number(deed.object) } };
  });
}

const checkDay = ({ reportedOn }: ReportedInput, now: Date): void => {
  if (reportedOn !== undefined) checkNotInFuture(reportedOn, now, 'reportedOn');
};

export const addOffered: UseCase<ReportedInput> = (ctx, actor, key, input) =>
  changeList(ctx, actor, key, async (tx) => {
    checkDay(input, ctx.now());
    const [row] = await tx
      .insert(reported)
      .values({ ...reportedColumns(input), addedAt: ctx.now() })
      .returning({ position: reported.position });
    return { act: 'offer.add', object: String(row!.position) };
  });

export const editOffered: UseCaseOn<ReportedInput> = (ctx, actor, key, id, input) =>
  changeList(ctx, actor, key, async (tx) => {
    checkDay(input, ctx.now());
    const entry = await offeredAt(tx, id);
    const next = reportedColumns(input);
    await tx.update(reported).set(next).where(eq(reported.position, entry.position));
    return { act: 'offer.edit', object: id, fields: changedFields(entry, next) };
  });

export const removeOffered: UseCaseOf = (ctx, actor, key, id) =>
  changeList(ctx, actor, key, async (tx) => {
    const { position } = await offeredAt(tx, id);
    await tx.delete(reported).where(eq(reported.position, position));
    return { act: 'offer.remove', object: id };
  });

export const linkOffered: UseCaseOn<z.infer<typeof offerPledgeInput>> = (
  ctx,
  actor,
  key,
  id,
  { is, pledge: typed },
) =>
  changeList(ctx, actor, key, async (tx) => {
    const { position } = await offeredAt(tx, id);
    const found = typed === undefined ? null : await linkable(tx, typedCode(typed), is);
    await tx
      .update(reported)
      .set({ pledgeId: found?.id ?? null, pledgeIs: found && is })
      .where(eq(reported.position, position));
    return { act: 'offer.link', object: id, facts: { [is]: found?.ref ?? null } };
  });

const refuse = (message: string) =>
  new DomainError('invalid-input', message, { fields: [{ field: 'pledge', message }] });

async function linkable(tx: Tx, ref: string, is: 'became' | 'hours') {
  const [found] = await tx.select().from(pledge).where(eq(pledge.ref, ref));
  if (!found) throw refuse(say().pledges.noPledge(ref));
  if (found.status === 'rejected') throw refuse(say().pledges.isRejected(ref));
  if (is === 'hours' && isCurrency(found.asset)) throw refuse(say().pledges.isMoney(ref));
  return found;
}
