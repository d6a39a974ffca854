import { eq } from 'drizzle-orm';
import type { FormState } from '../../../web/components/form.tsx';
import { NoteView } from '../../../web/desk/entry/page.tsx';
import { NOTE_FIELDS } from '../../../web/forms/entry.ts';
import type { Context } from '../../context.ts';
import * as schema from '../../db/schema.ts';
import { parse } from '../../http/parse.ts';
import { codeOf, noPledge } from '../../pledges/open-pledge.ts';
import {
  noteInput,
  noteOnPledge,
  noteOnSignatory,
  noteSeen,
} from '../../signatories/admin-note.ts';
import { signatoryIdOf } from '../../signatories/routes.ts';
import { doneAt, statusByField, type DeskPages, type DeskRequest } from '../frame.ts';
import { readSignatory } from '../signatory/model.ts';

const { pledge } = schema;

/** The private notes on signatories and pledges. */
export function registerNotes(pages: DeskPages, ctx: Context): void {
  const kinds = [
    {
      at: '/admin/signatories/:id',
      act: 'signatory.note',
      current: 'signatories',
      keep: noteOnSignatory,
      idOf: ({ params }: DeskRequest) => signatoryIdOf(params),
      read: async (desk: DeskRequest) => {
        const { signature } = await readSignatory(ctx, desk.actor, signatoryIdOf(desk.params));
        return { name: signature.name, note: signature.adminNote };
      },
    },
    {
      at: '/admin/pledges/:ref',
      act: 'pledge.note',
      current: 'pledges',
      keep: noteOnPledge,
      idOf: ({ params }: DeskRequest) => codeOf(params, 'ref'),
      read: async ({ params }: DeskRequest) => {
        const ref = codeOf(params, 'ref');
        const columns = { name: pledge.ref, note: pledge.adminNote };
        const [found] = await ctx.db.select(columns).from(pledge).where(eq(pledge.ref, ref));
        if (!found) throw noPledge(ref);
        return found;
      },
    },
  ] as const;
  for (const { at, act, current, keep, idOf, read } of kinds) {
    const pathOf = (desk: DeskRequest) => at.replace(/:\w+/, idOf(desk));
    const show = async (desk: DeskRequest, again?: FormState) => {
      const { name, note } = await read(desk);
      const seen = noteSeen(note);
      const values =
        again?.values ??
        new Map([
          ['note', note ?? ''],
          ['seen', seen],
        ]);
      const form = { values, errors: again?.errors ?? [] };
      const page = { form, path: pathOf(desk), current, name };
      return pages.send(desk, NoteView, page, statusByField(form));
    };
    pages.form(`${at}/note`, 'decide', NOTE_FIELDS, show, async (desk) => {
      const input = parse(noteInput, desk.input);
      await keep(ctx, desk.actor, desk.key, idOf(desk), input);
      return doneAt(desk.reply, pathOf(desk), act);
    });
  }
}
