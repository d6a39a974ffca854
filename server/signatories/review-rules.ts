import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { writeAs } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { reviewSetting } from '../db/review.ts';
import type { Answer, RequestKey } from '../db/write.ts';
import { DomainError } from '../domain/errors.ts';
import { lookKeys } from '../domain/look-alike.ts';
import { parseAmount } from '../domain/quantity.ts';
import { decimal, line } from '../http/text.ts';
import { findInitiative, noInitiative } from '../initiative/read.ts';
import { KNOWN_ORGANISATIONS } from './known-organisations.ts';

/** A list that is looked through at each sign-up. */
const MOST_ORGANISATIONS = 1_000;

/** What the admins set about reviews; `organisations` null: those that Muster ships. */
export const reviewRulesInput = z.strictObject({
  hold: z
    .boolean()
    .optional()
    .describe('Whether an admin reviews new signatures. If absent, nothing changes.'),
  dailyCap: decimal.nullable().describe('Null means 100 times AUTO_ACCEPT_FUNDING.'),
  organisations: z
    .array(line(200))
    .max(MOST_ORGANISATIONS, `must be at most ${MOST_ORGANISATIONS}`)
    .nullable(),
  seen: z.number().int(),
});

/** What is set. */
export async function readReviewSetting(reader: Db | Tx) {
  const [row] = await reader.select().from(reviewSetting);
  return { ...row!, organisations: row!.organisations ?? KNOWN_ORGANISATIONS };
}

let looked: { names: string; keys: Set<string> } | null = null;

/** What names look like; those of a thousand take 60 ms, so they are kept until the names change. */
function keysOf(names: readonly string[]): Set<string> {
  const text = names.join('\n');
  if (looked?.names !== text) looked = { names: text, keys: new Set(names.flatMap(lookKeys)) };
  return looked.keys;
}

/**
 * Whether new signatures are held, and the names that an admin always looks at, as they look: well-known
 * organisations, the initiative and its recipient.
 */
export async function readReviewRules(tx: Tx): Promise<{ hold: boolean; known: Set<string> }> {
  const { hold, organisations } = await readReviewSetting(tx);
  const initiative = await findInitiative(tx);
  const own = [initiative?.name, initiative?.recipient?.name].filter((name) => name !== undefined);
  return { hold, known: keysOf([...organisations, ...own]) };
}

/** With 0 an admin decides on every pledge. */
const parseCap = (text: string, currency: string): bigint =>
  /^0+(\.0+)?$/.test(text) ? 0n : parseAmount(text, currency, 'dailyCap');

/** Sets what goes to review. Throws `conflict` where somebody else has set it since it was `seen`. */
export const setReviewRules = (
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  { hold, dailyCap, organisations, seen }: z.infer<typeof reviewRulesInput>,
): Promise<Answer> => {
  const facts = {
    ...(hold !== undefined && { hold }),
    dailyCap,
    organisations: organisations?.length ?? null,
  };
  const deed = { right: 'decide', act: 'review.change', object: null, facts } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    const initiative = await findInitiative(tx);
    if (!initiative) throw noInitiative();
    const dailyCapMinor = dailyCap === null ? null : parseCap(dailyCap, initiative.currency);
    const changed = await tx
      .update(reviewSetting)
      .set({
        ...(hold !== undefined && { hold }),
        dailyCapMinor,
        organisations,
        revision: sql`revision + 1`,
      })
      .where(eq(reviewSetting.revision, seen))
      .returning({ revision: reviewSetting.revision });
    if (changed.length === 0) {
      throw new DomainError(
        'conflict',
        'Another admin has just changed these settings. Check them below and save again.',
      );
    }
    return { status: 201, body: { revision: seen + 1 } };
  });
};
