import type { FormState } from '../../../web/components/form.tsx';
import {
  MILESTONE_FIELDS,
  RECIPIENT_FIELDS,
  TERMS_FIELDS,
} from '../../../web/desk/initiative/form-fields.ts';
import * as view from '../../../web/desk/initiative/forms.tsx';
import { DeskInitiativeView } from '../../../web/desk/initiative/page.tsx';
import { grouped } from '../../../web/format.ts';
import {
  fillFields,
  inCurrency,
  lastDayOf,
  readFields,
  ROWS,
  type Control,
  type FormField,
  type Typed,
} from '../../../web/forms/fields.ts';
import { t } from '../../../web/words.ts';
import { makeInvitation } from '../../admins/invitation.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain/errors.ts';
import { parse } from '../../http/parse.ts';
import * as change from '../../initiative/change.ts';
import { milestonesInput, MOST_MILESTONES, setMilestones } from '../../initiative/milestones.ts';
import {
  listedMilestones,
  milestonesVersion,
  FURTHER_FIELDS,
  readMilestones,
  RECIPIENT_FIELDS as OF_RECIPIENT,
  recipientText,
  type Initiative,
} from '../../initiative/read.ts';
import { withRow } from '../../sign-up/form-frame.ts';
import { doneAt, statusOf, type DeskForm, type DeskPages, type DeskRequest } from '../frame.ts';
import { initiativeModel, readInitiative, reviewOf } from './model.ts';

const TERMS: readonly FormField[] = Object.values(TERMS_FIELDS).flat();
const RECIPIENT: readonly FormField[] = Object.values(RECIPIENT_FIELDS).flat();
const MILESTONES = Object.values(MILESTONE_FIELDS);

/** "100,000,000" of "100000000.00". */
const typedFigure = (text: string): string => grouped(text.replace(/\.0+$/, ''));

const FIGURES: ReadonlySet<Control | undefined> = new Set<Control>(['amount', 'hours', 'whole']);

const termsValues = (row: Initiative): Map<string, string> =>
  new Map([
    ...TERMS.filter(({ at }) => at !== 'reason').map(({ at, as }): [string, string] => {
      if (at === 'closed') return [at, row.closed ? 'on' : ''];
      const text = change.shownOf(row, at as change.ChangedField) ?? '';
      if (at === 'opensAt') return [at, text.replace(/T(.*)Z$/, ' $1')];
      if (as === 'lastDay') return [at, lastDayOf(text)];
      return [at, FIGURES.has(as) ? typedFigure(text) : text];
    }),
    ['seen', change.termsVersion(row)],
  ]);

async function termsOf(ctx: Context, typed: Typed) {
  const { currency } = await readInitiative(ctx);
  const { input } = readFields(TERMS, inCurrency(typed, currency));
  return parse(change.changeInput, { ...input, seen: typed.get('seen') });
}

const recipientValues = (row: Initiative): Map<string, string> =>
  new Map([
    ...[...OF_RECIPIENT, ...FURTHER_FIELDS].map((name): [string, string] => [
      `recipient.${name}`,
      recipientText(row.recipient, name) ?? '',
    ]),
    ...fillFields(RECIPIENT, { recipient: { earlier: row.recipient?.earlier } }),
    [ROWS, String(row.recipient?.earlier?.length || 1)],
    ['seen', change.termsVersion(row)],
  ]);

async function recipientOf(ctx: Context, typed: Typed) {
  const { currency } = await readInitiative(ctx);
  const { recipient, ...input } = readFields(RECIPIENT, inCurrency(typed, currency)).input;
  const { earlier = [], ...own } = (recipient ?? {}) as { earlier?: unknown[] };
  const kept = { ...own, ...(earlier.length > 0 && { earlier }) };
  return { ...input, recipient: recipient ? kept : null, seen: typed.get('seen') };
}

export function registerInitiative(pages: DeskPages, ctx: Context): void {
  pages.get(view.HOME, 'view', async (desk) => {
    const { cursor } = desk.request.query as { cursor?: unknown };
    const before = typeof cursor === 'string' && /^\d{1,18}$/.test(cursor) ? cursor : null;
    return pages.send(desk, DeskInitiativeView, await initiativeModel(ctx, before));
  });
  registerInvitation(pages, ctx);
  registerTerms(pages, ctx);
  registerRecipient(pages, ctx);
  registerMilestones(pages, ctx);
}

function registerInvitation(pages: DeskPages, ctx: Context): void {
  const show = (desk: DeskRequest) => pages.send(desk, view.InvitationView, { link: null });
  pages.form(view.INVITE, ['manage', 'touch'], [], show, async (desk) => {
    const link = await makeInvitation(ctx, desk.actor);
    return pages.send(desk, view.InvitationView, { link });
  });
}

/** Keeps what was typed when the passkey must be touched again: the touch page would lose it. */
export async function keepingTyped<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'touch-again') throw error;
    const message = t.deskInitiative.forms.touchAgain;
    throw new DomainError('conflict', message, { fields: [{ field: 'touch', message }] });
  }
}

/** The version that a form was made from; once it has said that there is another one, that one. */
const seenIn = ({ values, errors }: FormState, standing: string): string =>
  errors.some(({ field }) => field === '') ? standing : (values.get('seen') ?? '');

