import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { writeAs } from '../audit/audit.ts';
import { pledge, signatory } from '../db/schema.ts';
import { conflict } from '../domain/errors.ts';
import { say } from '../domain/say.ts';
import { lines } from '../http/text.ts';
import { lockPledge } from '../pledges/open-pledge.ts';
import type { UseCaseOn } from '../use-case.ts';
import { lockSignatory } from './moderate.ts';

/** `seen`: of the note that the admin looked at. */
export const noteInput = z.strictObject({ note: lines(5000).nullable(), seen: z.string().max(20) });
type NoteInput = z.infer<typeof noteInput>;

/** Tells one note from the next. */
export const noteSeen = (note: string | null): string =>
  note === null ? '' : createHash('sha256').update(note).digest('base64url').slice(0, 16);

function checkSeen({ adminNote }: { adminNote: string | null }, { seen }: NoteInput): void {
  if (noteSeen(adminNote) === seen) return;
  throw conflict(say().signatories.noteChanged);
}

/** The history says that a note changed, never what it says. */
export const noteOnSignatory: UseCaseOn<NoteInput> = (ctx, actor, key, id, input) => {
  const deed = { right: 'decide', act: 'signatory.note', object: id } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    checkSeen(await lockSignatory(tx, id), input);
    await tx.update(signatory).set({ adminNote: input.note }).where(eq(signatory.id, id));
    return { status: 201, body: { id } };
  });
};

export const noteOnPledge: UseCaseOn<NoteInput> = (ctx, actor, key, ref, input) => {
  const deed = { right: 'decide', act: 'pledge.note', object: ref } as const;
  return writeAs(ctx, actor, key, deed, async (tx) => {
    checkSeen((await lockPledge(tx, ref)).row, input);
    await tx.update(pledge).set({ adminNote: input.note }).where(eq(pledge.ref, ref));
    return { status: 201, body: { ref } };
  });
};
