import type { FormState } from '../../../web/components/form.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import { renderDeskInitiative } from '../../../web/desk/initiative/page.tsx';
import {
  HOME,
  renderMilestonesForm,
  renderRecipientForm,
  renderTermsForm,
} from '../../../web/desk/initiative/forms.tsx';
import { renderTermsReview } from '../../../web/desk/initiative/review.tsx';
import { requireTouch } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain/errors.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { changeInitiative, changeInput, previewChange } from '../../initiative/change.ts';
import { milestonesInput, MOST_MILESTONES, setMilestones } from '../../initiative/milestones.ts';
import { milestonesVersion, readMilestones, type Initiative } from '../../initiative/read.ts';
import { deskFrame, doneAt, type DeskForm, type DeskPages, type DeskRequest } from '../frame.ts';
import { initiativeModel, readInitiative, reviewOf } from './model.ts';
import * as typed from './typed.ts';
import { t } from '../../../web/words.ts';

/** The initiative at the desk: what stands, how it came about, and the forms that change it. */
export function registerInitiativePages(pages: DeskPages, ctx: Context, assets: Assets): void {
  pages.get(HOME, 'view', async (request) => {
    const { cursor } = request.request.query as { cursor?: unknown };
    const before = typeof cursor === 'string' && /^\d{1,18}$/.test(cursor) ? cursor : null;
    const page = {
      frame: await deskFrame(ctx, request),
      ...(await initiativeModel(ctx, before)),
    };
    return sendPage(request.reply, 200, renderDeskInitiative(page, assets));
  });
  registerTerms(pages, ctx, assets);
  registerRecipient(pages, ctx, assets);
  registerMilestones(pages, ctx, assets);
}

const NO_ERRORS: FormState['errors'] = [];

/**
 * A passkey that was touched too long ago must not take away what was typed meanwhile: the form is
 * shown again with it, and says where to touch.
 */
async function keepingTyped<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'touch-again') throw error;
    const message = t.deskInitiative.forms.touchAgain;
    throw new DomainError('conflict', message, { fields: [{ field: 'touch', message }] });
  }
}

/** What is grave is not even shown to a session that could not do it. */
const showFresh =
  (ctx: Context, show: (request: DeskRequest) => ReturnType<typeof sendShown>) =>
  async (request: DeskRequest) => {
    requireTouch(request.actor, ctx.now());
    return show(request);
  };

const sendShown = async (
  { reply }: DeskRequest,
  { errors }: FormState,
  page: string,
): Promise<DeskRequest['reply']> => sendPage(reply, errors.length > 0 ? 400 : 200, page);

/**
 * The version that a form is made from: as it came, through whatever is wrong with it, until it tells
 * that another one stands.
 */
const seenIn = ({ values, errors }: FormState, standing: string): string =>
  errors.some(({ field }) => field === '') ? standing : (values.get('seen') ?? '');

/** What was typed over what stands. */
function formOf(
  row: Initiative,
  valuesOf: (row: Initiative) => Map<string, string>,
  form?: FormState,
): FormState {
  const standing = valuesOf(row);
  if (!form) return { values: standing, errors: NO_ERRORS };
  const seen = seenIn(form, standing.get('seen')!);
  return { ...form, values: new Map([...form.values, ['seen', seen]]) };
}

function registerTerms(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (request: DeskRequest, form?: FormState) => {
    const row = await readInitiative(ctx);
    const shown = formOf(row, typed.termsValues, form);
    const page = { frame: await deskFrame(ctx, request), form: shown, currency: row.currency };
    return sendShown(request, shown, renderTermsForm(page, assets));
  };
  const review = async (request: DeskForm) => {
    const input = parse(changeInput, typed.termsOf(request.values));
    const plan = await previewChange(ctx, request.actor, input);
    const page = {
      frame: await deskFrame(ctx, request),
      values: request.values,
      ...(await reviewOf(ctx, plan, input.reason)),
    };
    return sendPage(request.reply, 200, renderTermsReview(page, assets));
  };
  pages.get(`${HOME}/terms`, 'manage', showFresh(ctx, show));
  pages.post(
    `${HOME}/terms`,
    'manage',
    typed.TERMS_NAMES,
    async (request) => {
      const { actor, key, values, reply } = request;
      const go = values.get('go');
      if (go === 'edit') return show(request, { values, errors: NO_ERRORS });
      if (go !== 'send') return review(request);
      const input = parse(changeInput, typed.termsOf(values));
      await keepingTyped(() => changeInitiative(ctx, actor, key, input));
      return doneAt(reply, HOME, 'initiative.change');
    },
    show,
  );
}

function registerRecipient(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (request: DeskRequest, form?: FormState) => {
    const row = await readInitiative(ctx);
    const shown = formOf(row, typed.recipientValues, form);
    const page = { frame: await deskFrame(ctx, request), form: shown, currency: row.currency };
    return sendShown(request, shown, renderRecipientForm(page, assets));
  };
  pages.get(`${HOME}/recipient`, 'manage', showFresh(ctx, show));
  pages.post(
    `${HOME}/recipient`,
    'manage',
    typed.RECIPIENT_NAMES,
    async ({ actor, key, values, reply }) => {
      const input = parse(changeInput, typed.recipientOf(values));
      await keepingTyped(() => changeInitiative(ctx, actor, key, input));
      return doneAt(reply, HOME, 'initiative.change');
    },
    show,
  );
}

const LEAST_ROWS = 1;

const typedRowsOf = ({ values }: Pick<FormState, 'values'>): typed.MilestoneRows =>
  typed.typedRows(values, MOST_MILESTONES);

function registerMilestones(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (
    request: DeskRequest,
    rows: typed.MilestoneRows,
    { seen, errors = NO_ERRORS }: { seen: string; errors?: FormState['errors'] },
  ) => {
    const { currency } = await readInitiative(ctx);
    const form = { values: typed.rowValues(rows).set('seen', seen), errors };
    const shownOf = (kind: 'funding' | 'gpus') => Math.max(rows[kind].length, LEAST_ROWS);
    const page = {
      frame: await deskFrame(ctx, request),
      form,
      currency,
      rows: { funding: shownOf('funding'), gpus: shownOf('gpus') },
      most: MOST_MILESTONES,
    };
    return sendShown(request, form, renderMilestonesForm(page, assets));
  };
  pages.get(`${HOME}/milestones`, 'manage', async (request) => {
    const { currency } = await readInitiative(ctx);
    const standing = await readMilestones(ctx.db);
    return show(request, typed.rowsOf(standing, currency), { seen: milestonesVersion(standing) });
  });
  pages.post(
    `${HOME}/milestones`,
    'manage',
    [...typed.milestoneFields(MOST_MILESTONES), 'seen', 'go'],
    async (request) => {
      const { actor, key, values, reply } = request;
      const rows = typedRowsOf(request);
      const go = values.get('go') ?? 'send';
      const seen = values.get('seen') ?? '';
      if (go !== 'send') return show(request, typed.rowsAfter(rows, go), { seen });
      const input = parse(milestonesInput, { ...typed.milestonesOf(typed.filledRows(rows)), seen });
      await setMilestones(ctx, actor, key, input);
      return doneAt(reply, HOME, 'initiative.milestones');
    },
    // The rows as they were judged: their places are those of the errors.
    async (request, form) =>
      show(request, typed.filledRows(typedRowsOf(form)), {
        seen: seenIn(form, milestonesVersion(await readMilestones(ctx.db))),
        errors: form.errors,
      }),
  );
}
