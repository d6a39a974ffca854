import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { FormState } from '../../../web/components/form.tsx';
import { addressOf } from '../../../web/components/list.tsx';
import { renderHeldCash } from '../../../web/desk/payments/held-cash.tsx';
import { renderPayment } from '../../../web/desk/payments/page.tsx';
import { renderRefundForm, renderRefundPreview } from '../../../web/desk/payments/refund.tsx';
import { renderUnmatched } from '../../../web/desk/payments/unmatched.tsx';
import type { Assets } from '../../../web/pages/page.tsx';
import { requireRight, requireTouch } from '../../actor.ts';
import type { Context } from '../../context.ts';
import type { Answer } from '../../db/write.ts';
import { today } from '../../domain/day.ts';
import { DomainError } from '../../domain/errors.ts';
import { REFUND_STATES } from '../../domain/payment.ts';
import { ungrouped } from '../../domain/typed-numbers.ts';
import { sendPage } from '../../http/page.ts';
import { parse } from '../../http/parse.ts';
import { paymentCodeOf } from '../../payments/api/admin-routes.ts';
import { seeTo } from '../../payments/follow/flags.ts';
import { lookAgain, putAside } from '../../payments/events/look-again.ts';
import {
  letRefundGo,
  planRefund,
  refundPayment,
  resendRefund,
} from '../../payments/refund/refund.ts';
import { asideInput, refundInput, seenInput } from '../../payments/schemas.ts';
import { checkPayment, type Outcome } from '../../payments/follow/settle.ts';
import { deskFrame, doneAt, type DeskForm, type DeskPages, type DeskRequest } from '../frame.ts';
import { handPreviewOf } from '../pledge/movement-model.ts';
import { paymentPageOf, readHeldCash, readUnmatched } from './model.ts';
import { openAtDesk } from '../pledge/model.ts';
import { seesAddresses } from '../lists/routes.ts';
import { t } from '../../../web/words.ts';
import type { PaymentPage } from '../../../web/desk/payments/data.ts';

const HOME = '/admin/payments';
const UNMATCHED = `${HOME}/unmatched`;

const codeOf = ({ params }: DeskRequest): string => paymentCodeOf(params);

/** The order that an address names. Throws `not-found` for a text that can be none. */
function orderOf({ params }: DeskRequest): string {
  const { success, data } = z.uuid().safeParse(params['order']);
  if (success) return data;
  throw new DomainError('not-found', 'There is no such refund.');
}

/** What could not be recorded was looked at all the same: its page says why it could not. */
function checkRecorded({ outcome, reason, detail }: Outcome): void {
  if (outcome !== 'unmatched') return;
  const { what, todo } = t.payments.reasons[reason!];
  throw new DomainError(
    'conflict',
    [what, detail && `(${detail})`, todo].filter(Boolean).join(' '),
  );
}

/** Goes on to the payment, which says where the refund stands. */
const refundedAt = (desk: DeskRequest, { body }: Answer): FastifyReply =>
  desk.reply.redirect(addressOf(`${HOME}/${codeOf(desk)}`, { refund: String(body['state']) }), 303);

const shownQuery = z.object({ refund: z.enum(REFUND_STATES).optional().catch(undefined) });

/** What waits of Stripe's for an admin, each payment, and sending its money back. */
export function registerDeskPayments(pages: DeskPages, ctx: Context, assets: Assets): void {
  registerPayment(pages, ctx, assets);
  registerRefund(pages, ctx, assets);
  registerUnmatched(pages, ctx, assets);
  pages.get(`${HOME}/cash`, 'view', async (desk) => {
    const page = {
      frame: await deskFrame(ctx, desk),
      held: await readHeldCash(ctx.db),
      livemode: ctx.stripe?.livemode ?? true,
    };
    return sendPage(desk.reply, 200, renderHeldCash(page, assets));
  });
}

function registerPayment(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (desk: DeskRequest, refused: PaymentPage['refused'], status = 200) => {
    const { payment, ...rest } = await paymentPageOf(ctx.db, codeOf(desk));
    const email = seesAddresses(desk.actor) ? payment.email : null;
    const page = {
      ...rest,
      payment: { ...payment, email },
      frame: await deskFrame(ctx, desk),
      isOpen: ctx.stripe !== null,
      refund: parse(shownQuery, desk.request.query).refund ?? null,
      refused,
    };
    return sendPage(desk.reply, status, renderPayment(page, assets));
  };
  const shownAgain = (desk: DeskRequest, _form: FormState, { code, message }: DomainError) =>
    show(desk, { isLook: false, message }, code === 'invalid-input' ? 400 : 409);
  pages.get(`${HOME}/:code`, 'view', (desk) => show(desk, null));
  pages.post(
    `${HOME}/:code/check`,
    'record',
    [],
    async (desk) => {
      const code = codeOf(desk);
      checkRecorded(await checkPayment(ctx, code, desk));
      return doneAt(desk.reply, `${HOME}/${code}`, 'payment.check');
    },
    (desk, _form, { message }) => show(desk, { isLook: true, message }, 409),
  );
  pages.post(
    `${HOME}/:code/refunds/:order/again`,
    'refund',
    [],
    async (desk) => {
      const code = codeOf(desk);
      return refundedAt(desk, await resendRefund(ctx, desk.actor, code, orderOf(desk)));
    },
    shownAgain,
  );
  pages.post(
    `${HOME}/:code/refunds/:order/let-go`,
    'refund',
    [],
    async (desk) => {
      const code = codeOf(desk);
      await letRefundGo(ctx, desk.actor, desk.key, code, orderOf(desk));
      return doneAt(desk.reply, `${HOME}/${code}`, 'payment.let-go');
    },
    shownAgain,
  );
  pages.post(
    `${HOME}/:code/seen-to`,
    'record',
    ['flag', 'note'],
    async (desk) => {
      const code = codeOf(desk);
      const [flag, note] = [desk.values.get('flag'), desk.values.get('note') ?? ''];
      await seeTo(ctx, desk.actor, desk.key, code, parse(seenInput, { flag, note }));
      return doneAt(desk.reply, `${HOME}/${code}`, 'payment.see-to');
    },
    shownAgain,
  );
}

