import type { FormState } from '../../../web/components/form.tsx';
import { renderHandForm, renderHandPreview } from '../../../web/desk/pledge/movement.tsx';
import { renderDeskPledge } from '../../../web/desk/pledge/page.tsx';
import { HAND_FIELDS } from '../../../web/desk/pledge/movement-form.ts';
import { fieldNames } from '../../../web/forms/fields.ts';
import type { Assets } from '../../../web/pages/page.tsx';
import { requireRight, requireTouch } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { sendPage } from '../../http/page.ts';
import { findInitiative, type Initiative } from '../../initiative/read.ts';
import { isCode } from '../../ledger/codes.ts';
import { mailPayLink } from '../../payments/pay/pay-link.ts';
import { whyClosed } from '../../payments/pay/ways.ts';
import { rightFor, TOUCHED } from '../../pledges/move.ts';
import { deskFrame, doneAt, type DeskForm, type DeskPages, type DeskRequest } from '../frame.ts';
import { HAND_ACTS, HANDS, PLEDGE_HANDS } from './movement-routes.ts';
import { handErrors, handFormOf, handPreviewOf, refOfBatch } from './movement-model.ts';
import { paymentsOf } from '../payments/model.ts';
import { deskPledgeOf, deskValues, openAtDesk, tracedOf, type OpenedAtDesk } from './model.ts';
import type { HandVerb } from '../../../web/data/desk.ts';

/** The code that an address names. Throws `not-found` for a text that can be none. */
function codeOf({ params }: DeskRequest, name: 'ref' | 'batch'): string {
  const code = params[name] ?? '';
  if (isCode(code)) return code;
  throw new DomainError('not-found', `There is no such ${name === 'ref' ? 'pledge' : 'batch'}.`);
}

/** Refusals of what the preview showed: it is shown anew, as things are by now. */
const SHOWN_ANEW: ReadonlySet<string> = new Set(['conflict', 'rate-too-old']);

/** Whether a pledge's giver can be mailed a link to pay it by: mailPayLink has the rule. */
const canMailLink = (
  ctx: Context,
  initiative: Initiative | null,
  { view: { row }, giver }: OpenedAtDesk,
): boolean =>
  row.status === 'accepted' &&
  row.source === null &&
  !giver.isMute &&
  giver.status === 'published' &&
  whyClosed(ctx, initiative) === null;

/** A pledge at the desk, and the movements of it that are recorded by hand. */
export function registerDeskPledge(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (desk: DeskRequest, refused: string | null) => {
    const opened = await openAtDesk(ctx.db, codeOf(desk, 'ref'));
    const now = today(ctx.now());
    const page = {
      ...deskPledgeOf(opened),
      ...(await tracedOf(ctx.db, opened)),
      values: await deskValues(ctx.db, opened, now),
      payments: await paymentsOf(ctx.db, opened.view.row.ref),
      canMailLink: canMailLink(ctx, await findInitiative(ctx.db), opened),
      frame: await deskFrame(ctx, desk),
      refused,
      today: now,
    };
    return sendPage(desk.reply, refused === null ? 200 : 409, renderDeskPledge(page, assets));
  };
  pages.get('/admin/pledges/:ref', 'view', (desk) => show(desk, null));
  pages.post(
    '/admin/pledges/:ref/pay-link',
    'decide',
    [],
    async (desk) => {
      const ref = codeOf(desk, 'ref');
      await mailPayLink(ctx, desk.actor, desk.key, ref);
      return doneAt(desk.reply, `/admin/pledges/${ref}`, 'pledge.pay-link');
    },
    (desk, _form, { message }) => show(desk, message),
  );
  for (const verb of PLEDGE_HANDS) {
    registerHand(pages, ctx, assets, { verb, route: `/admin/pledges/:ref/${verb}`, named: 'ref' });
  }
  registerHand(pages, ctx, assets, {
    verb: 'reverse',
    route: '/admin/batches/:batch/reverse',
    named: 'batch',
  });
}

/**
 * A form in two steps: it is filled in, then what it would do is shown, worked out as it will be done,
 * and confirmed. A confirmation that the pledge has overtaken is shown what it would do now.
 */
function registerHand(
  pages: DeskPages,
  ctx: Context,
  assets: Assets,
  { verb, route, named }: { verb: HandVerb; route: string; named: 'ref' | 'batch' },
): void {
  const pathOf = (desk: DeskRequest) => route.replace(`:${named}`, codeOf(desk, named));
  const refOf = (desk: DeskRequest) =>
    named === 'ref' ? codeOf(desk, 'ref') : refOfBatch(ctx.db, codeOf(desk, 'batch'));
  const handOf = (desk: DeskRequest, { values }: Pick<DeskForm, 'values'>) =>
    HANDS[verb](
      { ctx, actor: desk.actor, object: codeOf(desk, named), seen: values.get('seen') },
      values,
    );

  const showForm = async (desk: DeskRequest, form: FormState, error?: DomainError) => {
    const opened = await openAtDesk(ctx.db, await refOf(desk));
    const model = handFormOf(opened, { verb, batch: desk.params['batch'] ?? null });
    const page = {
      ...model,
      frame: await deskFrame(ctx, desk),
      path: pathOf(desk),
      ...handErrors(opened, form),
      reverseFirst: (error?.extra['reverseFirst'] as string[] | undefined) ?? [],
      followed: (error?.extra['payment'] as string | undefined) ?? null,
      today: today(ctx.now()),
    };
    const status = !error ? 200 : error.code === 'invalid-input' ? 400 : 409;
    return sendPage(desk.reply, status, renderHandForm(page, assets));
  };
  const showPreview = async (desk: DeskForm, overtaken: string | null) => {
    requireRight(desk.actor, rightFor(verb));
    const planned = await ctx.db.transaction(handOf(desk, desk).plan);
    const model = handPreviewOf(await openAtDesk(ctx.db, planned.pledge.ref), planned);
    const page = {
      ...model,
      frame: await deskFrame(ctx, desk),
      verb,
      path: pathOf(desk),
      values: desk.values,
      overtaken,
      today: today(ctx.now()),
    };
    return sendPage(desk.reply, overtaken ? 409 : 200, renderHandPreview(page, assets));
  };

  pages.get(route, rightFor(verb), async (desk) => {
    if (TOUCHED.has(verb)) requireTouch(desk.actor, ctx.now());
    return showForm(desk, { values: new Map(), errors: [] });
  });
  pages.post(
    route,
    rightFor(verb),
    ['go', 'seen', ...fieldNames(HAND_FIELDS[verb])],
    async (desk) => {
      const go = desk.values.get('go');
      if (go === 'change') return showForm(desk, { values: desk.values, errors: [] });
      if (go !== 'confirm') return showPreview(desk, null);
      try {
        await handOf(desk, desk).run(desk.key);
      } catch (error) {
        if (!(error instanceof DomainError) || !SHOWN_ANEW.has(error.code)) throw error;
        return showPreview(desk, error.message);
      }
      return doneAt(desk.reply, `/admin/pledges/${await refOf(desk)}`, HAND_ACTS[verb]);
    },
    showForm,
  );
}