function formOf(
  row: Initiative,
  valuesOf: (row: Initiative) => Map<string, string>,
  form?: FormState,
): FormState {
  const standing = valuesOf(row);
  if (!form) return { values: standing, errors: [] };
  const seen = seenIn(form, standing.get('seen')!);
  return { ...form, values: new Map([...form.values, ['seen', seen]]) };
}

function registerTerms(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, form?: FormState) => {
    const shown = formOf(await readInitiative(ctx), termsValues, form);
    return pages.send(desk, view.TermsFormView, { form: shown }, statusOf(shown));
  };
  const review = async (request: DeskForm) => {
    const input = await termsOf(ctx, request.values);
    const plan = await change.previewChange(ctx, request.actor, input);
    const page = { values: request.values, ...(await reviewOf(ctx, plan, input.reason)) };
    return pages.send(request, view.TermsReviewView, page);
  };
  pages.form(
    `${view.HOME}/terms`,
    ['manage', 'touch'],
    [...TERMS, 'seen', 'go'],
    show,
    async (request) => {
      const { actor, key, values, reply } = request;
      const go = values.get('go');
      if (go === 'edit') return show(request, { values, errors: [] });
      if (go !== 'send') return review(request);
      const input = await termsOf(ctx, values);
      await keepingTyped(() => change.changeInitiative(ctx, actor, key, input));
      return doneAt(reply, view.HOME, 'initiative.change');
    },
  );
}

function registerRecipient(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, form?: FormState) => {
    const { fieldOf } = readFields(RECIPIENT, form?.values ?? new Map());
    const errors = form?.errors.map((each) => ({ ...each, field: fieldOf(each.field) }));
    const typed = form && { ...form, errors: errors! };
    const shown = formOf(await readInitiative(ctx), recipientValues, typed);
    return pages.send(desk, view.RecipientFormView, { form: shown }, statusOf(shown));
  };
  pages.form(
    `${view.HOME}/recipient`,
    ['manage', 'touch'],
    [...RECIPIENT, 'seen', 'go'],
    show,
    async (request) => {
      const { actor, key, values, reply } = request;
      if (values.get('go') === 'row') return show(request, { values: withRow(values), errors: [] });
      const input = parse(change.changeInput, await recipientOf(ctx, values));
      await keepingTyped(() => change.changeInitiative(ctx, actor, key, input));
      return doneAt(reply, view.HOME, 'initiative.change');
    },
  );
}

const ROW_COUNTS = MILESTONES.map(({ at }) => `rows.${at}`);

/** What was typed after one of the form's buttons: `add-funding`, a row more; `drop-gpus-2`, that row less. */
function afterButton(values: Typed, go: string): Typed {
  const [act, at, index] = go.split('-');
  const field = MILESTONES.find((each) => each.at === at);
  if (!field) return values;
  const changed = new Map(values);
  const count = Math.min(Number(values.get(`rows.${at}`)) || 0, MOST_MILESTONES);
  changed.set(`rows.${at}`, String(act === 'add' ? count + 1 : count - 1));
  if (act === 'add') return changed;
  for (let row = Number(index); row < count; row += 1) {
    for (const column of field.rows!.fields) {
      changed.set(`${at}.${row}.${column.at}`, values.get(`${at}.${row + 1}.${column.at}`) ?? '');
    }
  }
  return changed;
}

function registerMilestones(pages: DeskPages, ctx: Context): void {
  const standing = async (): Promise<FormState> => {
    const { currency } = await readInitiative(ctx);
    const milestones = await readMilestones(ctx.db);
    const rowsOf = (kind: keyof typeof MILESTONE_FIELDS) =>
      listedMilestones(milestones, kind, currency).map(({ reaches, label }) => ({
        reaches: typedFigure(reaches),
        label,
      }));
    const rows = { funding: rowsOf('funding'), gpus: rowsOf('gpus') };
    const values = new Map([
      ...fillFields(MILESTONES, rows),
      ['rows.funding', String(rows.funding.length)],
      ['rows.gpus', String(rows.gpus.length)],
      ['seen', milestonesVersion(milestones)],
    ]);
    return { values, errors: [] };
  };
  const show = async (desk: DeskRequest, { values, errors }: FormState) => {
    const { currency } = await readInitiative(ctx);
    const { fieldOf } = readFields(MILESTONES, values);
    const form = {
      values,
      errors: errors.map(({ field, message }) => ({ field: fieldOf(field), message })),
    };
    const page = { form, currency, most: MOST_MILESTONES };
    return pages.send(desk, view.MilestonesFormView, page, statusOf(form));
  };
  pages.get(`${view.HOME}/milestones`, 'manage', async (desk) => show(desk, await standing()));
  pages.formOn(
    `${view.HOME}/milestones`,
    'manage',
    [...MILESTONES, ...ROW_COUNTS, 'seen', 'go'],
    async (desk, form) => {
      const seen = seenIn(form, milestonesVersion(await readMilestones(ctx.db)));
      return show(desk, { ...form, values: new Map([...form.values, ['seen', seen]]) });
    },
    async (desk) => {
      const { actor, key, values, reply } = desk;
      const go = values.get('go') ?? 'send';
      if (go !== 'send') return show(desk, { values: afterButton(values, go), errors: [] });
      const { currency } = await readInitiative(ctx);
      const typed = readFields(MILESTONES, inCurrency(values, currency)).input;
      const input = parse(milestonesInput, { ...typed, seen: values.get('seen') });
      await setMilestones(ctx, actor, key, input);
      return doneAt(reply, view.HOME, 'initiative.milestones');
    },
  );
}
