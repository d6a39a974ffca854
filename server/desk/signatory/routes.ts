import { inArray, sql } from 'drizzle-orm';
import type { FormState } from '../../../web/components/form.tsx';
import { CorrectView, JoinView } from '../../../web/desk/signatory/forms.tsx';
import { correctFields, correctNames, JOIN_FIELDS } from '../../../web/forms/entry.ts';
import { fillFields, readFields } from '../../../web/forms/fields.ts';
import type { Context } from '../../context.ts';
import { pledge, signatory } from '../../db/schema.ts';
import { fieldError } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { parse } from '../../http/parse.ts';
import { correctInput, correctSignatory } from '../../signatories/correct.ts';
import { joinSignatories, partSignatories } from '../../signatories/join.ts';
import { showFirst } from '../../signatories/moderate.ts';
import { signatoryIdOf } from '../../signatories/routes.ts';
import {
  BLANK,
  doneAt,
  statusByField,
  typedQuery,
  type DeskPages,
  type DeskRequest,
} from '../frame.ts';
import { readSignatory } from './model.ts';

/** The forms that correct a signatory, and join two records of one. */
export function registerSignatoryForms(pages: DeskPages, ctx: Context): void {
  const at = '/admin/signatories/:id';
  const signatureOf = async ({ actor, params }: DeskRequest) =>
    (await readSignatory(ctx, actor, signatoryIdOf(params))).signature;
  const showCorrect = async (desk: DeskRequest, again?: FormState) => {
    const signature = await signatureOf(desk);
    const values = fillFields(correctFields(signature.kind), { ...signature });
    const form = again ?? { values, errors: [] };
    return pages.send(desk, CorrectView, { form, signature }, statusByField(form));
  };
  pages.form(`${at}/correct`, ['decide', 'touch'], correctNames, showCorrect, async (form) => {
    const { id, kind } = await signatureOf(form);
    const input = parse(correctInput, readFields(correctFields(kind), form.values).input);
    await correctSignatory(ctx, form.actor, form.key, id, input);
    return doneAt(form.reply, `/admin/signatories/${id}`, 'signatory.correct');
  });
  pages.post(`${at}/first`, 'decide', ['first'], async ({ actor, key, params, values, reply }) => {
    const id = signatoryIdOf(params);
    await showFirst(ctx, actor, key, id, values.get('first') === 'yes');
    return doneAt(reply, `/admin/signatories/${id}`, 'signatory.first');
  });
  pages.post(`${at}/part`, 'decide', [], async ({ actor, key, params, reply }) => {
    const id = signatoryIdOf(params);
    await partSignatories(ctx, actor, key, id, {});
    return doneAt(reply, `/admin/signatories/${id}`, 'signatory.part');
  });
  const showJoin = async (desk: DeskRequest, again?: FormState) => {
    const signature = await signatureOf(desk);
    const { id } = signature;
    const asked = typedQuery(desk.request.query);
    const form = again ?? { ...BLANK, values: asked };
    const other = idIn(form.values.get('other'));
    const records = await recordsOf(ctx, other === null ? [id] : [id, other]);
    return pages.send(desk, JoinView, { form, signature, records }, statusByField(form));
  };
  pages.form(`${at}/join`, ['decide', 'touch'], JOIN_FIELDS, showJoin, async (form) => {
    const id = signatoryIdOf(form.params);
    const other = idIn(form.values.get('other'));
    if (other === null) throw fieldError('other', say().signatories.notRecord);
    await joinSignatories(ctx, form.actor, form.key, id, { other });
    return doneAt(form.reply, `/admin/signatories/${id}`, 'signatory.join');
  });
}

/** The id in the address of a signatory's page, or alone. */
const idIn = (typed = ''): string | null =>
  /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/.exec(typed)?.[0] ?? null;

/** What an admin compares before joining, in this order. */
async function recordsOf({ db }: Context, ids: string[]) {
  const { id, name, email, status } = signatory;
  const pledges = sql<number>`(
    SELECT count(*)::int FROM ${pledge} WHERE signatory_id = ${sql.raw('signatory.id')})`;
  const rows = await db
    .select({ id, name, email, status, pledges })
    .from(signatory)
    .where(inArray(id, ids));
  return ids.flatMap((each) => rows.find((row) => row.id === each) ?? []);
}
