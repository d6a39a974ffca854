import { ne } from 'drizzle-orm';
import { z } from 'zod';
import type { Look } from '../../web/data/home.ts';
import { requireRight, requireTouch, type Actor } from '../actor.ts';
import { audit, changedFields } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { namesChanged } from '../db/names.ts';
import * as schema from '../db/schema.ts';
import { write, type Answer, type RequestKey } from '../db/write.ts';
import { contrast, LEAST_CONTRAST, PAPER, shadeOn } from '../domain/contrast.ts';
import { fieldError } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { line, lines } from '../http/text.ts';
import { nothingChanged } from '../initiative/milestones.ts';
import { checkSeen, lockInitiative, versionOf } from '../initiative/read.ts';
import { readLogo } from './logo.ts';

const accent = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: () => say().look.notColour, abort: true })
  .toLowerCase()
  .superRefine((hex, check) => {
    const ratio = contrast(hex, PAPER.light);
    // Rounded down: 4.49 must not read as enough.
    const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
    if (ratio < LEAST_CONTRAST) check.addIssue(say().look.tooLight(shown, shadeOn(hex, 'light')));
  });

/** "Our blog https://blog.example" */
const link = line(300).refine(
  (text) => /^.{1,60} https:\/\/[^\s@]+$/.test(text) && URL.canParse(text.split(' ').at(-1)!),
  { error: () => say().look.notLink },
);

export const lookInput = z.strictObject({
  logo: z.string().max(64).nullable(),
  accent: accent.nullable(),
  about: lines(4_000).nullable(),
  links: z
    .array(link)
    .max(6, { error: () => say().look.tooManyLinks })
    .nullable(),
  seen: z.string().optional(),
});

export const lookVersion = (look: Look | null): string => versionOf([look]);

/** Throws `invalid-input`, `conflict`, `touch-again` and `no-initiative`. */
export async function changeLook(
  ctx: Context,
  actor: Actor,
  key: RequestKey,
  { seen, ...look }: z.infer<typeof lookInput>,
): Promise<Answer> {
  requireRight(actor, 'manage');
  requireTouch(actor, ctx.now());
  return write(ctx, key, async (tx) => {
    const row = await lockInitiative(tx);
    checkSeen(seen, lookVersion(row.look));
    const fields = changedFields(row.look ?? {}, look);
    if (fields.length === 0) throw nothingChanged();
    if (look.logo !== null && !(await readLogo(tx, look.logo))) {
      throw fieldError('file', say().look.logoGone);
    }
    await tx.update(schema.initiative).set({ look });
    await tx.delete(schema.logo).where(ne(schema.logo.hash, look.logo ?? ''));
    await namesChanged(tx);
    await audit(tx, ctx, actor, { act: 'initiative.look', object: null, fields });
    return { status: 201, body: { changed: fields } };
  });
}
