import type { FormState } from '../../../web/components/form.tsx';
import {
  ExtendView,
  MovementFormView,
  MovementPreviewView,
} from '../../../web/desk/pledge/movement.tsx';
import { DeskPledgeView } from '../../../web/desk/pledge/page.tsx';
import { MOVEMENT_FIELDS } from '../../../web/desk/pledge/movement-form.ts';
import { EXTEND_FIELDS } from '../../../web/forms/desk.ts';
import { inCurrency } from '../../../web/forms/fields.ts';
import { requireRight } from '../../actor.ts';
import type { Context } from '../../context.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { parse } from '../../http/parse.ts';
import { offersOf } from '../../initiative/offered.ts';
import { findInitiative, type Initiative } from '../../initiative/read.ts';
import { mailPayLink } from '../../payments/pay/pay.ts';
import { whyClosed } from '../../payments/pay/ways.ts';
import { extendDelivery, extendInput } from '../../pledges/delivery.ts';
import { rightFor, TOUCHED } from '../../pledges/move.ts';
import { canRemind, readDue } from '../../pledges/due.ts';
import { codeOf } from '../../pledges/open-pledge.ts';
import {
  BLANK,
  doneAt,
  statusAfter,
  statusOf,
  typedQuery,
  type DeskForm,
  type DeskPages,
  type DeskRequest,
} from '../frame.ts';
import {
  actOf,
  MOVEMENT_FORMS,
  PLEDGE_VERBS,
  movementErrors,
  movementFormOf,
  movementPreviewOf,
  assetOf,
  refOfBatch,
} from './movement-forms.ts';
import { paymentsOf } from '../payments/model.ts';
import { deskPledgeOf, deskValues, openAtDesk, tracedOf, type OpenedAtDesk } from './model.ts';
import { registerRemind } from './remind.ts';
import type { DeskVerb } from '../../../web/data/desk.ts';

/** After these refusals the preview is shown again, as things are now. */
const SHOWN_ANEW: ReadonlySet<string> = new Set(['conflict', 'rate-too-old']);

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

export function registerDeskPledge(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, refused: string | null) => {
    const opened = await openAtDesk(ctx.db, codeOf(desk.params, 'ref'));
    const now = today(ctx.now());
    const page = {
      ...deskPledgeOf(opened),
      ...(await tracedOf(ctx.db, opened)),
      values: await deskValues(ctx.db, opened, now),
      offers: await offersOf(ctx.db, opened.view.row.id),
      payments: await paymentsOf(ctx.db, opened.view.row.ref),
      canMailLink: canMailLink(ctx, await findInitiative(ctx.db), opened),
      canRemind: canRemind(await readDue(ctx.db, opened.view.row.ref), now),
      refused,
      today: now,
    };
    return pages.send(desk, DeskPledgeView, page, refused === null ? 200 : 409);
  };
  pages.get('/admin/pledges/:ref', 'view', (desk) => show(desk, null));
  pages.formOn(
    '/admin/pledges/:ref/pay-link',
    'decide',
    [],
    (desk, _form, { message }) => show(desk, message),
    async (desk) => {
      const ref = codeOf(desk.params, 'ref');
      await mailPayLink(ctx, desk.actor, desk.key, ref);
      return doneAt(desk.reply, `/admin/pledges/${ref}`, 'pledge.pay-link');
    },
  );
  for (const verb of PLEDGE_VERBS) {
    registerMovementForm(pages, ctx, { verb, route: `/admin/pledges/:ref/${verb}`, named: 'ref' });
  }
  registerMovementForm(pages, ctx, {
    verb: 'reverse',
    route: '/admin/batches/:batch/reverse',
    named: 'batch',
  });
  registerExtend(pages, ctx);
  registerRemind(pages, ctx);
}

/** The bank's page fills in what it knows. */
const filledIn = ({ request }: DeskRequest): FormState =>
  request.method === 'GET' ? { ...BLANK, values: typedQuery(request.query) } : BLANK;

/** Form, preview by the rules that will do it, confirmation. A pledge that changed meanwhile is previewed again. */
function registerMovementForm(
  pages: DeskPages,
  ctx: Context,
  { verb, route, named }: { verb: DeskVerb; route: string; named: 'ref' | 'batch' },
): void {
  const pathOf = (desk: DeskRequest) => route.replace(`:${named}`, codeOf(desk.params, named));
  const refOf = ({ params }: DeskRequest) =>
    named === 'ref' ? codeOf(params, 'ref') : refOfBatch(ctx.db, codeOf(params, 'batch'));
  const movementOf = async (desk: DeskForm) => {
    const object = codeOf(desk.params, named);
    const asset = await assetOf(ctx.db, await refOf(desk));
    return MOVEMENT_FORMS[verb](
      { ctx, actor: desk.actor, object, seen: desk.values.get('seen') },
      inCurrency(desk.values, asset),
    );
  };

  const showForm = async (desk: DeskRequest, form = filledIn(desk), error?: DomainError) => {
    const opened = await openAtDesk(ctx.db, await refOf(desk));
    const model = movementFormOf(opened, { verb, batch: desk.params['batch'] ?? null });
    const page = {
      ...model,
      path: pathOf(desk),
      ...movementErrors(opened, form),
      reverseFirst: (error?.extra['reverseFirst'] as string[] | undefined) ?? [],
      followed: (error?.extra['payment'] as string | undefined) ?? null,
      today: today(ctx.now()),
    };
    return pages.send(desk, MovementFormView, page, statusAfter(error));
  };
  const showPreview = async (desk: DeskForm, overtaken: string | null) => {
    requireRight(desk.actor, rightFor(verb));
    const planned = await ctx.db.transaction((await movementOf(desk)).plan);
    const model = movementPreviewOf(await openAtDesk(ctx.db, planned.pledge.ref), planned);
    const page = { ...model, verb, path: pathOf(desk), values: desk.values, overtaken };
    return pages.send(desk, MovementPreviewView, page, overtaken ? 409 : 200);
  };

  pages.form(
    route,
    TOUCHED.has(verb) ? [rightFor(verb), 'touch'] : rightFor(verb),
    ['go', 'seen', ...MOVEMENT_FIELDS[verb]],
    showForm,
    async (desk) => {
      const go = desk.values.get('go');
      if (go === 'change') return showForm(desk, { values: desk.values, errors: [] });
      if (go !== 'confirm') return showPreview(desk, null);
      try {
        await (await movementOf(desk)).run(desk.key);
      } catch (error) {
        if (!(error instanceof DomainError) || !SHOWN_ANEW.has(error.code)) throw error;
        return showPreview(desk, error.message);
      }
      return doneAt(desk.reply, `/admin/pledges/${await refOf(desk)}`, actOf(verb));
    },
  );
}

function registerExtend(pages: DeskPages, ctx: Context): void {
  const show = async (desk: DeskRequest, typed?: FormState) => {
    const { view } = await openAtDesk(ctx.db, codeOf(desk.params, 'ref'));
    const { ref, expectedUntil } = view.row;
    const form = typed ?? { values: new Map([['until', expectedUntil ?? '']]), errors: [] };
    return pages.send(desk, ExtendView, { ref, expectedUntil, form }, statusOf(form));
  };
  pages.form('/admin/pledges/:ref/extend', 'record', EXTEND_FIELDS, show, async (desk) => {
    const ref = codeOf(desk.params, 'ref');
    await extendDelivery(ctx, desk.actor, desk.key, ref, parse(extendInput, desk.input));
    return doneAt(desk.reply, `/admin/pledges/${ref}`, 'pledge.extend');
  });
}
