import { eq } from 'drizzle-orm';
import type { FormState } from '../../../web/components/form.tsx';
import { EnterPledgeView, EnterSignatoryView } from '../../../web/desk/entry/page.tsx';
import { ENTER_FIELDS, SOURCE_FIELDS } from '../../../web/forms/entry.ts';
import { fieldNames, readFields, type Typed } from '../../../web/forms/fields.ts';
import { pledgeNames, typedPledge } from '../../../web/forms/pledge.ts';
import type { Context } from '../../context.ts';
import { signatory } from '../../db/schema.ts';
import type { Kind } from '../../domain/asset.ts';
import { collector } from '../../domain/collect-errors.ts';
import { notFound } from '../../domain/errors.ts';
import { say } from '../../domain/say.ts';
import { hasSigned } from '../../domain/signatory.ts';
import { parse } from '../../http/parse.ts';
import { logPledge, type Entered } from '../../pledges/pledge.ts';
import { pledgeInput } from '../../pledges/schemas.ts';
import { signatoryIdOf } from '../../signatories/routes.ts';
import { enteredInput, enterInput } from '../../signatories/schemas.ts';
import { sign } from '../../signatories/sign.ts';
import { formErrors, formFrame, withRow } from '../../sign-up/form-frame.ts';
import { inviterOf } from '../../sign-up/limits.ts';
import {
  BLANK,
  doneAt,
  statusOf,
  type DeskForm,
  type DeskPages,
  type DeskRequest,
  typedQuery,
} from '../frame.ts';

/** Reads a form with what an admin adds, and names every wrong field of both. */
async function readEntry<T>(
  ctx: Context,
  { actor, request, values }: DeskForm,
  read: () => T,
): Promise<{ input: T; entered: Entered }> {
  const check = collector();
  const input = check.attempt(read);
  const said = check.attempt(() => parse(enteredInput, readFields(SOURCE_FIELDS, values).input));
  check.done();
  const { from, invite } = said!;
  return {
    input: input!,
    entered: { from, invite: invite ? await inviterOf(ctx, request, actor) : null },
  };
}

const sourceNames = fieldNames(SOURCE_FIELDS);

/** Signatures and pledges that an admin enters for somebody. Each still needs its own decision. */
export function registerEntry(pages: DeskPages, ctx: Context): void {
  const show = (desk: DeskRequest, form: FormState = BLANK) =>
    pages.send(desk, EnterSignatoryView, { form }, statusOf(form));
  pages.form('/admin/signatories/new', 'decide', ENTER_FIELDS, show, async (form) => {
    const { from: _, invite: __, ...typed } = form.input;
    const { input, entered } = await readEntry(ctx, form, () => parse(enterInput, typed));
    const { body } = await sign(ctx, form.actor, form.key, input, entered);
    return doneAt(form.reply, `/admin/signatories/${String(body['id'])}`, 'signatory.enter');
  });
  registerPledge(pages, ctx);
}

const kindOf = (typed: Typed): Kind => (typed.get('kind') === 'compute' ? 'compute' : 'funding');

/** Throws `not-found` for whoever hasn't signed. */
async function giverOf({ db }: Context, typed: Typed) {
  const id = signatoryIdOf({ id: typed.get('signatory') ?? '' });
  const { name, email, status } = signatory;
  const [row] = await db
    .select({ name, email, status })
    .from(signatory)
    .where(eq(signatory.id, id));
  if (!row || !hasSigned(row)) throw notFound(say().desk.noSignatory);
  return { id, name: row.name, hasAddress: row.email !== null };
}

function registerPledge(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, again?: FormState) => {
    const values = again?.values ?? typedQuery(desk.request.query);
    const kind = kindOf(values);
    const { fieldOf } = typedPledge(values, kind);
    const place = (at: string) => (sourceNames.includes(at) ? at : fieldOf(at));
    const form = { values, errors: formErrors([...(again?.errors ?? [])], place) };
    const terms = { ...(await formFrame(ctx)), canGive: false };
    const page = { form, kind, giver: await giverOf(ctx, values), terms };
    return pages.send(desk, EnterPledgeView, page, statusOf(form));
  };
  const names = ['go', 'signatory', 'kind', ...pledgeNames('funding', 'compute'), ...sourceNames];
  pages.form('/admin/pledges/new', 'decide', names, show, async (form) => {
    const { values } = form;
    if (values.get('go') === 'row') return show(form, { values: withRow(values), errors: [] });
    const typed = typedPledge(values, kindOf(values)).input;
    const { input, entered } = await readEntry(ctx, form, () =>
      parse(pledgeInput, { ...typed, signatory: values.get('signatory') }),
    );
    const { body } = await logPledge(ctx, form.actor, form.key, input, entered);
    return doneAt(form.reply, `/admin/pledges/${String(body['ref'])}`, 'pledge.log');
  });
}