const REFUND_FIELDS = ['go', 'seen', 'how', 'amount', 'reason'] as const;

/** What was typed; what is empty was not. */
const refundOf = ({ values }: Pick<DeskForm, 'values'>) =>
  parse(refundInput, {
    ...(values.get('how') === 'part' && { amount: ungrouped(values.get('amount') ?? '') }),
    reason: values.get('reason') ?? '',
  });

/** As the movements by hand: a form, then what it would do, then a confirmation of just that. */
function registerRefund(pages: DeskPages, ctx: Context, assets: Assets): void {
  const route = `${HOME}/:code/refund`;
  const showForm = async (desk: DeskRequest, form: FormState, error?: DomainError) => {
    const { payment, giver, left } = await paymentPageOf(ctx.db, codeOf(desk));
    const { code, currency } = payment;
    const page = { frame: await deskFrame(ctx, desk), code, currency, giver, left, form };
    const status = !error ? 200 : error.code === 'invalid-input' ? 400 : 409;
    return sendPage(desk.reply, status, renderRefundForm(page, assets));
  };
  const showPreview = async (desk: DeskForm) => {
    requireRight(desk.actor, 'refund');
    const code = codeOf(desk);
    const { planned } = await ctx.db.transaction((tx) => planRefund(ctx, tx, code, refundOf(desk)));
    const page = {
      ...handPreviewOf(await openAtDesk(ctx.db, planned.pledge.ref), planned),
      code,
      frame: await deskFrame(ctx, desk),
      verb: 'refund' as const,
      path: `${HOME}/${code}/refund`,
      values: desk.values,
      overtaken: null,
      today: today(ctx.now()),
    };
    return sendPage(desk.reply, 200, renderRefundPreview(page, assets));
  };
  pages.get(route, 'refund', async (desk) => {
    requireTouch(desk.actor, ctx.now());
    return showForm(desk, { values: new Map(), errors: [] });
  });
  pages.post(
    route,
    'refund',
    REFUND_FIELDS,
    async (desk) => {
      const go = desk.values.get('go');
      if (go === 'change') return showForm(desk, { values: desk.values, errors: [] });
      if (go !== 'confirm') return showPreview(desk);
      const code = codeOf(desk);
      const seen = desk.values.get('seen');
      const { actor, key } = desk;
      return refundedAt(desk, await refundPayment(ctx, actor, key, code, refundOf(desk), seen));
    },
    showForm,
  );
}

const unmatchedQuery = z.object({
  aside: z.literal('1').optional().catch(undefined),
  cursor: z.string().max(300).optional().catch(undefined),
});

/** Stripe's id of an event. Throws `not-found` for a text that can be none. */
function eventOf({ params: { id = '' } }: DeskRequest): string {
  if (/^\w{1,255}$/.test(id)) return id;
  throw new DomainError('not-found', 'There is no such event.');
}

function registerUnmatched(pages: DeskPages, ctx: Context, assets: Assets): void {
  const show = async (desk: DeskRequest, form: FormState | null) => {
    const { aside, cursor } = parse(unmatchedQuery, desk.request.query);
    const isAside = aside !== undefined;
    const page = {
      frame: await deskFrame(ctx, desk),
      ...(await readUnmatched(ctx.db, isAside, cursor)),
      isAside,
      again: form && { event: eventOf(desk), form },
    };
    const isWhole = form?.errors.some(({ field }) => field === '');
    const status = form === null ? 200 : isWhole ? 409 : 400;
    return sendPage(desk.reply, status, renderUnmatched(page, assets));
  };
  const backTo = (desk: DeskRequest): string =>
    parse(unmatchedQuery, desk.request.query).aside ? `${UNMATCHED}?aside=1` : UNMATCHED;
  pages.get(UNMATCHED, 'view', (desk) => show(desk, null));
  pages.post(
    `${UNMATCHED}/:id/again`,
    'record',
    [],
    async (desk) => {
      checkRecorded(await lookAgain(ctx, desk.actor, desk.key, eventOf(desk)));
      return doneAt(desk.reply, backTo(desk), 'payment.check');
    },
    show,
  );
  pages.post(
    `${UNMATCHED}/:id/aside`,
    'record',
    ['note'],
    async (desk) => {
      const input = parse(asideInput, { note: desk.values.get('note') ?? '' });
      await putAside(ctx, desk.actor, desk.key, eventOf(desk), input);
      return doneAt(desk.reply, backTo(desk), 'payment.put-aside');
    },
    show,
  );
}
